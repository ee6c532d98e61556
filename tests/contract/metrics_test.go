package contract_test

import (
	"context"
	"math"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// scrape reads /metrics: a number for each time series, by its name with its labels.
func scrape(t *testing.T, w *harness.World) map[string]float64 {
	t.Helper()
	all := map[string]float64{}
	for line := range strings.Lines(harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{Method: http.MethodGet, Path: "/metrics"}).Body) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cut := strings.LastIndexByte(line, ' ')
		value, err := strconv.ParseFloat(strings.TrimSpace(line[cut+1:]), 64)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		all[line[:cut]] = value
	}
	return all
}

// moves checks by how much time series changed while something was done.
func moves(t *testing.T, w *harness.World, want map[string]float64, do func()) {
	t.Helper()
	before := scrape(t, w)
	do()
	after := scrape(t, w)
	for series, by := range seed.InOrder(want) {
		was, there := before[series]
		if now, still := after[series]; !there || !still || now-was != by {
			t.Errorf("%s went from %v to %v, want %v more (it was there: %v, %v)", series, was, now, by, there, still)
		}
	}
}

func loginsEnded(outcome string) string { return `rekey_logins_total{outcome="` + outcome + `"}` }

func ticketSteps(state, purpose, medium string) string {
	return `rekey_tickets_total{medium="` + medium + `",purpose="` + purpose + `",state="` + state + `"}`
}

// TestTheMetricsCountLogins by how they ended, whether the user exists or not.
func TestTheMetricsCountLogins(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, bob, eve := w.Person("ada"), w.Person("bob", harness.WithMFA), w.Person("eve")
		logIn := func(status int, name, password string) {
			must(w, post("/v1/sessions", j{"username": name, "password": password}), status)
		}
		moves(t, w, map[string]float64{loginsEnded("opened"): 1, loginsEnded("refused"): 2, loginsEnded("challenged"): 1, loginsEnded("failed"): 0}, func() {
			logIn(http.StatusCreated, ada.Username, ada.Password)
			logIn(http.StatusUnauthorized, ada.Username, "wrong")
			logIn(http.StatusUnauthorized, "nobody", "wrong")
			logIn(http.StatusUnauthorized, bob.Username, bob.Password)
		})
		moves(t, w, map[string]float64{loginsEnded("failed"): 1}, func() {
			w.BreakStore(func(s string) bool { return s == "insert sessions" })
			logIn(http.StatusInternalServerError, ada.Username, ada.Password)
			w.BreakStore(nil)
		})
		w.Settings(func(s *models.Settings) { s.Password.LifetimeDays = 30 })
		w.Clock.Advance(31 * 24 * time.Hour)
		moves(t, w, map[string]float64{loginsEnded("change_required"): 1, ticketSteps("issued", "reset", "returned"): 1}, func() {
			logIn(http.StatusForbidden, eve.Username, eve.Password)
		})
	})
}

// TestTheMetricsCountTickets when what changed them is committed.
func TestTheMetricsCountTickets(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, ada := asOwner(w), w.Person("ada")
		const delivered = `rekey_message_delivery_seconds_count{channel="email"}`
		moves(t, w, map[string]float64{
			ticketSteps("issued", "reset", "link"): 1, ticketSteps("delivered", "reset", "link"): 1, ticketSteps("consumed", "reset", "link"): 1,
			delivered: 2, `rekey_message_delivery_seconds_sum{channel="email"}`: 7, `rekey_message_delivery_seconds_bucket{channel="email",le="5"}`: 1,
		}, func() {
			n.issue(ada.ID, "reset", "link", "send")
			w.Clock.Advance(7 * time.Second)
			w.Deliver()
			nobody(w).must(http.StatusOK, http.MethodPost, "/v1/tickets/redeem", j{"ticket": n.mailedTicket(ada), "newPassword": harness.NewPassword})
			w.Deliver() // the notice of the new password
		})
		moves(t, w, map[string]float64{ticketSteps("issued", "reset", "otp"): 0}, func() {
			w.BreakStore(func(s string) bool { return s == "insert messages" })
			n.call(http.MethodPost, "/v1/tickets", j{"userId": ada.ID, "purpose": "reset", "medium": "otp", "deliver": "send"})
			w.BreakStore(nil)
		})
		moves(t, w, map[string]float64{"rekey_reset_requests_waiting": 1}, func() {
			must(w, post("/v1/reset-requests", j{"username": ada.Username}), http.StatusAccepted)
		})
		moves(t, w, map[string]float64{"rekey_reset_requests_waiting": -1}, w.Deliver)
	})
}

// TestTheMetricsDescribeTheProgram and the database below it.
func TestTheMetricsDescribeTheProgram(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		now := scrape(t, w)
		built := 0
		for series, value := range seed.InOrder(now) {
			if strings.HasPrefix(series, "rekey_build_info{") && value == 1 {
				built++
				for _, label := range []string{`go_version="` + runtime.Version() + `"`, `schema="`, `version="`} {
					if !strings.Contains(series, label) {
						t.Errorf("%s has no %s", series, label)
					}
				}
			}
		}
		if built != 1 {
			t.Errorf("%d lines say what was built", built)
		}
		limit := now[`rekey_database_connections_limit{pool="write"}`]
		if open := now[`rekey_database_connections{pool="write",state="idle"}`] + now[`rekey_database_connections{pool="write",state="in_use"}`]; limit < 1 || open < 1 || open > limit {
			t.Errorf("%v of %v connections are open", open, limit)
		}
		w.Step("waits for a connection", func(t *testing.T) { waitsForAConnection(t, w, int(limit)) })
		w.Step("readiness", func(t *testing.T) {
			moves(t, w, map[string]float64{"rekey_readiness_failures_total": 1}, func() {
				w.BreakStore(func(string) bool { return true })
				w.Clock.Advance(2 * time.Second)
				harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{Method: http.MethodGet, Path: "/readyz"})
				w.BreakStore(nil)
			})
		})
		w.Step("signing keys and checkpoints", func(t *testing.T) { agesOfSignatures(t, w) })
		w.Step("jobs", func(t *testing.T) {
			w.Work(t.Context(), 0)
			if at := scrape(t, w)[`rekey_job_last_success_timestamp_seconds{background_job="audit_checkpoints"}`]; math.Abs(at-float64(w.Clock.Now().Unix())) > 1 {
				t.Errorf("the checkpoints were last written at %v", at)
			}
		})
	})
}

// waitsForAConnection takes all connections that write, and then one more.
func waitsForAConnection(t *testing.T, w *harness.World, limit int) {
	t.Helper()
	taken, release, ended := make(chan struct{}), make(chan struct{}), make(chan error)
	hold := func() {
		ended <- w.Store.InTx(t.Context(), func(*store.Tx) error { taken <- struct{}{}; <-release; return nil })
	}
	for range limit {
		go hold()
		<-taken
	}
	if now := scrape(t, w); now[`rekey_database_connections{pool="write",state="in_use"}`] != float64(limit) {
		t.Errorf("%v connections are in use, want all %d", now[`rekey_database_connections{pool="write",state="in_use"}`], limit)
	}
	before := w.Store.Pools()[0]
	go hold()
	for deadline := time.Now().Add(10 * time.Second); w.Store.Pools()[0].Waits == before.Waits; runtime.Gosched() {
		if time.Now().After(deadline) {
			t.Fatal("nothing waits")
		}
	}
	close(release)
	<-taken
	for range limit + 1 {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
	now := scrape(t, w)
	if now[`rekey_database_waits_total{pool="write"}`] != float64(before.Waits+1) || now[`rekey_database_wait_seconds_total{pool="write"}`] <= before.Waited.Seconds() {
		t.Errorf("the wait is not counted: %v", now[`rekey_database_waits_total{pool="write"}`])
	}
}

func agesOfSignatures(t *testing.T, w *harness.World) {
	t.Helper()
	const age, next, unsigned = "rekey_signing_key_age_seconds", "rekey_signing_key_next_seconds", "rekey_audit_checkpoint_age_seconds"
	w.Work(t.Context(), 0)
	first := scrape(t, w)
	if !math.IsNaN(first[next]) {
		t.Errorf("the next key begins in %v s, and there is none", first[next])
	}
	asOwner(w).must(http.StatusCreated, http.MethodPost, "/v1/signing-keys/rotate", j{"signsAfterSeconds": 600})
	w.Clock.Advance(2 * time.Minute)
	second := scrape(t, w)
	if second[age]-first[age] != 120 || math.Abs(second[next]-480) > 1 {
		t.Errorf("the key is %v s old after %v s, and the next one begins in %v s", second[age], first[age], second[next])
	}
	w.Clock.Advance(2 * time.Hour)
	if now := scrape(t, w); now[unsigned] < 7200 || math.Abs(now[age]-6720) > 1 {
		t.Errorf("events have been without a checkpoint for %v s; the new key is %v s old", now[unsigned], now[age])
	}
	w.Work(t.Context(), 0)
	if now := scrape(t, w); now[unsigned] != 0 {
		t.Errorf("all events are signed, and %v s are told", now[unsigned])
	}
}

// TestTheMetricsCountFullQueues: a request that finds no place is answered 503 at once.
func TestTheMetricsCountFullQueues(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		n := asOwner(w)
		long := make([]models.PasswordHash, 1_000_000)
		password, err := secret.NewPassword(harness.Password)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			_, _ = w.Hasher.VerifyAny(ctx, passhash.Share{}, long, password)
		}()
		for deadline := time.Now().Add(10 * time.Second); ; runtime.Gosched() {
			if running, _ := w.Hasher.Stats(); running == 1 {
				break
			}
			if time.Now().After(deadline) {
				t.Fatal("no hash is computed")
			}
		}
		moves(t, w, map[string]float64{`rekey_queue_refusals_total{queue="hashes"}`: 1, loginsEnded("unavailable"): 1}, func() {
			must(w, post("/v1/sessions", j{"username": ada.Username, "password": ada.Password}), http.StatusServiceUnavailable)
		})
		cancel()
		<-ended
		if now := scrape(t, w); now["rekey_hash_queue_limit"] != 0 {
			t.Errorf("%v may wait", now["rekey_hash_queue_limit"])
		}
		arrived, release := make(chan struct{}), make(chan struct{})
		w.BreakStore(func(s string) bool {
			if s == "select api_keys" {
				arrived <- struct{}{}
				<-release
			}
			return false
		})
		slow := make(chan harness.Answer)
		go func() { slow <- n.get(users) }()
		<-arrived // the only place is taken
		moves(t, w, map[string]float64{`rekey_queue_refusals_total{queue="requests"}`: 1, `rekey_queue_refusals_total{queue="bodies"}`: 0}, func() {
			must(w, harness.Call{Method: http.MethodGet, Path: users}, http.StatusServiceUnavailable)
		})
		close(release)
		<-slow
	}, harness.WithConfig(func(c *config.Config) { c.HashLimit, c.HashQueue, c.InFlight = 1, 0, 1 }))
}
