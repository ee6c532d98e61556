package contract_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

func TestEntrustDescribe(t *testing.T) {
	t.Parallel()
	harness.Run(t, []harness.Case{
		{
			Name: "a password is described and never told",
			Given: func(w *harness.World) harness.Call {
				return entrustAs(w, http.MethodGet, w.Person("ada"), "/passwords", nil)
			},
			Status: 200, Has: []string{`"present":true`, `"forceUpdate":false`, `"lastChangedTime":"2026-01-02T03:04:05Z"`},
			Never: []string{"newPassword", "argon2", harness.Password, "expiryTime", "expiryNotificationDate"},
		},
		{
			Name: "a user without a password is no error",
			Given: func(w *harness.World) harness.Call {
				return entrustAs(w, http.MethodGet, w.Person("ada", harness.NoPassword), "/passwords", nil)
			},
			Status: 200, Has: []string{`"present":false`, `"forceUpdate":false`}, Never: []string{"lastChangedTime", "expiryTime"},
		},
		{
			Name: "a password set under a lifetime expires and is warned of",
			Given: func(w *harness.World) harness.Call {
				ada := w.Person("ada")
				w.Do(entrustPut(w, ada, entrustBody{"password": harness.NewPassword}))
				return entrustAs(w, http.MethodGet, ada, "/passwords", nil)
			},
			Status: 200, Has: []string{`"expiryTime":"2026-04-02T03:04:05Z"`, `"expiryNotificationDate":"2026-03-19T0`},
			With: []harness.Option{harness.WithSettings(func(s *models.Settings) { s.Password.LifetimeDays = 90 })},
		},
	})
}

func TestEntrustRemove(t *testing.T) {
	t.Parallel()
	harness.Run(t, []harness.Case{
		{
			Name: "a user without a password has none to remove",
			Given: func(w *harness.World) harness.Call {
				return entrustAs(w, http.MethodDelete, w.Person("ada", harness.NoPassword), "/passwords", nil)
			},
			Status: 404, Has: []string{"password_not_found"},
		},
		{
			Name: "the password of a directory user is not here",
			Given: func(w *harness.World) harness.Call {
				return entrustAs(w, http.MethodDelete, w.Person("rex", harness.InDirectory), "/passwords", nil)
			},
			Status: 400, Has: []string{"directory_not_configured"},
		},
	})
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		login := w.LogIn(ada)
		a := w.Do(entrustAs(w, http.MethodDelete, ada, "/passwords", nil))
		if a.Status != 200 || a.Body != "" {
			t.Fatalf("%d %q", a.Status, a.Body)
		}
		if session, refresh := entrustAlive(w, login); session || refresh {
			t.Errorf("the login lives on: session %t, refresh token %t", session, refresh)
		}
		if got := entrustLogin(w, ada, harness.Password); got != "refused" {
			t.Errorf("login: %s", got)
		}
		if got := entrustGet(w, ada); got.Field(t, "present") != "false" {
			t.Error(got.Body)
		}
		if again := w.Do(entrustAs(w, http.MethodDelete, ada, "/passwords", nil)); again.Status != 404 {
			t.Errorf("removed twice: %d", again.Status)
		}
		back := w.Do(entrustPut(w, ada, entrustBody{"password": harness.Password}))
		if back.Status != 400 || !strings.Contains(back.Body, "in_history") {
			t.Errorf("the history went with it: %d %s", back.Status, back.Body)
		}
		if a := w.Do(entrustPut(w, ada, entrustBody{"password": harness.NewPassword})); a.Status != 200 || entrustLogin(w, ada, harness.NewPassword) != "in" {
			t.Errorf("set again: %s", a.Body)
		}
	}, harness.WithSettings(func(s *models.Settings) { s.Password.History = 3 }))
}

func TestEntrustSettings(t *testing.T) {
	t.Parallel()
	read := func(w *harness.World) harness.Call {
		return entrustAs(w, http.MethodGet, w.Person("ada"), "/settings/password", nil)
	}
	harness.Run(t, []harness.Case{
		{
			Name: "by default length alone is asked for", Given: read, Status: 200,
			Has: []string{
				`"minimumLength":15`, `"maximumLength":1024`, `"lifetimeDays":0`, `"passwordHistorySize":0`, `"minimumStrength":0`,
				`"includeLowercase":"ALLOWED"`, `"includeNonalphanumeric":"ALLOWED"`, `"maximumRepeated":0`, `"adComplexity":false`,
			},
		},
		{
			Name: "a second factor shortens the least length", Status: 200, Has: []string{`"minimumLength":8`},
			Given: func(w *harness.World) harness.Call {
				return entrustAs(w, http.MethodGet, w.Person("ada", harness.WithMFA), "/settings/password", nil)
			},
		},
		{
			Name: "every rule of the tenant is told", Given: read, Status: 200,
			Has: []string{
				`"includeLowercase":"REQUIRED"`, `"numberOfLowercaseRequired":1`, `"includeUppercase":"REQUIRED"`, `"numberOfUppercaseRequired":2`,
				`"includeNumber":"REQUIRED"`, `"numberOfNumericRequired":3`, `"includeNonalphanumeric":"REQUIRED"`, `"numberOfNonalphanumericRequired":4`,
				`"minimumLength":12`, `"maximumLength":64`, `"maximumRepeated":2`, `"minimumStrength":3`, `"lifetimeDays":90`,
				`"minimumLifetime":2`, `"passwordHistorySize":8`,
			},
			With: []harness.Option{harness.WithSettings(func(s *models.Settings) {
				s.Password = models.PasswordPolicy{
					MinLength: 12, MaxLength: 64, MinLower: 1, MinUpper: 2, MinDigit: 3, MinSymbol: 4, MaxRepeated: 2,
					MinStrength: 3, LifetimeDays: 90, MinLifetimeHours: 25, History: 8,
				}
			})},
		},
	})
}

func TestEntrustNotify(t *testing.T) {
	t.Parallel()
	notify := func(w *harness.World, p *harness.Person) harness.Call {
		return entrustAs(w, http.MethodPut, p, "/password/notify", nil)
	}
	expiring := func(w *harness.World, p *harness.Person) {
		w.Do(entrustPut(w, p, entrustBody{"password": harness.NewPassword, "emailPassword": false, "expiryTime": "2026-01-22T03:04:05Z"}))
	}
	harness.Run(t, []harness.Case{
		{
			Name: "a password without an expiry is nothing to warn about", Status: 400, Has: []string{"password_does_not_expire"},
			Given: func(w *harness.World) harness.Call { return notify(w, w.Person("ada")) },
		},
		{
			Name: "a user without a password has none to be warned of", Status: 404, Has: []string{"password_not_found"},
			Given: func(w *harness.World) harness.Call { return notify(w, w.Person("ada", harness.NoPassword)) },
		},
		{
			Name: "a user without an address cannot be warned", Status: 400, Has: []string{"no_verified_address"},
			Given: func(w *harness.World) harness.Call {
				ada := w.Person("ada", harness.Unverified)
				expiring(w, ada)
				return notify(w, ada)
			},
		},
		{
			Name: "the password of a directory user is not here", Status: 400, Has: []string{"directory_not_configured"},
			Given: func(w *harness.World) harness.Call { return notify(w, w.Person("rex", harness.InDirectory)) },
		},
	})
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		expiring(w, ada)
		w.Clock.Advance(24 * time.Hour)
		before, login := entrustGet(w, ada), w.LogIn(&harness.Person{User: ada.User, Password: harness.NewPassword})
		if a := w.Do(notify(w, ada)); a.Status != 200 || a.Body != "" {
			t.Fatalf("%d %q", a.Status, a.Body)
		}
		m := w.LastMail(ada.Email)
		if !strings.Contains(m.Subject, "expires soon") || !strings.Contains(m.Text, "in 19 days") || !strings.Contains(m.Text, "22 Jan 2026 03:04 UTC") {
			t.Errorf("%s\n%s", m.Subject, m.Text)
		}
		if after := entrustGet(w, ada); after.Body != before.Body {
			t.Errorf("the schedule changed: %s, was %s", after.Body, before.Body)
		}
		if session, refresh := entrustAlive(w, login); !session || !refresh {
			t.Error("a warning ended a login")
		}
	})
}
