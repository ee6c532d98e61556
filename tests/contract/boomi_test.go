package contract_test

import (
	"context"
	"net/http"
	"regexp"
	"testing"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

const (
	setPath    = "/api/Password/setPassword"
	resetPath  = "/api/Password/resetPassword"
	changePath = "/api/Account/changePassword"
	loginPath  = "/api/Users/authenticate"

	unknownKey = "0b7e1d3a-52c4-4f6b-8a90-1c2d3e4f5a6b"
)

// j is a JSON object.
type j = map[string]any

// post is a call with a JSON body.
func post(path string, body any) harness.Call {
	return harness.Call{Method: http.MethodPost, Path: path, Body: body}
}

// get is a call without one.
func get(path string) harness.Call { return harness.Call{Method: http.MethodGet, Path: path} }

// check is the check of a link.
func check(path, key string) harness.Call { return get(path + "?key=" + key) }

// redeem is the redemption of a link with the same password twice.
func redeem(path, key, password string) harness.Call {
	return post(path, j{"key": key, "password": password, "confirmPassword": password})
}

var keyOfLink = regexp.MustCompile(`[?&]key=([0-9a-f-]{36})\b`)

// mailedKey is the key of the link in the newest mail to an address.
func mailedKey(w *harness.World, to string) string {
	w.T.Helper()
	m := keyOfLink.FindStringSubmatch(w.LastMail(to).Text)
	if m == nil {
		w.T.Fatal("the mail has no link with a key")
	}
	return m[1]
}

// setKey mails a set link to a person and gives its key.
func setKey(w *harness.World, p *harness.Person) string {
	w.T.Helper()
	issueLink(w, p, models.PurposeSet)
	return mailedKey(w, p.Email)
}

// resetKey asks for a reset link, as the person would, and gives its key.
func resetKey(w *harness.World, p *harness.Person) string {
	w.T.Helper()
	must(w, post("/api/ForgotUser/forgotPassword", j{"username": p.Username}), http.StatusOK)
	return mailedKey(w, p.Email)
}

// issueLink mails a link on the operator's own authority.
func issueLink(w *harness.World, p *harness.Person, purpose models.Purpose) {
	w.T.Helper()
	ctx := caller.Into(context.Background(), caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
	_, err := w.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{
		UserID: p.ID, Purpose: purpose, Medium: models.MediumLink, Form: models.ProofKey, Channel: models.ChannelEmail,
	})
	if err != nil {
		w.T.Fatal(err)
	}
}

// must makes a call that has to be answered with a status.
func must(w *harness.World, c harness.Call, status int) harness.Answer {
	w.T.Helper()
	a := w.Do(c)
	if a.Status != status {
		w.T.Fatalf("%s %s: status %d, want %d; body: %s", c.Method, c.Path, a.Status, status, a.Body)
	}
	return a
}

// same compares two answers, byte by byte.
func same(t testing.TB, what string, a, b harness.Answer) {
	t.Helper()
	if harness.Comparable(a) != harness.Comparable(b) {
		t.Errorf("%s: the answers differ:\n%s\n%s", what, harness.Comparable(a), harness.Comparable(b))
	}
}

// login is a login over the wire.
func login(name, password string) harness.Call {
	return post(loginPath, j{"userName": name, "password": password})
}
