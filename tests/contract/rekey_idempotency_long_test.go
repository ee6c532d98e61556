package contract_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// TestRekeyALongAnswerIsRepeated: the longest that a request makes, of letters that take
// four bytes.
func TestRekeyALongAnswerIsRepeated(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, words := asOwner(w), make([]string, 200)
		for i := range words {
			words[i] = strings.Repeat("\U00020000", 61) + fmt.Sprintf("%03d", i)
		}
		path, body := tenantPolicy(w.Tenant.ID), j{"rules": j{"password": j{"extraWords": words}}}
		first := n.must(200, http.MethodPatch, path, body, again, "k-1")
		second := n.must(200, http.MethodPatch, path, body, again, "k-1")
		if second.Header.Get("Idempotency-Replayed") != "true" || second.Body != first.Body {
			t.Errorf("an answer of %d bytes is not repeated", len(first.Body))
		}
	})
}
