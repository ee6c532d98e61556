package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestPagesConfirmAnAddress: the link shows a button, whatever its form; only the button confirms, once, and the
// page says so again at a reload.
func TestPagesConfirmAnAddress(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for i, form := range []models.Proof{models.ProofKey, models.ProofTicket, models.ProofUserCode} {
			p := w.Person("ada"+string(rune('a'+i)), harness.Unverified)
			issued, err := w.Core.Tickets.IssueTicket(system(), tickets.IssueTicketInput{UserID: p.ID, Purpose: models.PurposeVerify, Medium: models.MediumLink, Form: form})
			if err != nil || issued.Ticket == nil {
				t.Fatal(err)
			}
			link := mailedLink(w, p.Email)
			if !strings.HasPrefix(link, harness.PublicURL+"/verify?key=") {
				t.Fatalf("%s: link %s", form, link)
			}
			isVerified := func() bool {
				all, err := w.Store.Read(t.Context()).AddressesOf(p.ID)
				return err == nil && len(all) == 1 && all[0].Verified()
			}
			b := newBrowser(w)
			for _, other := range []string{"/set", "/reset"} {
				b.open(strings.Replace(link, "/verify", other, 1), http.StatusBadRequest)
			}
			var page harness.Answer
			w.Step(string(form)+": showing the page confirms nothing, however often", func(t *testing.T) {
				for range 3 { // a mail scanner opens every link
					newBrowser(w).open(link, http.StatusOK)
				}
				page = b.open(link, http.StatusOK)
				says(t, page, http.StatusOK, "<strong>"+p.Username+"</strong>")
				if strings.Contains(page.Body, `type="password"`) || strings.Contains(page.Body, p.Email) || strings.Contains(page.Body, "<script") || isVerified() {
					t.Errorf("not only a button: %s", page.Body)
				}
				if csp := page.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || page.Header.Get("Referrer-Policy") != "same-origin" {
					t.Errorf("headers %v", page.Header)
				}
			})
			w.Step(string(form)+": a form from elsewhere confirms nothing", func(t *testing.T) {
				c := sent("/verify", submission(page, "", ""))
				c.Header = map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.test"}
				says(t, b.do(c), http.StatusForbidden, "another site")
				if isVerified() {
					t.Error("it is verified")
				}
			})
			w.Step(string(form)+": the button confirms it", func(t *testing.T) {
				done := b.saves("/verify", submission(page, "", ""), p.Username)
				says(t, done, http.StatusOK, "Address confirmed")
				same(t, "a reload", done, b.see("/verify", http.StatusOK))
				same(t, "the link again", done, b.open(link, http.StatusOK))
				if !isVerified() {
					t.Error("it is not verified")
				}
				if strings.Contains(done.Body, "assword") {
					t.Errorf("it speaks of a password: %s", done.Body)
				}
			})
			w.Check(string(form)+": it works once", func(t *testing.T) {
				says(t, newBrowser(w).open(link, http.StatusBadRequest), http.StatusBadRequest, "This link no longer works")
				says(t, b.do(sent("/verify", submission(page, "", ""))), http.StatusBadRequest, "You confirmed the address with it in this browser")
			})
			w.Check(string(form)+": in German", func(t *testing.T) {
				b.language = "de-CH"
				says(t, b.see("/verify", http.StatusOK), http.StatusOK, "Adresse bestätigt")
			})
		}
	})
}
