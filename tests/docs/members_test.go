package docs_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/tests/seed"
)

// membersTable lists what of a vendor's messages is refused, and what is ignored by the
// vendor's own word.
func membersTable(doc *openapi3.T) string {
	var lines []string
	for path, item := range seed.InOrder(doc.Paths.Map()) {
		for method, o := range seed.InOrder(item.Operations()) {
			call := fmt.Sprintf("| `%s %s` | ", method, path)
			if refused := unserved(o); len(refused) > 0 {
				lines = append(lines, call+"`"+strings.Join(refused, "`, `")+"` | refused with 501 | |")
			}
			ignored, _ := o.Extensions["x-ignored"].(map[string]any)
			for pointer, line := range seed.InOrder(ignored) {
				says, _ := line.(map[string]any)
				what := "ignored"
				if when, ok := says["when"].(string); ok {
					what += " when " + when
				}
				lines = append(lines, fmt.Sprintf("%s`%s` | %s | %s |", call, strings.TrimPrefix(pointer, "/"), what, says["source"]))
			}
		}
	}
	slices.Sort(lines)
	return "\n| call | member or parameter | result | source |\n| --- | --- | --- | --- |\n" + strings.Join(lines, "\n") + "\n\n"
}

// unserved are the members and parameters of an operation that are refused.
func unserved(o *openapi3.Operation) (names []string) {
	parameters, _ := o.Extensions["x-not-served"].([]any)
	for _, p := range parameters {
		names = append(names, strings.TrimPrefix(fmt.Sprint(p), "query:"))
	}
	if o.RequestBody == nil {
		return names
	}
	var walk func(ref *openapi3.SchemaRef, at string)
	above := map[*openapi3.Schema]bool{} // a schema may contain itself
	walk = func(ref *openapi3.SchemaRef, at string) {
		if ref == nil || above[ref.Value] {
			return
		}
		above[ref.Value] = true
		defer delete(above, ref.Value)
		if ref.Value.Extensions["x-not-served"] == true {
			names = append(names, strings.TrimPrefix(at, "/"))
			return
		}
		walk(ref.Value.Items, at)
		for name, member := range seed.InOrder(ref.Value.Properties) {
			walk(member, at+"/"+name)
		}
	}
	for _, content := range o.RequestBody.Value.Content {
		walk(content.Schema, "")
	}
	slices.Sort(names)
	return names
}
