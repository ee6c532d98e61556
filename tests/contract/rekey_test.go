package contract_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/gen/problem"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/tests/harness"
)

// native makes calls of the native surface with one key.
type native struct {
	*harness.World
	token string
}

func asOwner(w *harness.World) native { return native{w, w.Owner().Key.Reveal()} }

func (n native) call(method, path string, body any, header ...string) harness.Answer {
	n.T.Helper()
	c := harness.Call{Method: method, Path: path, Token: n.token, Body: body, Header: map[string]string{}}
	for i := 0; i+1 < len(header); i += 2 {
		c.Header[header[i]] = header[i+1]
	}
	return n.Do(c)
}

func (n native) get(path string) harness.Answer {
	n.T.Helper()
	return n.call(http.MethodGet, path, nil)
}

// must is a call that has to be answered so.
func (n native) must(status int, method, path string, body any, header ...string) harness.Answer {
	n.T.Helper()
	a := n.call(method, path, body, header...)
	if a.Status != status {
		n.T.Fatalf("%s %s: %d, want %d: %s", method, path, a.Status, status, a.Body)
	}
	return a
}

// refused is a call that has to be answered with a problem.
func (n native) refused(status int, code, method, path string, body any, header ...string) harness.Answer {
	n.T.Helper()
	a := n.must(status, method, path, body, header...)
	if got := a.Field(n.T, "code"); got != code {
		n.T.Fatalf("%s %s: code %s, want %s: %s", method, path, got, code, a.Body)
	}
	return a
}

// refusal is a call that has to be answered with a problem.
type refusal struct {
	name   string // of what is refused
	status int
	code   string
	method string
	path   string
	body   any
	header []string
}

// refuses plays each refusal as a check of its own: one changes nothing for the next.
func (n native) refuses(all ...refusal) {
	n.T.Helper()
	for _, r := range all {
		n.Check(r.name, func(t *testing.T) {
			t.Helper() // what is not refused is told where the row is
			n.refused(r.status, r.code, r.method, r.path, r.body, r.header...)
		})
	}
}

// Whatever the native surface declares for bad ids, bad paging and objects that are not
// there, it does at each of its operations.
func TestRekeyBadParametersAndMissingObjects(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		n.must(201, http.MethodPost, "/v1/applications", j{"name": "spends the key"}, again, "spent")
		for _, o := range harness.Contract() {
			if o.Surface != "rekey" {
				continue
			}
			c := o.Example(nil)
			c.Token = n.token
			if strings.Contains(o.Path, "{") {
				want(t, o, w.Do(c), http.StatusNotFound)
				bad := c
				bad.Path = o.Path[:strings.Index(o.Path, "{")] + "!" + o.Path[strings.Index(o.Path, "}")+1:]
				want(t, o, w.Do(bad), http.StatusBadRequest)
			}
			if o.Method != http.MethodGet {
				want(t, o, w.Do(withHeader(c, again, strings.Repeat("k", 101))), http.StatusBadRequest)
				// Used for another request before: a reused key changes nothing.
				if a := w.Do(withHeader(c, again, "spent")); a.Field(t, "code") != "idempotency_key_reused" {
					t.Errorf("%s: a key that was used for something else: %d %s", o, a.Status, a.Body)
				}
			}
			if o.HasParameter("cursor") {
				for _, query := range []string{"limit=0", "limit=201", "limit=x", "cursor=", "cursor=AAAA", "cursor=%2e%2e"} {
					page := c
					page.Path += "?" + query
					want(t, o, w.Do(page), http.StatusBadRequest)
				}
			}
			if o.HasParameter("If-Match") {
				for _, tag := range []string{"1", `"x"`, `W/"1"`, `"1", "2"`, `"9999999999999999999"`} {
					want(t, o, w.Do(withHeader(c, "If-Match", tag)), http.StatusBadRequest)
				}
			}
		}
	})
}

// TestTheCatalogueHoldsEveryFault: what can be answered is explained, with the status
// it has, and nothing is explained that cannot be answered.
func TestTheCatalogueHoldsEveryFault(t *testing.T) {
	t.Parallel()
	var sf *surface.Surface
	for _, make := range service.Surfaces() {
		if s, err := make(surface.Deps{}); err == nil && s.Name == "rekey" {
			sf = s
		}
	}
	said := map[string]bool{}
	kinds := map[int][]fault.Kind{
		400: {fault.Malformed}, 401: {fault.Unauthenticated, fault.Challenge}, 403: {fault.Forbidden, fault.Precondition}, 404: {fault.NotFound},
		405: {fault.MethodNotAllowed}, 409: {fault.Conflict, fault.Precondition, fault.Invalid}, 412: {fault.Conflict}, 413: {fault.TooLarge},
		415: {fault.Unsupported}, 422: {fault.Invalid}, 429: {fault.Limited}, 500: {fault.Internal}, 503: {fault.Unavailable},
	}
	for _, f := range slices.Concat(edgeFaults(), core.Faults(), surface.Faults()) {
		status, _, body := say(sf, f)
		if !strings.Contains(body, `"code":"`+f.Code+`"`) {
			t.Errorf("%s is not in openapi/problems.yaml", f.Code)
			continue
		}
		fits := false
		for _, k := range kinds[status] {
			fits = fits || k == f.Kind
		}
		if !fits {
			t.Errorf("%s is answered with %d, which does not fit its kind", f.Code, status)
		}
		said[f.Code] = true
	}
	for _, p := range problem.Catalogue() {
		if !said[p.Code] {
			t.Errorf("%s is in openapi/problems.yaml, and nothing answers with it", p.Code)
		}
	}
}

// TestAProblemLeadsToItsPage: the type of a problem is an address, and somebody who
// follows it reads what to do.
func TestAProblemLeadsToItsPage(t *testing.T) {
	t.Parallel()
	w := harness.New(t, harness.SQLite())
	n := asOwner(w)
	a := n.refused(404, "tenant_not_found", http.MethodGet, "/v1/tenants/01hq3kad3svktnkwp31fmt4bee", nil, "X-Request-Id", "mine.1")
	if a.Field(t, "request_id") != "mine.1" || a.Header.Get("X-Request-Id") != "mine.1" || a.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("%v %s", a.Header, a.Body)
	}
	path, ours := strings.CutPrefix(a.Field(t, "type"), harness.PublicURL)
	page := w.Do(harness.Call{Method: http.MethodGet, Path: path})
	if !ours || page.Status != http.StatusOK || !strings.Contains(page.Body, "No such tenant") || !strings.Contains(page.Body, "What to do") {
		t.Errorf("%s: %d %s", path, page.Status, page.Body)
	}
	all := w.Do(harness.Call{Method: http.MethodGet, Path: "/problems"})
	for _, p := range problem.Catalogue() {
		if !strings.Contains(all.Body, `href="/problems/`+p.Code+`"`) {
			t.Errorf("the list of problems lacks %s", p.Code)
		}
	}
	if a := w.Do(harness.Call{Method: http.MethodGet, Path: "/problems/%3Csvg%3E"}); a.Status != http.StatusNotFound || strings.Contains(a.Body, "svg") {
		t.Errorf("an unknown code: %d %s", a.Status, a.Body)
	}
}
