package contract_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const (
	forgotPath   = "/api/ForgotUser/forgotPassword"
	reminderPath = "/api/ForgotUser/forgotUsername"
)

// allKinds are people who get no help, each for a reason of his own.
func allKinds(w *harness.World) []string {
	w.T.Helper()
	w.Person("directory", harness.InDirectory)
	w.Person("mailless", harness.NoEmail)
	w.Person("unverified", harness.Unverified)
	locked, disabled := w.Person("locked"), w.Person("disabled")
	now, tx := w.Clock.Now(), w.Store.Write(w.T.Context())
	if ok, err := tx.LockUser(locked.ID); err != nil || !ok {
		w.T.Fatal(ok, err)
	}
	if ok, err := tx.SetDisabled(disabled.ID, &now); err != nil || !ok {
		w.T.Fatal(ok, err)
	}
	return []string{
		"nobody", "directory", "mailless", "unverified", "locked", "disabled", "ada ", "a\r\nBcc: mallory@example.test",
		strings.Repeat("x", 254), "\u202eada", "ada\u0000", "' OR '1'='1",
	}
}

func TestBoomiForgotAnswersAlikeForAnybody(t *testing.T) {
	t.Parallel()
	for path, field := range seed.InOrder(map[string]string{forgotPath: "username", reminderPath: "emailAddress"}) {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				p := w.Person("ada")
				name := map[string]string{"username": "ada", "emailAddress": p.Email}[field]
				known := must(w, post(path, j{field: name}), http.StatusOK)
				if known.Body != "" {
					t.Errorf("the answer says something: %s", known.Body)
				}
				if n := len(w.Mails()); n != 1 || w.LastMail(p.Email).To != p.Email {
					t.Fatalf("%d mails, want one to ada", n)
				}
				for _, other := range allKinds(w) {
					if field == "emailAddress" && !strings.ContainsAny(other, " \r\n\u0000\u202e'") && len(other) < 200 {
						other += "@example.test"
					}
					same(t, other, known, w.Do(post(path, j{field: other})))
				}
				for range 20 {
					same(t, "over budget", known, w.Do(post(path, j{field: name})))
				}
				if n := len(w.Mails()); n != 3 {
					t.Errorf("%d mails, want 3 an hour and only to ada", n)
				}
				w.Clock.Advance(time.Hour)
				must(w, post(path, j{field: name}), http.StatusOK)
				if n := len(w.Mails()); n != 4 {
					t.Errorf("%d mails after an hour, want 4", n)
				}
			})
		})
	}
}

func TestBoomiForgotNeedsOneName(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Person("ada")
		for _, c := range []struct {
			path string
			body any
			has  string
		}{
			{forgotPath, j{}, `"/username":["Give a user name or an e-mail address."]`},
			{forgotPath, j{"username": nil, "emailAddress": nil}, `"/username"`},
			{forgotPath, j{"username": "", "emailAddress": ""}, `"/username"`},
			{forgotPath, j{"username": []string{"ada", "bob"}}, `"/username":["The value has the wrong type."]`},
			{forgotPath, j{"emailAddress": []string{"ada@example.test", "b@example.test"}}, `"/emailAddress"`},
			{forgotPath, j{"username": j{"$gt": ""}}, `"/username"`},
			{forgotPath, `{"emailAddress":"ada@example.test","emailAddress":"b@example.test"}`, `"/emailAddress":["A field appears twice."]`},
			{forgotPath, j{"username": strings.Repeat("x", 257)}, `"/username":["The value is too long."]`},
			{reminderPath, j{"username": "ada"}, `"/emailAddress":["The e-mail address is missing."]`},
			{reminderPath, j{"emailAddress": nil}, `"/emailAddress"`},
		} {
			a := must(w, post(c.path, c.body), http.StatusBadRequest)
			if !strings.Contains(a.Body, c.has) || !strings.Contains(a.Body, `"detail":"The request is not valid."`) {
				t.Errorf("%v: body lacks %s: %s", c.body, c.has, a.Body)
			}
		}
		if n := len(w.Mails()); n != 0 {
			t.Errorf("%d mails", n)
		}
	})
}

func TestBoomiForgotChangesNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		in := w.LogIn(p)
		resetKey(w, p)
		must(w, post(reminderPath, j{"emailAddress": p.Email}), http.StatusOK)
		if !w.CanLogIn(p, p.Password) {
			t.Error("the password is gone")
		}
		must(w, post("/api/Users/refreshToken", j{"refreshToken": in.RefreshToken}), http.StatusOK)
	})
}

func TestBoomiAReminderNamesTheUserAndOpensNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", func(in *accounts.CreateUserInput) { in.Username = "ada.lovelace-1815" })
		must(w, post(reminderPath, j{"emailAddress": strings.ToUpper(p.Email), "username": "mallory"}), http.StatusOK)
		m := w.LastMail(p.Email)
		if !strings.Contains(m.Text, "ada.lovelace-1815") || strings.Contains(m.Text, "mallory") {
			t.Errorf("the mail does not name the user: %s", m.Text)
		}
		if keyOfLink.MatchString(m.Text + m.HTML) {
			t.Error("the mail has a key")
		}
	})
}

// TestBoomiLinksComeOnlyFromConfiguration plays.
func TestBoomiLinksComeOnlyFromConfiguration(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for i, c := range []harness.Call{
			{Host: "evil.test"}, {Host: "good@evil.test"}, {Host: "good:80@evil.test"}, {Host: "evil.test:443"},
			{Header: map[string]string{"X-Forwarded-Host": "evil.test", "X-Forwarded-Proto": "javascript", "X-Forwarded-Port": "1"}},
			{Header: map[string]string{"Forwarded": "host=evil.test;proto=http", "X-Host": "evil.test", "X-Original-Host": "evil.test"}},
			{Header: map[string]string{"Origin": "https://evil.test", "Referer": "https://evil.test/a", "X-Forwarded-Server": "evil.test"}},
			{Header: map[string]string{"X-Original-URL": "//evil.test/", "X-Rewrite-URL": "//evil.test/", "X-Forwarded-Prefix": "//evil.test"}},
		} {
			p := w.Person("ada" + string(rune('a'+i)))
			c.Method, c.Path, c.Body = http.MethodPost, forgotPath, j{"username": p.Username}
			a := w.Do(c)
			if a.Status == http.StatusBadRequest && c.Host != "" {
				continue // net/http itself refuses a host with a name in it
			}
			if a.Status != http.StatusOK {
				t.Fatalf("%v: status %d", c, a.Status)
			}
			m := w.LastMail(p.Email)
			if strings.Contains(m.Text+m.HTML, "evil") {
				t.Errorf("%v: the mail names a foreign host", c)
			}
			if !strings.Contains(m.Text, harness.PublicURL+"/reset?key="+mailedKey(w, p.Email)) {
				t.Errorf("%v: the link is not the configured one: %s", c, m.Text)
			}
		}
	})
}

// TestBoomiMailGoesToTheStoredAddress plays.
func TestBoomiMailGoesToTheStoredAddress(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("mike", func(in *accounts.CreateUserInput) { in.Email = "Mike@Example.test" })
		for _, typed := range []string{
			"mike@example.test", "m\u0131ke@example.test", "MI\u0307KE@example.test", "mi\u212ae@example.test", "\uff4dike@example.test",
			"mike@example.test,mallory@example.test", "mike@example.test;mallory@example.test", "mike@example.test\nmallory@example.test",
		} {
			must(w, post(forgotPath, j{"emailAddress": typed}), http.StatusOK)
		}
		mails := w.Mails()
		if len(mails) == 0 {
			t.Error("nobody was mailed")
		}
		for _, m := range mails {
			if m.To != p.Email {
				t.Errorf("a mail went to %q", m.To)
			}
		}
	})
}

func TestBoomiForgotStaysInItsTenant(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Person("ada")
		globex := w.NewTenant("Globex", false, models.DefaultSettings(), "globex.example.test")
		inGlobex := func(in *accounts.CreateUserInput) { in.TenantID, in.Email = globex.ID, "ada@globex.test" }
		w.Person("ada", inGlobex)
		must(w, post(forgotPath, j{"username": "ada"}), http.StatusOK)
		byHost := post(forgotPath, j{"username": "ada"})
		byHost.Host = "globex.example.test:443"
		must(w, byHost, http.StatusOK)
		byKey := post(forgotPath, j{"username": "ada"})
		byKey.Token = w.TenantKey(globex).Key.Reveal()
		must(w, byKey, http.StatusOK)
		counts := map[string]int{}
		for _, m := range w.Mails() {
			counts[m.To]++
		}
		if counts["ada@example.test"] != 1 || counts["ada@globex.test"] != 2 {
			t.Errorf("mails by address: %v", counts)
		}
	})
}
