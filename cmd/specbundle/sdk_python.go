package main

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"unicode"
)

// pythonWords are what the templates of the Python SDK are written with.
func (d document) pythonWords() template.FuncMap {
	return template.FuncMap{
		"pyName": pythonName, "pyConstant": pythonConstant, "pyType": func(s *schema) string { return pythonType(d.shape(s)) },
		"pyDefault": pythonDefault, "pyPath": pythonPath, "pyHeld": pythonHeld, "pyRenamed": pythonRenamed, "pyDoc": pythonDoc,
		"pyClass":  func(code string) string { return words(strings.Split(code, "_")).Pascal() },
		"pyAnswer": func(o operation) string { return pythonType(d.answered(o)) },
		"bodied":   d.bodied, "empty": d.empty, "wire": strconv.Quote,
	}
}

func pythonType(s shape) string {
	switch s.is {
	case "":
		return "None"
	case "text":
		return "str"
	case "moment":
		return "datetime"
	case "long":
		return "int"
	case "number":
		return "float"
	case "list":
		return "list[" + pythonType(*s.of) + "]"
	case "map":
		return "dict[str, " + pythonType(*s.of) + "]"
	case "any":
		return "Any"
	case "object", "enum":
		return s.kind
	}
	return s.is
}

// pythonDefault is how a member is declared after its name and type.
func pythonDefault(p attribute) string {
	null := ""
	if p.Nullable {
		null = " | None"
	}
	if p.Required {
		return null
	}
	return null + " | Unset = UNSET"
}

// pythonTaken are names of the contract that mean something else in Python.
var pythonTaken = []string{"from", "hash", "type"}

// pythonName is a name in Python's spelling.
func pythonName(name string) string {
	made := strings.ToLower(strings.Join(pythonParts(name), "_"))
	if slices.Contains(pythonTaken, made) {
		return made + "_"
	}
	return made
}

func pythonConstant(value string) string {
	return strings.Join(pythonParts(strings.ToUpper(value)), "_")
}

var pythonWord = regexp.MustCompile(`[A-Z]?[a-z]+`)

func pythonParts(name string) []string {
	return strings.FieldsFunc(pythonWord.ReplaceAllString(name, " $0 "), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// pythonRenamed lists the members whose name on the wire does not follow from that in Python, as the runtime would have it.
func pythonRenamed(members []attribute) []attribute {
	return slices.DeleteFunc(slices.Clone(members), func(p attribute) bool {
		name := pythonName(p.Name)
		return !strings.HasSuffix(name, "_") && words(strings.Split(name, "_")).Camel() == p.Name
	})
}

// pythonHeld lists the members that are never printed.
func pythonHeld(members []attribute) []attribute {
	return slices.DeleteFunc(slices.Clone(members), func(p attribute) bool { return !p.Secret })
}

var pathParameter = regexp.MustCompile(`\{(\w+)\}`)

// pythonPath is a path with the arguments in it.
func pythonPath(path string) string {
	if !pathParameter.MatchString(path) {
		return strconv.Quote(path)
	}
	return `f"` + pathParameter.ReplaceAllStringFunc(path, func(p string) string {
		return "{quoted(" + pythonName(p[1:len(p)-1]) + ")}"
	}) + `"`
}

// pythonDoc is a text for a documentation string that is indented by so much, in lines of 100 characters.
func pythonDoc(by int, text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, `\`, `\\`), `"""`, `\"\"\"`)
	made := strings.Join(wrapped(100-by, text), "\n"+strings.Repeat(" ", by))
	if strings.HasSuffix(made, `"`) {
		made += " "
	}
	return strings.ReplaceAll(made, "\n"+strings.Repeat(" ", by)+"\n", "\n\n")
}
