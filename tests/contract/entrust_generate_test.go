package contract_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

func TestEntrustAGeneratedPasswordLogsInOnceToBeChanged(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		a := w.Do(entrustPut(w, ada, entrustBody{
			"generatePassword": true, "returnPassword": true, "emailPassword": false, "password": "x",
		}))
		made := a.Field(t, "newPassword")
		if a.Status != 200 || made == "" || a.Field(t, "forceUpdate") != "true" || a.Header.Get("Cache-Control") != "no-store" {
			t.Fatalf("%d %s", a.Status, a.Body)
		}
		if at := a.Field(t, "expiryTime"); at != entrustTime(w.Clock.Now().Add(24*time.Hour)) {
			t.Errorf("expires at %s", at)
		}
		if again := entrustGet(w, ada); strings.Contains(again.Body, made) || strings.Contains(again.Body, "newPassword") {
			t.Errorf("told twice: %s", again.Body)
		}
		if entrustMailed(w, made) || strings.Contains(w.Log.String(), made) {
			t.Error("the password is in a mail or in the log")
		}
		if got := entrustLogin(w, ada, made); got != "change required" {
			t.Errorf("first login: %s", got)
		}
		if got := entrustLogin(w, ada, made); got != "refused" {
			t.Errorf("second login: %s", got)
		}
		if kept := w.Do(entrustPut(w, ada, entrustBody{"password": made})); kept.Status != 400 || !strings.Contains(kept.Body, "in_history") {
			t.Errorf("it became the lasting one: %d", kept.Status)
		}
		events, err := w.Store.Read(context.Background()).EventsOf(ada.ID, 20)
		if err != nil {
			t.Fatal(err)
		}
		audited := false
		for _, e := range events {
			audited = audited || e.Action == "password.generate" && e.Detail == "returned"
		}
		if !audited {
			t.Errorf("no event tells that it was returned: %+v", events)
		}
	})
}

func TestEntrustWhatAGeneratedPasswordDoes(t *testing.T) {
	t.Parallel()
	ada := &harness.Person{User: &models.User{Username: "ada"}}
	harness.Run(t, []harness.Case{
		{
			Name:   "it is mailed by default, to be used once, and not answered",
			Given:  entrustPutTo(entrustBody{"generatePassword": true}),
			Status: 200, Has: []string{`"forceUpdate":true`}, Never: []string{"newPassword"},
			Then: func(w *harness.World, _ harness.Answer) {
				made := entrustPasswordIn(w, "ada@example.test")
				if len(w.Mails()) != 1 {
					w.T.Errorf("%d mails", len(w.Mails()))
				}
				if got := entrustLogin(w, ada, made); got != "change required" {
					w.T.Errorf("login: %s", got)
				}
			},
		},
		{
			Name:   "it dies after a day",
			Given:  entrustPutTo(entrustBody{"generatePassword": true, "returnPassword": true}),
			Status: 200,
			Then: func(w *harness.World, a harness.Answer) {
				w.Clock.Advance(24 * time.Hour)
				if got := entrustLogin(w, ada, a.Field(w.T, "newPassword")); got != "change required" && got != "refused" {
					w.T.Errorf("login: %s", got)
				}
			},
		},
		{
			Name:   "it lasts if the caller says so",
			Given:  entrustPutTo(entrustBody{"generatePassword": true, "returnPassword": true, "forceUpdate": false, "emailPassword": false}),
			Status: 200, Has: []string{`"forceUpdate":false`}, Never: []string{"expiryTime"},
			Then: func(w *harness.World, a harness.Answer) {
				for range 2 {
					if got := entrustLogin(w, ada, a.Field(w.T, "newPassword")); got != "in" {
						w.T.Errorf("login: %s", got)
					}
				}
			},
		},
		{
			Name:   "its expiry may be set",
			Given:  entrustPutTo(entrustBody{"generatePassword": true, "expiryTime": "2026-01-02T05:00:00Z"}),
			Status: 200, Has: []string{`"expiryTime":"2026-01-02T05:00:00Z"`},
		},
		{
			Name:   "what password holds beside it is ignored",
			Given:  entrustPutTo(entrustBody{"generatePassword": true, "password": "", "passwordFormat": "CLEARTEXT"}),
			Status: 200,
		},
		{
			Name: "a user without an address gets none by mail",
			Given: func(w *harness.World) harness.Call {
				return entrustPut(w, w.Person("ada", harness.Unverified), entrustBody{"generatePassword": true})
			},
			Status: 200,
			Then: func(w *harness.World, _ harness.Answer) {
				if len(w.Mails()) != 0 {
					w.T.Error("mailed to an address that nobody proved")
				}
			},
		},
	})
}

// entrustPasswordIn takes the password out of the newest mail to an address: the one
// line of it without blanks that is no address.
func entrustPasswordIn(w *harness.World, to string) string {
	w.T.Helper()
	for line := range strings.Lines(w.LastMail(to).Text) {
		line = strings.TrimSpace(line)
		if len(line) >= 12 && !strings.ContainsAny(line, " /") {
			return line
		}
	}
	w.T.Fatalf("no password in the mail: %s", w.LastMail(to).Text)
	return ""
}

func TestEntrustWhatIsMailedOfAChosenPassword(t *testing.T) {
	t.Parallel()
	t.Run("a link to set another, never the password", func(t *testing.T) {
		t.Parallel()
		harness.Each(t, func(t *testing.T, w *harness.World) {
			ada := w.Person("ada")
			if a := w.Do(entrustPut(w, ada, entrustBody{"password": harness.NewPassword})); a.Status != 200 {
				t.Fatal(a.Body)
			}
			m := w.LastMail(ada.Email)
			_, rest, found := strings.Cut(m.Text, harness.PublicURL+"/set?key=")
			if !found || len(w.Mails()) != 1 || entrustMailed(w, harness.NewPassword) {
				t.Fatalf("mails: %d, the last: %s", len(w.Mails()), m.Subject)
			}
			key := strings.Fields(rest)[0]
			_, err := w.Core.Tickets.RedeemTicket(context.Background(), tickets.RedeemTicketInput{
				Proof:    core.Proof{Form: models.ProofKey, Purpose: models.PurposeSet, Secret: secret.NewText(key)},
				Password: entrustPassword(t, "a password of my own choice"),
			})
			if err != nil || entrustLogin(w, ada, "a password of my own choice") != "in" {
				t.Errorf("the link does not work: %v", err)
			}
		})
	})
	t.Run("nothing but the notice when mail is off", func(t *testing.T) {
		t.Parallel()
		harness.Each(t, func(t *testing.T, w *harness.World) {
			ada := w.Person("ada")
			w.Do(entrustPut(w, ada, entrustBody{"password": harness.NewPassword, "emailPassword": false}))
			m := w.LastMail(ada.Email)
			if !strings.Contains(m.Subject, "was changed") || strings.Contains(m.Text, "key=") || len(w.Mails()) != 1 || entrustMailed(w, harness.NewPassword) {
				t.Errorf("mails: %d, the last: %s", len(w.Mails()), m.Text)
			}
		})
	})
	t.Run("the password itself where the tenant wants the vendor's way", func(t *testing.T) {
		t.Parallel()
		harness.Each(t, func(t *testing.T, w *harness.World) {
			ada := w.Person("ada")
			w.Do(entrustPut(w, ada, entrustBody{"password": harness.NewPassword}))
			if m := w.LastMail(ada.Email); !strings.Contains(m.Text, harness.NewPassword) || len(w.Mails()) != 1 {
				t.Errorf("mails: %d, the last: %s", len(w.Mails()), m.Text)
			}
			w.Do(entrustPut(w, ada, entrustBody{"password": "another violet submarine", "emailPassword": false}))
			if entrustMailed(w, "another violet submarine") {
				t.Error("mailed although emailPassword was false")
			}
		}, harness.WithSettings(func(s *models.Settings) { s.MailChosenPassword = true }))
	})
}

func TestEntrustSixtyGeneratedPasswordsDifferAndMeetThePolicy(t *testing.T) {
	t.Parallel()
	rules := func(s *models.Settings) {
		p := &s.Password
		p.MinLower, p.MinUpper, p.MinDigit, p.MinSymbol, p.MaxRepeated, p.MinStrength, p.MaxLength = 2, 2, 2, 2, 2, 4, 20
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		c := entrustPut(w, ada, entrustBody{"generatePassword": true, "returnPassword": true, "emailPassword": false})
		seen := map[string]bool{}
		for range 60 {
			made := w.Do(c).Field(t, "newPassword")
			if made == "" || seen[made] {
				t.Fatal("a generated password is missing or came twice")
			}
			seen[made] = true
			pw := entrustPassword(t, made)
			if broken := policy.Check(policy.Input{Policy: w.Tenant.Settings.Password, Password: pw, Context: []string{"ada", "Acme"}}); len(broken) > 0 {
				t.Errorf("breaks %+v", broken)
			}
		}
		if a := entrustGet(w, ada); a.Field(t, "forceUpdate") != "true" {
			t.Error(a.Body)
		}
	}, harness.WithSettings(rules))
}
