package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode"
)

// goSDK has the declarations of the Go SDK. The generator of its models has its own rules for names,
// pointers and nulls; reading its output avoids repeating these rules here.
type goSDK struct {
	dir       string
	types     map[string]*ast.TypeSpec
	folded    map[string]string // names of the types by their folded form, which the contract's names share
	constants map[string]string // by type and value
}

var goSDKs = map[string]*goSDK{} // by folder

// goSDKBeside returns the SDK that is written beside a bundle.
func goSDKBeside(bundle string) *goSDK {
	dir := filepath.Join(filepath.Dir(bundle), "..", "sdk", "go")
	if goSDKs[dir] == nil {
		goSDKs[dir] = &goSDK{dir: dir}
	}
	return goSDKs[dir]
}

// read parses the SDK when it is needed first; other languages do not need it.
func (s *goSDK) read() error {
	if s.types != nil {
		return nil
	}
	s.types, s.folded, s.constants = map[string]*ast.TypeSpec{}, map[string]string{}, map[string]string{}
	for _, name := range []string{"secret.go", "models.gen.go", "operations.gen.go"} {
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(s.dir, name), nil, parser.SkipObjectResolution)
		if errors.Is(err, fs.ErrNotExist) && name == "operations.gen.go" { // it is being written now, with the models' types
			continue
		}
		if err != nil {
			return err
		}
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok {
				s.addTypes(g)
			}
		}
	}
	return nil
}

func (s *goSDK) addTypes(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		switch x := spec.(type) {
		case *ast.TypeSpec:
			s.types[x.Name.Name] = x
			s.folded[folded(x.Name.Name)] = x.Name.Name
		case *ast.ValueSpec:
			if v, ok := x.Values[0].(*ast.BasicLit); ok && x.Type != nil {
				s.constants[typeName(x.Type)+" "+v.Value] = x.Names[0].Name
			}
		}
	}
}

// typeOf returns the name that the generator gave to the type of a schema.
func (s *goSDK) typeOf(schema string) (string, error) {
	if err := s.read(); err != nil {
		return "", err
	}
	if name := s.folded[folded(schema)]; name != "" {
		return name, nil
	}
	return "", fmt.Errorf("the SDK has no type for %s", schema)
}

// parameter returns the type of a parameter's value.
func (s *goSDK) parameter(p parameter) (string, error) {
	switch {
	case p.Secret || p.Schema.Format == "password":
		return "Secret", nil
	case p.Schema.Ref != "":
		return s.typeOf(last(p.Schema.Ref))
	case p.Schema.Type == "string" && p.Schema.Format != "date-time":
		return "string", nil
	case p.Schema.Type == "boolean":
		return "bool", nil
	case p.Schema.Type == "integer" && p.Schema.Format == "int32":
		return "int32", nil
	}
	return "", fmt.Errorf("no type for the parameter %s", p.Name)
}

// goVariable returns the name of a variable: userID.
func goVariable(name string) string {
	w := wordsOf(name)
	return w[0] + w[1:].Go()
}

// typeName returns the name of a type, or of the type that a pointer points to.
func typeName(t ast.Expr) string {
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	if i, ok := t.(*ast.Ident); ok {
		return i.Name
	}
	return ""
}

// folded returns the form in which names of the contract and of Go are compared.
func folded(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// goType returns the text of a type as it is written outside the SDK.
func goType(t ast.Expr) string {
	switch x := t.(type) {
	case *ast.Ident:
		if ast.IsExported(x.Name) {
			return "rekey." + x.Name
		}
		return x.Name
	case *ast.SelectorExpr:
		return goType(x.X) + "." + x.Sel.Name
	case *ast.StarExpr:
		return "*" + goType(x.X)
	case *ast.ArrayType:
		return "[]" + goType(x.Elt)
	case *ast.MapType:
		return "map[" + goType(x.Key) + "]" + goType(x.Value)
	case *ast.InterfaceType:
		return "any"
	}
	return fmt.Sprintf("%T", t)
}
