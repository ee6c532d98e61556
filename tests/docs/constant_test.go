package docs_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// value is a number of the program's source, or a time.
type value struct {
	amount int64
	time   bool
}

// spellings are the ways in which a page may write a value, the usual one first.
func spellings(amount int64, isTime bool) []string {
	var all []string
	if isTime {
		for _, u := range []struct {
			name string
			is   time.Duration
			from int64 // how many there must be to speak of them: one day is 24 hours
		}{{"day", 24 * time.Hour, 2}, {"hour", time.Hour, 1}, {"minute", time.Minute, 1}, {"second", time.Second, 1}} {
			n := amount / int64(u.is)
			if n < u.from || amount%int64(u.is) != 0 {
				continue
			}
			if n > 1 {
				u.name += "s"
			}
			all = append(all, fmt.Sprintf("%d %s", n, u.name))
		}
		return all
	}
	for _, u := range []struct {
		name string
		is   int64
	}{{" MiB", 1 << 20}, {" KiB", 1 << 10}} {
		if amount >= u.is && amount%u.is == 0 {
			all = append(all, fmt.Sprintf("%d%s", amount/u.is, u.name))
		}
	}
	plain := strconv.FormatInt(amount, 10)
	for at := len(plain) - 3; at > 0; at -= 3 {
		plain = plain[:at] + "," + plain[at:]
	}
	return append(all, plain)
}

// source reads the files of a folder, without its tests.
func source(t *testing.T, folder string) []*ast.File {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no source in %s: %v", folder, err)
	}
	var files []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

// constant is the value of a constant, computed from its declaration.
func constant(t *testing.T, folder, name string) value {
	t.Helper()
	for _, f := range source(t, folder) {
		for _, d := range f.Decls {
			group, ok := d.(*ast.GenDecl)
			if !ok || group.Tok != token.CONST {
				continue
			}
			for _, s := range group.Specs {
				spec := s.(*ast.ValueSpec)
				for i, n := range spec.Names {
					if n.Name == name && i < len(spec.Values) {
						return computed(t, folder, spec.Values[i])
					}
				}
			}
		}
	}
	t.Fatalf("%s has no constant %s", folder, name)
	return value{}
}

// returned lists the times and numbers that a function returns, first results only.
func returned(t *testing.T, folder, name string) []value {
	t.Helper()
	var all []value
	for _, f := range source(t, folder) {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Name.Name != name || fn.Recv != nil {
				continue
			}
			ast.Inspect(fn.Body, func(n ast.Node) bool {
				if r, ok := n.(*ast.ReturnStmt); ok {
					if v := computed(t, folder, r.Results[0]); v.amount != 0 {
						all = append(all, v)
					}
				}
				return true
			})
		}
	}
	if len(all) == 0 {
		t.Fatalf("%s has no function %s that returns a number", folder, name)
	}
	return all
}

func computed(t *testing.T, folder string, e ast.Expr) value {
	t.Helper()
	switch e := e.(type) {
	case *ast.BasicLit:
		n, err := strconv.ParseInt(e.Value, 0, 64)
		if err != nil {
			t.Fatal(err)
		}
		return value{amount: n}
	case *ast.ParenExpr:
		return computed(t, folder, e.X)
	case *ast.Ident:
		return constant(t, folder, e.Name)
	case *ast.SelectorExpr:
		units := map[string]time.Duration{"Second": time.Second, "Minute": time.Minute, "Hour": time.Hour}
		if unit, ok := units[e.Sel.Name]; ok {
			return value{int64(unit), true}
		}
	case *ast.BinaryExpr:
		x, y := computed(t, folder, e.X), computed(t, folder, e.Y)
		isTime := x.time || y.time
		switch e.Op {
		case token.MUL:
			return value{x.amount * y.amount, isTime}
		case token.ADD:
			return value{x.amount + y.amount, isTime}
		case token.SHL:
			return value{x.amount << y.amount, isTime}
		}
	}
	t.Fatalf("%s: %T is more than this test can compute", folder, e)
	return value{}
}
