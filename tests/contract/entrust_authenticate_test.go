package contract_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func entrustAuthenticate(id, shared string) harness.Call {
	return harness.Call{
		Method: http.MethodPost, Path: "/api/web/v1/adminapi/authenticate",
		Body: entrustBody{"applicationId": id, "sharedSecret": shared},
	}
}

func TestEntrustAuthenticate(t *testing.T) {
	t.Parallel()
	wrong := func(w *harness.World) harness.Call {
		return entrustAuthenticate(w.Key("USERPASSWORDS:VIEW").ID, "not-the-shared-secret")
	}
	harness.Run(t, []harness.Case{
		{
			Name: "id and secret of an application give a token for fifteen minutes",
			Given: func(w *harness.World) harness.Call {
				k := w.Key("USERPASSWORDS:VIEW")
				return entrustAuthenticate(strings.ToUpper(k.ID), k.Secret.Reveal())
			},
			Status: 200, Has: []string{entrustTime(harness.Epoch()), entrustTime(harness.Epoch().Add(15 * time.Minute))},
			Then: func(w *harness.World, a harness.Answer) {
				if a.Header.Get("Cache-Control") != "no-store" || a.Header.Get("Set-Cookie") != "" {
					w.T.Errorf("headers %v", a.Header)
				}
			},
		},
		{
			Name: "an expired token in the header does no harm",
			Given: func(w *harness.World) harness.Call {
				k := w.Key("USERPASSWORDS:VIEW")
				c := entrustAuthenticate(k.ID, k.Secret.Reveal())
				c.Token = "expired"
				return c
			},
			Status: 200,
		},
		{
			Name:   "a wrong secret is refused",
			Given:  wrong,
			Status: 401, Has: []string{"access_denied"}, Never: []string{"not-the-shared-secret"},
		},
		{
			Name: "an unknown application is answered like a wrong secret",
			Given: func(*harness.World) harness.Call {
				return entrustAuthenticate(secret.NewID(), "not-the-shared-secret")
			},
			Status: 401, Like: wrong,
		},
		{
			Name: "a revoked application is answered like a wrong secret",
			Given: func(w *harness.World) harness.Call {
				k := w.Key("USERPASSWORDS:VIEW")
				if _, err := w.Store.Write(context.Background()).RevokeAPIKey(k.ID); err != nil {
					w.T.Fatal(err)
				}
				return entrustAuthenticate(k.ID, k.Secret.Reveal())
			},
			Status: 401, Like: wrong,
		},
		{
			Name: "an expired application is answered like a wrong secret",
			Given: func(w *harness.World) harness.Call {
				at := w.Clock.Now().Add(time.Second)
				defer w.Clock.Advance(time.Second)
				k := w.KeyWith(keys.CreateAPIKeyInput{
					Boundary: models.BoundaryApplication, ApplicationID: w.Tenant.ApplicationID,
					Permissions: []string{"*"}, ExpiresAt: &at,
				})
				return entrustAuthenticate(k.ID, k.Secret.Reveal())
			},
			Status: 401, Like: wrong,
		},
		{
			Name:   "an id that is no UUID is named",
			Given:  func(*harness.World) harness.Call { return entrustAuthenticate("1 OR 1=1", "secret") },
			Status: 400, Has: []string{"/applicationId", "invalid_format"}, Never: []string{"OR 1=1"},
		},
		{
			Name:   "an empty secret is named",
			Given:  func(*harness.World) harness.Call { return entrustAuthenticate(secret.NewID(), "") },
			Status: 400, Has: []string{"/sharedSecret", "too_short"},
		},
		{
			Name: "another spelling of a field is not the field",
			Given: func(w *harness.World) harness.Call {
				k := w.Key("USERPASSWORDS:VIEW")
				c := entrustAuthenticate(k.ID, "")
				c.Body = entrustBody{"applicationId": k.ID, "SharedSecret": k.Secret.Reveal()}
				return c
			},
			Status: 400, Has: []string{"/sharedSecret", "required"},
		},
	})
}

func TestEntrustATokenIsItsKey(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		k := w.Key("USERPASSWORDS:VIEW")
		token := w.Do(entrustAuthenticate(k.ID, k.Secret.Reveal())).Field(t, "authToken")
		read := func(header string) int {
			c := harness.Call{Method: http.MethodGet, Path: "/api/web/v1/users/" + ada.ID + "/passwords"}
			c.Header = map[string]string{"Authorization": header}
			return w.Do(c).Status
		}
		for header, status := range seed.InOrder(map[string]int{
			token: 200, "Bearer " + token: 200, "bearer " + token: 200, k.Key.Reveal(): 200, "Bearer " + k.Key.Reveal(): 200,
			"Basic " + token: 401, token + "x": 401, token + " " + token: 401, "Bearer": 401, "Bearer ": 401, "null": 401,
		}) {
			if got := read(header); got != status {
				t.Errorf("%.12q...: status %d, want %d", header, got, status)
			}
		}
		put := harness.Call{Method: http.MethodPut, Path: "/api/web/v1/users/" + ada.ID + "/passwords", Token: token, Body: entrustBody{"password": harness.NewPassword}}
		if a := w.Do(put); a.Status != 403 || a.Field(t, "errorMessage") != "USERPASSWORDS:EDIT required" {
			t.Errorf("a right that the key lacks: %d %s", a.Status, a.Body)
		}
		w.Clock.Advance(15*time.Minute - 2*time.Second)
		if got := read(token); got != 200 {
			t.Errorf("just before its end: %d", got)
		}
		w.Clock.Advance(time.Minute + 2*time.Second) // the leeway of clocks
		if got := read(token); got != 401 {
			t.Errorf("after its end: %d", got)
		}
		token = w.Do(entrustAuthenticate(k.ID, k.Secret.Reveal())).Field(t, "authToken")
		if got := read(token); got != 200 {
			t.Errorf("a new token: %d", got)
		}
		if _, err := w.Store.Write(context.Background()).RevokeAPIKey(k.ID); err != nil {
			t.Fatal(err)
		}
		if got := read(token); got != 401 {
			t.Errorf("the token of a revoked key: %d", got)
		}
	})
}

func TestEntrustAUsersOwnTokenOpensNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		c := entrustPut(w, ada, entrustBody{"password": harness.NewPassword})
		c.Token = w.LogIn(ada).AccessToken
		entrustUnchanged(t, w, ada, c, 403)
	})
}
