package contract_test

import (
	"errors"
	"maps"
	"net/http"
	"strconv"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// What a login is answered with.
const (
	opens   = "a session"
	changes = "a change"
	refuses = "nothing"
)

// aged are users whose passwords are of all ages and kinds, in several tenants. None of
// them is asked to log in but to see what comes of it.
type aged struct {
	native
	people  map[string]*harness.Person
	setDays func(days any, query string) harness.Answer
}

// logins tries all of them, and tells what each was answered.
func (a aged) logins() map[string]string {
	a.T.Helper()
	got := map[string]string{}
	for name, p := range seed.InOrder(a.people) {
		pw, err := secret.NewPassword(p.Password)
		if err != nil {
			a.T.Fatal(err)
		}
		ctx := caller.Into(a.T.Context(), caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
		login, err := a.Core.Logins.LogIn(ctx, logins.LogInInput{TenantID: p.TenantID, Username: p.Username, Password: pw})
		switch login.(type) {
		case *logins.LoggedIn:
			got[name] = opens
		case *logins.ChangeRequired:
			got[name] = changes
		case *logins.Challenge:
			a.T.Fatalf("%s is asked for a code", name)
		default:
			if !errors.Is(err, core.ErrLoginFailed) {
				a.T.Fatalf("%s: %v", name, err)
			}
			got[name] = refuses
		}
	}
	return got
}

// days lets so many pass.
func (a aged) days(n int) { a.Clock.Advance(time.Duration(n) * 24 * time.Hour) }

// settle makes the people, over a hundred days.
func (a aged) settle(t *testing.T, tenants ...*models.Tenant) {
	set := func(p *harness.Person, body j) {
		t.Helper()
		answer := a.must(200, http.MethodPut, users+"/"+p.ID+"/password", body)
		if body["generate"] == true {
			p.Password = answer.Field(t, "password")
		}
	}
	person := func(name string, change ...func(*accounts.CreateUserInput)) *harness.Person {
		a.people[name] = a.Person(name, change...)
		return a.people[name]
	}
	for _, tenant := range tenants {
		in := harness.Of(tenant)
		of := tenant.Name + "-"
		person(of+"old", in)
		set(person(of+"old-and-set", in), j{"password": harness.Password})
		set(person(of+"dated", in), j{"password": harness.Password, "expiresAt": a.Clock.Now().AddDate(0, 0, 400).Format(time.RFC3339)})
		set(person(of+"over", in), j{"password": harness.Password, "expiresAt": a.Clock.Now().AddDate(0, 0, 50).Format(time.RFC3339)})
		set(person(of+"marked", in), j{"password": harness.Password, "mustChange": true})
		set(person(of+"spent", in), j{"generate": true, "returnPassword": true})
		a.must(200, http.MethodPatch, users+"/"+person(of+"disabled", in).ID, j{"disabled": true})
		a.must(200, http.MethodPatch, users+"/"+person(of+"locked", in).ID, j{"locked": true})
		person(of+"without", in, harness.NoPassword)
	}
	a.logins() // spends what is good once
	a.days(60)
	for _, tenant := range tenants {
		person(tenant.Name+"-young", harness.Of(tenant))
	}
	a.days(40)
}

// foretold holds a dry run against what the change does to the logins.
func (a aged) foretold(t *testing.T, days any) (expire, workAgain, toChange int) {
	t.Helper()
	before := a.logins()
	dry := a.setDays(days, "?dryRun=true")
	if after := a.logins(); !maps.Equal(after, before) {
		t.Errorf("a dry run changed logins from %v to %v", before, after)
	}
	a.setDays(days, "")
	for name, now := range seed.InOrder(a.logins()) {
		switch was := before[name]; {
		case now == changes && was == opens:
			expire++
		case now == opens && was == changes:
			workAgain++
		}
		if now == changes {
			toChange++
		}
	}
	for member, counted := range seed.InOrder(map[string]int{
		"passwordsThatWouldExpire": expire, "passwordsThatWouldWorkAgain": workAgain, "passwordsToChange": toChange,
	}) {
		if told := dry.Field(t, "preview", member); told != strconv.Itoa(counted) {
			t.Errorf("lifetimeDays %v: %s was told %s, and is %d", days, member, told, counted)
		}
	}
	return expire, workAgain, toChange
}

func TestRekeyADryRunForetellsTheLogins(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		inherits, decides, foreign := w.Sibling("Inherits"), w.Sibling("Decides"), w.NewTenant("Foreign", false, models.DefaultSettings())
		n.must(200, http.MethodPatch, tenantPolicy(inherits.ID), j{"rules": j{"tickets": j{"otpTries": 3}}})
		n.must(200, http.MethodPatch, tenantPolicy(decides.ID), j{"rules": j{"password": j{"lifetimeDays": 30000}}})
		a := aged{native: n, people: map[string]*harness.Person{}}
		a.settle(t, w.Tenant, inherits, decides, foreign)
		setsIn := func(path string) func(any, string) harness.Answer {
			return func(days any, query string) harness.Answer {
				return n.must(200, http.MethodPatch, path+query, j{"rules": j{"password": j{"lifetimeDays": days}}})
			}
		}
		foretells := func(name string, days any, expire, workAgain, toChange int) {
			w.Step(name, func(t *testing.T) {
				if e, b, c := a.foretold(t, days); e != expire || b != workAgain || c != toChange {
					t.Errorf("%d expire, %d work again, %d are to be changed; want %d, %d, %d", e, b, c, expire, workAgain, toChange)
				}
			})
		}
		// What other tenants have to change is counted apart: the answer is for those who inherit.
		all := a.people
		a.people = of(all, w.Tenant.Name, inherits.Name)
		a.setDays = setsIn(applicationPolicy(w.Tenant.ApplicationID))
		foretells("an application's, of 90 days", 90, 4, 0, 8)
		foretells("the same once more", 90, 0, 0, 8)
		foretells("a longer one", 365, 0, 4, 4)
		foretells("one of 40 days, to the day", 40, 6, 0, 10)
		foretells("none", nil, 0, 6, 4)
		a.people = of(all, decides.Name)
		a.setDays = setsIn(tenantPolicy(decides.ID))
		foretells("a tenant's, of 41 days", 41, 2, 0, 4)
		foretells("what it inherits", nil, 0, 2, 2)
		a.people = of(all, foreign.Name)
		a.setDays = setsIn(tenantPolicy(foreign.ID))
		w.Step("nobody else was asked for a change, and a generated password is one to change", func(t *testing.T) {
			old := a.people["Foreign-old"]
			if answer := a.logins()["Foreign-old"]; answer != opens {
				t.Errorf("Foreign-old is answered %s", answer)
			}
			old.Password = n.must(200, http.MethodPut, users+"/"+old.ID+"/password", j{"generate": true, "returnPassword": true}).Field(t, "password")
			told := a.setDays(nil, "?dryRun=true").Field(t, "preview", "passwordsToChange")
			if a.logins()["Foreign-old"] != changes || told != "3" {
				t.Errorf("%s are told to be changed", told)
			}
		})
	})
}

// of are the people of some tenants.
func of(all map[string]*harness.Person, tenants ...string) map[string]*harness.Person {
	some := map[string]*harness.Person{}
	for _, tenant := range tenants {
		for _, name := range []string{"old", "old-and-set", "dated", "over", "marked", "spent", "disabled", "locked", "without", "young"} {
			some[tenant+"-"+name] = all[tenant+"-"+name]
		}
	}
	return some
}

// A lifetime holds for the passwords that there are: those that were set, brought along at
// creation, or imported, before there was one.
func TestRekeyALifetimeHoldsForThePasswordsThereAre(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, created, set := asOwner(w), w.Person("ada"), w.Person("bob")
		n.must(200, http.MethodPut, users+"/"+set.ID+"/password", j{"password": harness.Password})
		_, key, _ := n.ownKey(created, "sessions:read")
		w.Clock.Advance(90*24*time.Hour - time.Second)
		n.must(200, http.MethodPatch, tenantPolicy(w.Tenant.ID), j{"rules": j{"password": j{"lifetimeDays": 90}}})
		anyone := n.as("")
		w.Check("a second before its end a password is good, and tells when it ends", func(t *testing.T) {
			anyone.must(201, http.MethodPost, sessionsPath, nativeLogin("ada", harness.Password, ""))
			key.must(200, http.MethodGet, sessionsPath, nil)
			for _, p := range []*harness.Person{created, set} {
				if at := n.get(users+"/"+p.ID+"/password").Field(t, "expiresAt"); at != "2026-04-02T03:04:05.678901Z" {
					t.Errorf("the password of %s expires at %s", p.Username, at)
				}
			}
		})
		w.Clock.Advance(time.Second)
		w.Check("at its end it opens a change alone", func(t *testing.T) {
			for _, name := range []string{"ada", "bob"} {
				anyone.refused(403, "password_change_required", http.MethodPost, sessionsPath, nativeLogin(name, harness.Password, ""))
			}
			key.refused(401, "unauthenticated", http.MethodGet, sessionsPath, nil)
		})
		w.Check("a longer lifetime lets it in again, and the end of the rule too", func(t *testing.T) {
			for _, days := range []any{91, nil} {
				n.must(200, http.MethodPatch, tenantPolicy(w.Tenant.ID), j{"rules": j{"password": j{"lifetimeDays": days}}})
				anyone.must(201, http.MethodPost, sessionsPath, nativeLogin("bob", harness.Password, ""))
				key.must(200, http.MethodGet, sessionsPath, nil)
			}
		})
	})
}
