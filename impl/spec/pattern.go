package spec

import "github.com/getkin/kin-openapi/openapi3"

// pattern is the extension for a pattern of text that may hold more than ASCII. It is not published as `pattern`: clients
// that OpenAPI Generator makes for PHP match bytes, and those for Ruby don't load.
const pattern = "x-pattern"

// enforcePatterns makes a schema, and what is written out in it, check its x-pattern as a pattern.
func enforcePatterns(schema *openapi3.SchemaRef) {
	if schema == nil || schema.Ref != "" || schema.Value == nil {
		return
	}
	if of, ok := schema.Value.Extensions[pattern].(string); ok {
		schema.Value.Pattern = of
	}
	for _, member := range schema.Value.Properties {
		enforcePatterns(member)
	}
	enforcePatterns(schema.Value.Items)
	enforcePatterns(schema.Value.AdditionalProperties.Schema)
}
