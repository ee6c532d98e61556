package contract_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestTheDocumentationIsServed: how it looks is seen in a browser (make docs-test/browser).
func TestTheDocumentationIsServed(t *testing.T) {
	t.Parallel()
	w := harness.New(t, harness.SQLite())
	ask := func(method, path string, header ...string) harness.Answer {
		c := harness.Call{Method: method, Path: path, Header: map[string]string{}}
		for i := 0; i+1 < len(header); i += 2 {
			c.Header[header[i]] = header[i+1]
		}
		return w.Do(c)
	}
	for _, surface := range []string{"rekey/users", "boomi/password", "entrust/passwords", "wristband/oauth", "zitadel/sessions"} {
		page := ask(http.MethodGet, "/docs/reference/"+surface, "Accept-Encoding", "identity")
		if page.Status != http.StatusOK || !strings.Contains(page.Body, `<section class="operation"`) || page.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s: %d %v", surface, page.Status, page.Header)
		}
		packed := ask(http.MethodGet, "/docs/reference/"+surface, "Accept-Encoding", "br;q=1.0, gzip;q=0.8")
		if body := unpacked(t, packed.Body); body != page.Body || packed.Header.Get("ETag") == page.Header.Get("ETag") {
			t.Errorf("%s: the compressed page is another, or not told apart: %v", surface, packed.Header)
		}
		refused := ask(http.MethodGet, "/docs/reference/"+surface, "Accept-Encoding", "gzip;q=0")
		if refused.Header.Get("Content-Encoding") != "" || refused.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s: compressed for a client that cannot read it", surface)
		}
		if a := ask(http.MethodGet, "/docs/reference/"+surface, "Accept-Encoding", "identity", "If-None-Match", page.Header.Get("ETag")); a.Status != http.StatusNotModified || a.Body != "" {
			t.Errorf("%s: unchanged, and answered %d", surface, a.Status)
		}
	}
	if a := ask(http.MethodGet, "/docs/search.json"); a.Status != http.StatusOK || a.Header.Get("Content-Type") != "application/json" || a.Header.Get("ETag") == "" {
		t.Errorf("the index: %d %v", a.Status, a.Header)
	}
	if a := ask(http.MethodGet, "/docs/postman/rekey.postman_collection.json"); a.Status != http.StatusOK || a.Header.Get("Content-Type") != "application/json" {
		t.Errorf("the collection: %d", a.Status)
	}
	for path, location := range seed.InOrder(map[string]string{"/docs/": "/docs", "/docs/problems": "/problems", "/docs/policy/": "/docs/policy"}) {
		if a := ask(http.MethodGet, path); a.Status != http.StatusPermanentRedirect || a.Header.Get("Location") != location {
			t.Errorf("%s: %d, to %q", path, a.Status, a.Header.Get("Location"))
		}
	}
	for _, path := range []string{"/docs/nothing", "/docs/..%2fsecret", "/docs/assets/", "/docs//evil.test/", "/problems/nothing.md"} {
		if a := ask(http.MethodGet, path); a.Status != http.StatusNotFound || a.Header.Get("Location") != "" {
			t.Errorf("%s: %d, to %q", path, a.Status, a.Header.Get("Location"))
		}
	}
}

func unpacked(t *testing.T, body string) string {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader([]byte(body)))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
