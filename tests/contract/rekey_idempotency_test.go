package contract_test

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

const again = "Idempotency-Key"

// named counts the tenants of a name.
func (n native) named(name string) int {
	n.T.Helper()
	var list struct{ Items []struct{ Name string } }
	n.must(200, http.MethodGet, "/v1/tenants?limit=200", nil).JSON(n.T, &list)
	count := 0
	for _, item := range list.Items {
		if item.Name == name {
			count++
		}
	}
	return count
}

func (n native) newTenant(name string) j {
	return j{"applicationId": n.Tenant.ApplicationID, "name": name}
}

func TestRekeyARepeatedRequestIsCarriedOutOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		var first harness.Answer
		w.Step("the repetition gets the same answer, and is marked", func(t *testing.T) {
			first = n.must(201, http.MethodPost, "/v1/tenants", n.newTenant("Once"), again, "k-1")
			w.Clock.Advance(23 * time.Hour)
			second := n.must(201, http.MethodPost, "/v1/tenants", n.newTenant("Once"), again, "k-1")
			if first.Body != second.Body || second.Header.Get("ETag") != first.Header.Get("ETag") || second.Header.Get("Content-Type") != "application/json" {
				t.Errorf("the repetition answers\n%v %s, not\n%v %s", second.Header, second.Body, first.Header, first.Body)
			}
			if first.Header.Get("Idempotency-Replayed") != "" || second.Header.Get("Idempotency-Replayed") != "true" {
				t.Error("it is the repetition that is marked, and it alone")
			}
		})
		n.refuses(
			refusal{"the key with another body", 409, "idempotency_key_reused", http.MethodPost, "/v1/tenants", n.newTenant("Other"), []string{again, "k-1"}},
			refusal{"the key at another operation", 409, "idempotency_key_reused", http.MethodPost, "/v1/applications", j{"name": "Once"}, []string{again, "k-1"}},
		)
		one := "/v1/tenants/" + first.Field(t, "id")
		w.Step("a change of a version is repeated, and is not late", func(t *testing.T) {
			n.must(200, http.MethodPatch, one, j{"name": "Two"}, again, "k-2", "If-Match", `"1"`)
			n.must(200, http.MethodPatch, one, j{"name": "Two"}, again, "k-2", "If-Match", `"1"`)
		})
		n.refuses(refusal{"the key with another version", 409, "idempotency_key_reused", http.MethodPatch, one, j{"name": "Two"}, []string{again, "k-2", "If-Match", `"2"`}})
		w.Check("a refusal is repeated as it was", func(t *testing.T) {
			stale := n.refused(412, "version_mismatch", http.MethodPatch, one, j{"name": "Three"}, again, "k-3", "If-Match", `"1"`)
			if repeated := n.refused(412, "version_mismatch", http.MethodPatch, one, j{"name": "Three"}, again, "k-3", "If-Match", `"1"`); repeated.Body != stale.Body {
				t.Errorf("%s\nis not\n%s", repeated.Body, stale.Body)
			}
		})
		w.Step("another caller's key is another", func(t *testing.T) {
			asOwner(w).must(201, http.MethodPost, "/v1/tenants", n.newTenant("Once"), again, "k-1")
		})
		w.Step("a deletion is repeated", func(t *testing.T) {
			n.must(204, http.MethodDelete, one, nil, again, "k-4")
			n.must(204, http.MethodDelete, one, nil, again, "k-4")
			if got := n.named("Once"); got != 1 {
				t.Errorf("%d tenants were made, want the other caller's alone", got)
			}
		})
		w.Check("a day later it is a new request", func(t *testing.T) {
			w.Clock.Advance(2 * time.Hour)
			n.must(201, http.MethodPost, "/v1/tenants", n.newTenant("Once"), again, "k-1")
			if got := n.named("Once"); got != 2 {
				t.Errorf("%d tenants after a day, want 2", got)
			}
		})
	})
}

// Twenty at once: one is carried out, the others get its answer or are told to wait.
func TestRekeyParallelRepetitionsAreCarriedOutOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				a := n.call(http.MethodPost, "/v1/tenants", n.newTenant("Crowd"), again, "k-1")
				if a.Status == http.StatusConflict && a.Field(t, "code") == "idempotency_in_progress" && a.Header.Get("Retry-After") != "" {
					return
				}
				if a.Status != http.StatusCreated {
					t.Errorf("%d %s", a.Status, a.Body)
				}
			})
		}
		all.Wait()
		if got := n.named("Crowd"); got != 1 {
			t.Errorf("%d tenants, want 1", got)
		}
	})
}

// The line is cut when the change is committed and the answer is not sent: asked again,
// the server knows the answer.
func TestRekeyALineThatIsCutAfterTheCommit(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		body := `{"applicationId":"` + w.Tenant.ApplicationID + `","name":"Cut"}`
		n.cutBehindTheCommit(http.MethodPost, "/v1/tenants", body)
		a := n.askAgain(http.MethodPost, "/v1/tenants", body)
		if a.Status != http.StatusCreated || a.Header.Get("Idempotency-Replayed") != "true" {
			t.Errorf("asked again: %d %s", a.Status, a.Body)
		}
		if got := n.named("Cut"); got != 1 {
			t.Errorf("%d tenants, want 1", got)
		}
	})
}

// What fails on the server's side may be asked for again, and what was committed
// without an answer is never done twice.
func TestRekeyARepetitionAfterAFailure(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		w.Check("a failure is not repeated", func(t *testing.T) {
			defer w.BreakStore(nil)
			w.BreakStore(func(s string) bool { return s == "insert tenants" })
			n.must(500, http.MethodPost, "/v1/tenants", n.newTenant("Failed"), again, "k-1")
			w.BreakStore(nil)
			if a := n.must(201, http.MethodPost, "/v1/tenants", n.newTenant("Failed"), again, "k-1"); a.Header.Get("Idempotency-Replayed") != "" {
				t.Error("a failure was repeated")
			}
		})
		w.Check("what a server did that died before it kept the answer is not done again", func(t *testing.T) {
			var updates atomic.Int32
			defer w.BreakStore(nil)
			w.BreakStore(func(s string) bool { return s == "update intentions" && updates.Add(1) > 1 })
			n.must(201, http.MethodPost, "/v1/tenants", n.newTenant("Lost"), again, "k-2")
			w.BreakStore(nil)
			n.refused(409, "idempotency_in_progress", http.MethodPost, "/v1/tenants", n.newTenant("Lost"), again, "k-2")
			w.Clock.Advance(time.Minute)
			n.refused(409, "idempotency_answer_lost", http.MethodPost, "/v1/tenants", n.newTenant("Lost"), again, "k-2")
		})
		w.Check("a repeated request takes over from a node that died before the commit", func(t *testing.T) {
			defer w.BreakStore(nil)
			w.BreakStore(func(s string) bool { return s == "insert tenants" || s == "delete intentions" })
			n.must(500, http.MethodPost, "/v1/tenants", n.newTenant("Died"), again, "k-3")
			w.BreakStore(nil)
			n.refused(409, "idempotency_in_progress", http.MethodPost, "/v1/tenants", n.newTenant("Died"), again, "k-3")
			w.Clock.Advance(time.Minute)
			n.must(201, http.MethodPost, "/v1/tenants", n.newTenant("Died"), again, "k-3")
		})
		w.BreakStore(nil)
		for _, name := range []string{"Failed", "Lost", "Died"} {
			w.Check("the tenant "+name+" was made once", func(t *testing.T) {
				if got := n.named(name); got != 1 {
					t.Errorf("%d tenants, want 1", got)
				}
			})
		}
		w.Check("a day later the keys are forgotten", func(t *testing.T) {
			w.Clock.Advance(25 * time.Hour)
			w.Deliver() // the sweep
			n.must(201, http.MethodPost, "/v1/tenants", n.newTenant("Swept"), again, "k-2")
		})
	})
}

// TestRekeyAPasswordIsSetOnceIfTheConnectionBreaks: one change, one mail, one row of
// history, and the generated password is told again, for ten minutes.
func TestRekeyAPasswordIsSetOnceIfTheConnectionBreaks(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		owner, anna, ctx := w.Owner(), w.Person("anna"), context.Background()
		n := native{w, owner.Key.Reveal()}
		path, order := "/v1/users/"+anna.ID+"/password", `{"generate":true,"returnPassword":true,"mailPassword":false}`
		history := func() int {
			rows, err := w.Store.Read(ctx).RecentPasswords(anna.ID, 100)
			if err != nil {
				t.Fatal(err)
			}
			return len(rows)
		}
		before, mails := history(), len(w.Mails())
		n.cutBehindTheCommit(http.MethodPut, path, order)
		a := n.askAgain(http.MethodPut, path, order)
		if a.Status != http.StatusOK || a.Header.Get("Idempotency-Replayed") != "true" {
			t.Fatalf("asked again: %d %s", a.Status, a.Body)
		}
		if got := history() - before; got != 1 {
			t.Errorf("%d rows of history were added, want 1", got)
		}
		if got := len(w.Mails()) - mails; got != 1 {
			t.Errorf("%d mails were sent, want the notice alone", got)
		}
		password := a.Field(t, "password")
		if password == "" {
			t.Fatalf("the password is not told again: %s", a.Body)
		}
		w.Clock.Advance(11 * time.Minute)
		if gone := n.refused(409, "idempotency_answer_gone", http.MethodPut, path, order, again, "k-1"); strings.Contains(gone.Body, password) {
			t.Error("the password is told after its time")
		}
		w.Deliver() // the sweep
		kept, err := w.Store.Read(ctx).FindIdempotencyRecord(w.Keyring.MAC("intention", "api_key", owner.ID, "k-1"))
		if err != nil || kept.Sealed != nil {
			t.Errorf("the answer with the password is still kept: %v", err)
		}
	}, harness.WithSettings(func(s *models.Settings) { s.Password.History = 5 }))
}

// cutBehindTheCommit makes a request under the key k-1 and leaves when the change is
// committed and the answer is about to be kept.
func (n native) cutBehindTheCommit(method, path, body string) {
	n.T.Helper()
	ctx, cut := context.WithCancel(context.Background())
	defer cut()
	var commits atomic.Int32
	n.BreakStore(func(s string) bool {
		if s == "update intentions" && commits.Add(1) == 2 { // the first is in the change
			cut()
		}
		return false
	})
	defer n.BreakStore(nil)
	r, err := http.NewRequestWithContext(ctx, method, n.URL+path, strings.NewReader(body))
	if err != nil {
		n.T.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+n.token)
	r.Header.Set(again, "k-1")
	if resp, err := http.DefaultClient.Do(r); err == nil {
		_ = resp.Body.Close()
	}
}

// askAgain repeats it until the server has kept its answer.
func (n native) askAgain(method, path, body string) harness.Answer {
	n.T.Helper()
	for range 200 {
		if a := n.call(method, path, body, again, "k-1"); a.Status != http.StatusConflict {
			return a
		}
	}
	n.T.Fatal("the first request never ends")
	return harness.Answer{}
}
