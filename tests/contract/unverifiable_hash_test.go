package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestAStoredHashThatCannotBeVerified is a failed login and an alarm: an event that says
// whose and why, and a metric. It must not keep its user from a new password either.
func TestAStoredHashThatCannotBeVerified(t *testing.T) {
	t.Parallel()
	for name, spoiled := range seed.InOrder(map[string]string{
		"out of bounds":         "hash_encoded = '$2b$31$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234', hash_key_id = ''",
		"no format":             "hash_encoded = 'planted'",
		"of a lost secret file": "hash_key_id = 'deadbeef'",
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				n, p := asOwner(w), w.Person("ada")
				token := w.LogIn(p).AccessToken
				for _, table := range []string{"credentials", "password_histories"} {
					w.Spoil("UPDATE "+table+" SET "+spoiled+" WHERE user_id = ?", p.ID)
				}
				w.Step("a login with the right password fails", func(*testing.T) {
					nobody(w).refused(401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, ""))
				})
				w.Step("an event says so, and a metric", func(t *testing.T) {
					event := n.must(200, http.MethodGet, "/v1/events?userId="+p.ID+"&action=password.unverifiable", nil).Body
					if strings.Count(event, `"detail":"passhash: `) != 1 || strings.Contains(event, "$2b$") {
						t.Errorf("%s", event)
					}
					metrics := harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{Method: http.MethodGet, Path: "/metrics"}).Body
					if !strings.Contains(metrics, "rekey_hashes_unverifiable_total 1\n") {
						t.Error("the metric does not say so")
					}
				})
				w.Step("as the current password it is a wrong one", func(*testing.T) {
					change := j{"userId": p.ID, "currentPassword": p.Password, "newPassword": harness.NewPassword}
					must(w, harness.Call{Method: http.MethodPost, Path: wbChange, Token: token, Body: change}, http.StatusBadRequest)
				})
				w.Step("a new password can be set, though the history is as bad", func(*testing.T) {
					n.must(200, http.MethodPut, "/v1/users/"+p.ID+"/password", j{"password": harness.NewPassword})
					nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("ada", harness.NewPassword, ""))
				})
			}, harness.WithSettings(func(s *models.Settings) { s.Password.History = 3 }))
		})
	}
}
