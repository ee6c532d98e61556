package contract_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

// TestATokenEndsWithTheSecretThatGotIt: a token is bound to the secret it was fetched
// with, not to a time: one of the very second of the rotation ends like any other.
func TestATokenEndsWithTheSecretThatGotIt(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		k := w.Key("users:read")
		fetch := func(secret string) native {
			return n.as(w.Do(wbForm("token", "grant_type", "client_credentials", "client_id", k.ID, "client_secret", secret)).Field(t, "access_token"))
		}
		rotate := func(overlap int) string {
			return n.must(200, http.MethodPost, "/v1/api-keys/"+k.ID+"/rotate", j{"overlapSeconds": overlap}).Field(t, "clientSecret")
		}
		admitted := func(name string, by native, want bool) {
			t.Helper()
			if got := by.get("/v1/users").Status == 200; got != want {
				t.Errorf("%s: admitted %v, want %v", name, got, want)
			}
		}
		stolen := fetch(k.Secret.Reveal())
		admitted("before the rotation", stolen, true)
		second := rotate(0)
		fresh := fetch(second)
		admitted("of the former secret, in the second of the rotation", stolen, false)
		admitted("of the new secret, in the second of the rotation", fresh, true)
		third := rotate(60)
		latest := fetch(third)
		admitted("of the former secret while both work", fresh, true)
		admitted("of the one before it", stolen, false)
		fourth := rotate(60)
		admitted("of one before the former, while the former works", fresh, false)
		admitted("of the former", latest, true)
		admitted("of the newest", fetch(fourth), true)
		w.Clock.Advance(time.Minute)
		admitted("of the former, when it ended", latest, false)
	})
}
