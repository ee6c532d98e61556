package main

import (
	"encoding/base64"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/oasdiff/yaml3"
)

// golang writes a snippet for the Go SDK. What has which type is read from the SDK itself, beside the bundle: the
// generator has its own ways with names, pointers and nulls, which need not be known a second time.
func golang(d document, s snippet) (string, error) {
	sdk, err := readGoSDK(d.file)
	if err != nil {
		return "", err
	}
	method, err := sdk.method(s.ID)
	if err != nil {
		return "", err
	}
	arguments := []goText{{open: "ctx"}}
	path := s.Path
	for _, p := range method.Type.Params.List {
		var a goText
		switch name := p.Names[0].Name; {
		case name == "ctx" || name == "opts":
			continue
		case len(path) > 0: // the parameters of the path come first
			a, err = sdk.text(p.Type, path[0].Value, false)
			path = path[1:]
		case name == "params" && len(s.Query) == 0:
			a.open = "nil"
		case name == "params":
			query := &yaml.Node{Kind: yaml.MappingNode}
			for _, q := range s.Query {
				query.Content = append(query.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: q.Name}, q.Value)
			}
			a, err = sdk.text(p.Type, query, true)
		default:
			a, err = sdk.text(p.Type, s.Value, true)
		}
		if err != nil {
			return "", fmt.Errorf("%s: %w", p.Names[0].Name, err)
		}
		arguments = append(arguments, a)
	}
	if s.Basic() {
		arguments = append(arguments, goText{open: "rekey.WithClientCredentials(clientID, clientSecret)"})
	}
	text := goCall(s.Answer != "", method.Name.Name, arguments)
	if s.AnswerType == "application/x-ndjson" {
		text += fmt.Sprintf(eachLine, upper(s.Answer))
	}
	formatted, err := format.Source([]byte(text))
	return string(formatted), err
}

// eachLine ends with io.EOF alone: a connection that is lost must not look like the end.
const eachLine = `
if err != nil {
	log.Fatal(err)
}
defer answer.Close()
for lines := json.NewDecoder(answer); ; {
	var line rekey.%s
	if err := lines.Decode(&line); err == io.EOF {
		break
	} else if err != nil {
		log.Fatal(err)
	}
	fmt.Println(line)
}`

// goCall leaves to its reader what becomes of err, as other documentation of Go does.
func goCall(answered bool, method string, arguments []goText) string {
	call := goText{"err := client." + method + "(", ")", arguments}
	if answered {
		call = call.within("answer, ", "")
	}
	if line := call.flat(); len(line) <= goWidth {
		return line
	}
	var each []string
	for _, a := range arguments {
		each = append(each, a.broken(0))
	}
	text := call.open + strings.Join(each, ", ") + call.end
	if line, _, more := strings.Cut(text, "\n"); more && len(line) <= goWidth {
		return text
	}
	return call.broken(0)
}

// goMethod is the name of the method for an operation.
func (d document) goMethod(id string) (string, error) {
	sdk, err := readGoSDK(d.file)
	if err != nil {
		return "", err
	}
	m, err := sdk.method(id)
	if err != nil {
		return "", err
	}
	return m.Name.Name, nil
}

// goWidth is how long a line may be, where a tab counts as four.
const goWidth = 90

// goText is a value in Go: a literal with its elements, or only the text open.
type goText struct {
	open, end string
	elements  []goText
}

func (t goText) within(open, end string) goText {
	t.open, t.end = open+t.open, t.end+end
	return t
}

func (t goText) flat() string {
	var all []string
	for _, e := range t.elements {
		all = append(all, e.flat())
	}
	return t.open + strings.Join(all, ", ") + t.end
}

// broken gives each element a line of its own. The formatter aligns them.
func (t goText) broken(depth int) string {
	if len(t.elements) == 0 {
		return t.flat()
	}
	var b strings.Builder
	b.WriteString(t.open)
	for _, e := range t.elements {
		line := e.flat()
		if 4*(depth+1)+len(line) >= goWidth {
			line = e.broken(depth + 1)
		}
		b.WriteString("\n" + line + ",")
	}
	return b.String() + "\n" + t.end
}

// goSDK is what the SDK declares.
type goSDK struct {
	types     map[string]*ast.TypeSpec
	constants map[string]string        // by type and value
	methods   map[string]*ast.FuncDecl // of the client, by folded name
}

var goSDKs = map[string]*goSDK{} // by bundle

func readGoSDK(bundle string) (*goSDK, error) {
	if s := goSDKs[bundle]; s != nil {
		return s, nil
	}
	s := &goSDK{map[string]*ast.TypeSpec{}, map[string]string{}, map[string]*ast.FuncDecl{}}
	for _, name := range []string{"secret.go", "api.gen.go"} {
		file := filepath.Join(filepath.Dir(bundle), "..", "sdk", "go", name)
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, d := range f.Decls {
			s.note(d)
		}
	}
	goSDKs[bundle] = s
	return s, nil
}

func (s *goSDK) note(d ast.Decl) {
	if f, ok := d.(*ast.FuncDecl); ok {
		if f.Recv != nil && typeName(f.Recv.List[0].Type) == "Client" {
			s.methods[folded(f.Name.Name)] = f
		}
		return
	}
	for _, spec := range d.(*ast.GenDecl).Specs {
		switch x := spec.(type) {
		case *ast.TypeSpec:
			s.types[x.Name.Name] = x
		case *ast.ValueSpec:
			if v, ok := x.Values[0].(*ast.BasicLit); ok && x.Type != nil {
				s.constants[typeName(x.Type)+" "+v.Value] = x.Names[0].Name
			}
		}
	}
}

func (s *goSDK) method(id string) (*ast.FuncDecl, error) {
	if m := s.methods[folded(id)]; m != nil {
		return m, nil
	}
	return nil, fmt.Errorf("the SDK has no %s", id)
}

// typeName is the name of a type, or of what a pointer leads to.
func typeName(t ast.Expr) string {
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	if i, ok := t.(*ast.Ident); ok {
		return i.Name
	}
	return ""
}

// folded is what the contract's name for something and Go's have in common.
func folded(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// text writes a value of a type. Where typed is not asked for, the place that it stands in tells the type.
func (s *goSDK) text(t ast.Expr, n *yaml.Node, typed bool) (goText, error) {
	switch x := t.(type) {
	case *ast.StarExpr:
		return s.pointed(x.X, n)
	case *ast.IndexExpr: // nullable.Nullable[T]
		if n.Tag == "!!null" {
			return goText{open: "rekey.Null[" + goType(x.Index) + "]()"}, nil
		}
		v, err := s.text(x.Index, n, true)
		return v.within("rekey.Value(", ")"), err
	case *ast.Ident:
		if declared := s.types[x.Name]; declared != nil {
			return s.named(declared, n, typed)
		}
	}
	switch n.Kind {
	case yaml.MappingNode, yaml.SequenceNode:
		return s.composite(t, t, n, typed)
	}
	return s.scalar(t, n, typed)
}

// pointed writes the address of a value.
func (s *goSDK) pointed(t ast.Expr, n *yaml.Node) (goText, error) {
	v, err := s.text(t, n, true)
	if n.Kind == yaml.ScalarNode {
		return v.within("rekey.Ptr(", ")"), err
	}
	return v.within("&", ""), err
}

// named writes a value of a type that the SDK declares.
func (s *goSDK) named(declared *ast.TypeSpec, n *yaml.Node, typed bool) (goText, error) {
	if n.Kind != yaml.ScalarNode {
		return s.composite(declared.Name, declared.Type, n, typed)
	}
	if name := s.constants[declared.Name.Name+" "+strconv.Quote(n.Value)]; name != "" {
		return goText{open: "rekey." + name}, nil
	}
	_, empty := declared.Type.(*ast.InterfaceType)
	if declared.Assign.IsValid() && !empty { // a type's other name
		return s.text(declared.Type, n, typed)
	}
	v, err := s.text(declared.Type, n, false)
	if typed {
		v = v.within(goType(declared.Name)+"(", ")")
	}
	return v, err
}

// composite writes a literal of a struct, a map or a slice, in which the type's name may be left out.
func (s *goSDK) composite(name, t ast.Expr, n *yaml.Node, typed bool) (goText, error) {
	v := goText{open: "{", end: "}"}
	if typed {
		v.open = goType(name) + "{"
	}
	add := func(key string, t ast.Expr, n *yaml.Node, typed bool) error {
		e, err := s.text(t, n, typed)
		v.elements = append(v.elements, e.within(key, ""))
		if err != nil {
			return fmt.Errorf("%s%w", key, err)
		}
		return nil
	}
	switch x := t.(type) {
	case *ast.StructType:
		fields := map[string]*ast.Field{}
		for _, f := range x.Fields.List {
			fields[folded(f.Names[0].Name)] = f
		}
		for key, value := range members(n) {
			f := fields[folded(key.Value)]
			if f == nil {
				return v, fmt.Errorf("%s has no %s", goType(name), key.Value)
			}
			// An element of a struct names its type, unlike those of maps and slices.
			if err := add(f.Names[0].Name+": ", f.Type, value, value.Kind != yaml.ScalarNode); err != nil {
				return v, err
			}
		}
	case *ast.MapType:
		for key, value := range members(n) {
			if err := add(strconv.Quote(key.Value)+": ", x.Value, value, false); err != nil {
				return v, err
			}
		}
	case *ast.ArrayType:
		for _, value := range n.Content {
			if err := add("", x.Elt, value, false); err != nil {
				return v, err
			}
		}
	default:
		return v, fmt.Errorf("%s is no literal of the type %s", n.Tag, goType(name))
	}
	return v, nil
}

func (s *goSDK) scalar(t ast.Expr, n *yaml.Node, typed bool) (goText, error) {
	name := goType(t)
	switch {
	case n.Tag == "!!null":
		return goText{}, fmt.Errorf("null is no value of the type %s", name)
	case name == "time.Time":
		at, err := time.Parse(time.RFC3339Nano, n.Value)
		y, m, d := at.UTC().Date()
		return goText{open: fmt.Sprintf("time.Date(%d, time.%s, %d, %d, %d, %d, %d, time.UTC)",
			y, m, d, at.UTC().Hour(), at.Minute(), at.Second(), at.Nanosecond())}, err
	case name == "[]byte":
		raw, err := base64.StdEncoding.DecodeString(n.Value)
		return goText{open: "[]byte(" + strconv.Quote(string(raw)) + ")"}, err
	case n.Tag == "!!str":
		return goText{open: strconv.Quote(n.Value)}, nil
	case n.Tag == "!!bool", !typed, name == "int":
		return goText{open: n.Value}, nil
	}
	return goText{open: name + "(" + n.Value + ")"}, nil
}

// goType is the text of a type, as it is written outside of the SDK.
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
