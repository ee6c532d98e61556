package contract_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// withBudget is a caller with a key that may ask so much.
func withBudget(w *harness.World, perMinute, atOnce int) (native, *keys.CreatedAPIKey) {
	k := w.KeyWith(keys.CreateAPIKeyInput{
		Boundary: models.BoundaryPlatform, Permissions: []string{"*"}, RequestsPerMinute: &perMinute, RequestsAtOnce: &atOnce,
	})
	return native{w, k.Key.Reveal()}, k
}

func TestAKeyHasSoManyRequestsAMinute(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		k, made := withBudget(w, 6, 64)
		token := must(w, wbForm("token", "grant_type", "client_credentials", "client_id", made.ID, "client_secret", made.Secret.Reveal()),
			http.StatusOK).Field(t, "access_token")
		client, n := native{w, token}, asOwner(w)
		w.Step("key and tokens of it share them, whatever becomes of a request", func(*testing.T) {
			for range 2 {
				k.must(200, http.MethodGet, users, nil)
				client.must(200, http.MethodGet, users, nil)
				k.must(404, http.MethodGet, users+"/0192f3a4-0000-7000-8000-000000000000", nil)
			}
			k.refused(429, "too_many_requests", http.MethodGet, users, nil)
			client.refused(429, "too_many_requests", http.MethodGet, users, nil)
		})
		w.Step("another key has its own", func(*testing.T) { n.must(200, http.MethodGet, users, nil) })
		w.Step("what Retry-After says is enough", func(t *testing.T) {
			if wait := k.get(users).Header.Get("Retry-After"); wait != "10" {
				t.Errorf("Retry-After is %s", wait)
			}
			w.Clock.Advance(10 * time.Second)
			k.must(200, http.MethodGet, users, nil)
			k.must(429, http.MethodGet, users, nil)
		})
		w.Step("another server has its own, since it guards what that server can do", func(*testing.T) {
			native{w.Twin(), k.token}.must(200, http.MethodGet, users, nil)
		})
		w.Step("a change holds at once", func(*testing.T) {
			n.must(200, http.MethodPatch, apiKeys+"/"+made.ID, j{"requestsPerMinute": 60})
			for range 60 {
				k.must(200, http.MethodGet, users, nil)
			}
			k.must(429, http.MethodGet, users, nil)
		})
		w.Check("the audit trail names the key once a minute", func(t *testing.T) {
			listed := func() string { return n.get("/v1/events?action=budget.spent&outcome=refused").Body }
			if body := listed(); strings.Count(body, `"budget.spent"`) != 1 || !strings.Contains(body, "key "+made.ID+": key_minute") {
				t.Errorf("%s", body)
			}
			w.Clock.Advance(time.Minute)
			for range 70 {
				_ = k.get("/v1/permissions")
			}
			if body := listed(); strings.Count(body, `"budget.spent"`) != 2 {
				t.Errorf("%s", body)
			}
		})
		w.Check("the metric counts each, without a name of a key", func(t *testing.T) {
			metrics := harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{Method: http.MethodGet, Path: "/metrics"}).Body
			if !strings.Contains(metrics, `rekey_budget_refusals_total{budget="key_minute"} 15`) || strings.Contains(metrics, made.ID) {
				t.Errorf("%s", metrics[strings.Index(metrics, "rekey_budget"):][:600])
			}
		})
	})
}

// heldCall is a request that waits in the store.
type heldCall struct {
	hangUp context.CancelFunc
	end    func(how func() bool) int // answers the status; 0 if the caller hung up
}

// hold begins a request that stops where it reads users.
func (n native) hold(t *testing.T) heldCall {
	t.Helper()
	ctx, hangUp := context.WithCancel(t.Context())
	arrived, goOn, status := make(chan struct{}), make(chan func() bool), make(chan int, 1)
	n.BreakStore(func(statement string) bool {
		if statement != "select users" {
			return false
		}
		arrived <- struct{}{}
		return (<-goOn)()
	})
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, n.URL+users, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+n.token)
	go func() {
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			status <- 0
			return
		}
		_ = resp.Body.Close()
		status <- resp.StatusCode
	}()
	<-arrived
	n.BreakStore(nil)
	return heldCall{hangUp, func(how func() bool) int {
		if how == nil { // nobody waits for the answer
			hangUp()
			was := <-status
			goOn <- func() bool { return false }
			return was
		}
		goOn <- how
		was := <-status
		hangUp()
		return was
	}}
}

// TestAKeyHasSoManyRequestsAtOnce: each place is given back, however its request ends.
func TestAKeyHasSoManyRequestsAtOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		k, made := withBudget(w, 1_000_000, 2)
		n := asOwner(w)
		left := func() string {
			_, at, _ := strings.Cut(k.get("/v1/permissions").Header.Get("RateLimit"), `"key-at-once";r=`)
			return at
		}
		// An answer may arrive before its place is given back.
		allLeft := func(t *testing.T) {
			t.Helper()
			for range 10_000 {
				if left() == "1" {
					return
				}
			}
			t.Error("a place was not given back")
		}
		w.Step("one more is refused, and told", func(t *testing.T) {
			one, two := k.hold(t), k.hold(t)
			a := k.refused(429, "too_many_requests", http.MethodGet, "/v1/permissions", nil)
			if a.Header.Get("Retry-After") != "1" || !strings.HasSuffix(a.Header.Get("RateLimit"), `"key-at-once";r=0`) {
				t.Errorf("%v", a.Header)
			}
			n.must(200, http.MethodGet, users, nil)
			for _, held := range []heldCall{one, two} {
				if status := held.end(func() bool { return false }); status != 200 {
					t.Errorf("status %d", status)
				}
			}
			allLeft(t)
			if body := n.get("/v1/events?action=budget.spent").Body; !strings.Contains(body, "key "+made.ID+": key_at_once") {
				t.Errorf("%s", body)
			}
		})
		for name, how := range seed.InOrder(map[string]struct {
			end    func() bool
			status int
		}{
			"with an answer": {func() bool { return false }, 200}, "with an error": {func() bool { return true }, 500},
			"in a panic": {func() bool { panic("planted") }, 500}, "without a caller": {nil, 0},
		}) {
			w.Check("a request ends "+name, func(t *testing.T) {
				for range 3 {
					if status := k.hold(t).end(how.end); status != how.status {
						t.Errorf("status %d", status)
					}
				}
				allLeft(t)
			})
		}
		w.Check("a request ends in a refusal", func(t *testing.T) {
			k.must(400, http.MethodPost, users, "{")
			k.must(404, http.MethodGet, users+"/0192f3a4-0000-7000-8000-000000000000", nil)
			k.must(200, http.MethodPatch, apiKeys+"/"+made.ID, j{"permissions": []string{}})
			k.must(403, http.MethodGet, users, nil)
			allLeft(t)
		})
	})
}

// TestOnlyThePlatformSetsTheBudgetsOfAKey: they guard what all applications share.
func TestOnlyThePlatformSetsTheBudgetsOfAKey(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, application := asOwner(w), native{w, w.Key("*").Key.Reveal()}
		shows := func(t *testing.T, a harness.Answer, perMinute, atOnce string, at ...string) {
			t.Helper()
			if m, o := a.Field(t, append(at, "requestsPerMinute")...), a.Field(t, append(at, "requestsAtOnce")...); m != perMinute || o != atOnce {
				t.Errorf("a key has %s a minute, %s at once", m, o)
			}
		}
		_, _, made := application.key(j{"name": "x", "boundary": "tenant", "applicationId": w.Tenant.ApplicationID, "tenantId": w.Tenant.ID})
		shows(t, made, "6000", "64", "apiKey")
		path := apiKeys + "/" + made.Field(t, "apiKey", "id")
		for name, body := range seed.InOrder(map[string]j{
			"a minute": {"requestsPerMinute": 6000}, "at once": {"requestsAtOnce": 1}, "the default": {"requestsAtOnce": nil},
		}) {
			w.Check("a key of the application does not set "+name, func(*testing.T) {
				application.refused(403, "platform_only", http.MethodPatch, path, body)
			})
		}
		w.Check("nor when it makes one", func(*testing.T) {
			application.refused(403, "platform_only", http.MethodPost, apiKeys, j{
				"name": "x", "boundary": "tenant", "applicationId": w.Tenant.ApplicationID, "tenantId": w.Tenant.ID, "requestsPerMinute": 60,
			})
		})
		w.Check("nor has one that it makes more than it has itself", func(t *testing.T) {
			perMinute, atOnce := 30, 5
			poor := w.KeyWith(keys.CreateAPIKeyInput{
				Boundary: models.BoundaryApplication, ApplicationID: w.Tenant.ApplicationID, Permissions: []string{"*"},
				RequestsPerMinute: &perMinute, RequestsAtOnce: &atOnce,
			})
			_, _, made := native{w, poor.Key.Reveal()}.key(j{"name": "x", "boundary": "application", "applicationId": w.Tenant.ApplicationID})
			shows(t, made, "30", "5", "apiKey")
		})
		w.Check("one of the platform does", func(t *testing.T) {
			shows(t, n.must(200, http.MethodPatch, path, j{"requestsPerMinute": 60, "requestsAtOnce": 3}), "60", "3")
			shows(t, application.must(200, http.MethodPatch, path, j{"name": "y"}), "60", "3")
			shows(t, n.must(200, http.MethodPatch, path, j{"requestsPerMinute": nil}), "6000", "3")
			shows(t, n.must(200, http.MethodPost, path+"/rotate", j{}), "6000", "3", "apiKey")
		})
		for _, body := range []j{{"requestsPerMinute": 0}, {"requestsPerMinute": 1_000_001}, {"requestsAtOnce": 0}, {"requestsAtOnce": 10_001}, {"requestsAtOnce": "1"}} {
			n.must(400, http.MethodPatch, path, body)
		}
	})
}
