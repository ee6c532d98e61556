package contract_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const wbUsers = "/api/v1/users"

func wbUserPermissions() []string {
	return []string{"user:read", "user:create", "user:update", "user:delete", "user:manage-email", "user:manage-status", "password-reset-workflow:execute"}
}

// wbAdmin is a caller who may do everything with users.
func wbAdmin(w *harness.World) wbCaller { return wbCaller{w, w.Key(wbUserPermissions()...)} }

func (c wbCaller) user(method, id string, body any) harness.Call {
	return harness.Call{Method: method, Path: wbUsers + "/" + id, Token: c.key.Key.Reveal(), Body: body}
}

func (c wbCaller) create(body j) harness.Call {
	return harness.Call{Method: http.MethodPost, Path: wbUsers, Token: c.key.Key.Reveal(), Body: body}
}

// query finds users of a tenant; an empty text is no query.
func (c wbCaller) query(tenantID, text, page string) harness.Call {
	path := "/api/v1/tenants/" + tenantID + "/users?" + page
	if text != "" {
		path += "&query=" + url.QueryEscape(text)
	}
	return harness.Call{Method: http.MethodGet, Path: path, Token: c.key.Key.Reveal()}
}

type wbPage struct {
	TotalResults, StartIndex, ItemsPerPage int
	Items                                  []struct{ ID, Email, Status string }
}

// finds says which addresses a query has to find.
func (c wbCaller) finds(text, page string, total int, want ...string) {
	c.T.Helper()
	var got wbPage
	must(c.World, c.query(c.Tenant.ID, text, page), http.StatusOK).JSON(c.T, &got)
	var found []string
	for _, u := range got.Items {
		found = append(found, u.Email)
	}
	if !slices.Equal(found, want) || got.TotalResults != total {
		c.T.Errorf("%s %s finds %d: %v, want %v", text, page, got.TotalResults, found, want)
	}
}

func TestWristbandQueriesUsers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := wbAdmin(w)
		ada, bob, cy := w.Person("ada"), w.Person("bob"), w.Person("cy")
		must(w, c.user(http.MethodPatch, bob.ID, j{"status": "INACTIVE"}), http.StatusOK)
		w.Check("by what is served", func(*testing.T) {
			c.finds(`email eq "`+ada.Email+`"`, "", 1, ada.Email)
			c.finds(`  EMAIL  EQ  "`+strings.ToUpper(ada.Email)+`"  `, "", 1, ada.Email)
			c.finds(`username eq "ADA"`, "", 1, ada.Email)
			c.finds(`status eq "inactive"`, "", 1, bob.Email)
			c.finds(`status eq "ACTIVE" AND email eq "`+bob.Email+`"`, "", 0)
			c.finds(`status eq "PENDING_SIGNUP_ACTIVATION"`, "", 0)
			c.finds(`email eq ""`, "", 0)
			c.finds(`email eq "' OR 1=1 --"`, "", 0)
			c.finds(`username eq "a_a" and username eq "%"`, "", 0)
		})
		w.Check("in pages", func(*testing.T) {
			c.finds("", "sort_by=email", 3, ada.Email, bob.Email, cy.Email)
			c.finds("", "sort_by=email:desc&count=2", 3, cy.Email, bob.Email)
			c.finds("", "sort_by=email&start_index=3&count=2", 3, cy.Email)
			c.finds("", "sort_by=email&start_index=4", 3)
		})
		w.Check("what the vendor has beside it is refused, and says what to write", func(t *testing.T) {
			for _, text := range []string{
				`email sw "ada"`, `email eq "a" or email eq "b"`, `(email eq "a")`, `givenName eq "Ada"`, `email in ("a", "b")`, `id eq "x"`, `emailVerified eq true`,
			} {
				if a := w.Do(c.query(w.Tenant.ID, text, "")); a.Status != http.StatusNotImplemented || !strings.Contains(a.Body, `email eq \"ada@example.com\", joined by and`) {
					t.Errorf("%s: %d %s", text, a.Status, a.Body)
				}
			}
			if a := w.Do(c.query(w.Tenant.ID, "", "sort_by=email,username")); a.Status != http.StatusNotImplemented || !strings.Contains(a.Body, "Write one attribute") {
				t.Errorf("%d %s", a.Status, a.Body)
			}
		})
		w.Check("what it does not have is a broken constraint", func(t *testing.T) {
			for _, text := range []string{
				" ", "email", `email eq`, `email eq ada@example.com`, `email eq "a`, `email eq "a"b`, `email eq "a" email eq "b"`, `email eq "a" and`, `and`,
				`shoe eq "a"`, `email like "a"`, `email eq "a" xor email eq "b"`, `email eq "a")`, strings.Repeat(`email eq "a" and `, 8) + `email eq "a"`,
			} {
				a := w.Do(c.query(w.Tenant.ID, text, ""))
				if a.Status != http.StatusBadRequest || !strings.Contains(a.Body, `"violations":{"query":[{"code":"invalid_query"}]}`) {
					t.Errorf("%s: %d %s", text, a.Status, a.Body)
				}
			}
			for _, page := range []string{"sort_by=shoe", "sort_by=email:", "sort_by=email:up", "start_index=0", "count=0", "count=1001", "count=many"} {
				if a := w.Do(c.query(w.Tenant.ID, "", page)); a.Status != http.StatusBadRequest || !strings.Contains(a.Body, `"query_constraint_violations"`) {
					t.Errorf("%s: %d %s", page, a.Status, a.Body)
				}
			}
		})
	})
}

func TestWristbandQueriesWithinItsBoundary(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := wbAdmin(w)
		sister := w.NewTenant("Initech", false, models.DefaultSettings())
		foreign := wbCaller{w, w.KeyWith(keys.CreateAPIKeyInput{Boundary: models.BoundaryApplication, ApplicationID: sister.ApplicationID, Permissions: wbUserPermissions()})}
		p := w.Person("ada")
		application := func(c wbCaller, id string) harness.Call {
			return harness.Call{Method: http.MethodGet, Path: "/api/v1/applications/" + id + "/users?query=" + url.QueryEscape(`email eq "`+p.Email+`"`), Token: c.key.Key.Reveal()}
		}
		var found wbPage
		must(w, application(c, w.Tenant.ApplicationID), http.StatusOK).JSON(t, &found)
		if found.TotalResults != 1 || found.Items[0].ID != p.ID {
			t.Errorf("%+v", found)
		}
		if w.Tenant.ApplicationID != sister.ApplicationID {
			must(w, application(foreign, w.Tenant.ApplicationID), http.StatusForbidden)
			must(w, foreign.query(w.Tenant.ID, "", ""), http.StatusNotFound)
			must(w, foreign.user(http.MethodGet, p.ID, nil), http.StatusNotFound)
			must(w, foreign.user(http.MethodPatch, p.ID, j{"nickname": "x"}), http.StatusNotFound)
			must(w, foreign.user(http.MethodDelete, p.ID, nil), http.StatusNotFound)
			must(w, foreign.create(j{"tenantId": w.Tenant.ID, "email": "dora@example.test"}), http.StatusNotFound)
			must(w, application(foreign, sister.ApplicationID), http.StatusOK).JSON(t, &found)
			if found.TotalResults != 0 {
				t.Errorf("a user of another application was found: %+v", found)
			}
		}
		tenantKey := wbCaller{w, w.KeyWith(keys.CreateAPIKeyInput{
			Boundary: models.BoundaryTenant, ApplicationID: w.Tenant.ApplicationID, TenantID: w.Tenant.ID, Permissions: wbUserPermissions(),
		})}
		must(w, application(tenantKey, w.Tenant.ApplicationID), http.StatusForbidden)
		must(w, tenantKey.query(w.Tenant.ID, "", ""), http.StatusOK)
		must(w, tenantKey.query(sister.ID, "", ""), http.StatusNotFound)
	})
}

// TestWristbandCreatesAUserWhoIsActivatedAndResets is what the vendor's import tool and its apps do.
func TestWristbandCreatesAUserWhoIsActivatedAndResets(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := wbAdmin(w)
		a := must(w, c.create(j{"tenantId": w.Tenant.ID, "identityProviderName": "wristband", "email": "dora@example.test", "emailVerified": true, "givenName": "Dora",
			"phoneNumber": "+12025550100", "preferredLanguage": "de", "fullName": nil, "roles": "admin"}), http.StatusCreated)
		id := a.Field(t, "id")
		for _, part := range []string{`"status":"INACTIVE"`, `"username":null`, `"hasPassword":false`, `"emailVerified":true`, `"phoneNumber":"+12025550100"`, `"preferredLanguage":"de"`} {
			if !strings.Contains(a.Body, part) {
				t.Errorf("%s is not in %s", part, a.Body)
			}
		}
		must(w, c.reset("create-password-reset-link", j{"userId": id}), http.StatusBadRequest)
		if b := must(w, c.user(http.MethodPatch, id, j{"status": "ACTIVE"}), http.StatusOK); !strings.Contains(b.Body, `"status":"ACTIVE"`) {
			t.Error(b.Body)
		}
		code := must(w, c.reset("create-password-reset-link", j{"userId": id}), http.StatusOK).Field(t, "passwordResetCode")
		must(w, c.reset("reset-password", j{"passwordResetCode": code, "newPassword": harness.NewPassword}), http.StatusOK)
		if b := must(w, c.user(http.MethodGet, id, nil), http.StatusOK); !strings.Contains(b.Body, `"hasPassword":true`) {
			t.Error(b.Body)
		}
		must(w, c.user(http.MethodDelete, id, nil), http.StatusNoContent)
		must(w, c.user(http.MethodGet, id, nil), http.StatusNotFound)
		must(w, c.create(j{"tenantId": w.Tenant.ID, "email": "dora@example.test"}), http.StatusCreated)
		w.Check("what has no value that could be stored is told by its member", func(t *testing.T) {
			for member, value := range seed.InOrder(map[string]string{"username": "a\x01b", "phoneNumber": "12", "preferredLanguage": "english please"}) {
				a := must(w, c.create(j{"tenantId": w.Tenant.ID, "email": "eve@example.test", member: value}), http.StatusBadRequest)
				if !strings.Contains(a.Body, `"violations":{"`+member+`":[{"code":"invalid_format"}]}`) {
					t.Error(a.Body)
				}
			}
		})
		w.Check("an active user is active before there is a password", func(t *testing.T) {
			a := must(w, c.create(j{"tenantId": w.Tenant.ID, "email": "eve@example.test", "status": "ACTIVE"}), http.StatusCreated)
			if !strings.Contains(a.Body, `"status":"ACTIVE"`) {
				t.Error(a.Body)
			}
			c.finds(`status eq "ACTIVE" and email eq "eve@example.test"`, "", 1, "eve@example.test")
		})
	})
}

func TestWristbandChangesAnAddress(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := wbAdmin(w)
		p := w.Person("ada@example.test", func(in *accounts.CreateUserInput) { in.Email = "ada@example.test" })
		old := c.mailCode(p)
		a := must(w, c.user(http.MethodPatch, p.ID, j{"email": "ada@example.org"}), http.StatusOK)
		if !strings.Contains(a.Body, `"email":"ada@example.org","emailVerified":false`) || !strings.Contains(a.Body, `"username":null`) {
			t.Errorf("the name does not follow, or nobody verified the address: %s", a.Body)
		}
		refused := must(w, c.reset("reset-password", old.with(harness.NewPassword)), http.StatusBadRequest)
		if !strings.Contains(refused.Body, old.dead()) {
			t.Error(refused.Body)
		}
		must(w, c.reset("send-password-reset-email", j{"userId": p.ID}), http.StatusBadRequest) // no verified address
		if b := must(w, c.user(http.MethodPatch, p.ID, j{"emailVerified": true}), http.StatusOK); !strings.Contains(b.Body, `"emailVerified":true`) {
			t.Error(b.Body)
		}
		must(w, c.reset("send-password-reset-email", j{"userId": p.ID}), http.StatusOK)
		c.finds(`email eq "ada@example.test"`, "", 0)
		c.finds(`username eq "ada@example.org"`, "", 1, "ada@example.org")
		if b := must(w, c.user(http.MethodPatch, p.ID, j{"emailVerified": false}), http.StatusOK); !strings.Contains(b.Body, `"emailVerified":false`) {
			t.Error(b.Body)
		}
		w.Check("a name that is no address stays", func(t *testing.T) {
			named := w.Person("bob")
			if b := must(w, c.user(http.MethodPatch, named.ID, j{"email": "bob@example.org", "emailVerified": true}), http.StatusOK); !strings.Contains(b.Body, `"username":"bob"`) {
				t.Error(b.Body)
			}
			b := w.Do(c.user(http.MethodPatch, named.ID, j{"email": "ada@example.org"}))
			if b.Status != http.StatusBadRequest || !strings.Contains(b.Body, `"violations":{"email":[{"code":"not_unique"}]}`) {
				t.Errorf("%d %s", b.Status, b.Body)
			}
		})
		w.Check("who has no address has none to vouch for", func(t *testing.T) {
			nobody := w.Person("cy", func(in *accounts.CreateUserInput) { in.Email = "" })
			b := w.Do(c.user(http.MethodPatch, nobody.ID, j{"emailVerified": true}))
			if b.Status != http.StatusBadRequest || !strings.Contains(b.Body, `"violations":{"email":[{"code":"not_blank"}]}`) {
				t.Errorf("%d %s", b.Status, b.Body)
			}
		})
	})
}

func TestWristbandDeactivatesAndActivates(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := wbAdmin(w), w.Person("ada")
		l, code := w.LogIn(p), c.linkCode(p)
		if a := must(w, c.user(http.MethodPatch, p.ID, j{"status": "INACTIVE"}), http.StatusOK); !strings.Contains(a.Body, `"status":"INACTIVE"`) || strings.Contains(a.Body, `"deactivationTime":null`) {
			t.Error(a.Body)
		}
		if c.admits(l.AccessToken) {
			t.Error("a session outlived the change")
		}
		logsIn := func() bool {
			return w.Do(harness.Call{Method: http.MethodPost, Path: "/api/Users/authenticate", Body: j{"userName": p.Username, "password": p.Password}}).Status == http.StatusOK
		}
		if logsIn() {
			t.Error("the user can log in")
		}
		must(w, c.reset("reset-password", code.with(harness.NewPassword)), http.StatusBadRequest)
		must(w, c.user(http.MethodPatch, p.ID, j{"status": "ACTIVE"}), http.StatusOK)
		if !logsIn() {
			t.Error("the user is not active")
		}
		w.Check("a lock is an inactive user, too", func(t *testing.T) {
			must(w, harness.Call{Method: http.MethodPost, Path: "/v2/users/" + p.ID + "/lock", Token: w.Key("user.write").Key.Reveal(), Body: j{}}, http.StatusOK)
			if a := must(w, c.user(http.MethodGet, p.ID, nil), http.StatusOK); !strings.Contains(a.Body, `"status":"INACTIVE"`) {
				t.Error(a.Body)
			}
			must(w, c.user(http.MethodPatch, p.ID, j{"status": "ACTIVE"}), http.StatusOK)
			if !logsIn() {
				t.Error("the user is still locked")
			}
		})
		w.Check("no other status can be given", func(t *testing.T) {
			for _, status := range []string{"PENDING_INVITE_ACTIVATION", "active", "LOCKED"} {
				must(w, c.user(http.MethodPatch, p.ID, j{"status": status}), http.StatusBadRequest)
			}
		})
	})
}

// TestWristbandMembersNeedTheirPermission: the vendor's permissions for single members, and what a user may change
// of himself.
func TestWristbandMembersNeedTheirPermission(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, other := w.Person("ada"), w.Person("bob")
		plain := wbCaller{w, w.Key("user:update")}
		must(w, plain.user(http.MethodPatch, p.ID, j{"nickname": "Mouse", "username": "ada2", "phoneNumber": nil}), http.StatusOK)
		access := map[string]j{
			"email": {"email": "x@example.test"}, "emailVerified": {"emailVerified": true}, "status": {"status": "ACTIVE"},
		}
		for _, body := range seed.InOrder(access) {
			must(w, plain.user(http.MethodPatch, p.ID, body), http.StatusForbidden)
		}
		token := w.LogIn(other).AccessToken
		self := func(method, id string, body any) harness.Call {
			call := plain.user(method, id, body)
			call.Token = token
			return call
		}
		if a := must(w, self(http.MethodPatch, other.ID, j{"givenName": "Bob", "familyName": nil, "preferredLanguage": "de"}), http.StatusOK); !strings.Contains(a.Body, `"givenName":"Bob"`) {
			t.Error(a.Body)
		}
		must(w, self(http.MethodGet, other.ID, nil), http.StatusOK)
		access["username"], access["phone"] = j{"username": "x"}, j{"phoneNumber": nil}
		for _, body := range seed.InOrder(access) {
			must(w, self(http.MethodPatch, other.ID, body), http.StatusForbidden)
		}
		for _, call := range []harness.Call{
			self(http.MethodGet, p.ID, nil), self(http.MethodPatch, p.ID, j{"givenName": "x"}), self(http.MethodDelete, other.ID, nil), self(http.MethodDelete, p.ID, nil),
		} {
			must(w, call, http.StatusForbidden)
		}
	})
}

// TestWristbandKnowsUsersByTheirOldId: ids of 26 characters that an import brought.
func TestWristbandKnowsUsersByTheirOldID(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const external = "pzfyvzggsvb3lk4yyqh6l4xzse"
		c := wbAdmin(w)
		p := w.Person("ada", func(in *accounts.CreateUserInput) { in.ExternalID = external })
		for _, call := range []harness.Call{c.user(http.MethodGet, external, nil), c.user(http.MethodPatch, external, j{"nickname": "Mouse"})} {
			if a := must(w, call, http.StatusOK); a.Field(t, "id") != external {
				t.Error(a.Body)
			}
		}
		var found wbPage
		must(w, c.query(w.Tenant.ID, `email eq "`+p.Email+`"`, ""), http.StatusOK).JSON(t, &found)
		if len(found.Items) != 1 || found.Items[0].ID != external {
			t.Errorf("%+v", found)
		}
		must(w, c.user(http.MethodDelete, external, nil), http.StatusNoContent)
	})
}

// TestWristbandParallelChangesAreWholeAndAloneInTheirNames: of requests for one address one wins, and what is changed
// at the same time is not lost.
func TestWristbandParallelChangesAreWholeAndAloneInTheirNames(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p, other := wbAdmin(w), w.Person("ada"), w.Person("bob")
		atOnce := func(calls ...harness.Call) (statuses []int, bodies string) {
			answers := make([]harness.Answer, len(calls))
			var group sync.WaitGroup
			for i, call := range calls {
				group.Go(func() { answers[i] = w.Do(call) })
			}
			group.Wait()
			for _, a := range answers {
				statuses, bodies = append(statuses, a.Status), bodies+a.Body+"\n"
			}
			slices.Sort(statuses)
			return statuses, bodies
		}
		dora := c.create(j{"tenantId": w.Tenant.ID, "email": "dora@example.test"})
		if got, bodies := atOnce(dora, dora, dora, dora); !slices.Equal(got, []int{201, 400, 400, 400}) || strings.Count(bodies, `"code":"not_unique"`) != 3 {
			t.Errorf("%v %s", got, bodies)
		}
		one := j{"email": "shared@example.test", "emailVerified": true}
		if got, bodies := atOnce(c.user(http.MethodPatch, p.ID, one), c.user(http.MethodPatch, other.ID, one)); !slices.Equal(got, []int{200, 400}) {
			t.Errorf("%v %s", got, bodies)
		}
		if got, bodies := atOnce(c.user(http.MethodPatch, p.ID, j{"nickname": "Mouse"}), c.user(http.MethodPatch, p.ID, j{"familyName": "Rowe"}),
			c.user(http.MethodPatch, p.ID, j{"email": "ada2@example.test"})); !slices.Equal(got, []int{200, 200, 200}) {
			t.Errorf("%v %s", got, bodies)
		}
		a := must(w, c.user(http.MethodGet, p.ID, nil), http.StatusOK)
		for _, part := range []string{`"nickname":"Mouse"`, `"familyName":"Rowe"`, `"email":"ada2@example.test","emailVerified":false`} {
			if !strings.Contains(a.Body, part) {
				t.Errorf("%s is lost: %s", part, a.Body)
			}
		}
	})
}
