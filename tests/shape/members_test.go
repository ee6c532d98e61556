package shape_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// readers are the functions of one surface's package: whom each calls in it, and which
// fields of generated structs it reads.
type readers struct {
	pkg   *types.Package // the generated one
	calls map[*types.Func][]*types.Func
	reads map[*types.Func]map[*types.Var]bool
	serve map[string]*types.Func    // the handler of an operation, by its name in lower case
	above map[*openapi3.Schema]bool // the schemas around the one that is walked: one may contain itself
}

// exports lists the files of compiled packages, for a type checker that reads no sources.
func exports(t *testing.T, patterns ...string) map[string]string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", append([]string{"list", "-export", "-deps", "-json=ImportPath,Export"}, patterns...)...)
	cmd.Dir, cmd.Stderr = root, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct{ ImportPath, Export string }
		if err := d.Decode(&p); err == io.EOF {
			return files
		} else if err != nil {
			t.Fatal(err)
		}
		files[p.ImportPath] = p.Export
	}
}

// checkedPackage parses and checks the types of one of our packages.
func checkedPackage(t *testing.T, path string, compiled map[string]string) (*types.Package, []*ast.File, *types.Info) {
	t.Helper()
	fset := token.NewFileSet()
	paths, err := filepath.Glob(filepath.Join(root, path, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, path := range paths {
		built, err := build.Default.MatchFile(filepath.Dir(path), filepath.Base(path))
		if err != nil {
			t.Fatal(err)
		}
		if !built || strings.HasSuffix(path, "_test.go") {
			continue // of another system, or a test
		}
		f, err := parser.ParseFile(fset, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Types: map[ast.Expr]types.TypeAndValue{}}
	config := types.Config{Importer: importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(compiled[path])
	})}
	checked, err := config.Check(module+"/"+path, fset, files, info)
	if err != nil {
		t.Fatal(err)
	}
	return checked, files, info
}

func readersOf(t *testing.T, surface string, compiled map[string]string) *readers {
	t.Helper()
	checked, files, info := checkedPackage(t, surfaceFolder(surface), compiled)
	r := &readers{calls: map[*types.Func][]*types.Func{}, reads: map[*types.Func]map[*types.Var]bool{}, serve: map[string]*types.Func{}, above: map[*openapi3.Schema]bool{}}
	for _, of := range checked.Imports() {
		if of.Path() == module+"/gen/server/"+surface+"api" {
			r.pkg = of
		}
	}
	for _, f := range files {
		for _, d := range f.Decls {
			if d, ok := d.(*ast.FuncDecl); ok && d.Body != nil {
				r.read(info, d)
			}
		}
	}
	return r
}

// read notes whom a function calls and what it reads: a field that is only written, or
// named in a composite literal, is not read.
func (r *readers) read(info *types.Info, d *ast.FuncDecl) {
	self, _ := info.Defs[d.Name].(*types.Func)
	r.reads[self] = map[*types.Var]bool{}
	if d.Recv != nil && d.Name.IsExported() {
		r.serve[strings.ToLower(d.Name.Name)] = self
	}
	written := map[ast.Node]bool{}
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, left := range n.Lhs {
				written[left] = true
			}
		case *ast.SelectorExpr:
			if s := info.Selections[n]; s != nil && s.Kind() == types.FieldVal && !written[n] {
				if v, ok := s.Obj().(*types.Var); ok {
					r.reads[self][v.Origin()] = true
				}
			}
		case *ast.Ident:
			if called, ok := info.Uses[n].(*types.Func); ok && called.Pkg() == self.Pkg() {
				r.calls[self] = append(r.calls[self], called.Origin())
			}
		}
		return true
	})
}

// fieldsRead returns everything that the handler of an operation reads, itself or through other functions.
func (r *readers) fieldsRead(handler *types.Func) map[*types.Var]bool {
	seen, read := map[*types.Func]bool{}, map[*types.Var]bool{}
	var visit func(*types.Func)
	visit = func(f *types.Func) {
		if seen[f] {
			return
		}
		seen[f] = true
		maps.Copy(read, r.reads[f])
		for _, called := range r.calls[f] {
			visit(called)
		}
	}
	visit(handler)
	return read
}

// asked is a member or parameter of an operation's request.
type asked struct {
	pointer  string
	unserved bool
	read     bool
	handedOn bool // below a member that the handler hands on as a whole
}

// walk lists what a schema asks for, and whether its field of the generated type is read.
func (r *readers) walk(s *openapi3.Schema, in types.Type, at string, read map[*types.Var]bool, found *[]asked) error {
	if r.above[s] {
		return nil
	}
	r.above[s] = true
	defer delete(r.above, s)
	in = plain(in)
	if s.Items != nil {
		list, ok := in.(*types.Slice)
		if !ok {
			return fmt.Errorf("%s: the list is a %s", at, in)
		}
		return r.walk(s.Items.Value, list.Elem(), at+"/0", read, found)
	}
	properties := maps.Clone(s.Properties)
	for _, part := range s.AllOf {
		for name, ref := range part.Value.Properties {
			if properties == nil {
				properties = openapi3.Schemas{}
			}
			properties[name] = ref
		}
	}
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		member := properties[name].Value
		field := fieldOf(in, name)
		if field == nil {
			return fmt.Errorf("%s/%s: there is no such field in %s", at, name, in)
		}
		unserved := member.Extensions["x-not-served"] == true
		before := len(*found)
		if !unserved {
			if err := r.walk(member, field.Type(), at+"/"+name, read, found); err != nil {
				return err
			}
		}
		if len(*found) == before { // nothing below it: the value itself is what is asked for
			*found = append(*found, asked{pointer: at + "/" + name, unserved: unserved, read: read[field]})
		}
		for i := before; i < len(*found); i++ {
			(*found)[i].handedOn = (*found)[i].handedOn || read[field]
		}
	}
	return nil
}

// plain takes a type out of its pointers, names and nullability.
func plain(of types.Type) types.Type {
	for {
		switch t := types.Unalias(of).(type) {
		case *types.Pointer:
			of = t.Elem()
		case *types.Named:
			if t.Obj().Name() == "Nullable" && t.TypeArgs().Len() == 1 {
				of = t.TypeArgs().At(0)
				continue
			}
			return t.Underlying()
		default:
			return t
		}
	}
}

// fieldOf finds the field of a struct that carries a name on the wire.
func fieldOf(in types.Type, name string) *types.Var {
	s, ok := plain(in).(*types.Struct)
	if !ok {
		return nil
	}
	for i := range s.NumFields() {
		if wireName(s, i) == name {
			return s.Field(i)
		}
	}
	return nil
}

// wireName is what a field is called on the wire.
func wireName(s *types.Struct, i int) string {
	for _, kind := range []string{"form", "json"} {
		if name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get(kind), ","); name != "" {
			return name
		}
	}
	return ""
}

// fieldsRead are the fields of structs that a package reads, by type and name.
func fieldsRead(info *types.Info, files []*ast.File) map[string]bool {
	read, written := map[string]bool{}, map[ast.Node]bool{}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, left := range n.Lhs {
					written[left] = true
				}
			case *ast.SelectorExpr:
				if s := info.Selections[n]; s != nil && s.Kind() == types.FieldVal && !written[n] {
					owner := types.TypeString(s.Recv(), func(*types.Package) string { return "" })
					read[strings.TrimPrefix(owner, "*")+"."+s.Obj().Name()] = true
				}
			}
			return true
		})
	}
	return read
}

// request is the type that was generated of an operation's request.
func (r *readers) request(operation string) types.Type {
	for _, name := range r.pkg.Scope().Names() {
		if strings.EqualFold(name, operation+"RequestObject") {
			return r.pkg.Scope().Lookup(name).Type()
		}
	}
	return nil
}

func goField(in types.Type, name string) *types.Var {
	s, ok := plain(in).(*types.Struct)
	if !ok {
		return nil
	}
	for i := range s.NumFields() {
		if s.Field(i).Name() == name {
			return s.Field(i)
		}
	}
	return nil
}

// requestOf lists all that can be asked of an operation.
func (r *readers) requestOf(item *openapi3.PathItem, op *openapi3.Operation) (found []asked, err error) {
	handler, of := r.serve[strings.ToLower(op.OperationID)], r.request(op.OperationID)
	if handler == nil || of == nil {
		return nil, fmt.Errorf("%s has no handler or no request type", op.OperationID)
	}
	read := r.fieldsRead(handler)
	for _, ref := range slices.Concat(item.Parameters, op.Parameters) {
		p := ref.Value
		if p.In == openapi3.ParameterInPath {
			continue
		}
		a := asked{pointer: p.In + ":" + p.Name}
		if params := goField(of, "Params"); params != nil {
			a.read = read[fieldOf(params.Type(), p.Name)]
		}
		found = append(found, a)
	}
	refused, _ := op.Extensions["x-not-served"].([]any)
	for _, pointer := range refused {
		found = append(found, asked{pointer: fmt.Sprint(pointer), unserved: true})
	}
	if op.RequestBody == nil {
		return found, nil
	}
	body := goField(of, "Body")
	for _, content := range op.RequestBody.Value.Content {
		if err := r.walk(content.Schema.Value, body.Type(), "", read, &found); err != nil {
			return nil, err
		}
	}
	return found, nil
}
