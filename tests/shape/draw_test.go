package shape_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// TestOnlyTestFunctionsDraw: make test-exhaustive finds the tests that draw by their source, and
// runs the cases that they left out. A test that draws in another function would be missed,
// and five sixths of its cases would never run.
func TestOnlyTestFunctionsDraw(t *testing.T) {
	t.Parallel()
	positions, drawing := token.NewFileSet(), 0
	for _, path := range goFiles(t, true) {
		f, err := parser.ParseFile(positions, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		if folder := rel(path); under(folder, "tests/seed") || under(folder, "tests/sdk") {
			continue
		}
		for _, draw := range drawings(f) {
			drawing++
			found := strings.HasSuffix(path, "_test.go") && (under(rel(path), "impl") || under(rel(path), "tests"))
			if !found || !strings.HasPrefix(draw.in, "Test") {
				t.Errorf("%s: seed.%s is called in %q; call it in the test itself, in impl or tests, where make test-exhaustive looks",
					positions.Position(draw.at), draw.name, draw.in)
			}
		}
	}
	if drawing == 0 {
		t.Error("no test draws")
	}
}

func TestADrawingFunctionIsFound(t *testing.T) {
	t.Parallel()
	f, err := parser.ParseFile(token.NewFileSet(), "f.go", `package p
func TestOne(t T) { for range seed.Draw(t, all) {} }
func some(t T) []int { return seed.Draw(t, all) }
func often(t T) int { return seed.Rounds(t, 9) + seed.For(t).IntN(3) }`, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, d := range drawings(f) {
		found = append(found, d.in+" "+d.name)
	}
	if got := fmt.Sprint(found); got != "[TestOne Draw some Draw often Rounds]" {
		t.Error(got)
	}
}

// drawing is a call that plays a part of something.
type drawing struct {
	in, name string
	at       token.Pos
}

func drawings(f *ast.File) (found []drawing) {
	for _, d := range f.Decls {
		in := "a variable"
		if fn, ok := d.(*ast.FuncDecl); ok {
			in = fn.Name.Name
		}
		ast.Inspect(d, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && (s.Sel.Name == "Draw" || s.Sel.Name == "Rounds") {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "seed" {
					found = append(found, drawing{in, s.Sel.Name, s.Pos()})
				}
			}
			return true
		})
	}
	return found
}
