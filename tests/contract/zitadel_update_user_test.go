package contract_test

import (
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

// zitBcrypt is a hash of "correct horse battery staple" (harness.Password), made at cost 10.
const zitBcrypt = "$2a$10$bdNMnHzPBE6jrm2iMS4jbe2r.glkP0GiQfqAQFH6kP2lszrKbKR6q"

// zitHuman is a body of UpdateUser.
func zitHuman(password j) j { return j{"human": j{"password": password}} }

func zitUpdate(body any) func(*harness.World) harness.Call {
	return func(w *harness.World) harness.Call { return zitadel(w).patch("/v2/users/"+w.Person("minnie").ID, body) }
}

func TestZitadelUpdateUser(t *testing.T) {
	t.Parallel()
	fresh := j{"password": harness.NewPassword}
	set := func(w *harness.World, _ harness.Answer) {
		if p := zitMinnie(w); !w.CanLogIn(p, harness.NewPassword) || len(w.Mails()) != 1 {
			w.T.Error("the password was not set, or the user not told")
		}
	}
	harness.Run(t, []harness.Case{
		{Name: "an administrator sets a password", Given: zitUpdate(zitHuman(j{"password": fresh})), Status: 200, Has: []string{`{"changeDate":"2026-01-02T03:04:05.678901Z"}`}, Then: set},
		{Name: "the current password sets it", Given: zitUpdate(zitHuman(j{"password": fresh, "currentPassword": harness.Password, "hashedPassword": nil})), Status: 200, Then: set},
		{Name: "snake_case names are read", Given: zitUpdate(zitHuman(j{"password": fresh, "current_password": harness.Password})), Status: 200, Then: set},
		{
			Name: "a code sets it", Status: 200,
			Given: func(w *harness.World) harness.Call {
				z, p := zitadel(w), w.Person("minnie")
				return z.patch("/v2/users/"+p.ID, zitHuman(j{"password": fresh, "verificationCode": z.returned(p)}))
			},
			Then: set,
		},
		{
			Name: "changeRequired is honoured", Given: zitUpdate(zitHuman(j{"password": j{"password": harness.NewPassword, "changeRequired": true}})), Status: 200,
			Then: func(w *harness.World, _ harness.Answer) {
				z := zitadel(w)
				z.expect(z.post("/v2/sessions", zitLogin("minnie", harness.NewPassword)), 400, "REKEY-PasswordChangeRequired")
			},
		},
		{Name: "without a password nothing changes", Given: zitUpdate(`{}`), Status: 200, Has: []string{`"changeDate":"2026-01-02T03:04:05.678901Z"`}, Then: zitUnchanged},
		{Name: "null for human is none", Given: zitUpdate(`{"human":null}`), Status: 200, Then: zitUnchanged},
		{Name: "what the vendor does not know either is ignored", Given: zitUpdate(`{"nickname":"mickey","human":{"Email":{"email":"evil@example.test"}}}`), Status: 200, Then: zitUnchanged},
		{Name: "a password without one", Given: zitUpdate(zitHuman(j{})), Status: 400, Has: zitMalformed("invalid UpdateUserRequest: /human/password: needs either password or hashedPassword"), Then: zitUnchanged},
		{
			Name: "both kinds", Given: zitUpdate(zitHuman(j{"password": fresh, "hashedPassword": j{"hash": zitBcrypt}})), Status: 400, Then: zitUnchanged,
			Has: zitMalformed("invalid UpdateUserRequest: /human/password/password and /human/password/hashedPassword exclude each other"),
		},
		{
			Name: "both proofs", Given: zitUpdate(zitHuman(j{"password": fresh, "currentPassword": harness.Password, "verificationCode": "x"})), Status: 400, Then: zitUnchanged,
			Has: zitMalformed("invalid UpdateUserRequest: /human/password/currentPassword and /human/password/verificationCode exclude each other"),
		},
		{
			Name: "a hash with the current password", Given: zitUpdate(zitHuman(j{"hashedPassword": j{"hash": zitBcrypt}, "currentPassword": harness.Password})), Status: 400, Then: zitUnchanged,
			Has: zitMalformed("invalid UpdateUserRequest: /human/password/hashedPassword and /human/password/currentPassword exclude each other"),
		},
		{
			Name: "a hash with a code", Given: zitUpdate(zitHuman(j{"hashedPassword": j{"hash": zitBcrypt}, "verificationCode": "x"})), Status: 400, Then: zitUnchanged,
			Has: zitMalformed("invalid UpdateUserRequest: /human/password/hashedPassword and /human/password/verificationCode exclude each other"),
		},
		{Name: "a hash of no known kind", Given: zitUpdate(zitHuman(j{"hashedPassword": j{"hash": "$9$x"}})), Status: 400, Has: zitFault(3, "REKEY-HashNotSupported"), Then: zitUnchanged},
		{
			Name: "a hash that is too cheap", Status: 400, Has: zitFault(3, "REKEY-HashNotSupported"), Then: zitUnchanged,
			Given: zitUpdate(zitHuman(j{"hashedPassword": j{"hash": "$2b$04$DbmIZ/a5LByoJHgFItyZCeIEHRmvDBZuvAjsdVPSASNZQDaXJlbMO"}})),
		},
		{Name: "a wrong code", Given: zitUpdate(zitHuman(j{"password": fresh, "verificationCode": "x"})), Status: 400, Has: zitFault(9, "COMMAND-2M9fs"), Then: zitUnchanged},
		{Name: "a wrong password", Given: zitUpdate(zitHuman(j{"password": fresh, "currentPassword": "x"})), Status: 400, Has: zitFault(3, "COMMAND-3M0fs"), Then: zitUnchanged},
		{Name: "a short password", Given: zitUpdate(zitHuman(j{"password": j{"password": "short"}})), Status: 400, Has: zitFault(3, "DOMAIN-HuJf6"), Then: zitUnchanged},
	})
}

func TestZitadelUpdateOfAnUnknownUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, foreign := zitadel(w), w.Person("minnie"), zitForeign(w)
		for _, body := range []j{
			{}, zitHuman(j{"password": j{"password": harness.NewPassword}}), zitHuman(j{"hashedPassword": j{"hash": zitBcrypt}}),
			zitHuman(j{"password": j{"password": harness.NewPassword}, "currentPassword": "x"}),
			zitHuman(j{"password": j{"password": harness.NewPassword}, "verificationCode": "x"}),
		} {
			unknown := z.expect(z.patch("/v2/users/nobody", body), 404, zitFault(5, "COMMAND-ugjs0upun6")...)
			same(t, "an unknown user and one out of reach", unknown, foreign.expect(foreign.patch("/v2/users/"+p.ID, body), 404))
		}
	})
}

func TestZitadelAnImportedHashLogsIn(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.NoPassword)
		w.Clock.Advance(time.Minute)
		z.expect(z.patch("/v2/users/"+p.ID, zitHuman(j{"hashed_password": j{"hash": zitBcrypt}})), 200, `{"changeDate":"2026-01-02T03:05:05.678901Z"}`)
		if !z.admits(z.logIn(p).token) || !z.admits(w.LogIn(p).AccessToken) {
			t.Error("the hash does not log in")
		}
		z.expect(z.patch("/v2/users/"+p.ID, zitHuman(j{"hashedPassword": j{"hash": zitBcrypt, "changeRequired": true}})), 200)
		c, err := w.Store.Read(t.Context()).FindCredential(p.ID)
		if err != nil || !c.MustChange {
			t.Errorf("changeRequired is not honoured (%v)", err)
		}
	})
}

func TestZitadelAUserUpdatesHimselfOnlyWithAProof(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, other := w.Person("minnie"), w.Person("donald")
		z := zitadel(w).as(w.LogIn(p).AccessToken)
		fresh := j{"password": harness.NewPassword}
		for _, body := range []j{zitHuman(j{"password": fresh}), zitHuman(j{"hashedPassword": j{"hash": zitBcrypt}})} {
			z.expect(z.patch("/v2/users/"+p.ID, body), 403, zitFault(7, "AUTH-5mWD2")...)
		}
		for _, body := range []j{{}, zitHuman(j{"password": fresh}), zitHuman(j{"hashedPassword": j{"hash": zitBcrypt}}), zitHuman(j{"password": fresh, "currentPassword": "x"})} {
			existing := z.expect(z.patch("/v2/users/"+other.ID, body), 403)
			same(t, "others who exist and who do not", existing, z.expect(z.patch("/v2/users/nobody", body), 403))
		}
		z.unchanged(p)
		z.unchanged(other)
		z.expect(z.patch("/v2/users/"+p.ID, `{}`), 200)
		z.expect(z.patch("/v2/users/"+p.ID, zitHuman(j{"password": fresh, "currentPassword": harness.Password})), 200)
		if z.admits(z.key) {
			t.Error("the session outlives the change")
		}
	})
}
