package shape_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

// A write through a read handle does not compile: each method that a transaction has of its
// own is unknown to what Store.Read answers, and each that it has from its Reader is known.
func TestAWriteThroughAReaderDoesNotCompile(t *testing.T) {
	t.Parallel()
	compiled := exports(t, "./impl/store")
	pkg, files, _ := checkedPackage(t, "impl/store", compiled)
	reads, writes := exported(methods(files, "Reader")), exported(methods(files, "Tx"))
	if len(reads) < 80 || len(writes) < 80 {
		t.Fatalf("%d reads and %d writes were found", len(reads), len(writes))
	}
	for _, name := range append(slices.Clone(reads), writes...) {
		if refused, want := compilesNot(t, pkg.Path(), name, compiled), slices.Contains(writes, name); refused != want {
			t.Errorf("Store.Read(ctx).%s is refused by the compiler: %v, want %v", name, refused, want)
		}
	}
}

// No method of Reader writes, and no function of the store that is given one.
func TestAReaderOnlyReads(t *testing.T) {
	t.Parallel()
	_, files, info := checkedPackage(t, "impl/store", exports(t, "./impl/store"))
	for _, f := range functions(files) {
		if !takes(f, "Reader") {
			continue
		}
		if how := writesBy(f.Body, info); how != "" {
			t.Errorf("%s has a Reader and calls %s", f.Name.Name, how)
		}
	}
	found := slices.ContainsFunc(methods(files, "Tx"), func(f *ast.FuncDecl) bool {
		return f.Name.Name == "ReplaceCredential" && writesBy(f.Body, info) != ""
	})
	if !found {
		t.Error("a guarded update is not taken for a write")
	}
}

func functions(files []*ast.File) []*ast.FuncDecl {
	var all []*ast.FuncDecl
	for _, f := range files {
		for _, d := range f.Decls {
			if d, ok := d.(*ast.FuncDecl); ok {
				all = append(all, d)
			}
		}
	}
	return all
}

func methods(files []*ast.File, receiver string) []*ast.FuncDecl {
	return slices.DeleteFunc(functions(files), func(f *ast.FuncDecl) bool { return f.Recv == nil || !pointsTo(f.Recv.List[0].Type, receiver) })
}

func exported(methods []*ast.FuncDecl) []string {
	var names []string
	for _, f := range methods {
		if f.Name.IsExported() {
			names = append(names, f.Name.Name)
		}
	}
	return names
}

func pointsTo(e ast.Expr, name string) bool {
	star, ok := e.(*ast.StarExpr)
	if !ok {
		return false
	}
	id, ok := star.X.(*ast.Ident)
	return ok && id.Name == name
}

// takes tells whether a function has a receiver or a parameter of a type.
func takes(f *ast.FuncDecl, name string) bool {
	if f.Recv != nil && pointsTo(f.Recv.List[0].Type, name) {
		return true
	}
	return slices.ContainsFunc(f.Type.Params.List, func(p *ast.Field) bool { return pointsTo(p.Type, name) })
}

// writesBy names the first method of gorm that changes rows, or runs any statement, and
// the first mention of Tx, whose methods do.
func writesBy(body ast.Node, info *types.Info) (how string) {
	changes := []string{"Create", "CreateInBatches", "Delete", "Exec", "FirstOrCreate", "Save", "Update", "UpdateColumn", "UpdateColumns", "Updates"}
	ast.Inspect(body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || how != "" {
			return true
		}
		switch o := info.Uses[id].(type) {
		case *types.Func:
			if strings.HasPrefix(o.FullName(), "(*gorm.io/gorm.DB).") && slices.Contains(changes, o.Name()) {
				how = o.FullName()
			}
		case *types.TypeName:
			if o.Name() == "Tx" && o.Pkg().Path() == module+"/impl/store" {
				how = "Tx"
			}
		}
		return true
	})
	return how
}

// compilesNot type-checks the use of one method on what Store.Read answers.
func compilesNot(t *testing.T, path, method string, compiled map[string]string) bool {
	t.Helper()
	fset := token.NewFileSet()
	source := fmt.Sprintf("package p\n\nimport %q\n\nfunc use(s *store.Store) any { return s.Read(nil).%s }\n", path, method)
	f, err := parser.ParseFile(fset, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	config := types.Config{Importer: importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(compiled[path]) })}
	_, err = config.Check("p", fset, []*ast.File{f}, nil)
	if err != nil && !strings.Contains(err.Error(), "has no field or method "+method) {
		t.Fatal(err)
	}
	return err != nil
}
