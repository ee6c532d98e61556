package contract_test

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// zitEverything is an update of all that a user has, with the members of the password.
func zitEverything(password j) j {
	return j{"username": "mickey", "human": j{
		"profile": j{"familyName": "Maus"}, "email": j{"email": "new@example.test", "isVerified": true}, "phone": j{"phone": "+12025550144", "isVerified": true},
		"password": password,
	}}
}

// An update with a password and with something else is done whole or not at all, by each right to set the password.
func TestZitadelAnUpdateIsDoneWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	fresh := j{"password": harness.NewPassword}
	proofs := map[string]func(z zit, p *harness.Person) j{
		"by the administrator's right": func(zit, *harness.Person) j { return j{"password": fresh} },
		"by the current password": func(zit, *harness.Person) j {
			return j{"password": fresh, "currentPassword": harness.Password}
		},
		"by a code": func(z zit, p *harness.Person) j { return j{"password": fresh, "verificationCode": z.returned(p)} },
	}
	for name, proof := range seed.InOrder(proofs) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				z, p := zit{w, w.Key("user.write", "user.read").Key.Reveal()}, w.Person("minnie")
				w.Person("donald")
				path, session := "/v2/users/"+p.ID, w.LogIn(p).AccessToken
				password := proof(z, p)
				z.expect(z.patch(path, with(zitEverything(password), "username", "donald")), 409, zitFault(6, "V3-DKcYh")...)
				z.expect(z.patch(path, zitEverything(with(password, "password", j{"password": "short"}))), 400, zitFault(3, "DOMAIN-HuJf6")...)
				z.expect(z.get(path), 200, `"username":"minnie"`, `"givenName":"Minnie"`, p.Email)
				if !z.admits(session) {
					t.Error("a refused update ended the session")
				}
				z.expect(z.patch(path, zitEverything(password)), 200, `"changeDate":"`)
				z.expect(z.get(path), 200, `"username":"mickey"`, `"familyName":"Maus"`, `"email":"new@example.test"`, `"phone":"+12025550144"`)
				p.Username = "mickey"
				if z.admits(session) || !w.CanLogIn(p, harness.NewPassword) {
					t.Error("the password was not changed, or the session outlives it")
				}
			})
		})
	}
}

// A wrong proof changes nothing else either, and counts.
func TestZitadelAWrongProofUpdatesNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zit{w, w.Key("user.write", "user.read").Key.Reveal()}, w.Person("minnie")
		path, fresh := "/v2/users/"+p.ID, j{"password": harness.NewPassword}
		z.expects(
			zitCall{"a wrong password", z.patch(path, zitEverything(j{"password": fresh, "currentPassword": "x"})), 400, zitFault(3, "COMMAND-3M0fs")},
			zitCall{"a wrong code", z.patch(path, zitEverything(j{"password": fresh, "verificationCode": "x"})), 400, zitFault(9, "COMMAND-2M9fs")},
			zitCall{"a hash of no known kind", z.patch(path, zitEverything(j{"hashedPassword": j{"hash": "$9$x"}})), 400, zitFault(3, "REKEY-HashNotSupported")},
			zitCall{"nothing is changed", z.get(path), 200, []string{`"username":"minnie"`, p.Email}},
		)
		z.unchanged(p)
		w.Check("each wrong password counts", func(t *testing.T) {
			for range w.Tenant.Settings.Sessions.LoginFailures {
				w.Do(z.patch(path, zitEverything(j{"password": fresh, "currentPassword": "x"})))
			}
			z.expect(z.patch(path, zitEverything(j{"password": fresh, "currentPassword": harness.Password})), 400)
			z.expect(z.get(path), 200, `"username":"minnie"`)
		})
	})
}

// A new password is judged by the names that the same update gives.
func TestZitadelAPasswordIsJudgedByTheNewNames(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zit{w, w.Key("user.write", "user.read").Key.Reveal()}, w.Person("minnie")
		path := "/v2/users/" + p.ID
		z.expects(
			zitCall{"made of the new user name", z.patch(path, j{"username": "steamboatwilly", "human": j{"password": j{"password": j{"password": "SteamboatWilly1"}}}}), 400, nil},
			zitCall{"made of the new address", z.patch(path, j{"human": j{
				"email": j{"email": "steamboatwilly@example.test", "isVerified": true}, "password": j{"password": j{"password": "SteamboatWilly1"}},
			}}), 400, nil},
			zitCall{"the name is not given", z.get(path), 200, []string{`"username":"minnie"`}},
			zitCall{"made of a name that the user had", z.patch(path, j{"username": "mickey", "human": j{"password": j{"password": j{"password": "minnieminnieminnie"}}}}), 400, nil},
		)
	})
}

// human.phone: {} removes the phone, alone and together with other changes.
func TestZitadelAnEmptyPhoneIsRemoved(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zit{w, w.Key("user.write", "user.read").Key.Reveal()}, w.Person("minnie")
		path, phone := "/v2/users/"+p.ID, j{"phone": "+12025550144", "isVerified": true}
		for _, c := range []struct {
			name string
			body j
		}{
			{"alone", j{"human": j{"phone": j{}}}},
			{"with nulls", j{"human": j{"phone": j{"phone": nil, "isVerified": nil}}}},
			{"with a password", j{"human": j{"phone": j{}, "password": j{"password": j{"password": harness.NewPassword}}}}},
		} {
			w.Step(c.name, func(t *testing.T) {
				z.expect(z.patch(path, j{"human": j{"phone": phone}}), 200)
				z.expect(z.get(path), 200, "+12025550144")
				z.expect(z.patch(path, c.body), 200)
				if a := z.expect(z.get(path), 200); strings.Contains(a.Body, "+12025550144") {
					t.Errorf("the phone is still there: %s", a.Body)
				}
			})
		}
		z.expects(
			zitCall{"a user without a phone", z.patch(path, j{"human": j{"phone": j{}}}), 200, nil},
			zitCall{"a verification of nothing", z.patch(path, j{"human": j{"phone": j{"returnCode": j{}}}}), 400, zitMalformed("invalid UpdateUserRequest: /human/phone/phone: a verification needs a phone number")},
		)
	})
}
