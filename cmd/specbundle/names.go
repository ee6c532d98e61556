package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// words is a name as a list of words, before it is spelled for a language.
type words []string

// Camel returns the spelling of members in TypeScript and Java: apiKeys.
func (w words) Camel() string {
	if len(w) == 0 {
		return ""
	}
	return w[0] + w[1:].Pascal()
}

// Pascal returns the spelling of types in TypeScript, Java and Python: ApiKeys.
func (w words) Pascal() string {
	var b strings.Builder
	for _, word := range w {
		b.WriteString(upper(word))
	}
	return b.String()
}

// Snake returns the spelling of members in Python: api_keys.
func (w words) Snake() string { return strings.Join(w, "_") }

// Go returns the spelling of exported names in Go, whose linters require initialisms in one case: APIKeys.
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

// wordsOf splits a name of the contract, which is in camelCase or has separators between its words.
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

// springfox appends the method to an operationId, and Entrust publishes its output.
var springfox = regexp.MustCompile(`Using(GET|PUT|POST|PATCH|DELETE)$`)

// name sets the words by which every SDK calls an operation: client.<namespace>.<call>. On the native
// surface they are those of the command line, so that they are learned once; elsewhere they are the vendor's.
func (o *operation) name(command string) {
	if namespace, call, ok := strings.Cut(command, " "); ok {
		o.Namespace, o.Call = wordsOf(namespace), wordsOf(call)
		return
	}
	o.Namespace = wordsOf(o.Surface)
	o.Call = wordsOf(springfox.ReplaceAllString(strings.TrimPrefix(o.ID, o.Surface), ""))
}

// namespace has the operations of one member of a client.
type namespace struct {
	Name       words
	Operations []operation
}

// namespaces groups operations by namespace, and refuses two with the same name.
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
