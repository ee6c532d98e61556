package console

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// record is an object of simple members that is written as one word: the value of the required
// member first, then the others with their names, such as jane@example.com,verified or
// jane@example.com,verified=false.
type record struct {
	members map[string]*openapi3.Schema // by the names of the flags
	names   map[string]string           // names of the members, by those of the flags
	first   string                      // the only required member, or empty
}

func recordOf(list *openapi3.Schema) record {
	needed := map[string]bool{}
	r := record{members: map[string]*openapi3.Schema{}, names: map[string]string{}}
	for name, m := range membersOf(list.Items.Value, needed) {
		r.members[flagName(name)], r.names[flagName(name)] = m, name
		if needed[name] && len(needed) == 1 {
			r.first = flagName(name)
		}
	}
	return r
}

// form returns the syntax of the record for the help.
func (r record) form() string {
	form := strings.ToUpper(r.first)
	for _, name := range sorted(r.members) {
		switch {
		case name == r.first:
			continue
		case kindOf(r.members[name]) == boolean:
			form += "[," + name + "]"
		default:
			form += "[," + name + "=TEXT]"
		}
	}
	return strings.Replace(form, "[,", "[", map[bool]int{true: 1, false: 0}[r.first == ""])
}

// read parses the values of the flag into objects.
func (r record) read(flag string, written any) (any, error) {
	all := []map[string]any{}
	list, _ := written.([]string)
	for _, word := range list {
		one := map[string]any{}
		for i, part := range strings.Split(word, ",") {
			name, value, ok := strings.Cut(part, "=")
			m := r.members[name]
			switch {
			case ok && m != nil:
			case m != nil && kindOf(m) == boolean:
				value = "true"
			case i == 0 && r.first != "":
				name, value, m = r.first, part, r.members[r.first]
			default:
				return nil, usage(fmt.Sprintf("--%s: write it as %s", flag, r.form()))
			}
			v, err := simpleValue(m, value)
			if err != nil {
				return nil, usage(fmt.Sprintf("--%s: %s is not what it takes", flag, name))
			}
			one[r.names[name]] = v
		}
		all = append(all, one)
	}
	return all, nil
}

func simpleValue(s *openapi3.Schema, written string) (any, error) {
	switch kindOf(s) {
	case whole:
		return strconv.ParseInt(written, 10, 64)
	case number:
		return strconv.ParseFloat(written, 64)
	case boolean:
		return strconv.ParseBool(written)
	}
	return written, nil
}
