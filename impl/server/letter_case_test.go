package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/tests/seed"
)

// tolerant is a contract that ignores the case of letters.
const tolerant = `
openapi: 3.0.3
info: {title: t, version: "1", x-unknown-names: ignore, x-letter-case: ignore, x-head: as-get, x-json-types: [text/json, application/*+json]}
paths:
  /api/Things/openBox:
    get:
      operationId: openBox
      parameters:
        - {name: theKey, in: query, schema: {type: string}}
        - {name: tags, in: query, schema: {type: array, items: {type: string}}}
      responses: {"200": {description: Open.}}
    post:
      operationId: fillBox
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                theKey: {type: string}
                parts: {type: array, items: {type: object, properties: {skuCode: {type: string}}}}
                labels: {type: object, additionalProperties: {type: object, properties: {text: {type: string}}}}
      responses: {"200": {description: Filled.}}
  /api/Things/{thingId}:
    get: {operationId: getThing, responses: {"200": {description: The thing.}}}
  /api/Things/{thingId}/lids:
    get: {operationId: getLids, responses: {"200": {description: Its lids.}}}
`

// readTolerant reads a contract, and puts its paths into a server.
func readTolerant(t testing.TB, text string) (*Server, *contract, error) {
	t.Helper()
	document, err := openapi3.NewLoader().LoadFromData([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{}
	c, err := newContract(s, &surface.Surface{Name: "tolerant", Prefixes: []string{"/api/"}, Spec: document})
	if err != nil {
		return nil, nil, err
	}
	for _, o := range c.operations {
		if err := s.addSpelling(c, o.route.Path); err != nil {
			return nil, nil, err
		}
	}
	return s, c, nil
}

func TestPathsMatchInAnyCase(t *testing.T) {
	t.Parallel()
	s, _, err := readTolerant(t, tolerant)
	if err != nil {
		t.Fatal(err)
	}
	for sent, want := range seed.InOrder(map[string]string{
		"/api/Things/openBox":   "/api/Things/openBox",
		"/api/things/openbox":   "/api/Things/openBox",
		"/API/THINGS/OPENBOX":   "/api/Things/openBox",
		"/api/things/Q-7":       "/api/Things/Q-7",
		"/api/things/Q-7/LIDS":  "/api/Things/Q-7/lids",
		"/api/things/OpenBox/X": "",
		"/api/things/a+b/LIDS":  "/api/Things/a+b/lids",
		// A literal segment takes precedence, and the parameter is tried if the rest is not below it.
		"/api/things/OpenBox/Lids": "/api/Things/OpenBox/lids",
		"/api/things/a%2Fb/LIDS":   "/api/Things/a%2Fb/lids",
		"/api/things/%2e%2e/LIDS":  "/api/Things/%2e%2e/lids",
		// What is not the same path in any case of its letters stays as it is.
		"/api/things/openbo%78x": "/api/Things/openbo%78x", // a thing with an odd id
		"/api/t%68ings/openbox":  "",
		"/%61pi/things/openbox":  "",
		"/api/things/openbox/":   "",
		"/api/things//openbox":   "",
		"//api/things/openbox":   "",
		"/api/things/":           "",
		"/api/things":            "",
		"/api/./things/openbox":  "",
		"/api/x/../things/q":     "",
		"/api/things;/openbox":   "",
		"/api/thing\u017f/q":     "", // long s
		"/api/Thin\u0261s/q":     "",
		"/ap\u0131/Things/q":     "", // dotless i
		"/other/Things/openbox":  "",
		"/":                      "",
		"*":                      "",
	}) {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		if sent == "*" {
			r.URL.Path = sent
		} else if r.URL, err = url.ParseRequestURI("http://x" + sent); err != nil {
			t.Fatal(err)
		}
		before := r.URL.EscapedPath()
		if want == "" {
			want = before
		}
		got := s.resolveSpelling(r).URL
		if got.EscapedPath() != want {
			t.Errorf("%s becomes %s, want %s", sent, got.EscapedPath(), want)
		}
		if as, err := url.ParseRequestURI("http://x" + want); want != before && (err != nil || got.Path != as.Path || got.RawPath != as.RawPath) {
			t.Errorf("%s becomes %q, %q; sent as %s it is %q, %q: %v", sent, got.Path, got.RawPath, want, as.Path, as.RawPath, err)
		}
		if r.URL.EscapedPath() != before {
			t.Errorf("%s: the original request changed", sent)
		}
	}
}

func TestQueryNamesMatchInAnyCase(t *testing.T) {
	t.Parallel()
	_, c, err := readTolerant(t, tolerant)
	if err != nil {
		t.Fatal(err)
	}
	o := c.operations["GET /api/Things/openBox"]
	for sent, want := range seed.InOrder(map[string]string{
		"theKey=A":             "theKey=A",
		"THEKEY=A":             "theKey=A",
		"%74hekey=A":           "theKey=A",
		"the\u212aey=A":        "the\u212aey=A", // the Kelvin sign is another letter
		"thekey=A&other=B":     "other=B&theKey=A",
		"Tags=a&tags=b":        "twice",
		"tags=a&tags=b":        "tags=a&tags=b",
		"TAGS=a&TAGS=b":        "tags=a&tags=b",
		"thekey=A&theKey=B":    "twice",
		"thekey=A&THEKEY=A":    "twice",
		"other=A&Other=B":      "other=A&Other=B",
		"":                     "",
		"thekey":               "theKey=",
		"the+key=A&the%20key=": "the+key=A&the%20key=",
	}) {
		r := httptest.NewRequest(http.MethodGet, "/api/Things/openBox", nil)
		r.URL.RawQuery = sent
		twice := c.renameParameters(r, o)
		_, violations, err := c.readQuery(r, o)
		if err != nil {
			t.Fatal(err)
		}
		got := r.URL.RawQuery
		if len(twice)+len(violations) > 0 {
			got = "twice"
		}
		if got != want {
			t.Errorf("%s becomes %s, want %s", sent, got, want)
		}
	}
}

func TestMembersMatchInAnyCase(t *testing.T) {
	t.Parallel()
	_, c, err := readTolerant(t, tolerant)
	if err != nil {
		t.Fatal(err)
	}
	o := c.operations["POST /api/Things/openBox"]
	for sent, want := range seed.InOrder(map[string]string{
		`{"theKey":"A"}`:                              `{"theKey":"A"}`,
		`{ "THEKEY" : "A" }`:                          `{"theKey":"A"}`,
		`{"\u0074hekey":"A"}`:                         `{"theKey":"A"}`,
		`{"the\u212aey":"A"}`:                         `{}`,
		"{\"the\u212aey\":\"A\",\"thekey\":\"B\"}":    `{"theKey":"B"}`,
		`{"thekey":"A","theKey":"B"}`:                 "/theKey",
		`{"thekey":"A","THEKEY":"A"}`:                 "/theKey",
		`{"Parts":[{"SKUCODE":"a"},{"skucode":"b"}]}`: `{"parts":[{"skuCode":"a"},{"skuCode":"b"}]}`,
		`{"Parts":[{"SKUCODE":"a","skuCode":"b"}]}`:   "/parts/0/skuCode",
		`{"parts":[{"\u017fkuCode":"a"}]}`:            `{"parts":[{}]}`,
		// The names of a free map are its keys: no schema names them.
		`{"Labels":{"Red":{"TEXT":"a"},"red":{"text":"b"}}}`: `{"labels":{"Red":{"text":"a"},"red":{"text":"b"}}}`,
		`{"other":{"Other":1,"other":2}}`:                    `{"other":{"Other":1,"other":2}}`,
		`{"THEKEY":12345678901234567890.10}`:                 `{"theKey":12345678901234567890.10}`,
	}) {
		got, _, err := c.scanNames(o, []byte(sent), o.members[jsonMedia])
		if err != nil {
			v := fault.From(err).Violations
			if len(v) != 1 || v[0].Pointer != want || v[0].Code != fault.BrokenDuplicate {
				t.Errorf("%s is refused: %v", sent, v)
			}
			continue
		}
		if string(got) != want {
			t.Errorf("%s becomes %s, want %s", sent, got, want)
		}
	}
}

// TestCanonicalRequestsCostNothing: clients of today send the contract's spelling.
func TestCanonicalRequestsCostNothing(t *testing.T) {
	s, c, err := readTolerant(t, tolerant)
	if err != nil {
		t.Fatal(err)
	}
	o := c.operations["GET /api/Things/openBox"]
	for _, target := range []string{"/api/Things/openBox?theKey=A&tags=b&x=1", "/api/Things/4711", "/v1/users/4711/password"} {
		r := httptest.NewRequest(http.MethodGet, target, nil)
		var spelt *http.Request
		if n := testing.AllocsPerRun(100, func() {
			spelt = s.resolveSpelling(r)
			c.renameParameters(r, o)
		}); n != 0 || spelt != r {
			t.Errorf("%s costs %v allocations", target, n)
		}
	}
	body := []byte(`{"theKey":"A","parts":[{"skuCode":"a"}],"labels":{"Red":{"text":"a"}}}`)
	exact := *c
	exact.ignoreCase = false
	cost := func(c *contract) float64 {
		return testing.AllocsPerRun(100, func() {
			if got, _, err := c.scanNames(c.operations["POST /api/Things/openBox"], body, c.operations["POST /api/Things/openBox"].members[jsonMedia]); err != nil || &got[0] != &body[0] {
				t.Error("the body changed")
			}
		})
	}
	if with, without := cost(c), cost(&exact); with != without {
		t.Errorf("a body costs %v allocations, and %v if case matters", with, without)
	}
}

func TestContractsThatCaseAloneDistinguishesAreRefused(t *testing.T) {
	t.Parallel()
	for what, change := range seed.InOrder(map[string][2]string{
		"the segments":   {"  /api/Things/{thingId}/lids:", "  /api/things/{thingId}/lids:"},
		"the members":    {"labels: {type: object,", "THEKEY: {type: string}\n                labels: {type: object,"},
		"the parameters": {"- {name: tags,", "- {name: thekey, in: query, schema: {type: string}}\n        - {name: tags,"},
		"a parameter":    {"/api/Things/{thingId}/lids", "/api/Things/{thingId}.json"},
		"x-letter-case":  {"x-letter-case: ignore", "x-letter-case: fold"},
		"x-head":         {"x-head: as-get", "x-head: true"},
		"x-json-types":   {"application/*+json", "application/*"},
	}) {
		if _, _, err := readTolerant(t, strings.Replace(tolerant, change[0], change[1], 1)); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestFurtherMediaTypesOfJSON(t *testing.T) {
	t.Parallel()
	_, c, err := readTolerant(t, tolerant)
	if err != nil {
		t.Fatal(err)
	}
	for media, want := range seed.InOrder(map[string]bool{
		"text/json": true, "application/problem+json": true, "application/vnd.x.y+json": true,
		"application/+json": false, "application/json+x": false, "text/x+json": false, "image/svg+xml": false, "": false, "text/plain": false,
	}) {
		if c.isJSON(media) != want {
			t.Errorf("%s: %t", media, !want)
		}
	}
}
