package main

import (
	"encoding/base64"
	"fmt"
	"go/ast"
	"go/format"
	"strconv"
	"strings"
	"time"

	"github.com/oasdiff/yaml3"
)

// golang writes a snippet for the Go SDK, and leaves to its reader what becomes of err, as other documentation of Go does.
func golang(d document, s snippet) (string, error) {
	sdk := goSDKBeside(d.file)
	if err := sdk.read(); err != nil {
		return "", err
	}
	arguments := []string{"ctx"}
	for _, p := range s.Path {
		arguments = append(arguments, strconv.Quote(p.Value.Value))
	}
	switch {
	case len(s.Query) > 0:
		params := &ast.Ident{Name: s.Namespace.Go() + s.Call.Go() + "Params"}
		query, err := sdk.text(&ast.StarExpr{X: params}, mapping(s.Query), true)
		if err != nil {
			return "", err
		}
		arguments = append(arguments, query)
	case len(s.QueryParams) > 0:
		arguments = append(arguments, "nil")
	}
	if s.Body != "" {
		name, err := sdk.typeOf(s.Body)
		if err != nil {
			return "", err
		}
		body, err := sdk.text(&ast.Ident{Name: name}, s.Value, true)
		if err != nil {
			return "", err
		}
		arguments = append(arguments, body)
	}
	if s.Basic() {
		arguments = append(arguments, "rekey.WithClientCredentials(clientID, clientSecret)")
	}
	text := "err := client." + s.Namespace.Go() + "." + s.Call.Go() + "(" + strings.Join(arguments, ", ") + ")"
	if s.Answer != "" {
		text = "answer, " + text
	}
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

// text writes a value of a type. Where typed is not asked for, the place that it stands in tells the type.
func (s *goSDK) text(t ast.Expr, n *yaml.Node, typed bool) (string, error) {
	switch x := t.(type) {
	case *ast.StarExpr:
		return s.pointed(x.X, n)
	case *ast.IndexExpr: // nullable.Nullable[T]
		if n.Tag == "!!null" {
			return "rekey.Null[" + goType(x.Index) + "]()", nil
		}
		v, err := s.text(x.Index, n, true)
		return "rekey.Value(" + v + ")", err
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
func (s *goSDK) pointed(t ast.Expr, n *yaml.Node) (string, error) {
	v, err := s.text(t, n, true)
	if n.Kind == yaml.ScalarNode {
		return "rekey.Ptr(" + v + ")", err
	}
	return "&" + v, err
}

// named writes a value of a type that the SDK declares.
func (s *goSDK) named(declared *ast.TypeSpec, n *yaml.Node, typed bool) (string, error) {
	if n.Kind != yaml.ScalarNode {
		return s.composite(declared.Name, declared.Type, n, typed)
	}
	if name := s.constants[declared.Name.Name+" "+strconv.Quote(n.Value)]; name != "" {
		return "rekey." + name, nil
	}
	_, empty := declared.Type.(*ast.InterfaceType)
	if declared.Assign.IsValid() && !empty { // a type's other name
		return s.text(declared.Type, n, typed)
	}
	v, err := s.text(declared.Type, n, false)
	if typed {
		v = goType(declared.Name) + "(" + v + ")"
	}
	return v, err
}

// composite writes a literal of a struct, a map or a slice, in which the type's name may be left out.
func (s *goSDK) composite(name, t ast.Expr, n *yaml.Node, typed bool) (string, error) {
	var elements []string
	add := func(key string, t ast.Expr, n *yaml.Node, typed bool) error {
		e, err := s.text(t, n, typed)
		elements = append(elements, key+e)
		if err != nil {
			return fmt.Errorf("%s%w", key, err)
		}
		return nil
	}
	open := "{"
	if typed {
		open = goType(name) + "{"
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
				return "", fmt.Errorf("%s has no %s", goType(name), key.Value)
			}
			// An element of a struct names its type, unlike those of maps and slices.
			if err := add(f.Names[0].Name+": ", f.Type, value, value.Kind != yaml.ScalarNode); err != nil {
				return "", err
			}
		}
	case *ast.MapType:
		for key, value := range members(n) {
			if err := add(strconv.Quote(key.Value)+": ", x.Value, value, false); err != nil {
				return "", err
			}
		}
	case *ast.ArrayType:
		for _, value := range n.Content {
			if err := add("", x.Elt, value, false); err != nil {
				return "", err
			}
		}
		return open + strings.Join(elements, ", ") + "}", nil
	default:
		return "", fmt.Errorf("%s is no literal of the type %s", n.Tag, goType(name))
	}
	if len(elements) == 0 {
		return open + "}", nil
	}
	// The formatter indents and aligns; it keeps the ends of lines, and adds none.
	return open + "\n" + strings.Join(elements, ",\n") + ",\n}", nil
}

func (s *goSDK) scalar(t ast.Expr, n *yaml.Node, typed bool) (string, error) {
	name := goType(t)
	switch {
	case n.Tag == "!!null":
		return "", fmt.Errorf("null is no value of the type %s", name)
	case name == "time.Time":
		at, err := time.Parse(time.RFC3339Nano, n.Value)
		y, m, d := at.UTC().Date()
		return fmt.Sprintf("time.Date(%d, time.%s, %d, %d, %d, %d, %d, time.UTC)",
			y, m, d, at.UTC().Hour(), at.Minute(), at.Second(), at.Nanosecond()), err
	case name == "[]byte":
		raw, err := base64.StdEncoding.DecodeString(n.Value)
		return "[]byte(" + strconv.Quote(string(raw)) + ")", err
	case n.Tag == "!!str":
		return strconv.Quote(n.Value), nil
	case n.Tag == "!!bool", !typed, name == "int":
		return n.Value, nil
	}
	return name + "(" + n.Value + ")", nil
}
