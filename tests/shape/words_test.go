package shape_test

import (
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// words are the types of models whose constants are values on the wire or in the trail, and
// the enumeration of the native contract that lists all of them; empty, where none is shown.
func words() map[string]string {
	return map[string]string{
		"Action": "EventAction", "ActorKind": "ActorKind", "Outcome": "EventOutcome",
		"Template": "MessageTemplate", "MessageState": "MessageState", "Channel": "Channel",
		"TicketState": "TicketState", "Purpose": "TicketPurpose", "Boundary": "KeyBoundary", "Revocation": "Revocation",
		"Gender": "Gender", "AddressKind": "", "TicketEnd": "", "TryKind": "",
	}
}

// The contract lists exactly what the constants say, so that neither can grow alone.
func TestTheContractListsTheWords(t *testing.T) {
	t.Parallel()
	spec := specOf(t, "rekey")
	constants := wordsOf(t)
	for _, word := range slices.Sorted(maps.Keys(words())) {
		if len(constants[word]) < 2 {
			t.Errorf("models.%s has the constants %v", word, constants[word])
		}
		name := words()[word]
		if name == "" {
			continue
		}
		schema := spec.Components.Schemas[name]
		if schema == nil {
			t.Errorf("the contract has no %s, which lists models.%s", name, word)
			continue
		}
		var listed []string
		for _, v := range schema.Value.Enum {
			listed = append(listed, v.(string))
		}
		compareLists(t, "models."+word, slices.Sorted(maps.Keys(constants[word])), name+" of the contract", listed)
	}
}

// The guide to the trail has a row for each action, and for no other.
func TestTheGuideListsTheActions(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile(filepath.Join(root, "docs", "audit.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(page), "\n## Actions\n")
	section, _, _ = strings.Cut(section, "\n## ")
	var listed []string
	for _, row := range regexp.MustCompile("(?m)^\\| (`[^|]*`) \\|").FindAllStringSubmatch(section, -1) {
		for _, action := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(row[1], -1) {
			listed = append(listed, action[1])
		}
	}
	compareLists(t, "models.Action", slices.Sorted(maps.Keys(wordsOf(t)["Action"])), "docs/audit.md", listed)
}

func compareLists(t *testing.T, one string, has []string, other string, lists []string) {
	t.Helper()
	for _, v := range has {
		if !slices.Contains(lists, v) {
			t.Errorf("%s has %q, and %s does not", one, v, other)
		}
	}
	for i, v := range lists {
		if !slices.Contains(has, v) {
			t.Errorf("%s has %q, and %s does not", other, v, one)
		}
		if slices.Contains(lists[:i], v) {
			t.Errorf("%s has %q twice", other, v)
		}
	}
}

// wordsOf gives the constants of each type of words: their names by their values.
func wordsOf(t *testing.T) map[string]map[string]string {
	t.Helper()
	compiled := exports(t, "./models")
	pkg, err := importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) { return os.Open(compiled[path]) }).Import(module + "/models")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]map[string]string{}
	for _, name := range pkg.Scope().Names() {
		c, ok := pkg.Scope().Lookup(name).(*types.Const)
		word := ""
		if ok {
			word = wordType(c.Type())
		}
		if word == "" {
			continue
		}
		if found[word] == nil {
			found[word] = map[string]string{}
		}
		if other := found[word][constant.StringVal(c.Val())]; other != "" {
			t.Errorf("models.%s and %s are one word", name, other)
		}
		found[word][constant.StringVal(c.Val())] = name
	}
	return found
}

// wordType names the type of words that t is; empty, if it is none.
func wordType(t types.Type) string {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != module+"/models" {
		return ""
	}
	if _, is := words()[named.Obj().Name()]; !is {
		return ""
	}
	return named.Obj().Name()
}

// A word is written down once, as a constant, and each constant is used: no literal takes its
// place, and nothing is put together at run time.
func TestWordsAreConstants(t *testing.T) {
	t.Parallel()
	compiled := exports(t, "./impl/...", "./models")
	used := map[string]bool{}
	for _, folder := range productFolders(t) {
		_, files, info := checkedPackage(t, folder, compiled)
		for _, f := range files {
			for _, wrong := range looseWords(folder, f, info) {
				t.Error(wrong)
			}
		}
		for _, o := range info.Uses {
			if c, ok := o.(*types.Const); ok && wordType(c.Type()) != "" {
				used[c.Name()] = true
			}
		}
	}
	constants := wordsOf(t)
	for _, word := range slices.Sorted(maps.Keys(constants)) {
		for _, value := range slices.Sorted(maps.Keys(constants[word])) {
			if name := constants[word][value]; !used[name] {
				t.Errorf("models.%s is used nowhere", name)
			}
		}
	}
}

// productFolders are those of impl, and models.
func productFolders(t *testing.T) []string {
	t.Helper()
	folders := map[string]bool{"models": true}
	for _, s := range sources(t) {
		if under(s.path, "impl") && !strings.HasSuffix(s.path, "_test.go") {
			folders[filepath.ToSlash(filepath.Dir(s.path))] = true
		}
	}
	return slices.Sorted(maps.Keys(folders))
}

// fromOutside are the functions that may make a word of a text, since it was written as one.
func fromOutside() map[string]string {
	return map[string]string{
		"impl/outbox.readTexts": "the name of a template's file",
	}
}

// looseWords finds literals that stand for a word, and conversions of what is not a constant.
func looseWords(folder string, f *ast.File, info *types.Info) (wrong []string) {
	for _, d := range f.Decls {
		if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.CONST {
			continue
		}
		name := ""
		if d, ok := d.(*ast.FuncDecl); ok {
			name = d.Name.Name
		}
		ast.Inspect(d, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if word := wordType(info.TypeOf(n)); word != "" && n.Value != `""` {
					wrong = append(wrong, folder+"."+name+" has "+n.Value+" where a constant of models."+word+" belongs")
				}
			case *ast.CallExpr:
				if to := info.Types[n.Fun]; to.IsType() && wordType(to.Type) != "" && info.Types[n.Args[0]].Value == nil &&
					wordType(info.TypeOf(n.Args[0])) == "" && !fromContract(info.TypeOf(n.Args[0])) && fromOutside()[folder+"."+name] == "" {
					wrong = append(wrong, folder+"."+name+" makes a models."+wordType(to.Type)+" of a text")
				}
			}
			return true
		})
	}
	return wrong
}

// fromContract tells whether a value is of a generated enumeration, which the edge has checked.
func fromContract(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && strings.HasPrefix(named.Obj().Pkg().Path(), module+"/gen/server/")
}

// TestALooseWordIsFound: each way around a constant is found out.
func TestALooseWordIsFound(t *testing.T) {
	t.Parallel()
	compiled := exports(t, "./models")
	for _, c := range []struct{ name, source, want string }{
		{"a constant", "return models.ActionLogin", ""},
		{"no word", `return ""`, ""},
		{"a constant of another package", "return models.Action(models.ActionLogin)", ""},
		{"a literal", `return "login"`, `p.act has "login" where a constant of models.Action belongs`},
		{"a literal that is compared", `if a == "login" { return a }; return a`, `p.act has "login" where a constant of models.Action belongs`},
		{"a word put together", `return models.Action("login." + text)`, "p.act makes a models.Action of a text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fset := token.NewFileSet()
			source := "package p\n\nimport \"" + module + "/models\"\n\nfunc act(a models.Action, text string) models.Action { " + c.source + " }\n"
			f, err := parser.ParseFile(fset, "p.go", source, 0)
			if err != nil {
				t.Fatal(err)
			}
			info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
			config := types.Config{Importer: importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(compiled[path]) })}
			if _, err := config.Check("p", fset, []*ast.File{f}, info); err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(looseWords("p", f, info), "\n"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
