package contract_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestOnlyAnAPIKeyLiftsTheLimitOfAnAddress: a client with an account, or one that makes a
// token up, would otherwise spray passwords and mails from one address.
func TestOnlyAnAPIKeyLiftsTheLimitOfAnAddress(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		owner, ada := w.Owner(), w.Person("ada")
		n := native{w, owner.Key.Reveal()}
		own := w.KeyWith(keys.CreateAPIKeyInput{Boundary: models.BoundarySelf, UserID: ada.ID, Permissions: []string{"*"}})
		gone := w.KeyWith(keys.CreateAPIKeyInput{Boundary: models.BoundaryPlatform, Permissions: []string{"*"}})
		n.must(http.StatusNoContent, http.MethodDelete, apiKeys+"/"+gone.ID, nil)
		session := n.must(http.StatusCreated, http.MethodPost, "/v2/sessions", j{
			"checks": j{"user": j{"userId": ada.ID}, "password": j{"password": ada.Password}},
		}).Field(t, "sessionToken")
		for _, o := range harness.Contract() {
			if !o.Anonymous() {
				continue
			}
			with := func(token string) harness.Answer {
				c := o.Example(nil)
				c.Token = token
				return w.Do(c)
			}
			w.Check(o.BundleID(), func(t *testing.T) {
				w.Clock.Advance(time.Minute)
				client := must(w, wbForm("token", "grant_type", "client_credentials", "client_id", owner.ID, "client_secret", owner.Secret.Reveal()),
					http.StatusOK).Field(t, "access_token")
				in := w.LogIn(ada).AccessToken
				for name, token := range seed.InOrder(map[string]string{
					"nothing": "", "a user's access token": in, "a session's token": session, "a user's own API key": own.Key.Reveal(),
					"a revoked API key": gone.Key.Reveal(), "an API key that is none": "rk_" + strings.Repeat("a", 26) + "_" + strings.Repeat("b", 43),
					"a changed token": in[:len(in)-9] + "AAAAAAAAA", "a session's token that is none": "rs_" + strings.Repeat("x", 32), "no token": "a.b.c",
				}) {
					w.Clock.Advance(time.Minute)
					if first := with(token); first.Status == http.StatusTooManyRequests {
						t.Errorf("with %s the first is one too many", name)
					}
					if second := with(token); second.Status != http.StatusTooManyRequests || second.Header.Get("Retry-After") == "" {
						t.Errorf("%s lifts the limit: %d", name, second.Status)
					}
				}
				for name, token := range seed.InOrder(map[string]string{"an API key": owner.Key.Reveal(), "the token of an API client": client}) {
					if a := with(token); o.ReadsBearer() && a.Status == http.StatusTooManyRequests {
						t.Errorf("%s is slowed down with its address", name)
					}
				}
			})
		}
	}, harness.WithConfig(func(c *config.Config) { c.PerMinute = 1 }))
}
