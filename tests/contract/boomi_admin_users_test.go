package contract_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

const adminUsers = "/api/AdminUsers"

// boomiAdmin administers the users of one customer.
type boomiAdmin struct {
	*harness.World
	token string
}

func administers(w *harness.World, t *models.Tenant) boomiAdmin {
	return boomiAdmin{w, w.TenantKey(t, "users:read", "users:write").Key.Reveal()}
}

func (b boomiAdmin) must(status int, method, path string, body any) harness.Answer {
	b.T.Helper()
	return must(b.World, harness.Call{Method: method, Path: adminUsers + path, Token: b.token, Body: body}, status)
}

// adminUserBody is a user as the vendor's required members describe one.
func adminUserBody(username string) j {
	return j{"username": username, "email": username + "@example.test", "firstName": "Ada", "lastName": "Lovelace",
		"isActive": true, "isEnabled": true, "isLogSession": false}
}

func (b boomiAdmin) invites(username string) (id string, number int) {
	b.T.Helper()
	var made struct {
		Entity          struct{ ID, CustomerID int }
		RecordsAffected int
	}
	b.must(200, http.MethodPost, "", adminUserBody(username)).JSON(b.T, &made)
	if made.Entity.ID <= 0 || made.Entity.CustomerID <= 0 || made.RecordsAffected != 1 {
		b.T.Fatalf("made %+v", made)
	}
	return "/" + strconv.Itoa(made.Entity.ID), made.Entity.ID
}

// stored reads the row of a user with an integer id.
func (b boomiAdmin) stored(number int) *models.User {
	b.T.Helper()
	all, err := b.Store.Read(b.T.Context()).UsersAfter(b.Tenant.ID, "", 100)
	if err != nil {
		b.T.Fatal(err)
	}
	for i := range all {
		if int(all[i].Number) == number {
			return &all[i]
		}
	}
	b.T.Fatalf("no user has the number %d", number)
	return nil
}

// adminUserRow is one user in the list.
type adminUserRow struct {
	ID, CustomerID, FailedAttempts int
	Username, CustomerName         string
	IsEnabled, IsActive, IsAdmin   bool
	BannedUntil, LastLogin         *time.Time
}

func (b boomiAdmin) lists(query string) (rows []adminUserRow) {
	b.T.Helper()
	b.must(200, http.MethodGet, query, nil).JSON(b.T, &rows)
	return rows
}

func (b boomiAdmin) row(number int) adminUserRow {
	b.T.Helper()
	for _, r := range b.lists("") {
		if r.ID == number {
			return r
		}
	}
	b.T.Fatalf("%d is not in the list", number)
	return adminUserRow{}
}

// An invited user sets the first password with the key of the mail, and the list shows the logins.
func TestBoomiAnInvitedUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		b := administers(w, w.Tenant)
		path, number := b.invites("ada")
		w.Step("the mail has a key that sets the password and proves the address", func(t *testing.T) {
			must(w, redeem(setPath, mailedKey(w, "ada@example.test"), harness.NewPassword), 200)
			a, err := w.Store.Read(t.Context()).AddressesOf(b.stored(number).ID)
			if err != nil || len(a) != 1 || !a[0].Verified() {
				t.Errorf("addresses %+v, %v", a, err)
			}
			if r := b.row(number); r.LastLogin != nil || r.FailedAttempts != 0 || r.BannedUntil != nil || r.IsAdmin || !r.IsActive || !r.IsEnabled || r.CustomerName != w.Tenant.Name {
				t.Errorf("row %+v", r)
			}
		})
		w.Step("a login and wrong passwords are shown", func(t *testing.T) {
			must(w, login("ada", harness.NewPassword), 200)
			for n := range 20 {
				must(w, login("ada", "wrong "+strconv.Itoa(n)), 401)
			}
			if r := b.row(number); r.LastLogin == nil || r.FailedAttempts == 0 || r.BannedUntil == nil {
				t.Errorf("row %+v", r)
			}
			must(w, login("ada", harness.NewPassword), 401)
		})
		w.Step("an administrator unlocks the user", func(t *testing.T) {
			b.must(200, http.MethodPost, path+"/unlock", nil)
			b.must(400, http.MethodPost, path+"/unlock", nil)
			if r := b.row(number); r.FailedAttempts != 0 || r.BannedUntil != nil {
				t.Errorf("row %+v", r)
			}
			must(w, login("ada", harness.NewPassword), 200)
		})
		w.Step("who is locked is banned until he is unlocked", func(t *testing.T) {
			asOwner(w).must(200, http.MethodPatch, users+"/"+b.stored(number).ID, j{"locked": true})
			if r := b.row(number); r.BannedUntil == nil || r.BannedUntil.Year() != 9999 {
				t.Errorf("row %+v", r)
			}
			b.must(400, http.MethodPost, path+"/resendActivation", nil)
			b.must(200, http.MethodPost, path+"/unlock", nil)
		})
		w.Step("who forgot the password gets another link", func(t *testing.T) {
			b.must(200, http.MethodPost, path+"/resendActivation", nil)
			must(w, redeem(setPath, mailedKey(w, "ada@example.test"), "eleven grey herons by the river"), 200)
			must(w, login("ada", "eleven grey herons by the river"), 200)
		})
		w.Step("an invitation that was lost is mailed again, and the first ends", func(t *testing.T) {
			path, _ := b.invites("bob")
			lost := mailedKey(w, "bob@example.test")
			b.must(200, http.MethodPost, path+"/resendActivation", nil)
			must(w, check(setPath, lost), 400)
			must(w, redeem(setPath, mailedKey(w, "bob@example.test"), harness.NewPassword), 200)
		})
	})
}

// An update changes what differs; what this service does not do is refused by name, and changes nothing.
func TestBoomiAdministratorsUpdateUsers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		b, ada := administers(w, w.Tenant), w.Person("ada")
		path := "/" + strconv.Itoa(int(ada.Number))
		body := func(change j) j {
			all := with(adminUserBody("ada"), "id", ada.Number)
			for member, value := range change {
				all[member] = value
			}
			return all
		}
		affected := func(change j) string {
			t.Helper()
			return b.must(200, http.MethodPut, "", body(change)).Field(t, "recordsAffected")
		}
		w.Step("the model of GET can be sent back", func(t *testing.T) {
			var model j
			affected(nil)
			b.must(200, http.MethodGet, path, nil).JSON(t, &model)
			model["password"], model["roleIds"], model["organizationIds"] = nil, nil, nil
			if n := b.must(200, http.MethodPut, "", model).Field(t, "recordsAffected"); n != "0" {
				t.Errorf("%s records", n)
			}
		})
		w.Step("a new address has to be proven", func(t *testing.T) {
			affected(j{"email": "countess@example.test"})
			if m := w.LastMail("countess@example.test"); !strings.Contains(m.Text, "/verify?key=") {
				t.Errorf("mail %s", m.Text)
			}
			if a := b.must(200, http.MethodGet, path, nil); a.Field(t, "email") != "countess@example.test" {
				t.Errorf("user %s", a.Body)
			}
			affected(nil)
		})
		w.Step("who is deactivated cannot log in", func(t *testing.T) {
			affected(j{"isActive": false, "isEnabled": false})
			must(w, login("ada", ada.Password), 401)
			if r := b.row(int(ada.Number)); r.IsActive || r.IsEnabled {
				t.Errorf("row %+v", r)
			}
			affected(nil)
			must(w, login("ada", ada.Password), 200)
		})
		w.Person("bob")
		for _, c := range []struct {
			name   string
			change j
			status int
			has    string
		}{
			{"another state than enabled", j{"isActive": false}, 400, "/isActive"},
			{"a name that another user has", j{"username": "bob"}, 409, "name_taken"},
			{"an address that cannot be mailed", j{"email": "ada"}, 400, "/email"},
			{"an empty name", j{"firstName": ""}, 400, "/firstName"},
			{"another customer", j{"customerId": 7}, 403, "Forbidden"},
			{"a password", j{"password": harness.NewPassword}, 501, "/password"},
			{"roles", j{"roleIds": []int{1}}, 501, "/roleIds"},
			{"organizations", j{"organizationIds": "1,2"}, 501, "/organizationIds"},
			{"an endpoint", j{"defaultUploadFlowEndpointId": 3}, 501, "/defaultUploadFlowEndpointId"},
		} {
			w.Check(c.name+" is refused", func(t *testing.T) {
				before := b.must(200, http.MethodGet, path, nil).Body
				if a := b.must(c.status, http.MethodPut, "", body(c.change)); !strings.Contains(a.Body, c.has) {
					t.Errorf("answer %s", a.Body)
				}
				if after := b.must(200, http.MethodGet, path, nil).Body; after != before {
					t.Errorf("it changed %s to %s", before, after)
				}
			})
		}
		w.Step("a chosen id is refused, and an inactive user is not mailed", func(t *testing.T) {
			b.must(400, http.MethodPost, "", with(adminUserBody("cyd"), "id", 17))
			made := b.must(200, http.MethodPost, "", with(with(adminUserBody("cyd"), "isActive", false), "isEnabled", false))
			for _, m := range w.Mails() {
				if m.To == "cyd@example.test" {
					t.Errorf("%s was mailed", made.Body)
				}
			}
		})
		w.Step("who is deleted is gone", func(t *testing.T) {
			b.must(200, http.MethodDelete, path, nil)
			b.must(404, http.MethodGet, path, nil)
			b.must(404, http.MethodDelete, path, nil)
			must(w, login("ada", ada.Password), 401)
		})
	})
}

// The integers of one customer never reach the users of another, though both may have the same.
func TestBoomiIntegersBelongToTheirCustomer(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		other := w.Sibling("Umbrella")
		here, there := administers(w, w.Tenant), administers(w, other)
		w.Person("ada", harness.WithExternalID("4711"))
		w.Person("eve", harness.WithExternalID("4711"), harness.Of(other))
		number := w.Person("bob").Number
		alone := "/" + strconv.Itoa(int(number))
		for _, c := range []struct {
			name string
			b    boomiAdmin
			user string
		}{{"here", here, "ada"}, {"there", there, "eve"}} {
			w.Check(c.name+" 4711 is the customer's own user", func(t *testing.T) {
				if a := c.b.must(200, http.MethodGet, "/4711", nil); a.Field(t, "username") != c.user {
					t.Errorf("user %s", a.Body)
				}
				must(w, harness.Call{Method: http.MethodPost, Path: "/API/adminusers/4711/RESENDactivation", Token: c.b.token}, 200)
			})
		}
		if a, b := here.lists("")[0].CustomerID, there.lists("")[0].CustomerID; a == b || len(there.lists("")) != 1 {
			t.Errorf("customers %d and %d", a, b)
		}
		w.Check("nothing there reaches a user here", func(t *testing.T) {
			there.must(404, http.MethodGet, alone, nil)
			there.must(404, http.MethodDelete, alone, nil)
			there.must(404, http.MethodPost, alone+"/unlock", nil)
			there.must(404, http.MethodPost, alone+"/resendActivation", nil)
			there.must(404, http.MethodPut, "", with(adminUserBody("mallory"), "id", number))
			there.must(403, http.MethodGet, "?customerId="+strconv.Itoa(here.lists("")[0].CustomerID), nil)
			here.must(200, http.MethodGet, alone, nil)
		})
		w.Check("a token that only reads changes nothing", func(t *testing.T) {
			reads := boomiAdmin{w, w.TenantKey(w.Tenant, "users:read").Key.Reveal()}
			reads.must(200, http.MethodGet, alone, nil)
			reads.must(403, http.MethodDelete, alone, nil)
			reads.must(403, http.MethodPost, "", adminUserBody("mallory"))
		})
	})
}

// A list that one answer cannot have is refused, and read in pages.
func TestBoomiALongListIsReadInPages(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		b := administers(w, w.Tenant)
		batch := make([]accounts.ImportUser, 1001)
		for i := range batch {
			batch[i].TenantID, batch[i].Username, batch[i].Number = w.Tenant.ID, fmt.Sprintf("u%d", i), int32(i+1)
		}
		if _, err := w.Core.Accounts.ImportUsers(setup.AsOperator(t.Context(), "import"), batch); err != nil {
			t.Fatal(err)
		}
		if a := b.must(400, http.MethodGet, "", nil); !strings.Contains(a.Body, "limit and afterId") {
			t.Errorf("answer %s", a.Body)
		}
		found, last := 0, 0
		for page := b.lists("?limit=400"); len(page) > 0; page = b.lists(fmt.Sprintf("?limit=400&afterId=%d", last)) {
			for _, r := range page {
				if r.ID <= last {
					t.Fatalf("%d follows %d", r.ID, last)
				}
				found, last = found+1, r.ID
			}
		}
		if found != len(batch) {
			t.Errorf("%d users in the pages", found)
		}
	})
}
