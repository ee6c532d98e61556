// Package spec reads the published contract, gen/openapi, as the program needs it: one surface, or
// all of it as YAML. The bundle is embedded once; everything else is made from it on demand.
//
// The document of a surface has the bundle's names of schemas, and nothing of other surfaces. Load
// gives its operations the ids of the surface's own document, which logs and metrics use. Each call
// reads the document again; Once caches it. Surfaces, the server, the console and cmd/rekey use it.
// The bundle must not be parsed elsewhere, so that all of them read the same contract.
package spec

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oasdiff/yaml3"

	"github.com/rekeyhq/rekey/gen/openapi"
)

// UnknownNames is the extension of a document's info that says what a surface does with members that it does not know.
const UnknownNames = "x-unknown-names"

// Extensions of a document's info that say what else a surface accepts, as the service that it imitates does.
const (
	LetterCase = "x-letter-case" // ignore: paths and names match in any case of their ASCII letters
	JSONTypes  = "x-json-types"  // further media types of JSON bodies
	Head       = "x-head"        // as-get: HEAD is answered wherever GET is
)

// Once loads one surface's document when it is first asked for, and keeps it: parsing it is most of what a start costs.
func Once(surface string) func() (*openapi3.T, error) {
	return sync.OnceValues(func() (*openapi3.T, error) { return Load(surface) })
}

// Load reads one surface's document.
func Load(surface string) (*openapi3.T, error) {
	raw, err := part(surface)
	if err != nil {
		return nil, err
	}
	loaded, err := openapi3.NewLoader().LoadFromData(raw)
	if err != nil {
		return nil, fmt.Errorf("spec: %s: %w", surface, err)
	}
	for _, schema := range loaded.Components.Schemas {
		enforcePatterns(schema)
	}
	for _, item := range loaded.Paths.Map() {
		for _, operation := range item.Operations() {
			if own, ok := operation.Extensions["x-surface-operation-id"].(string); ok {
				operation.OperationID = own
			}
		}
	}
	return loaded, nil
}

// JSON is one surface's part of the bundle, a document by itself.
func JSON(surface string) ([]byte, error) {
	raw, err := part(surface)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, raw, "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

func part(surface string) ([]byte, error) {
	document, err := read(openapi.JSON)
	if err != nil {
		return nil, err
	}
	groups, err := document.groups()
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(groups, func(g group) bool { return g.Name == surface })
	if at < 0 {
		return nil, fmt.Errorf("spec: the contract has no surface %q", surface)
	}
	if err := document.reduceTo(groups[at]); err != nil {
		return nil, fmt.Errorf("spec: %s: %w", surface, err)
	}
	return document.write(), nil
}

// YAML writes a document in JSON as YAML, members in their order.
func YAML(document []byte) ([]byte, error) {
	var root yaml.Node
	if err := yaml.Unmarshal(document, &root); err != nil { // JSON is YAML
		return nil, err
	}
	block(&root)
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(&root); err != nil {
		return nil, err
	}
	return out.Bytes(), encoder.Close()
}

// truths are words that readers of YAML 1.1 take for true or false.
var truths = []string{"y", "n", "yes", "no", "on", "off"}

// block takes from each node the braces and quotes of JSON; the encoder quotes what needs it.
func block(n *yaml.Node) {
	n.Style = 0
	if n.Kind == yaml.ScalarNode && n.Tag == "!!str" {
		switch {
		case strings.Contains(n.Value, "\n"):
			n.Style = yaml.LiteralStyle
		case slices.Contains(truths, strings.ToLower(n.Value)):
			n.Style = yaml.DoubleQuotedStyle
		}
	}
	for _, child := range n.Content {
		block(child)
	}
}
