package contract_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// S67: a session that is not used is over, by whatever token it is asked for, and one
// that is used all the time ends with its absolute life.
func TestRekeyAnIdleSessionEnds(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		anna, n := w.Person("anna"), asOwner(w)
		login := j{"username": anna.Username, "password": anna.Password}
		refresh := func(status int, token string) string {
			t.Helper()
			a := w.Do(harness.Call{Method: http.MethodPost, Path: "/v1/sessions/refresh", Body: j{"refreshToken": token}})
			if a.Status != status {
				t.Fatalf("refresh: %d, want %d: %s", a.Status, status, a.Body)
			}
			return a.Field(t, "refreshToken")
		}
		token := n.must(201, http.MethodPost, "/v1/sessions", login).Field(t, "refreshToken")
		for range 3 {
			w.Clock.Advance(29 * time.Minute)
			token = refresh(http.StatusOK, token)
		}
		w.Clock.Advance(31 * time.Minute)
		refresh(http.StatusUnauthorized, token)

		held := n.must(201, http.MethodPost, "/v2/sessions", j{"checks": j{
			"user": j{"userId": anna.ID}, "password": j{"password": anna.Password},
		}})
		own := native{w, held.Field(t, "sessionToken")}
		path := "/v1/sessions/" + held.Field(t, "sessionId")
		for range 4 * 12 { // a quarter of an hour each, until twelve hours are over
			own.must(200, http.MethodGet, path, nil)
			w.Clock.Advance(15 * time.Minute)
		}
		own.must(401, http.MethodGet, path, nil)
	}, harness.WithSettings(func(s *models.Settings) { s.Sessions.IdleMinutes, s.Sessions.SessionHours = 30, 12 }))
}
