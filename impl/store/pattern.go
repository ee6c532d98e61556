package store

import (
	"strings"
	"unicode"
)

// Pattern is a text that a column has: in whole, at its beginning, at its end or anywhere.
// LIKE is not used for it: SQLite's ignores the case of ASCII letters and of no others, and
// MariaDB's LOWER and collations fold other letters than SQLite's. A pattern is written for GLOB
// and for REGEXP from the same characters instead, and Unicode's simple case folding decides
// which characters differ only in case, so that both engines find the same rows.
type Pattern struct {
	Text       string
	Before     bool // anything may precede the text
	After      bool // anything may follow the text
	IgnoreCase bool
}

// on writes the pattern as a clause for a column.
func (p Pattern) on(column, engine string) (string, []any) {
	if strings.ContainsRune(p.Text, 0) { // no stored text has it, and it would end the pattern
		return "1 = 0", nil
	}
	if engine == "sqlite" {
		return column + " GLOB ?", []any{p.glob()}
	}
	return column + " REGEXP ?", []any{p.regexp()}
}

// glob is the pattern as SQLite's GLOB reads it, which is case-sensitive.
func (p Pattern) glob() string {
	var b strings.Builder
	if p.Before {
		b.WriteByte('*')
	}
	for _, r := range p.Text {
		switch same := p.variants(r); {
		case len(same) > 1:
			b.WriteString("[" + string(same) + "]")
		case strings.ContainsRune("*?[", r):
			b.WriteString("[" + string(r) + "]")
		default:
			b.WriteRune(r)
		}
	}
	if p.After {
		b.WriteByte('*')
	}
	return b.String()
}

// regexp is the pattern as MariaDB (PCRE) and MySQL (ICU) read it; a column that is compared byte
// by byte is case-sensitive.
func (p Pattern) regexp() string {
	var b strings.Builder
	if !p.Before {
		b.WriteString(`\A`)
	}
	for _, r := range p.Text {
		switch same := p.variants(r); {
		case len(same) > 1:
			b.WriteString("[" + string(same) + "]")
		case r < 0x80 && !unicode.IsLetter(r) && !unicode.IsDigit(r):
			b.WriteString(`\` + string(r)) // of ASCII, all but letters and digits may have a meaning
		default:
			b.WriteRune(r)
		}
	}
	if !p.After {
		b.WriteString(`\z`)
	}
	return b.String()
}

// variants are the characters that stand for one: itself, and if the case does not matter, those
// that differ from it only in case.
func (p Pattern) variants(r rune) []rune {
	same := []rune{r}
	if p.IgnoreCase {
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			same = append(same, other)
		}
	}
	return same
}
