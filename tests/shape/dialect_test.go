package shape_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// term is a word or turn that this repository once had of its own, and the term of the field. A
// pattern matches only that use: words that are also plain English are not in the table.
type term struct {
	pattern  *regexp.Regexp
	standard string
}

func terms(pairs ...string) (all []term) {
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, term{regexp.MustCompile(pairs[i]), pairs[i+1]})
	}
	return all
}

// dialectProse is looked for in comments, in texts of the contract and in documents.
var dialectProse = terms(
	`(?i)\bpleas?\b|\bpleaders?\b`, "reset request, requester",
	`(?i)\briddles?\b`, "enumeration probe",
	`(?i)\bstrangers?\b`, "unauthorised caller",
	`(?i)\bbesieg(e|es|ed|ing)\b`, "concurrent attack",
	`(?i)\bchores?\b`, "background job",
	`(?i)\b(dear|dearer|dearly) (rules?|checks?|ones?|to)\b|\bjudged? dearly\b|\b(is|are) dear\b`, "expensive",
	`(?i)\bthe cast\b`, "fixtures",
	`(?i)\bintentions?\b`, "idempotency record",
	`(?i)\bwithin (the |his |its |their )?reach\b|\bthe reach of\b|\breach(es)? (everything|nothing|nobody|everybody)\b`, "scope, in scope",
	`(?i)\bwho(m|se)?ever\b`, "the caller, the user, the operator",
	`(?i)\b(for|of|by|to|with|but|than|only|and) who (is|are|has|have|had|does|do|did|can|may|must|was|were|knows?|holds?|sees?|finds?|reads?|asks?|reaches?|lost|gave|takes?|shows?|comes?)\b`, "the caller, the user, the operator",
	`(^|[.:;] )Who [a-z]+ [^.?]*\.`, "the caller, the user, the operator",
	`(?i)\b(comes?|from) behind (it|them|that|one|an?|another)\b|\bbehind (so many|an event|one of them|another one)\b|\bbehind whom\b`, "after",
	`(?i)\bthat (is|are) none\b|\band (is|are) none\b`, "is not a ...",
	`(?i)\b(is|are) (no|some|any)body's\b|\bwho is nobody\b|\b(no|some|any)body else's\b`, "belongs to, of another user",
	`(?i)\banswers? (true|false)\b`, "returns",
	`(?i)\bnotes (that|when|a|an|the|in|behind)\b`, "records",
	`(?i)\banew\b`, "again",
	`(?i)\bworked off\b`, "processed",
	`(?i)\bheld against\b|\bholds? (it|them|[a-z]+ [a-z]+) against\b`, "compared with, checked against",
	`(?i)\btold (once|early|already)\b`, "reported",
	`(?i)\bone that is none\b|\bwhat (is|was) none\b`, "is not a ...",
	`(?i)\bshut out\b|\bshuts? (him|them|it|a user) out\b`, "locked",
	`(?i)\bmade a note\b|\bis noted\b`, "recorded",
)

// dialectNames is looked for in declared names, which are split at capitals.
var dialectNames = map[string]string{
	"plea": "reset request", "pleas": "reset requests", "pleader": "requester", "riddle": "enumeration probe", "riddles": "enumeration probes",
	"stranger": "unauthorised caller", "strangers": "unauthorised callers", "besiege": "concurrent attack", "chore": "background job",
	"chores": "background jobs", "dear": "expensive", "dearly": "expensive", "intention": "idempotency record", "intentions": "idempotency records",
	"leaving": "deprecation", "whoever": "caller, user, operator", "whom": "caller, user, operator", "reach": "scope", "reaches": "in scope",
	"wording": "message table", "vocabulary": "message table", "nobodys": "anonymous",
}

// vagueNames are names that do not say what a function or method does.
var vagueNames = []string{"seen", "about", "each", "note", "bump", "tell", "told", "shutOut", "keep", "said", "there", "twice", "again", "whose"}

// storedNames are names of the database that documents show. A table keeps its name while servers of the
// former version may use it.
var storedNames = []string{"**intentions** (idempotency records)"}

func TestPlainWords(t *testing.T) {
	t.Parallel()
	files := wordFiles(t)
	if len(files) < 800 {
		t.Fatalf("only %d files were read", len(files))
	}
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text := string(raw)
		for _, name := range storedNames {
			text = strings.ReplaceAll(text, name, "")
		}
		for _, complaint := range dialect(t, rel(path), text) {
			t.Error(complaint)
		}
	}
}

// wordFiles are what people read: Go, the contract, documents.
func wordFiles(t *testing.T) []string {
	t.Helper()
	found := goFiles(t, true)
	for _, pattern := range []string{"*.md", "docs/*.md", "openapi/*.yaml", "openapi/*/*.yaml"} {
		more, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, more...)
	}
	return slices.DeleteFunc(found, func(path string) bool {
		p := rel(path)
		return p == "tests/shape/dialect_test.go" || p == "CHANGELOG.md" || under(p, "openapi/released") // the table itself; what was said before
	})
}

// dialect finds the words of a file, each with the line and the term of the field.
func dialect(t *testing.T, name, text string) (found []string) {
	t.Helper()
	complain := func(line int, has, standard string) {
		found = append(found, fmt.Sprintf("%s:%d has %q; the field says %s", name, line, has, standard))
	}
	if !strings.HasSuffix(name, ".go") {
		for n, line := range strings.Split(text, "\n") {
			for _, w := range dialectProse {
				for _, has := range w.pattern.FindAllString(line, -1) {
					complain(n+1, has, w.standard)
				}
			}
		}
		return found
	}
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, name, text, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, group := range f.Comments {
		// A sentence goes on in the next line.
		comment := strings.Join(strings.Fields(group.Text()), " ")
		for _, w := range dialectProse {
			for _, has := range w.pattern.FindAllString(comment, -1) {
				complain(set.Position(group.Pos()).Line, has, w.standard)
			}
		}
	}
	for _, id := range declared(f) {
		for _, word := range strings.FieldsFunc(spaced(id.Name), unicode.IsSpace) {
			if strings.HasPrefix(word, "reach") && !strings.EqualFold(id.Name, word) {
				continue // a mail reaches a server
			}
			if standard, ok := dialectNames[word]; ok {
				complain(set.Position(id.Pos()).Line, id.Name, standard)
			}
		}
	}
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && slices.Contains(vagueNames, fn.Name.Name) {
			complain(set.Position(fn.Pos()).Line, fn.Name.Name, "the verb of what the function does, with its object")
		}
	}
	return found
}

// declared are the names of a file's functions, types, fields, constants and variables.
func declared(f *ast.File) (ids []*ast.Ident) {
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			ids = append(ids, d.Name)
		case *ast.GenDecl:
			ast.Inspect(d, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.TypeSpec:
					ids = append(ids, n.Name)
				case *ast.ValueSpec:
					ids = append(ids, n.Names...)
				case *ast.Field:
					ids = append(ids, n.Names...)
				case *ast.FuncLit:
					return false
				}
				return true
			})
		}
	}
	return ids
}

// spaced is a name in lower case, with a space before each of its words.
func spaced(name string) string {
	var b strings.Builder
	for _, r := range name {
		if unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func TestDialectIsFound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, file, text, want string }{
		{"a word", "a.go", "package a\n\n// A riddle for attackers.\nvar x int", `a.go:3 has "riddle"; the field says enumeration probe`},
		{"a turn over two lines", "a.go", "package a\n\n// It is repeated for\n// who lost the line.\nvar x int", `a.go:3 has "for who lost"; the field says the caller, the user, the operator`},
		{"a person as the subject", "a.go", "package a\n\n// It is safe. Who holds less may not grant it.\nvar x int", `a.go:3 has ". Who holds less may not grant it."; the field says the caller, the user, the operator`},
		{"a type", "a.go", "package a\n\ntype pleaQueue struct{}", `a.go:3 has "pleaQueue"; the field says reset request`},
		{"a method", "a.go", "package a\n\nfunc (x X) Reaches() {}", `a.go:3 has "Reaches"; the field says in scope`},
		{"a field", "a.go", "package a\n\ntype x struct{ Strangers []int }", `a.go:3 has "Strangers"; the field says unauthorised callers`},
		{"a function that does not say what it does", "a.go", "package a\n\nfunc bump() {}", `a.go:3 has "bump"; the field says the verb of what the function does, with its object`},
		{"a document", "a.md", "# Title\n\nKept for whoever asks.", `a.md:3 has "whoever"; the field says the caller, the user, the operator`},
		{"the contract", "a.yaml", "info:\n  description: Keys within reach.", `a.yaml:2 has "within reach"; the field says scope, in scope`},
		{"a question", "a.go", "package a\n\n// Who asks?\nvar x int", ""},
		{"a relative clause", "a.go", "package a\n\n// A user who asks again gets it, please.\nvar pleased int", ""},
		{"a name with a plain verb", "a.go", "package a\n\nfunc mailReaches() {}", ""},
		{"a longer word", "a.go", "package a\n\nfunc reachable() {}\nfunc keepAlive() {}", ""},
		{"a variable of a function", "a.go", "package a\n\nfunc f() { reach := 1; _ = reach }", ""},
		{"a text in the code", "a.go", "package a\n\nvar x = \"riddle\"", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			wantComplaint(t, dialect(t, c.file, c.text), c.want)
		})
	}
}
