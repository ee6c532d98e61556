package contract_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// mailsTo counts what was mailed to an address.
func mailsTo(w *harness.World, to string) (n int) {
	for _, m := range w.Mails() {
		if m.To == to {
			n++
		}
	}
	return n
}

// TestBoomiAnInvitationFloodsNoMailbox: nobody has proven that the mailbox is the invited user's.
func TestBoomiAnInvitationFloodsNoMailbox(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		b, most := administers(w, w.Tenant), w.Tenant.Settings.Tickets.MailsPerHour
		w.Step("by users who are created and deleted", func(t *testing.T) {
			for n := range most {
				path, _ := b.invites("vic")
				if got := mailsTo(w, "vic@example.test"); got != n+1 { // delivered before the user is deleted
					t.Fatalf("%d mails", got)
				}
				b.must(200, http.MethodDelete, path, nil)
			}
			if a := b.must(409, http.MethodPost, "", adminUserBody("vic")); !strings.Contains(a.Body, "mail_budget_spent") {
				t.Error(a.Body)
			}
			if len(b.lists("")) != 0 {
				t.Error("a refused user exists")
			}
		})
		w.Step("by invitations that are mailed again", func(t *testing.T) {
			path, _ := b.invites("wes")
			for range most - 1 {
				b.must(200, http.MethodPost, path+"/resendActivation", nil)
			}
			key := mailedKey(w, "wes@example.test")
			if a := b.must(409, http.MethodPost, path+"/resendActivation", nil); !strings.Contains(a.Body, "mail_budget_spent") {
				t.Error(a.Body)
			}
			if got := mailsTo(w, "wes@example.test"); got != most {
				t.Errorf("%d mails", got)
			}
			must(w, redeem(setPath, key, harness.NewPassword), 200) // the last link stays valid
		})
		w.Step("and links to a proven address are not counted", func(t *testing.T) {
			path := "/" + strconv.Itoa(int(w.Person("ada").Number))
			for range most + 1 {
				b.must(200, http.MethodPost, path+"/resendActivation", nil)
			}
		})
	})
}

// TestBoomiWhoMayNotLogInGetsAnotherAddress: and no mail, so that the update is not refused for one.
func TestBoomiWhoMayNotLogInGetsAnotherAddress(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		b, ada, bob := administers(w, w.Tenant), w.Person("ada"), w.Person("bob")
		body := func(p *harness.Person, email string, active bool) j {
			all := with(with(adminUserBody(p.Username), "id", p.Number), "email", email)
			return with(with(all, "isActive", active), "isEnabled", active)
		}
		check := func(t *testing.T, p *harness.Person, email string) {
			t.Helper()
			a, err := w.Store.Read(t.Context()).AddressesOf(p.ID)
			if err != nil || len(a) != 1 || a[0].Value != email || a[0].Verified() || mailsTo(w, email) != 0 {
				t.Errorf("addresses %+v, %v, %d mails", a, err, mailsTo(w, email))
			}
		}
		w.Step("in the request that deactivates the user", func(t *testing.T) {
			b.must(200, http.MethodPut, "", body(ada, "ada1@example.test", false))
			check(t, ada, "ada1@example.test")
		})
		w.Step("while the user is inactive", func(t *testing.T) {
			b.must(200, http.MethodPut, "", body(ada, "ada2@example.test", false))
			check(t, ada, "ada2@example.test")
		})
		w.Step("while the user is locked", func(t *testing.T) {
			asOwner(w).must(200, http.MethodPatch, users+"/"+bob.ID, j{"locked": true})
			b.must(200, http.MethodPut, "", body(bob, "bob1@example.test", true))
			check(t, bob, "bob1@example.test")
		})
		w.Step("and a link to prove it in the request that activates the user", func(t *testing.T) {
			b.must(200, http.MethodPut, "", body(ada, "ada3@example.test", true))
			if mailsTo(w, "ada3@example.test") != 1 {
				t.Error("no mail")
			}
		})
	})
}

// TestBoomiFindsUsersOfEarlierVersions by either of two integers: their numbers were drawn beside their
// external ids.
func TestBoomiFindsUsersOfEarlierVersions(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		b, other := administers(w, w.Tenant), w.Sibling("Umbrella")
		ada := w.Person("ada", harness.WithExternalID("4711"))
		w.Spoil("UPDATE users SET number = 555 WHERE id = ?", ada.ID)
		for _, path := range []string{"/4711", "/555"} {
			if a := b.must(200, http.MethodGet, path, nil); a.Field(t, "username") != "ada" {
				t.Errorf("%s is %s", path, a.Body)
			}
			administers(w, other).must(404, http.MethodGet, path, nil)
		}
		b.must(200, http.MethodDelete, "/4711", nil)
		for _, path := range []string{"/4711", "/555"} {
			b.must(404, http.MethodGet, path, nil)
		}
	})
}
