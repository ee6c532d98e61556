package contract_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/idempotency"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/surface"
)

// edgeFaults are raised before the core is reached.
func edgeFaults() []*fault.Fault {
	return append(idempotency.Faults(),
		fault.ErrInternal, fault.ErrUnavailable, fault.ErrTooManyRequests, fault.ErrBodyTooLarge, fault.ErrMediaType,
		fault.ErrMalformed, fault.ErrUnauthenticated, fault.ErrForbidden, fault.ErrNoRoute, fault.ErrNoMethod,
	)
}

// TestEveryFaultHasOneAnswerOnEachSurface is the golden table of fault and surface.
// REKEY_UPDATE_GOLDEN=1 writes it again.
func TestEveryFaultHasOneAnswerOnEachSurface(t *testing.T) {
	t.Parallel()
	var table []string
	for _, make := range service.Surfaces() {
		sf, err := make(surface.Deps{})
		if err != nil {
			t.Fatal(err)
		}
		faults := append(edgeFaults(), core.Faults()...)
		if sf.Name != "rekey" { // all that it declares is served
			faults = append(faults, fault.ErrNotServed)
		}
		faults = append(faults, unfinished(t)...)
		for _, f := range faults {
			cause := fmt.Errorf("a cause that is for the log alone")
			status, mediaType, body := say(sf, f.Because(cause))
			if strings.Contains(body, cause.Error()) {
				t.Errorf("%s shows the cause of %s", sf.Name, f.Code)
			}
			if status == http.StatusOK || status >= 500 && f.Kind != fault.Internal && f.Kind != fault.Unavailable && f.Kind != fault.NotServed {
				t.Errorf("%s answers %s with %d", sf.Name, f.Code, status)
			}
			table = append(table, fmt.Sprintf("%-9s %-26s %d %s %s", sf.Name, f.Code, status, mediaType, body))
		}
	}
	sort.Strings(table)
	got := strings.Join(slices.Compact(table), "\n") + "\n"
	const golden = "testdata/faults.golden"
	if os.Getenv("REKEY_UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the table changed; if that is meant: REKEY_UPDATE_GOLDEN=1 go test ./tests/contract -run %s\n%s", t.Name(), firstDifference(string(want), got))
	}
}

// unfinished are the logins that come to no session, as a surface refuses them.
func unfinished(t *testing.T) []*fault.Fault {
	t.Helper()
	ends := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	var all []*fault.Fault
	for _, login := range []logins.Login{
		&logins.Challenge{ID: secret.NewText("0192f3a4-5b6c-7d8e-9f01-aaaaaaaaaaaa"), Method: core.FactorMail, ExpiresAt: ends},
		&logins.Challenge{ID: secret.NewText("0192f3a4-5b6c-7d8e-9f01-bbbbbbbbbbbb"), Method: core.FactorTOTP, ExpiresAt: ends},
		&logins.ChangeRequired{Ticket: secret.NewText("0192f3a4-5b6c-7d8e-9f01-cccccccccccc")},
		&logins.ChangeRequired{Ticket: secret.NewText("a code that is no UUID")},
	} {
		_, err := surface.LoggedIn(login)
		all = append(all, fault.From(err))
	}
	_, err := surface.IssuedSession(&logins.ChangeRequired{})
	return append(all, fault.From(err))
}

func say(sf *surface.Surface, f *fault.Fault) (status int, mediaType, body string) {
	w := httptest.NewRecorder()
	g, _ := gin.CreateTestContext(w)
	g.Request = httptest.NewRequest(http.MethodPost, sf.Prefixes[0]+"x", nil)
	g.Header("X-Request-Id", "0192f3a4-5b6c-7d8e-9f01-23456789abcd")
	sf.Write(g, f)
	g.Writer.WriteHeaderNow()
	return w.Code, w.Header().Get("Content-Type"), strings.TrimSpace(w.Body.String())
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range b {
		if i >= len(a) || a[i] != b[i] {
			old := ""
			if i < len(a) {
				old = a[i]
			}
			return "- " + old + "\n+ " + b[i]
		}
	}
	return "lines are missing at the end"
}
