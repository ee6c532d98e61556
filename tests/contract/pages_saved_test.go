package contract_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestPagesAfterASuccess: what was saved is said again at a reload, on the way back and at the
// link, for ten minutes, in the browser that saved it and in no other.
func TestPagesAfterASuccess(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for _, path := range []string{"/set", "/reset"} {
			afterASuccess(w, path)
		}
	})
}

func says(t *testing.T, a harness.Answer, status int, text string) {
	t.Helper()
	if a.Status != status || !strings.Contains(a.Body, text) {
		t.Errorf("status %d, want %d and %q: %s", a.Status, status, text, a.Body)
	}
}

func afterASuccess(w *harness.World, path string) {
	w.T.Helper()
	name, b, purpose := strings.TrimPrefix(path, "/"), newBrowser(w), models.PurposeReset
	if path == "/set" {
		purpose = models.PurposeSet
	}
	p := w.Person(name + "-ada")
	issueLink(w, p, purpose)
	link := mailedLink(w, p.Email)
	first := b.open(link, http.StatusOK)
	second := submission(first, "another password of a second tab", "another password of a second tab")
	saved := b.saves(path, submission(first, harness.NewPassword, harness.NewPassword), p.Username)
	w.Check(name+": the page is the same at a reload and on the way back, and holds no secret", func(t *testing.T) {
		same(t, "a reload", saved, b.see(path, http.StatusOK))
		key := first.Body[strings.Index(first.Body, `name="key" value="`)+18:][:20]
		cookies := fmt.Sprint(b.cookies)
		for _, never := range []string{key, harness.NewPassword, p.Username} {
			if strings.Contains(cookies, never) {
				t.Errorf("a cookie holds %q", never)
			}
		}
		if strings.Contains(saved.Body, key) {
			t.Error("the page holds the key")
		}
	})
	w.Check(name+": the link says the same here, and works nowhere", func(t *testing.T) {
		same(t, "the link again", saved, b.open(link, http.StatusOK))
		says(t, newBrowser(w).open(link, http.StatusBadRequest), http.StatusBadRequest, "This link no longer works")
	})
	w.Check(name+": a form that was open in a second tab saves nothing, and says so", func(t *testing.T) {
		says(t, b.do(sent(path, second)), http.StatusBadRequest, "What you entered now was not saved")
		delete(b.cookies, "__Host-rekey-"+name)
		says(t, b.do(sent(path, second)), http.StatusBadRequest, "What you entered now was not saved")
		if !w.CanLogIn(p, harness.NewPassword) {
			t.Error("the second form changed the password")
		}
	})
	w.Check(name+": a further link opens its form, and a dead one says that it is", func(t *testing.T) {
		other := w.Person(name + "-bob")
		issueLink(w, other, purpose)
		link := mailedLink(w, other.Email)
		says(t, b.open(link, http.StatusOK), http.StatusOK, "<strong>"+other.Username+"</strong>")
		issueLink(w, other, purpose) // which ends the former
		says(t, b.open(link, http.StatusBadRequest), http.StatusBadRequest, "This link no longer works")
		delete(b.cookies, "__Host-rekey-"+name)
	})
	saidHereAlone(w, b, name, saved)
}

// saidHereAlone holds the page of a success against browsers that had none.
func saidHereAlone(w *harness.World, b *browser, name string, saved harness.Answer) {
	w.T.Helper()
	path := "/" + name
	w.Check(name+": nobody says it without having done it", func(t *testing.T) {
		forged := newBrowser(w)
		cookie := "__Host-rekey-" + name + "-outcome"
		for what, value := range seed.InOrder(map[string]string{
			"nothing": "", "garbage": "garbage", "one letter changed": otherFirst(b.cookies[cookie]), "cut": b.cookies[cookie][:40],
		}) {
			forged.cookies[cookie] = value
			if a := forged.do(get(path)); a.Status != http.StatusBadRequest || strings.Contains(a.Body, "Password saved") || strings.Contains(a.Body, "<strong>") {
				t.Errorf("%s: %d %s", what, a.Status, a.Body)
			}
		}
		elsewhere := map[string]string{"/set": "reset", "/reset": "set"}[path] // a cookie of one page is none of the other
		forged.cookies = map[string]string{"__Host-rekey-" + elsewhere + "-outcome": b.cookies[cookie]}
		says(t, forged.do(get("/"+elsewhere)), http.StatusBadRequest, "did not send it")
	})
	w.Check(name+": after ten minutes it is over, whatever the browser keeps", func(t *testing.T) {
		w.Clock.Advance(10*time.Minute - time.Microsecond)
		same(t, "just before", saved, b.see(path, http.StatusOK))
		w.Clock.Advance(time.Microsecond)
		says(t, b.do(get(path)), http.StatusBadRequest, "did not send it")
	})
}

// otherFirst replaces the first letter by another one, whichever it is.
func otherFirst(sealed string) string {
	if sealed[0] == 'A' {
		return "B" + sealed[1:]
	}
	return "A" + sealed[1:]
}

// TestPagesWithoutTheirCookieSayWhatToDo: a link whose cookie was lost is not called dead.
func TestPagesWithoutTheirCookieSayWhatToDo(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, b := w.Person("ada"), newBrowser(w)
		link := resetLink(w, p)
		page := b.open(link, http.StatusOK)
		form := submission(page, harness.NewPassword, harness.NewPassword)
		for language, words := range seed.InOrder(map[string][]string{
			"en": {"Please open the link again", "allow cookies", "mail apps", "in the browser in which you want to go on"},
			"de": {"Bitte öffnen Sie den Link noch einmal", "erlauben Sie Cookies", "Mail-Apps", "in dem Sie weitermachen möchten"},
		}) {
			for what, jar := range seed.InOrder(map[string]map[string]string{
				"no cookie": {}, "an empty one": {"__Host-rekey-reset": ""}, "garbage": {"__Host-rekey-reset": "key=%zz"}, "that of the other page": {"__Host-rekey-set": b.cookies["__Host-rekey-reset"]},
			}) {
				lost := newBrowser(w)
				lost.cookies, lost.language = jar, language
				for _, a := range []harness.Answer{lost.do(get("/reset")), lost.do(sent("/reset", form))} {
					for _, text := range words {
						says(t, a, http.StatusBadRequest, text)
					}
					if strings.Contains(a.Body, "no longer works") || strings.Contains(a.Body, "<strong>") {
						t.Errorf("%s: %s", what, a.Body)
					}
				}
			}
		}
		w.Check("the link does work when it is opened again", func(*testing.T) {
			again := newBrowser(w)
			again.saves("/reset", submission(again.open(link, http.StatusOK), harness.NewPassword, harness.NewPassword), p.Username)
		})
	})
}

// TestPagesForgetARefusal when the link is opened again, or another link; nothing of it is shown in
// the other page, and no password that was refused is kept.
func TestPagesForgetARefusal(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, bob, b := w.Person("ada"), w.Person("bob"), newBrowser(w)
		link, other := resetLink(w, ada), resetLink(w, bob)
		const refused = "was not saved"
		form := submission(b.open(link, http.StatusOK), "password", "password")
		says(t, b.refused("/reset", form), http.StatusOK, refused)
		if strings.Contains(fmt.Sprint(b.cookies), "password") {
			t.Errorf("the browser keeps what was refused: %v", b.cookies)
		}
		says(t, newBrowser(w).open(link, http.StatusOK), http.StatusOK, "<form")
		for _, l := range []string{link, other} {
			if page := b.open(l, http.StatusOK); strings.Contains(page.Body, refused) {
				t.Errorf("what was refused before is told still: %s", page.Body)
			}
		}
		// The cookie of a refusal is of its link, whatever is opened beside it.
		says(t, b.refused("/reset", submission(b.see("/reset", http.StatusOK), "password", "password")), http.StatusOK, refused)
		kept := b.cookies["__Host-rekey-reset-outcome"]
		b.open(link, http.StatusOK)
		b.cookies["__Host-rekey-reset-outcome"] = kept
		if page := b.see("/reset", http.StatusOK); strings.Contains(page.Body, refused) {
			t.Errorf("what was refused at another link is told: %s", page.Body)
		}
	})
}

// TestPagesInTroubleAfterASuccess: a page that only looks does not say that nothing was changed.
func TestPagesInTroubleAfterASuccess(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, b := w.Person("ada"), newBrowser(w)
		page := b.open(resetLink(w, p), http.StatusOK) // three requests with what asked for it
		form := submission(page, harness.NewPassword, harness.NewPassword)
		if a := b.do(sent("/reset", form)); a.Status != http.StatusSeeOther {
			t.Fatalf("status %d: %s", a.Status, a.Body)
		}
		busy := b.do(get("/reset"))
		says(t, busy, http.StatusTooManyRequests, "too many requests")
		if strings.Contains(busy.Body, "was not changed") {
			t.Errorf("it was: %s", busy.Body)
		}
		says(t, b.do(sent("/reset", form)), http.StatusTooManyRequests, "Your password was not changed")
		w.Clock.Advance(time.Minute)
		says(t, b.do(get("/reset")), http.StatusOK, "Password saved")
	}, harness.WithConfig(func(c *config.Config) { c.PerMinute = 4 }))
}
