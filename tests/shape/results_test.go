package shape_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// TestAResultIsReadWhole: a use case that has several results, such as a login, answers a
// closed interface. Go lets a switch over it forget one of them, and this does not.
func TestAResultIsReadWhole(t *testing.T) {
	t.Parallel()
	positions := token.NewFileSet()
	var files []*ast.File
	for _, path := range goFiles(t, true) {
		f, err := parser.ParseFile(positions, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	results := closedResults(files)
	if !slices.Contains(slices.Collect(maps.Keys(results)), "logins.Login") {
		t.Errorf("no closed interface Login among %v", slices.Sorted(maps.Keys(results)))
	}
	for _, where := range halfRead(positions, files, results) {
		t.Error(where)
	}
}

func TestAHalfReadResultIsFound(t *testing.T) {
	t.Parallel()
	positions := token.NewFileSet()
	var files []*ast.File
	for name, text := range seed.InOrder(map[string]string{"core.go": `package core
type Login interface{ login() }
type Check interface{ check() }
type In struct{}
type Asked struct{}
type Done struct{}
func (*In) login() {}
func (*Asked) login() {}
func (*Asked) check() {}
func (*Done) check() {}
`, "edge.go": `package edge
func f(l core.Login, c core.Check, other any) {
	switch l.(type) {
	case *core.In, *core.Asked:
	}
	switch c.(type) {
	case *core.Asked:
	case *core.Done:
	}
	switch l.(type) {
	case *core.In:
	default:
	}
	_ = l.(*core.In)
	switch other.(type) {
	case *In, *edge.Done, string:
	}
}
`, "edge_test.go": `package edge_test
func f(l core.Login) { _ = l.(*core.In) }
`}) {
		f, err := parser.ParseFile(positions, name, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	found := halfRead(positions, files, closedResults(files))
	if len(found) != 2 || !strings.HasPrefix(found[0], "edge.go:10 ") || !strings.HasPrefix(found[1], "edge.go:14 ") {
		t.Error(found)
	}
}

// closedResults are the interfaces that one unexported method closes, each with the types
// that have it.
func closedResults(files []*ast.File) map[string][]string {
	closing, out := map[string]string{}, map[string][]string{}
	each := func(see func(in string, n ast.Node)) {
		for _, f := range files {
			for _, d := range f.Decls {
				ast.Inspect(d, func(n ast.Node) bool { see(f.Name.Name, n); return n != nil })
			}
		}
	}
	each(func(in string, n ast.Node) {
		s, ok := n.(*ast.TypeSpec)
		if !ok {
			return
		}
		i, ok := s.Type.(*ast.InterfaceType)
		if ok && s.Name.IsExported() && len(i.Methods.List) == 1 && len(i.Methods.List[0].Names) == 1 && !i.Methods.List[0].Names[0].IsExported() {
			closing[in+"."+i.Methods.List[0].Names[0].Name] = in + "." + s.Name.Name
		}
	})
	each(func(in string, n ast.Node) {
		m, ok := n.(*ast.FuncDecl)
		if !ok || m.Recv == nil {
			return
		}
		if name := closing[in+"."+m.Name.Name]; name != "" {
			out[name] = append(out[name], typeName(in, m.Recv.List[0].Type))
		}
	})
	return out
}

// halfRead finds switches that name some of a result's types and not all, and, outside of
// tests, assertions of one of them.
func halfRead(positions *token.FileSet, files []*ast.File, results map[string][]string) []string {
	var found []string
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			var named []string
			switch n := n.(type) {
			case *ast.TypeSwitchStmt:
				for _, c := range n.Body.List {
					for _, e := range c.(*ast.CaseClause).List {
						named = append(named, typeName(f.Name.Name, e))
					}
				}
			case *ast.TypeAssertExpr:
				if at := positions.Position(n.Pos()); n.Type != nil && !strings.HasSuffix(at.Filename, "_test.go") && !strings.Contains(at.Filename, "/tests/") {
					named = []string{typeName(f.Name.Name, n.Type)}
				}
			}
			if name := half(named, results); name != "" {
				at := positions.Position(n.Pos())
				found = append(found, fmt.Sprintf("%s:%d reads some results of %s: a switch names all of %s",
					filepath.Base(at.Filename), at.Line, name, strings.Join(results[name], ", ")))
			}
			return true
		})
	}
	slices.Sort(found)
	return found
}

// half names the result of which some types are named; empty if a result is named whole.
func half(named []string, results map[string][]string) string {
	out := ""
	for _, name := range slices.Sorted(maps.Keys(results)) {
		missing := slices.DeleteFunc(slices.Clone(results[name]), func(t string) bool { return slices.Contains(named, t) })
		switch len(missing) {
		case 0:
			return ""
		case len(results[name]):
		default:
			out = name
		}
	}
	return out
}

// typeName is a pointer's type with its package.
func typeName(in string, e ast.Expr) string {
	star, ok := e.(*ast.StarExpr)
	if !ok {
		return ""
	}
	switch t := star.X.(type) {
	case *ast.Ident:
		return in + "." + t.Name
	case *ast.SelectorExpr:
		if p, ok := t.X.(*ast.Ident); ok {
			return p.Name + "." + t.Sel.Name
		}
	}
	return ""
}
