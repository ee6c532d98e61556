package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// sentWith removes the credential of a call, and sends headers instead.
func sentWith(c harness.Call, headers map[string]string) harness.Call {
	c.Token, c.Header = "", headers
	return c
}

// TestBoomiAPIKeyHeader: the header ApiKey does what a bearer API key does, on each operation that
// reads a credential, and holds nothing else.
func TestBoomiAPIKeyHeader(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		key, other := w.Owner().Key.Reveal(), w.TenantKey(w.Tenant).Key.Reveal()
		for _, o := range harness.Contract() {
			if o.Surface != "boomi" || !o.ReadsBearer() {
				continue
			}
			c := o.Example(nil)
			w.Do(o.Example(w.Owner())) // what can be done only once is done
			as := w.Do(o.Example(w.Owner()))
			for _, name := range []string{"ApiKey", "apikey", "APIKEY"} {
				same(t, o.String()+" with "+name, w.Do(sentWith(c, map[string]string{name: key})), as)
			}
			same(t, o.String()+" with one key twice", w.Do(sentWith(c, map[string]string{"ApiKey": key, "Authorization": "Bearer " + key})), as)
			same(t, o.String()+" with an empty bearer", w.Do(sentWith(c, map[string]string{"ApiKey": key, "Authorization": "Bearer"})), as)
			for _, bad := range []string{key[:len(key)-1], "Bearer " + key, strings.ToUpper(key), "a.b.c", "rs_unknown", key + "," + key} {
				want(t, o, w.Do(sentWith(c, map[string]string{"ApiKey": bad})), http.StatusUnauthorized)
			}
			for _, beside := range []string{"Bearer " + other, "Basic " + key, "Bearer a.b.c", key} {
				a := w.Do(sentWith(c, map[string]string{"ApiKey": key, "Authorization": beside}))
				want(t, o, a, http.StatusBadRequest)
				if !strings.Contains(a.Body, `"type":"urn:rekey:fault:two_credentials"`) || strings.Contains(a.Body, key) {
					t.Errorf("%s: two credentials are answered %s", o, a.Body)
				}
			}
		}
		if log := w.Log.String(); strings.Contains(log, key) || strings.Contains(log, other) {
			t.Error("the log has an API key")
		}
	})
}

// TestBoomiAPIKeyHeaderMeansNothingElsewhere: neither on operations that read no credential, nor on other surfaces.
func TestBoomiAPIKeyHeaderMeansNothingElsewhere(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		key := w.Owner().Key.Reveal()
		for _, o := range harness.Contract() {
			if o.Surface == "boomi" && o.ReadsBearer() {
				continue
			}
			plain, invented := o.Example(nil), o.Example(nil)
			plain.Header, invented.Header = map[string]string{"ApiKey": key}, map[string]string{"ApiKey": "invented"}
			same(t, o.String(), w.Do(plain), w.Do(invented))
			if !o.Anonymous() {
				want(t, o, w.Do(plain), http.StatusUnauthorized)
			}
		}
	})
}
