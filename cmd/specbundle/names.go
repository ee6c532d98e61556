package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// words are a name in no language's spelling yet.
type words []string

// Camel is the spelling of members in TypeScript and Java: apiKeys.
func (w words) Camel() string {
	if len(w) == 0 {
		return ""
	}
	return w[0] + w[1:].Pascal()
}

// Pascal is the spelling of types in TypeScript, Java and Python: ApiKeys.
func (w words) Pascal() string {
	var b strings.Builder
	for _, word := range w {
		b.WriteString(upper(word))
	}
	return b.String()
}

// Snake is the spelling of members in Python: api_keys.
func (w words) Snake() string { return strings.Join(w, "_") }

// Go is the spelling of what is exported in Go, whose linters want initialisms in one case: APIKeys.
func (w words) Go() string {
	var b strings.Builder
	for _, word := range w {
		switch word {
		case "api", "id", "url":
			b.WriteString(strings.ToUpper(word))
		default:
			b.WriteString(upper(word))
		}
	}
	return b.String()
}

// wordsOf takes names of the contract apart, which are in camelCase or have marks between their words.
func wordsOf(name string) words {
	var b strings.Builder
	for _, r := range name {
		if unicode.IsUpper(r) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.FieldsFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// springfox puts the method at the end of an operationId, and Entrust publishes what it made.
var springfox = regexp.MustCompile(`Using(GET|PUT|POST|PATCH|DELETE)$`)

// name finds the words by which every SDK calls an operation: client.<namespace>.<call>. On the native surface they are
// those of the command line, so that a user of both learns them once; elsewhere they are the product's own.
func (o *operation) name(command string) {
	if namespace, call, ok := strings.Cut(command, " "); ok {
		o.Namespace, o.Call = wordsOf(namespace), wordsOf(call)
		return
	}
	o.Namespace = wordsOf(o.Surface)
	o.Call = wordsOf(springfox.ReplaceAllString(strings.TrimPrefix(o.ID, o.Surface), ""))
}

// namespace is what one member of a client offers.
type namespace struct {
	Name       words
	Operations []operation
}

// namespaces sorts operations into theirs, and refuses two of one name.
func namespaces(list []operation) ([]namespace, error) {
	var all []namespace
	for _, o := range list {
		i := slices.IndexFunc(all, func(n namespace) bool { return n.Name.Camel() == o.Namespace.Camel() })
		if i < 0 {
			i = len(all)
			all = append(all, namespace{Name: o.Namespace})
		}
		for _, other := range all[i].Operations {
			if other.Call.Camel() == o.Call.Camel() {
				return nil, fmt.Errorf("%s and %s are both client.%s.%s", other.ID, o.ID, o.Namespace.Camel(), o.Call.Camel())
			}
		}
		all[i].Operations = append(all[i].Operations, o)
	}
	slices.SortFunc(all, func(a, b namespace) int { return strings.Compare(a.Name.Camel(), b.Name.Camel()) })
	return all, nil
}
