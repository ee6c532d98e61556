package server

import (
	"fmt"
	"strings"
)

// naming is how the names of a request are compared with those of the contract.
type naming struct {
	strict     bool // names that the contract does not declare are violations
	ignoreCase bool // names match in any case of their ASCII letters
}

// spelling returns the declared name of a member; a name that is not declared stays as it is.
func (n naming) spelling(m *members, name string) string {
	if !n.ignoreCase || m == nil {
		return name
	}
	return asDeclared(m.known, name)
}

// asDeclared returns the declared name that a name equals, in any case of its ASCII letters. A name
// that is not declared stays as it is.
func asDeclared[V any](declared map[string]V, name string) string {
	if _, ok := declared[name]; ok {
		return name
	}
	for known := range declared {
		if asciiFold(known, name) {
			return known
		}
	}
	return name
}

// declares reports whether no parameter of a query needs another spelling. It allocates nothing.
func (o *operation) declares(query string) bool {
	for query != "" {
		var pair string
		pair, query, _ = strings.Cut(query, "&")
		name, _, _ := strings.Cut(pair, "=")
		if strings.ContainsAny(name, "%+;") || asDeclared(o.query, name) != name {
			return false
		}
	}
	return true
}

// checkNames refuses a contract in which the case of letters is all that distinguishes two names.
func (c *contract) checkNames(all memberSets) error {
	if !c.ignoreCase {
		return nil
	}
	for _, m := range all {
		if m == nil {
			continue
		}
		if a, b, found := sameLetters(m.known); found {
			return fmt.Errorf("server: %s: the members %s and %s differ by case alone", c.surface.Name, a, b)
		}
	}
	for key, o := range c.operations {
		if a, b, found := sameLetters(o.query); found {
			return fmt.Errorf("server: %s: %s: the parameters %s and %s differ by case alone", c.surface.Name, key, a, b)
		}
	}
	return nil
}

// sameLetters finds two names that differ by the case of ASCII letters alone.
func sameLetters[V any](names map[string]V) (a, b string, found bool) {
	for a := range names {
		for b := range names {
			if a < b && asciiFold(a, b) {
				return a, b, true
			}
		}
	}
	return "", "", false
}

// asciiFold compares two texts and ignores the case of ASCII letters. Unicode has further letters that
// fold to ASCII, such as the Kelvin sign: they are other letters here, as they are to a proxy or a log.
func asciiFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if lower(a[i]) != lower(b[i]) {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
