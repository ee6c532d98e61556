package main

import (
	"regexp"
	"slices"
	"strings"
	"text/template"
	"unicode"
)

// javaWords are what the templates of the Java SDK are written with.
func (d document) javaWords() template.FuncMap {
	return template.FuncMap{
		"javaName": javaName, "javaWord": javaWord, "javaConstant": javaConstant, "javaType": func(s *schema) string { return javaType(d.shape(s)) },
		"javaAnswer": func(o operation) string { return javaType(d.answered(o)) }, "javaDoc": javaDoc,
		"javaImports": d.javaImports, "javaParameters": d.javaParameters,
	}
}

func javaType(s shape) string {
	switch s.is {
	case "":
		return "Void"
	case "text":
		return "String"
	case "moment":
		return "OffsetDateTime"
	case "int":
		return "Integer"
	case "long":
		return "Long"
	case "number":
		return "Double"
	case "bool":
		return "Boolean"
	case "list":
		return "List<" + javaType(*s.of) + ">"
	case "map":
		return "Map<String, " + javaType(*s.of) + ">"
	case "any":
		return "Object"
	}
	return s.kind
}

// javaTaken are names of the contract that mean something else in Java.
var javaTaken = []string{"default"}

// javaName is a member's name as a method: grant_type becomes grantType. A word of the language has a mark before it.
func javaName(name string) string {
	if made := javaWord(name); slices.Contains(javaTaken, made) {
		return "_" + made
	}
	return javaWord(name)
}

// javaWord is a name in Java's spelling, as a part of one.
func javaWord(name string) string {
	return words(strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })).Camel()
}

var noJavaName = regexp.MustCompile(`[^A-Za-z0-9]+`)

// javaConstant is a value of an enumeration as a constant.
func javaConstant(value string) string {
	return strings.ToUpper(noJavaName.ReplaceAllString(value, "_"))
}

// javaParameters are what a method takes besides options, or the names of that alone.
func (d document) javaParameters(o operation, declared bool) []string {
	var all []string
	add := func(kind, name string) {
		if declared {
			name = kind + " " + name
		}
		all = append(all, name)
	}
	for _, name := range o.PathParams {
		add("String", javaName(name))
	}
	if len(o.QueryParams) > 0 {
		add(o.Call.Pascal()+"Query", "query")
	}
	if d.bodied(o) {
		add(upper(o.Body), "body")
	}
	return all
}

// javaImports lists what a class of types needs from elsewhere.
func (d document) javaImports(k kind) []string {
	var used strings.Builder
	for _, m := range k.Members {
		used.WriteString(javaType(d.shape(m.Schema)))
	}
	var all []string
	for _, class := range []string{"java.time.OffsetDateTime", "java.util.List", "java.util.Map"} {
		if strings.Contains(used.String(), class[strings.LastIndexByte(class, '.')+1:]) {
			all = append(all, class)
		}
	}
	return all
}

// javaDoc is a documentation comment that is indented by so much, in lines of 110 characters.
func javaDoc(by int, text string) string {
	parts := strings.Split(text, "`")
	for i := range parts {
		if i%2 == 1 && strings.Count(parts[i], "{") == strings.Count(parts[i], "}") {
			parts[i] = "{@code " + parts[i] + "}"
		} else {
			parts[i] = javaEscapes.Replace(parts[i])
		}
	}
	all := wrapped(110-by, strings.ReplaceAll(strings.Join(parts, ""), "*/", "* /"))
	space := strings.Repeat(" ", by)
	if len(all) == 1 && len(all[0]) < 104-by {
		return "/** " + all[0] + " */"
	}
	for i, line := range all {
		switch {
		case line == "":
			all[i] = space + " *"
		case i > 0 && all[i-1] == space+" *":
			all[i] = space + " * <p>" + line
		default:
			all[i] = space + " * " + line
		}
	}
	return "/**\n" + strings.Join(all, "\n") + "\n" + space + " */"
}

var javaEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "@", "&#64;")
