package console

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/getkin/kin-openapi/openapi3"
)

// kind is how a value is written on a command line.
type kind int

const (
	text kind = iota
	whole
	number
	boolean
	texts   // a flag that may be repeated
	wholes  // a flag that may be repeated, for whole numbers
	pairs   // a flag that may be repeated, as name=value
	records // a flag that may be repeated, as text,name=value
	objects // a flag for each member
	other   // only by --body
)

func kindOf(s *openapi3.Schema) kind {
	if s.Type == nil && len(s.Properties) == 0 { // a reference with a description or nullable beside it
		for _, ref := range slices.Concat(s.AllOf, s.OneOf, s.AnyOf) {
			if k := kindOf(ref.Value); k != objects && k != other {
				return k
			}
		}
	}
	switch {
	case s.Type.Is("string") || len(s.Enum) > 0 && s.Type == nil:
		return text
	case s.Type.Is("integer"):
		return whole
	case s.Type.Is("number"):
		return number
	case s.Type.Is("boolean"):
		return boolean
	case s.Type.Is("array"):
		if s.Items == nil {
			return other
		}
		switch kindOf(s.Items.Value) {
		case text:
			return texts
		case whole:
			return wholes
		case objects:
			if flat(s.Items.Value) {
				return records
			}
		}
		return other
	}
	if len(membersOf(s, map[string]bool{})) > 0 {
		return objects
	}
	if s.AdditionalProperties.Schema != nil && kindOf(s.AdditionalProperties.Schema.Value) == text {
		return pairs
	}
	return other
}

// flat tells whether an object has only simple members.
func flat(s *openapi3.Schema) bool {
	for _, m := range membersOf(s, map[string]bool{}) {
		if kindOf(m) >= texts {
			return false
		}
	}
	return true
}

// confidential tells whether a value is secret.
func confidential(s *openapi3.Schema) bool {
	return s.Format == "password" || slices.ContainsFunc(s.AllOf, func(ref *openapi3.SchemaRef) bool { return confidential(ref.Value) })
}

// flagName writes userId as user and minLengthMfa as min-length-mfa.
func flagName(member string) string {
	var b strings.Builder
	for i, r := range member {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	name := strings.ReplaceAll(b.String(), "_", "-")
	if short := strings.TrimSuffix(name, "-id"); short != "" {
		return short
	}
	return name
}

// helpOf returns the first sentence of a description, with the possible values.
func helpOf(description string, s *openapi3.Schema) string {
	if description == "" {
		description = s.Description
	}
	line := strings.Join(strings.Fields(description), " ")
	if i := strings.Index(line, ". "); i > 0 {
		line = line[:i+1]
	}
	if values := choices(s); len(values) > 0 {
		line = strings.TrimSpace(line + " One of " + strings.Join(values, ", ") + ".")
	}
	return line
}

// choices returns the values of an enumeration.
func choices(s *openapi3.Schema) []string {
	if s.Items != nil {
		s = s.Items.Value
	}
	var values []string
	for _, v := range s.Enum {
		if v != nil {
			values = append(values, fmt.Sprint(v))
		}
	}
	for _, ref := range s.AllOf {
		values = append(values, choices(ref.Value)...)
	}
	return values
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// visible escapes control characters of a terminal: a name in a list must not move the cursor or
// set the title (CWE-150).
func visible(s string) string {
	clean := func(r rune) bool { return !unicode.IsPrint(r) }
	if !strings.ContainsFunc(s, clean) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch high, low := utf16.EncodeRune(r); {
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r > 0xffff: // as JSON writes it
			fmt.Fprintf(&b, "\\u%04x\\u%04x", high, low)
		default:
			fmt.Fprintf(&b, "\\u%04x", r)
		}
	}
	return b.String()
}
