package shape_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// The bounds of the core. One package of it once had 82 files, and one type 192 methods:
// nobody could say what a line might touch.
const (
	maxFilesOfARoom    = 30
	maxMethodsOfACore  = 60
	coreFolder         = "impl/core"
	assembly           = "impl/service"
	whyTheKernelIsOurs = "the kernel's steps are for use cases: a caller above the core uses a use case, and the core's types and faults"
)

func TestTheCoreStaysSmall(t *testing.T) {
	t.Parallel()
	files, methods := map[string]int{}, map[string]int{}
	for _, file := range goFilesIn(t, coreFolder, false) {
		folder := path.Dir(rel(file))
		files[folder]++
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range parsed.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil {
				methods[folder+": "+receiver(f.Recv.List[0].Type)]++
			}
		}
	}
	for folder, n := range seed.InOrder(files) {
		if n > maxFilesOfARoom {
			t.Errorf("%s has %d files, of at most %d: find the second idea in it", folder, n, maxFilesOfARoom)
		}
	}
	for name, n := range seed.InOrder(methods) {
		if n > maxMethodsOfACore {
			t.Errorf("%s has %d methods, of at most %d", name, n, maxMethodsOfACore)
		}
	}
	if len(files) < 8 || len(methods) == 0 {
		t.Errorf("the core was not read: %v", files)
	}
}

func receiver(e ast.Expr) string {
	if star, ok := e.(*ast.StarExpr); ok {
		e = star.X
	}
	return fmt.Sprint(e)
}

// TestTheKernelServesTheRoomsAlone keeps the list of the kernel's functions that others call.
func TestTheKernelServesTheRoomsAlone(t *testing.T) {
	t.Parallel()
	lawful := map[string]string{
		"Budgets":         "names of budgets, for metrics",
		"DefaultSettings": "a value",
		"UsernameKey":     "the doctor compares stored names",
		"UsernameKeys":    "the doctor compares stored names",
		"AddressKey":      "the doctor compares stored addresses",
	}
	uses := regexp.MustCompile(`\bcore\.((?:[A-Z]\w*)\(|Kernel\b|Deps\b)`)
	values := regexp.MustCompile(`^(Purpose|Channel|Revocation|Overlay|Medium|Level|ProofForm|TicketState)$`) // conversions to types
	for _, file := range goFiles(t, false) {
		if p := rel(file); under(p, coreFolder) || under(p, assembly) || under(p, "tests") {
			continue
		}
		for n, line := range lines(t, file) {
			for _, found := range uses.FindAllStringSubmatch(line, -1) {
				name := strings.TrimSuffix(found[1], "(")
				if lawful[name] == "" && !values.MatchString(name) {
					t.Errorf("%s:%d uses %s of the kernel: %s", rel(file), n+1, name, whyTheKernelIsOurs)
				}
			}
		}
	}
}

// TestNoStructHandsOutAnothers: what a room or the kernel was given is its own. Inputs,
// results and Deps have exported fields; the types with methods of the core have none.
func TestNoStructHandsOutAnothers(t *testing.T) {
	t.Parallel()
	var checked []string
	for _, file := range goFilesIn(t, coreFolder, false) {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok || spec.Name.Name != "Kernel" && spec.Name.Name != "UseCases" {
				return true
			}
			checked = append(checked, path.Dir(rel(file)))
			for _, f := range spec.Type.(*ast.StructType).Fields.List {
				if len(f.Names) == 0 {
					t.Errorf("%s: %s embeds %v: its methods and fields become its own", rel(file), spec.Name, f.Type)
				}
				for _, name := range f.Names {
					if name.IsExported() {
						t.Errorf("%s: %s hands out %s", rel(file), spec.Name, name)
					}
				}
			}
			return true
		})
	}
	slices.Sort(checked)
	want := []string{"impl/core", "impl/core/accounts", "impl/core/audit", "impl/core/factors", "impl/core/keys", "impl/core/logins", "impl/core/passwords", "impl/core/restore", "impl/core/tenants", "impl/core/tickets"}
	if !slices.Equal(checked, want) {
		t.Errorf("the rooms are %v, and %v are checked", want, checked)
	}
}

// TestAUseCaseHasAFileOfItsName: a reader finds a use case by its name, and no type has that name, so that
// a search for the word finds the function.
func TestAUseCaseHasAFileOfItsName(t *testing.T) {
	t.Parallel()
	useCases, types := map[string]string{}, map[string]bool{}
	for _, file := range goFilesIn(t, coreFolder, false) {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		folder := path.Dir(rel(file))
		for _, d := range parsed.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil || receiver(d.Recv.List[0].Type) != "UseCases" || !d.Name.IsExported() {
					continue
				}
				name := d.Name.Name
				useCases[folder+"."+name] = rel(file)
				if want := snake(name) + ".go"; path.Base(rel(file)) != want {
					t.Errorf("%s is in %s, and a reader looks for it in %s", name, rel(file), want)
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if s, ok := s.(*ast.TypeSpec); ok {
						types[folder+"."+s.Name.Name] = true
					}
				}
			}
		}
	}
	files := map[string]string{}
	for name, file := range seed.InOrder(useCases) {
		if types[name] {
			t.Errorf("%s is a type and a use case: call the type %sInput, or by what it is", name, name)
		}
		if other := files[file]; other != "" {
			t.Errorf("%s has two use cases, %s and %s", file, name, other)
		}
		files[file] = name
	}
	if len(useCases) < 80 {
		t.Errorf("only %d use cases were found", len(useCases))
	}
}

// snake is a name of Go as a file is called.
func snake(name string) string {
	name = strings.NewReplacer("API", "Api", "TOTP", "Totp").Replace(name)
	return strings.ToLower(regexp.MustCompile(`(.)([A-Z])`).ReplaceAllString(name, "${1}_$2"))
}
