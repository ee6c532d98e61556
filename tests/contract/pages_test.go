package contract_test

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestPagesSetAPassword(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, bob := w.Person("ada", harness.NoPassword), w.Person("bob")
		setKey(w, ada)
		pageSetsAPassword(w, ada, mailedLink(w, ada.Email), "/set", "Choose a password")
		pageSetsAPassword(w, bob, resetLink(w, bob), "/reset", "Choose a new password")
	})
}

// pageSetsAPassword is told of each page to which a link leads.
func pageSetsAPassword(w *harness.World, p *harness.Person, link, path, title string) {
	w.T.Helper()
	at, b := strings.TrimPrefix(path, "/")+": ", newBrowser(w)
	var page harness.Answer
	w.Step(at+"a link of the mail program opens the page with what the policy wants", func(t *testing.T) {
		b.site = "cross-site"
		page = b.open(link, http.StatusOK)
		for _, s := range []string{"<h1>" + title + "</h1>", "<strong>" + p.Username + "</strong>", "At least 15 characters", `minlength="15"`, `lang="en"`} {
			if !strings.Contains(page.Body, s) {
				t.Errorf("%s lacks %q", path, s)
			}
		}
	})
	w.Step(at+"the form sets the password, and the browser forgets the key", func(t *testing.T) {
		b.site = "same-origin"
		b.saves(path, submission(page, harness.NewPassword, harness.NewPassword), p.Username)
		if b.cookies["__Host-rekey"+strings.Replace(path, "/", "-", 1)] != "" {
			t.Errorf("the key is still kept: %v", b.cookies)
		}
	})
	w.Check(at+"it logs in", func(t *testing.T) { must(w, login(p.Username, harness.NewPassword), http.StatusOK) })
	w.Check(at+"the link works for nobody any more", func(t *testing.T) {
		if gone := newBrowser(w).open(link, http.StatusBadRequest); !strings.Contains(gone.Body, "This link no longer works") {
			t.Errorf("unexpected page: %s", gone.Body)
		}
	})
}

// TestPagesTakeEveryFormOfLink: the page does not know which surface a link is from.
func TestPagesTakeEveryFormOfLink(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		system := caller.Into(context.Background(), caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
		for i, in := range []tickets.IssueTicketInput{
			{Purpose: models.PurposeSet, Form: models.ProofKey},
			{Purpose: models.PurposeReset, Form: models.ProofKey},
			{Purpose: models.PurposeReset, Form: models.ProofMailCode},
			{Purpose: models.PurposeReset, Form: models.ProofLinkCode},
			{Purpose: models.PurposeReset, Form: models.ProofUserCode},
			{Purpose: models.PurposeInvite, Form: models.ProofUserCode},
		} {
			p := w.Person("ada"+string(rune('a'+i)), harness.NoPassword)
			in.UserID, in.Medium = p.ID, models.MediumReturned
			issued, err := w.Core.Tickets.IssueTicket(system, in)
			if err != nil {
				t.Fatal(err)
			}
			link := issued.Link.Reveal()
			path := "/reset"
			if in.Purpose != models.PurposeReset {
				path = "/set"
			}
			if !strings.HasPrefix(link, harness.PublicURL+path+"?") {
				t.Fatalf("%v: link %s", in, link)
			}
			other := map[string]string{"/set": "/reset", "/reset": "/set"}[path]
			b := newBrowser(w)
			if !(in.Purpose == models.PurposeReset && in.Form != models.ProofKey && in.Form != models.ProofUserCode) {
				b.open(strings.Replace(link, path, other, 1), http.StatusBadRequest)
			}
			page := b.open(link, http.StatusOK)
			b.saves(path, submission(page, harness.NewPassword, harness.NewPassword), p.Username)
			if !w.CanLogIn(p, harness.NewPassword) {
				t.Errorf("%v: the password does not log in", in)
			}
		}
	})
}

func TestPagesSayWhatIsWrongWithAPassword(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		b := newBrowser(w)
		page := b.open(resetLink(w, p), http.StatusOK)
		for _, c := range []struct {
			language, password, confirmation string
			has                              []string
		}{
			{"en", "password", "password", []string{"It needs at least 15 characters.", "It is commonly used", "was not saved"}},
			{"en", "ada ada ada ada ada", "ada ada ada ada ada", []string{"<li>"}},
			{"en", "a long enough password", "another long enough one", []string{"The two entries are not the same."}},
			{"en", "", "", []string{"It is empty."}},
			{"en", strings.Repeat("x", 1025), strings.Repeat("x", 1025), []string{"It is too long"}},
			{"de-AT, en;q=0.5", "password", "password", []string{"Es braucht mindestens 15 Zeichen.", "Es ist weit verbreitet", `lang="de"`, "Mindestens 15 Zeichen."}},
			{"de", "zwei verschiedene", "lange Eingaben hier", []string{"Die beiden Eingaben sind nicht gleich."}},
			{"fr, de;q=0", "password", "password", []string{"It needs at least 15 characters."}},
			{strings.Repeat("de,", 200), "password", "password", []string{"It needs at least 15 characters."}},
		} {
			b.language = c.language
			a := b.refused("/reset", submission(page, c.password, c.confirmation))
			same(t, "a reload", a, b.see("/reset", http.StatusOK))
			for _, s := range c.has {
				if !strings.Contains(a.Body, s) {
					t.Errorf("%s: the page lacks %q: %s", c.language, s, a.Body)
				}
			}
			if len(c.password) > 8 && strings.Contains(a.Body, c.password) {
				t.Error("the page repeats the password")
			}
		}
		b.saves("/reset", submission(page, harness.NewPassword, harness.NewPassword), p.Username)
	})
}

func TestPagesCountLengthWithASecondFactor(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		page := newBrowser(w).open(resetLink(w, w.Person("ada", harness.WithMFA)), http.StatusOK)
		if !strings.Contains(page.Body, "At least 8 characters") {
			t.Errorf("unexpected page: %s", page.Body)
		}
	})
}

// TestPagesKeepTheKeyToThemselves plays A-098: framing, Referer, caching, address bar.
func TestPagesKeepTheKeyToThemselves(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		key := resetKey(w, p)
		first := must(w, check("/reset", key), http.StatusSeeOther)
		w.Check("the key leaves the address for a cookie that nobody reads", func(t *testing.T) {
			if first.Body != "" || first.Header.Get("Location") != "reset" {
				t.Errorf("the key stays in the address: %q %s", first.Header.Get("Location"), first.Body)
			}
			cookie := first.Header.Get("Set-Cookie")
			for _, s := range []string{"__Host-rekey-reset=", "; Path=/;", "HttpOnly", "Secure", "SameSite=Lax", "Max-Age=3600"} {
				if !strings.Contains(cookie, s) {
					t.Errorf("the cookie lacks %s: %s", s, cookie)
				}
			}
		})
		page := newBrowser(w).open(mailedLink(w, p.Email), http.StatusOK)
		style := regexp.MustCompile(`(?s)<style>(.*)</style>`).FindStringSubmatch(page.Body)
		if style == nil {
			t.Fatal("the page has no style")
		}
		sum := sha256.Sum256([]byte(style[1]))
		policy := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
		unusable := newBrowser(w).see("/set", http.StatusBadRequest)
		for what, a := range seed.InOrder(map[string]harness.Answer{"the way to the page": first, "the page": page, "a page without a key": unusable}) {
			w.Check(what+" carries its headers", func(t *testing.T) {
				referrer := map[bool]string{true: "same-origin", false: "no-referrer"}[what == "the page"]
				for name, want := range seed.InOrder(map[string]string{
					"Content-Security-Policy": policy, "Cache-Control": "no-store", "Referrer-Policy": referrer,
					"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY",
				}) {
					if got := a.Header.Get(name); got != want {
						t.Errorf("%s: %q, want %q", name, got, want)
					}
				}
			})
		}
		w.Check("the page takes nothing from elsewhere, and forbids no paste", func(t *testing.T) {
			for _, never := range []string{"<script", "onload", "maxlength", "http://", "https://", "src=", " style=", "onpaste"} {
				if strings.Contains(page.Body, never) {
					t.Errorf("the page holds %q", never)
				}
			}
		})
		w.Check("a password manager knows the page", func(t *testing.T) {
			if strings.Count(page.Body, `autocomplete="new-password"`) != 2 || strings.Count(page.Body, "<form") != 1 {
				t.Error("a password manager will not know the page")
			}
		})
		w.Check("the key is not in the log", func(t *testing.T) {
			if strings.Contains(w.Log.String(), key) {
				t.Error("the log holds the key")
			}
		})
	})
}

// TestPagesLookingConsumesNothing plays A-096 and S36.
func TestPagesLookingConsumesNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		link := resetLink(w, p)
		for range 5 {
			newBrowser(w).open(link, http.StatusOK)
		}
		head := must(w, harness.Call{Method: http.MethodHead, Path: strings.TrimPrefix(link, harness.PublicURL)}, http.StatusSeeOther)
		if head.Body != "" || head.Header.Get("Location") != "reset" {
			t.Errorf("HEAD is answered otherwise than GET: %v %q", head.Header, head.Body)
		}
		for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodOptions} {
			a := must(w, harness.Call{Method: method, Path: strings.TrimPrefix(link, harness.PublicURL)}, http.StatusMethodNotAllowed)
			if !strings.Contains(a.Header.Get("Allow"), "POST") {
				t.Errorf("%s: Allow is %q", method, a.Header.Get("Allow"))
			}
		}
		b := newBrowser(w)
		page := b.open(link, http.StatusOK)
		b.saves("/reset", submission(page, harness.NewPassword, harness.NewPassword), p.Username)
	})
}

// TestPagesRefuseFormsOfOtherSites plays A-097.
func TestPagesRefuseFormsOfOtherSites(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		b := newBrowser(w)
		page := b.open(resetLink(w, p), http.StatusOK)
		form := submission(page, harness.NewPassword, harness.NewPassword)
		for _, header := range []map[string]string{
			{}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "invented"},
			{"Origin": "https://evil.test"}, {"Origin": "null"}, {"Origin": "http://id.example.test"}, {"Origin": "https://id.example.test:8443"},
			{"Origin": "https://id.example.test.evil.test"}, {"Origin": "https://evil.test", "Sec-Fetch-Site": "cross-site"},
			{"Origin": w.URL}, // the host that is asked, without TLS
		} {
			c := sent("/reset", form)
			c.Header = header
			if a := b.do(c); a.Status != http.StatusForbidden || !strings.Contains(a.Body, "sent from another site") {
				t.Errorf("%v: status %d", header, a.Status)
			}
		}
		if !w.CanLogIn(p, p.Password) {
			t.Fatal("a foreign form changed the password")
		}
		c := sent("/reset", form)
		c.Header = map[string]string{"Origin": harness.PublicURL}
		if a := b.do(c); a.Status != http.StatusSeeOther {
			t.Errorf("its own form: status %d: %s", a.Status, a.Body)
		}
	})
}

// TestPagesBindTheFormToTheLink: a foreign page can make a browser open a link, so that
// a form that waits in another tab would set the password of the attacker's account.
func TestPagesBindTheFormToTheLink(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, mallory := w.Person("ada"), w.Person("mallory")
		b := newBrowser(w)
		page := b.open(resetLink(w, ada), http.StatusOK)
		theirs := resetLink(w, mallory)
		own := b.cookies["__Host-rekey-reset"]
		b.open(theirs, http.StatusOK)
		form := submission(page, harness.NewPassword, harness.NewPassword)
		if a := b.do(sent("/reset", form)); a.Status != http.StatusBadRequest || !strings.Contains(a.Body, "Another link was opened in this browser") {
			t.Errorf("status %d: %s", a.Status, a.Body)
		}
		b.cookies = map[string]string{}
		if a := b.do(sent("/reset", form)); a.Status != http.StatusBadRequest || !strings.Contains(a.Body, "did not send it") {
			t.Errorf("without the cookie: status %d: %s", a.Status, a.Body)
		}
		if !w.CanLogIn(mallory, mallory.Password) || !w.CanLogIn(ada, ada.Password) {
			t.Error("a password was changed")
		}
		c := sent("/reset", form)
		c.Header = map[string]string{"Sec-Fetch-Site": "same-origin", "Cookie": "__Host-rekey-reset=" + own + "; __Host-rekey-reset=" + own}
		must(w, c, http.StatusBadRequest)
	})
}

// TestPagesEscapeWhatTheyAreGiven plays A-099.
func TestPagesEscapeWhatTheyAreGiven(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for _, evil := range []string{
			`"><svg onload=alert(1)>`, "javascript:alert(1)", "a b", "k;x=y", "k\r\nSet-Cookie: a=b", strings.Repeat("k", 65), "é",
		} {
			for _, q := range []url.Values{{"key": {evil}}, {"key": {unknownKey}, "user": {evil}}} {
				a := must(w, get("/set?"+q.Encode()), http.StatusBadRequest)
				if strings.Contains(a.Body, "svg") || len(a.Header.Values("Set-Cookie")) != 0 {
					t.Errorf("%q comes back: %v %s", evil, a.Header, a.Body)
				}
			}
		}
		p := w.Person("ada", func(in *accounts.CreateUserInput) { in.Username = `"><script>alert(1)</script>` })
		page := newBrowser(w).open(func() string { issueLink(w, p, models.PurposeReset); return mailedLink(w, p.Email) }(), http.StatusOK)
		if strings.Contains(page.Body, "<script") || !strings.Contains(page.Body, "&lt;script&gt;") {
			t.Errorf("the name is not escaped: %s", page.Body)
		}
	})
}

func TestPagesRefuseWhatIsNoForm(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		b := newBrowser(w)
		page := b.open(resetLink(w, w.Person("ada")), http.StatusOK)
		form := submission(page, harness.NewPassword, harness.NewPassword)
		for status, c := range seed.InOrder(map[int]harness.Call{
			http.StatusUnsupportedMediaType:  {Body: `{"password":"x"}`, Type: "application/json"},
			http.StatusRequestEntityTooLarge: {Body: "password=" + strings.Repeat("x", 70_000), Type: "application/x-www-form-urlencoded"},
			http.StatusBadRequest:            {Body: form.Encode() + "&password=x", Type: "application/x-www-form-urlencoded"},
		}) {
			c.Method, c.Path = http.MethodPost, "/reset"
			if a := b.do(c); a.Status != status {
				t.Errorf("status %d, want %d", a.Status, status)
			}
		}
	})
}

func TestPagesStayFriendlyInTrouble(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		b := newBrowser(w)
		page := b.open(resetLink(w, p), http.StatusOK)
		w.BreakStore(func(s string) bool { return strings.Contains(s, "credentials") && strings.HasPrefix(s, "update") })
		a := b.do(sent("/reset", submission(page, harness.NewPassword, harness.NewPassword)))
		w.BreakStore(nil)
		if a.Status != http.StatusInternalServerError || !strings.Contains(a.Body, "Something went wrong on our side") {
			t.Errorf("status %d: %s", a.Status, a.Body)
		}
		for range 20 {
			a = b.do(get("/reset"))
		}
		if a.Status != http.StatusTooManyRequests || a.Header.Get("Retry-After") == "" || !strings.Contains(a.Body, "too many requests") {
			t.Errorf("status %d: %s", a.Status, a.Body)
		}
		w.Clock.Advance(time.Minute)
		b.see("/reset", http.StatusOK)
	}, harness.WithConfig(func(c *config.Config) { c.PerMinute = 10 }))
}

func TestPagesWithoutHTTPSUseAPlainCookie(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		a := must(w, check("/reset", unknownKey), http.StatusSeeOther)
		cookie := a.Header.Get("Set-Cookie")
		if !strings.HasPrefix(cookie, "rekey-reset=") || strings.Contains(cookie, "Secure") {
			t.Errorf("a browser would drop this cookie: %s", cookie)
		}
	}, harness.WithConfig(func(c *config.Config) { c.PublicURL = "http://127.0.0.1:8080" }))
}
