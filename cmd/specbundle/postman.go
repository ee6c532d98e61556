package main

import (
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/conformance"
)

// collection is the used part of Postman's format v2.1.
type (
	collection struct {
		Info struct {
			ID          string `json:"_postman_id"`
			Name        string `json:"name"`
			Description string `json:"description"`
			Schema      string `json:"schema"`
		} `json:"info"`
		Item     []*item    `json:"item"`
		Auth     *auth      `json:"auth"`
		Event    []event    `json:"event"`
		Variable []variable `json:"variable"`
	}
	// item is a folder or a request. The description of a request is inside the request, the only place where Postman shows it.
	item struct {
		ID          string     `json:"id,omitempty"`
		Name        string     `json:"name"`
		Description string     `json:"description,omitempty"`
		Item        []*item    `json:"item,omitempty"`
		Event       []event    `json:"event,omitempty"`
		Request     *request   `json:"request,omitempty"`
		Response    []response `json:"response,omitempty"`

		effect effect
	}
	request struct {
		Method      string     `json:"method"`
		Header      []variable `json:"header"`
		Auth        *auth      `json:"auth,omitempty"`
		Body        *sent      `json:"body,omitempty"`
		URL         address    `json:"url"`
		Description string     `json:"description,omitempty"`
	}
	address struct {
		Raw   string     `json:"raw"`
		Host  []string   `json:"host"`
		Path  []string   `json:"path"`
		Query []variable `json:"query,omitempty"`
	}
	sent struct {
		Mode       string     `json:"mode"`
		Raw        string     `json:"raw,omitempty"`
		URLEncoded []variable `json:"urlencoded,omitempty"`
		Options    any        `json:"options,omitempty"`
	}
	response struct {
		Name            string     `json:"name"`
		OriginalRequest *original  `json:"originalRequest"`
		Status          string     `json:"status"`
		Code            int        `json:"code"`
		Language        string     `json:"_postman_previewlanguage"`
		Header          []variable `json:"header"`
		Body            string     `json:"body"`
	}
	// original is the request of a saved answer, without what all requests share.
	original struct {
		Method string     `json:"method"`
		URL    string     `json:"url"`
		Header []variable `json:"header"`
		Body   *sent      `json:"body,omitempty"`
	}
	auth struct {
		Type   string     `json:"type"`
		Bearer []variable `json:"bearer,omitempty"`
		Basic  []variable `json:"basic,omitempty"`
		APIKey []variable `json:"apikey,omitempty"`
	}
	variable struct {
		Key         string `json:"key"`
		Value       string `json:"value"`
		Type        string `json:"type,omitempty"`
		Description string `json:"description,omitempty"`
		Disabled    bool   `json:"disabled,omitempty"`
	}
	event struct {
		Listen string `json:"listen"`
		Script script `json:"script"`
	}
	script struct {
		Exec []string `json:"exec"`
	}
)

// press writes the collection.
type press struct {
	contract  *conformance.Contract
	spec      *openapi3.T
	endpoints map[string]endpoint
	fixtures  map[string]string
	names     []string          // of the fixtures, longest value first
	surfaces  map[string]string // description of each
	effects   map[string]string // effects of operations, by id
	scripts   string            // the folder of the shared scripts
}

// postman writes the collection and the environments from the bundle and the playbook in source.
func postman(source, scripts, out string) error {
	p, err := newPress(source, scripts)
	if err != nil {
		return err
	}
	c, err := p.collection()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	files := map[string]any{"rekey.postman_collection.json": c}
	for _, e := range environments() {
		files[e.file] = e
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		raw, err := compact(files[name], 120)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, name), append(raw, '\n'), 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(out, "postman.gen.go"), []byte(postmanGo), 0o644)
}

func newPress(source, scripts string) (*press, error) {
	bundle, err := os.ReadFile(filepath.Join(source, "openapi.json"))
	if err != nil {
		return nil, err
	}
	book, err := os.ReadFile(filepath.Join(source, "playbook.json"))
	if err != nil {
		return nil, err
	}
	p := &press{scripts: scripts, fixtures: map[string]string{}, surfaces: map[string]string{}}
	if p.contract, err = conformance.Read(bundle, book); err != nil {
		return nil, err
	}
	if p.spec, err = openapi3.NewLoader().LoadFromData(bundle); err != nil {
		return nil, err
	}
	p.endpoints = endpointsOf(p.spec)
	if err := readYAML(filepath.Join(scripts, "surfaces.yaml"), &p.surfaces); err != nil {
		return nil, err
	}
	if p.effects, err = p.readEffects(filepath.Join(scripts, "effects.yaml")); err != nil {
		return nil, err
	}
	fixtures := p.contract.Playbook.Fixtures
	for _, group := range []map[string]string{fixtures.Given, fixtures.Chosen, fixtures.Made} {
		maps.Copy(p.fixtures, group)
	}
	p.names = slices.SortedFunc(maps.Keys(p.fixtures), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(p.fixtures[b]), len(p.fixtures[a])), cmp.Compare(a, b))
	})
	return p, nil
}

const postmanGo = `// Code generated by specbundle from the bundle and its playbook; DO NOT EDIT.

// Package postman holds the Postman collection and its environments.
package postman

import "embed"

// Files are the collection and the environments.
//
//go:embed *.json
var Files embed.FS
`
