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
)

// TestTestsGoThroughMapsInOrder: range goes through a map in an order that no seed can
// repeat; seed.InOrder does not. Found is what is a map by its looks: a literal, a variable
// of the file or package that was made as one, a function of the package that gives one.
func TestTestsGoThroughMapsInOrder(t *testing.T) {
	t.Parallel()
	packages := map[string][]*ast.File{}
	positions := token.NewFileSet()
	for _, path := range goFiles(t, true) {
		f, err := parser.ParseFile(positions, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(path, "_test.go") && !strings.Contains(path, "/tests/sdk/") { // a module of its own
			name := filepath.Dir(path) + " " + f.Name.Name
			packages[name] = append(packages[name], f)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(packages)) {
		for _, where := range unordered(positions, packages[name]) {
			t.Errorf("%s goes through a map in a random order; use seed.InOrder", where)
		}
	}
}

func TestARandomOrderIsFound(t *testing.T) {
	t.Parallel()
	const text = `package p
var all = map[string]int{}
func some() map[string]int { return nil }
func f() {
	made, list := make(map[string]bool), []int{}
	for range made {}
	for range list {}
	for range seed.InOrder(all) {}
	for range all {}
	for range some() {}
	for range map[int]bool{1: true} {}
	var all []int
	for range all {}
}`
	positions := token.NewFileSet()
	f, err := parser.ParseFile(positions, "f.go", text, 0)
	if err != nil {
		t.Fatal(err)
	}
	if found := fmt.Sprint(unordered(positions, []*ast.File{f})); found != "[f.go:6 f.go:9 f.go:10 f.go:11]" {
		t.Error(found)
	}
}

// unordered lists where the files of a package range over a map.
func unordered(positions *token.FileSet, files []*ast.File) (found []string) {
	known := map[string]bool{} // names of maps, and of functions that give one
	for _, f := range files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Type.Results != nil {
				_, known[fn.Name.Name] = fn.Type.Results.List[0].Type.(*ast.MapType)
			} else if g, ok := d.(*ast.GenDecl); ok {
				for _, s := range g.Specs {
					if v, ok := s.(*ast.ValueSpec); ok {
						for i, name := range v.Names {
							known[name.Name] = i < len(v.Values) && isMap(v.Values[i], nil)
						}
					}
				}
			}
		}
	}
	for _, f := range files {
		for _, d := range f.Decls {
			local := maps.Clone(known)
			ast.Inspect(d, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.AssignStmt:
					for i, to := range n.Lhs {
						if name, ok := to.(*ast.Ident); ok && len(n.Lhs) == len(n.Rhs) && n.Tok == token.DEFINE {
							local[name.Name] = isMap(n.Rhs[i], local)
						}
					}
				case *ast.ValueSpec: // a variable that hides one of the package
					for _, name := range n.Names {
						_, local[name.Name] = n.Type.(*ast.MapType)
					}
				case *ast.RangeStmt:
					if isMap(n.X, local) {
						at := positions.Position(n.Pos())
						found = append(found, fmt.Sprintf("%s:%d", rel(at.Filename), at.Line))
					}
				}
				return true
			})
		}
	}
	return found
}

func isMap(x ast.Expr, known map[string]bool) bool {
	switch x := x.(type) {
	case *ast.CompositeLit:
		_, ok := x.Type.(*ast.MapType)
		return ok
	case *ast.Ident:
		return known[x.Name]
	case *ast.CallExpr:
		name, ok := x.Fun.(*ast.Ident)
		if ok && name.Name == "make" && len(x.Args) > 0 {
			_, ok = x.Args[0].(*ast.MapType)
			return ok
		}
		return ok && known[name.Name]
	}
	return false
}
