package contract_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const signingKeys = "/v1/signing-keys"

// states lists the states of all keys, the newest first.
func (n native) states(t *testing.T) []string {
	t.Helper()
	var list struct{ Items []struct{ State string } }
	n.must(200, http.MethodGet, signingKeys, nil).JSON(t, &list)
	var out []string
	for _, k := range list.Items {
		out = append(out, k.State)
	}
	return out
}

func (n native) keysAre(t *testing.T, want ...string) {
	t.Helper()
	if got := n.states(t); !slices.Equal(got, want) {
		t.Errorf("the keys are %v, want %v", got, want)
	}
}

// keysPublished are the ids of the JWKS of a server.
func keysPublished(t *testing.T, a *access.Access) []string {
	t.Helper()
	keys, err := a.PublicKeys(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, k := range keys {
		ids = append(ids, k.KeyID)
	}
	return ids
}

func (n native) tokenOf(t *testing.T, id, secret string) native {
	t.Helper()
	return n.as(n.Do(wbForm("token", "grant_type", "client_credentials", "client_id", id, "client_secret", secret)).Field(t, "access_token"))
}

// TestRekeySigningKeys: one rotation from the first to the last token of a key, with a
// second server on the same database that is told of nothing.
func TestRekeySigningKeys(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		other, err := access.New(access.Deps{Store: w.Store, Keyring: w.Keyring, Clock: w.Clock, Issuer: harness.PublicURL})
		if err != nil {
			t.Fatal(err)
		}
		k := w.Key("users:read")
		old := n.tokenOf(t, k.ID, k.Secret.Reveal())
		first := keysPublished(t, other)[0]
		var next string
		w.Step("the next key is published before it signs", func(t *testing.T) {
			next = n.must(201, http.MethodPost, signingKeys+"/rotate", j{}).Field(t, "id")
			n.keysAre(t, "next", "current")
			w.Clock.Advance(time.Minute)
			if ids := keysPublished(t, other); !slices.Equal(ids, []string{next, first}) {
				t.Errorf("published %v", ids)
			}
			if kid := wbSigner(w).id; kid != next { // the newest stored
				t.Errorf("%s is not the newest", kid)
			}
			n.refuses(refusal{"retiring what signs", 409, "signing_key_signs", http.MethodPost, signingKeys + "/" + first + "/retire", nil, nil})
		})
		w.Step("it is taken back, and another one made", func(t *testing.T) {
			n.must(200, http.MethodPost, signingKeys+"/"+next+"/retire", nil)
			n.keysAre(t, "retired", "current")
			w.Clock.Advance(time.Hour)
			n.keysAre(t, "retired", "current") // what was to end for it goes on
			old = n.tokenOf(t, k.ID, k.Secret.Reveal())
			n.must(201, http.MethodPost, signingKeys+"/rotate", j{})
			next = n.must(201, http.MethodPost, signingKeys+"/rotate", j{}).Field(t, "id") // in place of that
			n.keysAre(t, "next", "retired", "retired", "current")
		})
		w.Step("it signs, and the former one verifies what it signed", func(t *testing.T) {
			w.Clock.Advance(10*time.Minute - time.Second)
			old = n.tokenOf(t, k.ID, k.Secret.Reveal()) // the last one of the former key
			w.Clock.Advance(time.Second)
			n.keysAre(t, "current", "retired", "retired", "former")
			fresh := n.tokenOf(t, k.ID, k.Secret.Reveal())
			for _, by := range []native{old, fresh} {
				by.must(200, http.MethodGet, "/v1/users", nil)
			}
		})
		w.Step("when its last token is over it is retired by itself, on every server", func(t *testing.T) {
			w.Clock.Advance(15*time.Minute - 2*time.Second)
			old.must(200, http.MethodGet, "/v1/users", nil)
			w.Clock.Advance(time.Minute + 2*time.Second)
			n.keysAre(t, "current", "retired", "retired", "retired")
			if ids := keysPublished(t, other); !slices.Equal(ids, []string{next}) {
				t.Errorf("published %v", ids)
			}
		})
		w.Step("each change is in the trail", func(t *testing.T) {
			for action, want := range seed.InOrder(map[string]int{"signing_key.rotate": 3, "signing_key.retire": 1}) {
				body := n.must(200, http.MethodGet, "/v1/events?action="+action, nil).Body
				if got := strings.Count(body, `"action":"`+action+`"`); got != want {
					t.Errorf("%d events %s, want %d", got, action, want)
				}
			}
		})
	})
}

// TestRekeyARetiredSigningKey: an attacker with its private key can do nothing with it, and
// the trail that it signed stays intact.
func TestRekeyARetiredSigningKey(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		other, err := access.New(access.Deps{Store: w.Store, Keyring: w.Keyring, Clock: w.Clock, Issuer: harness.PublicURL})
		if err != nil {
			t.Fatal(err)
		}
		ada := w.Person("ada")
		w.Clock.Advance(time.Hour)
		w.Deliver() // signs a checkpoint
		login := w.LogIn(ada)
		token := n.as(login.AccessToken)
		authentic := func() error {
			_, err := other.Authenticate(t.Context(), secret.NewText(login.AccessToken))
			return err
		}
		first := keysPublished(t, other)[0]
		if err := authentic(); err != nil {
			t.Fatal(err)
		}
		n.must(201, http.MethodPost, signingKeys+"/rotate", j{"signsAfterSeconds": 0})
		token.must(200, http.MethodGet, "/v1/permissions", nil)
		n.must(200, http.MethodPost, signingKeys+"/"+first+"/retire", nil)
		n.must(200, http.MethodPost, signingKeys+"/"+first+"/retire", nil)
		w.Check("here at once", func(t *testing.T) { token.refused(401, "unauthenticated", http.MethodGet, "/v1/permissions", nil) })
		w.Step("elsewhere within a minute", func(t *testing.T) {
			w.Clock.Advance(time.Minute)
			if authentic() == nil {
				t.Error("it is accepted")
			}
		})
		w.Step("the trail that it signed is intact, and the token is refused after that too", func(t *testing.T) {
			if a := n.must(200, http.MethodGet, "/v1/audit/verify", nil); a.Field(t, "intact") != "true" {
				t.Errorf("%s", a.Body)
			}
			token.refused(401, "unauthenticated", http.MethodGet, "/v1/permissions", nil)
		})
		w.Check("its public half is still to be had", func(t *testing.T) {
			if body := n.must(200, http.MethodGet, signingKeys, nil).Body; strings.Count(body, `"n":"`) != 2 {
				t.Errorf("%s", body)
			}
		})
	})
}

// TestRekeyTheFirstSigningKeyByRotation signs at once: nobody has another one.
func TestRekeyTheFirstSigningKeyByRotation(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		w.Spoil("DELETE FROM signing_keys")
		n.keysAre(t)
		n.must(201, http.MethodPost, signingKeys+"/rotate", j{})
		w.LogIn(w.Person("ada"))
		n.keysAre(t, "current")
		n.must(201, http.MethodPost, signingKeys+"/rotate", j{})
		one := n.must(200, http.MethodGet, signingKeys+"?limit=1", nil)
		two := n.must(200, http.MethodGet, signingKeys+"?limit=1&cursor="+one.Field(t, "nextCursor"), nil)
		if !strings.Contains(one.Body, `"next"`) || !strings.Contains(two.Body, `"current"`) || strings.Contains(two.Body, "nextCursor") {
			t.Errorf("by pages: %s, %s", one.Body, two.Body)
		}
	})
}

// TestRekeySigningKeysAreThePlatforms: no key of an application sees or changes them.
func TestRekeySigningKeysAreThePlatforms(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := native{w, w.Key("*").Key.Reveal()}
		reader := native{w, w.PlantKey(models.APIKey{Boundary: models.BoundaryPlatform, Permissions: []string{"signing-keys:read"}})}
		n.refuses(
			refusal{"an application's key lists them", 403, "forbidden", http.MethodGet, signingKeys, nil, nil},
			refusal{"an application's key rotates them", 403, "forbidden", http.MethodPost, signingKeys + "/rotate", j{}, nil},
		)
		reader.must(200, http.MethodGet, signingKeys, nil)
		reader.refuses(refusal{"who may read rotates them", 403, "forbidden", http.MethodPost, signingKeys + "/rotate", j{}, nil})
	})
}
