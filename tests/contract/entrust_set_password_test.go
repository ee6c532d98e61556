package contract_test

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestEntrustAChosenPassword(t *testing.T) {
	t.Parallel()
	harness.Run(t, []harness.Case{
		{
			Name:   "is set, and the state answered without it",
			Given:  entrustPutTo(entrustBody{"password": harness.NewPassword, "returnPassword": true, "emailPassword": false}),
			Status: 200, Has: []string{`"present":true`, `"forceUpdate":false`, entrustTime(harness.Epoch())},
			Never: []string{harness.NewPassword, "newPassword", "expiryTime"},
		},
		{
			Name:   "can be forced to change at the next login",
			Given:  entrustPutTo(entrustBody{"password": harness.NewPassword, "forceUpdate": true}),
			Status: 200, Has: []string{`"forceUpdate":true`},
			Then: func(w *harness.World, _ harness.Answer) {
				if got := entrustLogin(w, &harness.Person{User: &models.User{Username: "ada"}}, harness.NewPassword); got != "change required" {
					w.T.Errorf("login: %s", got)
				}
			},
		},
		{
			Name:   "can have an expiry, of which the user will be warned",
			Given:  entrustPutTo(entrustBody{"password": harness.NewPassword, "expiryTime": "2026-06-03T23:29:22.1234567+02:00"}),
			Status: 200, Has: []string{`"expiryTime":"2026-06-03T21:29:22Z"`, `"expiryNotificationDate":"2026-05-2`},
		},
		{
			Name:   "may stand beside fields that nobody knows",
			Given:  entrustPutTo(`{"password":"` + harness.NewPassword + `","mfaEnabled":false,"id":"x","role":"owner","passwordHash":"x","tenantId":"x"}`),
			Status: 200,
		},
		{
			Name: "may stand beside nulls",
			Given: entrustPutTo(`{"password":"` + harness.NewPassword + `","currentPassword":null,"expiryTime":null,"emailPassword":null,` +
				`"passwordFormat":null,"generatePassword":null,"returnPassword":null,"forceUpdate":null,"clearPasswordHistory":null}`),
			Status: 200, Has: []string{`"forceUpdate":false`}, Never: []string{"expiryTime", "newPassword"},
			Then: func(w *harness.World, _ harness.Answer) {
				if m := w.LastMail("ada@example.test"); !strings.Contains(m.Text, "/set?key=") {
					w.T.Errorf("emailPassword is true unless it is false: %s", m.Subject)
				}
			},
		},
		{
			Name:   "may have an expiry as the vendor's samples write it",
			Given:  entrustPutTo(entrustBody{"password": harness.NewPassword, "expiryTime": "2026-06-03T23:29:22.328+0200"}),
			Status: 200, Has: []string{`"expiryTime":"2026-06-03T21:29:22Z"`},
		},
		{
			Name:   "may have an expiry in any other spelling of RFC 3339",
			Given:  entrustPutTo(entrustBody{"password": harness.NewPassword, "expiryTime": "2026-06-03T21:29:22+00:00"}),
			Status: 200, Has: []string{`"expiryTime":"2026-06-03T21:29:22Z"`},
		},
		{
			Name:   "is spelt as it is: another spelling of passwordFormat is nothing",
			Given:  entrustPutTo(`{"password":"` + harness.NewPassword + `","PASSWORDFORMAT":"BCRYPT","emailpassword":false,"GENERATEPASSWORD":true}`),
			Status: 200, Has: []string{`"forceUpdate":false`},
			Then: func(w *harness.World, _ harness.Answer) {
				if got := entrustLogin(w, &harness.Person{User: &models.User{Username: "ada"}}, harness.NewPassword); got != "in" {
					w.T.Errorf("login: %s", got)
				}
				if m := w.LastMail("ada@example.test"); !strings.Contains(m.Text, "/set?key=") {
					w.T.Errorf("emailpassword was taken for emailPassword: %s", m.Subject)
				}
			},
		},
		{
			Name: "is set for a user without an address, though nobody can be told",
			Given: func(w *harness.World) harness.Call {
				return entrustPut(w, w.Person("ada", harness.NoEmail), entrustBody{"password": harness.NewPassword})
			},
			Status: 200,
		},
	})
}

func TestEntrustARefusedOrderChangesNothing(t *testing.T) {
	t.Parallel()
	refused := map[string]struct {
		body   any
		has    []string
		change []func(*accounts.CreateUserInput)
	}{
		"neither given nor generated":           {entrustBody{}, []string{"/password password_required"}, nil},
		"empty":                                 {entrustBody{"password": ""}, []string{"/password password_required"}, nil},
		"every broken rule at once":             {entrustBody{"password": "Password1"}, []string{"/password blocklisted", "/password too_short"}, nil},
		"made of the user's name":               {entrustBody{"password": "Lovelace-Lovelace"}, []string{"/password context_word"}, []func(*accounts.CreateUserInput){func(in *accounts.CreateUserInput) { in.GivenName = "Lovelace" }}},
		"with NUL":                              {`{"password":"correct horse\u0000battery staple"}`, []string{"/password password_not_text"}, nil},
		"over 4,096 bytes":                      {entrustBody{"password": strings.Repeat("語", 1025)}, []string{"/password too_long"}, nil},
		"longer once normalised":                {entrustBody{"password": strings.Repeat("\ufb2c", 400)}, []string{"/password password_not_text"}, nil},
		"an expiry in the past":                 {entrustBody{"password": harness.NewPassword, "expiryTime": entrustTime(harness.Epoch().Add(-time.Second))}, []string{"/expiryTime expiry_in_past"}, nil},
		"an expiry now":                         {entrustBody{"password": harness.NewPassword, "expiryTime": "2026-01-02T03:04:05.678901Z"}, []string{"/expiryTime expiry_in_past"}, nil},
		"an expiry past what can be stored":     {entrustBody{"password": harness.NewPassword, "expiryTime": "9999-12-31T23:59:59-14:00"}, []string{"/expiryTime expiry_too_far"}, nil},
		"30 February":                           {entrustBody{"password": harness.NewPassword, "expiryTime": "2027-02-30T00:00:00Z"}, []string{"/expiryTime invalid_format"}, nil},
		"an offset of no hour":                  {entrustBody{"password": harness.NewPassword, "expiryTime": "2028-05-28T19:07:50.328+9900"}, []string{"/expiryTime invalid_format"}, nil},
		"an offset without minutes":             {entrustBody{"password": harness.NewPassword, "expiryTime": "2028-05-28T19:07:50.328+00"}, []string{"/expiryTime invalid_format"}, nil},
		"30 February, without a colon":          {entrustBody{"password": harness.NewPassword, "expiryTime": "2027-02-30T00:00:00+0000"}, []string{"/expiryTime invalid_format"}, nil},
		"an expiry as a number":                 {entrustBody{"password": harness.NewPassword, "expiryTime": 1893456000}, []string{"/expiryTime invalid_type"}, nil},
		"null for password":                     {`{"generatePassword":null,"password":null}`, []string{"/password password_required"}, nil},
		"null as the body":                      {`null`, []string{" null"}, nil},
		"a flag as text":                        {`{"generatePassword":"true"}`, []string{"/generatePassword invalid_type"}, nil},
		"a flag as a number":                    {`{"generatePassword":1}`, []string{"/generatePassword invalid_type"}, nil},
		"an object for a password":              {`{"password":{"$gt":0}}`, []string{"/password invalid_type"}, nil},
		"a list for a password":                 {`{"password":["x"]}`, []string{"/password invalid_type"}, nil},
		"a number for a password":               {`{"password":0}`, []string{"/password invalid_type"}, nil},
		"an unknown format":                     {entrustBody{"password": harness.NewPassword, "passwordFormat": "ARGON2"}, []string{"/passwordFormat not_allowed"}, nil},
		"a format in lower case":                {entrustBody{"password": harness.NewPassword, "passwordFormat": "bcrypt"}, []string{"/passwordFormat not_allowed"}, nil},
		"a current password that cannot be one": {`{"generatePassword":true,"currentPassword":"a\u0000b"}`, []string{"/currentPassword password_not_text"}, nil},
		"a directory user":                      {entrustBody{"password": harness.NewPassword, "currentPassword": harness.Password}, nil, []func(*accounts.CreateUserInput){harness.InDirectory}},
		"a generated one for a directory user":  {entrustBody{"generatePassword": true}, nil, []func(*accounts.CreateUserInput){harness.InDirectory}},
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := 0
		for name, r := range seed.InOrder(refused) {
			n++
			ada := w.Person("ada"+strconv.Itoa(n), r.change...)
			a := entrustUnchanged(t, w, ada, entrustPut(w, ada, r.body), 400)
			if got := entrustErrors(t, a); !slices.Equal(got, r.has) {
				t.Errorf("%s: parameters %q, want %q", name, got, r.has)
			}
			for _, never := range []string{harness.NewPassword, harness.Password, "Password1", "$gt", "語", "Lovelace"} {
				if strings.Contains(a.Body, never) {
					t.Errorf("%s: the answer repeats a value: %s", name, a.Body)
				}
			}
			if ada.Directory && a.Field(t, "errorCode") != "directory_not_configured" {
				t.Errorf("%s: %s", name, a.Body)
			}
		}
	})
}

func TestEntrustSettingAPasswordEndsAllLogins(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, bob := w.Person("ada"), w.Person("bob")
		one, two, other := w.LogIn(ada), w.LogIn(ada), w.LogIn(bob)
		if a := w.Do(entrustPut(w, ada, entrustBody{"password": harness.NewPassword, "emailPassword": false})); a.Status != 200 {
			t.Fatal(a.Body)
		}
		if w.CanLogIn(ada, harness.Password) || entrustLogin(w, ada, harness.NewPassword) != "in" {
			t.Error("the new password does not open the account alone")
		}
		for i, l := range []*harness.Login{one, two} {
			if session, refresh := entrustAlive(w, l); session || refresh {
				t.Errorf("login %d lives on: session %t, refresh token %t", i, session, refresh)
			}
		}
		if session, refresh := entrustAlive(w, other); !session || !refresh {
			t.Error("another user's login ended")
		}
		if m := w.LastMail(ada.Email); !strings.Contains(m.Subject, "was changed") {
			t.Errorf("the user is told: %s", m.Subject)
		}
		events, err := w.Store.Read(context.Background()).EventsOf(ada.ID, 10)
		if err != nil {
			t.Fatal(err)
		}
		var found bool
		for _, e := range events {
			found = found || e.Action == "password.set" && e.Surface == "entrust" && e.ActorKind == "api_key" && e.ActorID != ""
		}
		if !found {
			t.Errorf("no event tells who did it: %+v", events)
		}
	})
}

func TestEntrustHistory(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		put := func(password string, clear bool) harness.Answer {
			w.Clock.Advance(time.Minute)
			return w.Do(entrustPut(w, ada, entrustBody{"password": password, "clearPasswordHistory": clear, "emailPassword": false}))
		}
		for _, password := range []string{"the first long password", "the second long password"} {
			if a := put(password, false); a.Status != 200 {
				t.Fatal(a.Body)
			}
		}
		for _, password := range []string{"the first long password", "the second long password", harness.Password} {
			a := put(password, false)
			if got := entrustErrors(t, a); a.Status != 400 || len(got) != 1 || got[0] != "/password in_history" {
				t.Errorf("an earlier password came back: %d %s", a.Status, a.Body)
			}
		}
		if a := put("the first long password", true); a.Status != 200 {
			t.Errorf("with the history cleared first: %d %s", a.Status, a.Body)
		}
		if a := put("the second long password", false); a.Status != 200 {
			t.Errorf("a forgotten password is still refused: %d %s", a.Status, a.Body)
		}
	}, harness.WithSettings(func(s *models.Settings) { s.Password.History = 5 }))
}

func TestEntrustAnotherChangeMeanwhileIsAConflict(t *testing.T) {
	t.Parallel()
	calls := map[string]func(w *harness.World, ada *harness.Person) harness.Call{
		"chosen": func(w *harness.World, ada *harness.Person) harness.Call {
			return entrustPut(w, ada, entrustBody{"password": harness.NewPassword})
		},
		"generated": func(w *harness.World, ada *harness.Person) harness.Call {
			return entrustPut(w, ada, entrustBody{"generatePassword": true, "returnPassword": true})
		},
		"removed": func(w *harness.World, ada *harness.Person) harness.Call {
			return entrustAs(w, http.MethodDelete, ada, "/passwords", nil)
		},
	}
	for name, call := range seed.InOrder(calls) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				ada := w.Person("ada")
				c := call(w, ada)
				entrustMeanwhile(w, func(ctx context.Context) {
					_, err := w.Core.Passwords.SetPassword(ctx, passwords.SetPasswordInput{UserID: ada.ID, Password: entrustPassword(t, "the winner of the two")})
					if err != nil {
						t.Error(err)
					}
				})
				a := w.Do(c)
				if a.Status != 409 || a.Field(t, "errorCode") != "conflict" || a.Field(t, "newPassword") != "" {
					t.Errorf("%d %s", a.Status, a.Body)
				}
				if entrustLogin(w, ada, "the winner of the two") != "in" {
					t.Error("the other change does not stand")
				}
				if len(w.Mails()) != 1 {
					t.Errorf("%d mails, want the one of the other change", len(w.Mails()))
				}
			})
		})
	}
}

func TestEntrustAnotherApplicationsUserIsUnknown(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		eve, sibling := entrustOther(w), w.Person("sib", harness.Of(w.Sibling("Sibling")))
		reach := w.TenantKey(w.Tenant, "USERPASSWORDS:VIEW", "USERPASSWORDS:EDIT", "USERPASSWORDS:REMOVE")
		nobody := &harness.Person{User: &models.User{ID: "0192f3a4-5b6c-7d8e-9f01-23456789abcd"}}
		for _, call := range []struct {
			method, tail string
			body         any
		}{
			{http.MethodGet, "/passwords", nil},
			{http.MethodPut, "/passwords", entrustBody{"password": harness.NewPassword}},
			{http.MethodPut, "/passwords", entrustBody{"password": entrustHash, "passwordFormat": "BCRYPT", "emailPassword": false}},
			{http.MethodPut, "/passwords", entrustBody{"password": entrustHash, "passwordFormat": "BCRYPT"}},
			{http.MethodDelete, "/passwords", nil},
			{http.MethodPost, "/password/validate", entrustBody{"password": harness.NewPassword}},
			{http.MethodPut, "/password/notify", nil},
			{http.MethodGet, "/settings/password", nil},
		} {
			unknown := w.Do(entrustAs(w, call.method, nobody, call.tail, call.body))
			foreign := entrustUnchanged(t, w, eve, entrustAs(w, call.method, eve, call.tail, call.body), 404)
			c := entrustAs(w, call.method, sibling, call.tail, call.body)
			c.Token = reach.Key.Reveal()
			neighbour := entrustUnchanged(t, w, sibling, c, 404)
			if harness.Comparable(foreign) != harness.Comparable(unknown) || harness.Comparable(neighbour) != harness.Comparable(unknown) {
				t.Errorf("%s %s tells foreign users from unknown ones:\n%s\n%s\n%s", call.method, call.tail, unknown.Body, foreign.Body, neighbour.Body)
			}
		}
		if !w.CanLogIn(eve, harness.Password) || !w.CanLogIn(sibling, harness.Password) {
			t.Error("a foreign password changed")
		}
	})
}

// What cannot be an id is malformed; a text that can be the id of another system is an unknown id.
func TestEntrustAUserIDIsAUUIDOrTheOneOfAnotherSystem(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		key := w.KeyWith(keys.CreateAPIKeyInput{Boundary: models.BoundaryPlatform, Permissions: []string{"*"}}).Key.Reveal()
		const malformed, unknown = "path:userid invalid_format", ""
		for id, want := range seed.InOrder(map[string]string{
			ada.Username: unknown, "1%20OR%201=1": malformed, "id=id": malformed, "0x31": unknown, "1--": unknown, "%00": malformed,
			strings.ReplaceAll(ada.ID, "-", ""): unknown, "{" + ada.ID + "}": malformed, "null": unknown, strings.Repeat("1", 65): "path:userid too_long",
		}) {
			status := 400
			if want == unknown {
				status = 404
			}
			for _, c := range []harness.Call{
				{Method: http.MethodGet, Path: "/passwords"},
				{Method: http.MethodPut, Path: "/passwords", Body: entrustBody{"password": harness.NewPassword}},
				{Method: http.MethodDelete, Path: "/passwords"},
				{Method: http.MethodPost, Path: "/password/validate", Body: entrustBody{"password": harness.NewPassword}},
				{Method: http.MethodPut, Path: "/password/notify"},
				{Method: http.MethodGet, Path: "/settings/password"},
			} {
				c.Path, c.Token = "/api/web/v1/users/"+id+c.Path, key
				a := w.Do(c)
				if a.Status != status || strings.Join(entrustErrors(t, a), ",") != want {
					t.Errorf("%s %s: %d %s", c.Method, c.Path, a.Status, a.Body)
				}
			}
		}
		nobody := harness.Call{Method: http.MethodPut, Path: "/api/web/v1/users//passwords", Token: key, Body: entrustBody{"password": harness.NewPassword}}
		if a := w.Do(nobody); a.Status != 400 && a.Status != 404 {
			t.Errorf("no user id at all: %d %s", a.Status, a.Body)
		}
		upper := *ada.User
		upper.ID = strings.ToUpper(ada.ID)
		if a := entrustGet(w, &harness.Person{User: &upper}); a.Status != 200 {
			t.Errorf("a UUID in upper case: %d", a.Status)
		}
	})
}
