package contract_test

import (
	"context"
	"errors"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// entrustBody is a JSON body.
type entrustBody map[string]any

// entrustAs is a call about a person with a fresh key that holds all permissions.
func entrustAs(w *harness.World, method string, p *harness.Person, tail string, body any) harness.Call {
	w.T.Helper()
	key := w.Key("USERPASSWORDS:VIEW", "USERPASSWORDS:EDIT", "USERPASSWORDS:REMOVE")
	return harness.Call{Method: method, Path: "/api/web/v1/users/" + p.ID + tail, Token: key.Key.Reveal(), Body: body}
}

func entrustPut(w *harness.World, p *harness.Person, body any) harness.Call {
	w.T.Helper()
	return entrustAs(w, http.MethodPut, p, "/passwords", body)
}

func entrustGet(w *harness.World, p *harness.Person) harness.Answer {
	w.T.Helper()
	return w.Do(entrustAs(w, http.MethodGet, p, "/passwords", nil))
}

// entrustPutTo is the given of a case: a new person to whom a body is put.
func entrustPutTo(body any, change ...func(*accounts.CreateUserInput)) func(*harness.World) harness.Call {
	return func(w *harness.World) harness.Call { return entrustPut(w, w.Person("ada", change...), body) }
}

// entrustState is everything about a user that a refused request must leave alone.
type entrustState struct {
	credential models.Credential
	history    int
	events     int
	mails      int
	sequence   int64
}

func entrustStateOf(w *harness.World, id string) entrustState {
	w.T.Helper()
	rd := w.Store.Read(context.Background())
	c, err := rd.FindCredential(id)
	if err != nil {
		w.T.Fatal(err)
	}
	h, err := rd.RecentPasswords(id, 100)
	if err != nil {
		w.T.Fatal(err)
	}
	e, err := rd.EventsOf(id, 100)
	if err != nil {
		w.T.Fatal(err)
	}
	u, err := rd.FindUser(id)
	if err != nil {
		w.T.Fatal(err)
	}
	s := entrustState{credential: *c, history: len(h), events: len(e), mails: len(w.Mails()), sequence: u.Version}
	s.credential.ChangedAt, s.credential.ExpiresAt, s.credential.UsedAt, s.credential.WarnAt = nil, nil, nil, nil
	return s
}

// entrustUnchanged makes a call that must be refused and must leave the user alone.
func entrustUnchanged(t *testing.T, w *harness.World, p *harness.Person, c harness.Call, status int) harness.Answer {
	t.Helper()
	before := entrustStateOf(w, p.ID)
	a := w.Do(c)
	if a.Status != status {
		t.Errorf("status %d, want %d: %s", a.Status, status, a.Body)
	}
	if after := entrustStateOf(w, p.ID); !reflect.DeepEqual(after, before) {
		t.Errorf("%s %s changed the user: %+v, was %+v", c.Method, c.Path, after, before)
	}
	return a
}

// entrustErrors lists pointer and code of each parameter of an error, in order.
func entrustErrors(t *testing.T, a harness.Answer) []string {
	t.Helper()
	var e struct {
		Parameters []struct{ Pointer, Code string }
	}
	a.JSON(t, &e)
	var found []string
	for _, p := range e.Parameters {
		found = append(found, p.Pointer+" "+p.Code)
	}
	slices.Sort(found)
	return found
}

// entrustMeanwhile lets another request change the password after the first one has
// read it and before it writes.
func entrustMeanwhile(w *harness.World, change func(ctx context.Context)) {
	var begun atomic.Bool
	w.BreakStore(func(statement string) bool {
		if statement == "select tenants" && begun.CompareAndSwap(false, true) {
			change(caller.Into(context.Background(), caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform}))
		}
		return false
	})
}

func entrustPassword(t testing.TB, text string) secret.Password {
	t.Helper()
	pw, err := secret.NewPassword(text)
	if err != nil {
		t.Fatal(err)
	}
	return pw
}

// entrustLogin tells which way a login goes: "in", "change required" or "refused".
func entrustLogin(w *harness.World, p *harness.Person, password string) string {
	w.T.Helper()
	login, err := w.Core.Logins.LogIn(context.Background(), logins.LogInInput{Username: p.Username, Password: entrustPassword(w.T, password)})
	switch login.(type) {
	case *logins.LoggedIn:
		return "in"
	case *logins.ChangeRequired:
		return "change required"
	case *logins.Challenge:
		w.T.Fatal("asked for a code")
	}
	if !errors.Is(err, core.ErrLoginFailed) {
		w.T.Fatal(err)
	}
	return "refused"
}

// entrustAlive tells whether a login's session and refresh token still open anything.
func entrustAlive(w *harness.World, l *harness.Login) (session, refresh bool) {
	w.T.Helper()
	_, err := w.Access.Authenticate(context.Background(), secret.NewText(l.AccessToken))
	_, refreshErr := w.Core.Logins.RefreshSession(context.Background(), secret.NewText(l.RefreshToken))
	return err == nil, refreshErr == nil
}

// entrustTime is how this surface writes a time.
func entrustTime(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05Z") }

// entrustOther is a person of another application.
func entrustOther(w *harness.World) *harness.Person {
	w.T.Helper()
	return w.Person("eve", harness.Of(w.NewTenant("Elsewhere", false, models.DefaultSettings())))
}

// entrustMailed tells whether a text occurs in any mail.
func entrustMailed(w *harness.World, text string) bool {
	w.T.Helper()
	for _, m := range w.Mails() {
		if strings.Contains(m.Text+m.HTML+m.Subject, text) {
			return true
		}
	}
	return false
}
