package contract_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// zitApp is the origin on the allow-list of tenants whose API client sends templates.
const zitApp = "https://app.example"

// zitTemplate is a link template as the vendor's sample writes it.
const zitTemplate = zitApp + "/password/change?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}"

func zitAllowing(s *models.Settings) { s.LinkTemplates = []string{zitApp} }

// zit is a world seen by an API client that holds all permissions of the surface.
type zit struct {
	*harness.World
	key string
}

func zitadel(w *harness.World) zit {
	return zit{w, w.Key("user.write", "session.write", "session.read", "session.delete", "policy.read").Key.Reveal()}
}

// zitForeign is the client of another application.
func zitForeign(w *harness.World) zit {
	t := w.NewTenant("Umbrella", false, models.DefaultSettings())
	return zit{w, w.TenantKey(t, "user.write", "session.write", "session.read", "session.delete", "policy.read").Key.Reveal()}
}

// as is the same world seen by somebody else.
func (z zit) as(token string) zit { return zit{z.World, token} }

// user is a call about a user.
func (z zit) user(p *harness.Person, operation string, body any) harness.Call {
	return z.post("/v2/users/"+p.ID+"/"+operation, body)
}

func (z zit) post(path string, body any) harness.Call {
	return harness.Call{Method: http.MethodPost, Path: path, Token: z.key, Body: body}
}

func (z zit) patch(path string, body any) harness.Call {
	return harness.Call{Method: http.MethodPatch, Path: path, Token: z.key, Body: body}
}

func (z zit) get(path string) harness.Call {
	return harness.Call{Method: http.MethodGet, Path: path, Token: z.key}
}

func (z zit) delete(path string) harness.Call {
	return harness.Call{Method: http.MethodDelete, Path: path, Token: z.key}
}

// expect makes a call that must be answered so.
func (z zit) expect(c harness.Call, status int, has ...string) harness.Answer {
	z.T.Helper()
	a := z.Do(c)
	zitWant(z.T, a, status, has...)
	return a
}

// zitCall is a call that must be answered so.
type zitCall struct {
	name   string // of what is called, or what comes of it
	call   harness.Call
	status int
	has    []string
}

// expects plays each call as a check of its own: one changes nothing for the next.
func (z zit) expects(all ...zitCall) {
	z.T.Helper()
	for _, c := range all {
		z.Check(c.name, func(t *testing.T) {
			t.Helper() // what is answered otherwise is told where the row is
			z.expect(c.call, c.status, c.has...)
		})
	}
}

func zitWant(t testing.TB, a harness.Answer, status int, has ...string) {
	t.Helper()
	if a.Status != status {
		t.Fatalf("status %d, want %d: %s", a.Status, status, a.Body)
	}
	for _, s := range has {
		if !strings.Contains(a.Body, s) {
			t.Errorf("body lacks %s: %s", s, a.Body)
		}
	}
}

// returned asks for a reset code in the answer.
func (z zit) returned(p *harness.Person) string {
	z.T.Helper()
	code := z.expect(z.user(p, "password_reset", `{"returnCode":{}}`), http.StatusOK).Field(z.T, "verificationCode")
	if len(code) != 20 {
		z.T.Fatalf("a code of %d characters", len(code))
	}
	return code
}

// zitSet is the body that sets the new password, with a proof if one is named.
func zitSet(proof ...string) j {
	b := j{"newPassword": j{"password": harness.NewPassword}}
	if len(proof) == 2 {
		b[proof[0]] = proof[1]
	}
	return b
}

// zitSequence is the number in an answer's details.
func zitSequence(t testing.TB, a harness.Answer) int {
	t.Helper()
	n, err := strconv.Atoi(a.Field(t, "details", "sequence"))
	if err != nil {
		t.Fatalf("no sequence in %s", a.Body)
	}
	return n
}

// zitFault is how a fault with an id looks.
func zitFault(code int, id string) []string {
	return []string{
		fmt.Sprintf(`"code":%d,`, code), " (" + id + `)"`, `"id":"` + id + `"`, `"@type":"type.googleapis.com/zitadel.v1.ErrorDetail"`,
	}
}

// zitMalformed is how a fault without one looks.
func zitMalformed(message string) []string {
	return []string{`{"code":3,"message":"` + message + `"}`}
}

// untouched tells whether the user has no ticket and nobody got a mail.
func (z zit) untouched(p *harness.Person) {
	z.T.Helper()
	for _, purpose := range []models.Purpose{models.PurposeReset, models.PurposeInvite} {
		if _, err := z.Store.Read(context.Background()).NewestTicket(p.ID, models.ProofUserCode, purpose); !errors.Is(err, store.ErrNotFound) {
			z.T.Errorf("there is a ticket to %s (%v)", purpose, err)
		}
	}
	if n := len(z.Mails()); n != 0 {
		z.T.Errorf("%d messages were sent", n)
	}
}

// unchanged tells whether the password is still the one people begin with.
func (z zit) unchanged(p *harness.Person) {
	z.T.Helper()
	if !z.CanLogIn(p, harness.Password) || z.CanLogIn(p, harness.NewPassword) {
		z.T.Error("the password was changed")
	}
}

// admits tells whether a bearer token still admits its user.
func (z zit) admits(token string) bool {
	z.T.Helper()
	return z.Do(z.as(token).get("/v2/settings/lockout")).Status == http.StatusOK
}

// zitMinnie is the person of that name in the default tenant.
func zitMinnie(w *harness.World) *harness.Person {
	w.T.Helper()
	u, err := w.Store.Read(context.Background()).FindUserByUsername(w.Tenant.ID, core.UsernameKey("minnie").Bytes())
	if err != nil {
		w.T.Fatal(err)
	}
	return &harness.Person{User: u, Email: "minnie@example.test", Password: harness.Password}
}

func zitUntouched(w *harness.World, _ harness.Answer) {
	w.T.Helper()
	zitadel(w).untouched(zitMinnie(w))
}

func zitUnchanged(w *harness.World, _ harness.Answer) {
	w.T.Helper()
	zitadel(w).unchanged(zitMinnie(w))
}
