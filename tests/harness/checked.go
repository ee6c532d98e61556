package harness

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"sort"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/routers"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/conformance"
	"github.com/rekeyhq/rekey/impl/spec"
)

// Operation is one of the contract.
type Operation struct {
	Surface string
	ID      string
	Method  string
	Path    string // with {parameters}
	Op      *openapi3.Operation
	route   *routers.Route
	matches *regexp.Regexp
}

// Contract is every operation of every surface, with undeclared fields forbidden.
var Contract = sync.OnceValue(func() []*Operation {
	var all []*Operation
	var bundle struct {
		Groups []struct{ Name string } `json:"x-tagGroups"`
	}
	if err := json.Unmarshal(openapi.JSON, &bundle); err != nil {
		panic(err)
	}
	for _, surface := range bundle.Groups {
		name := surface.Name
		document, err := spec.Load(name)
		if err != nil {
			panic(err)
		}
		conformance.Close(document)
		for path, item := range document.Paths.Map() {
			for method, op := range item.Operations() {
				all = append(all, &Operation{
					Surface: name, ID: op.OperationID, Method: method, Path: path, Op: op,
					route:   &routers.Route{Spec: document, Path: path, PathItem: item, Method: method, Operation: op},
					matches: matching(append(aliases(item), path)),
				})
			}
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Surface+all[i].ID < all[j].Surface+all[j].ID })
	return all
})

// aliases are the further paths of a path.
func aliases(item *openapi3.PathItem) (all []string) {
	list, _ := item.Extensions["x-aliases"].([]any)
	for _, path := range list {
		all = append(all, path.(string))
	}
	return all
}

// Aliases are the further paths of the operation.
func (o *Operation) Aliases() []string { return aliases(o.route.PathItem) }

// matching makes the expression of a request to one of the paths.
func matching(paths []string) *regexp.Regexp {
	for i, path := range paths {
		paths[i] = regexp.MustCompile(`\\\{[^}]+\\\}`).ReplaceAllString(regexp.QuoteMeta(path), "[^/]+")
	}
	return regexp.MustCompile("^(" + strings.Join(paths, "|") + ")$")
}

// find is the operation of a request, or nil; a fixed word goes before a parameter.
func find(method, path string) *Operation {
	var found *Operation
	for _, o := range Contract() {
		if o.Method == method && o.matches.MatchString(path) &&
			(found == nil || strings.Count(o.Path, "{") < strings.Count(found.Path, "{")) {
			found = o
		}
	}
	return found
}

// Answers tells whether the contract has the method at the path: some surfaces answer HEAD wherever GET is.
func Answers(method, path string) bool {
	if method == http.MethodHead {
		o := find(http.MethodGet, path)
		return o != nil && o.route.Spec.Info.Extensions[spec.Head] == "as-get"
	}
	return find(method, path) != nil
}

// Checked is a transport that checks every answer against the contract and counts
// which operation answered with which status.
type Checked struct{ T testing.TB }

// RoundTrip makes the request.
func (c *Checked) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	o := find(r.Method, r.URL.Path)
	if o == nil {
		return resp, nil
	}
	body, err := io.ReadAll(resp.Body)
	_ = resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	if besideTheContract(o, r, resp, body) {
		return resp, nil
	}
	if err := conformance.Holds(o.route, resp.StatusCode, resp.Header, body); err != nil {
		c.T.Errorf("%s %s answers outside the contract: %v", o.Surface, o.ID, err)
	}
	Reached(o, resp.StatusCode)
	return resp, nil
}

// besideTheContract knows the one answer that is served and not declared, since generators
// of clients stumble over a success of two media types: the sentence of a redeemed link as
// plain text, for a client that accepts that type and not JSON, or prefers it (impl/surface/boomi).
func besideTheContract(o *Operation, r *http.Request, resp *http.Response, body []byte) bool {
	return o.Surface == "boomi" && o.Method == http.MethodPost && (o.Path == "/api/Password/setPassword" || o.Path == "/api/Password/resetPassword") &&
		resp.StatusCode == http.StatusOK && resp.Header.Get("Content-Type") == "text/plain" &&
		r.Header.Get("Accept") != "" && r.Header.Get("Accept") != "*/*" && sentence.Match(body)
}

var sentence = regexp.MustCompile(`^Password has been (re)?set\.$`)

// reached counts operation and status over all tests of a package.
var reached = struct {
	sync.Mutex
	count map[string]int
}{count: map[string]int{}}

// Reached records that an operation answered with a status.
func Reached(o *Operation, status int) {
	reached.Lock()
	defer reached.Unlock()
	reached.count[fmt.Sprintf("%s %s %d", o.Surface, o.ID, status)]++
}

// Unreached lists the declared pairs of operation and status that no test saw, and
// counts all declared pairs.
func Unreached() (missing []string, declared int) { return UnreachedOf("") }

// UnreachedOf is Unreached for one surface; the empty name means all of them.
func UnreachedOf(surface string) (missing []string, declared int) {
	reached.Lock()
	defer reached.Unlock()
	for _, o := range Contract() {
		if surface != "" && o.Surface != surface {
			continue
		}
		for status := range o.Op.Responses.Map() {
			declared++
			if key := o.Surface + " " + o.ID + " " + status; reached.count[key] == 0 {
				missing = append(missing, key)
			}
		}
	}
	sort.Strings(missing)
	return missing, declared
}

// Describe is the operation for people.
func (o *Operation) String() string { return strings.Join([]string{o.Surface, o.Method, o.Path}, " ") }
