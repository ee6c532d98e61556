package cluster_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/cluster/rig"
)

// TestLoadFairShares: two hundred clients log in at one application. Users of another application log in beside them,
// one after the other, and none of them is refused.
func TestLoadFairShares(t *testing.T) {
	const attackers, logins = 200, 15
	s := rig.Serve(t, rig.SQLite(t), 1, rig.Options{Settings: []string{"REKEY_HASH_LIMIT=2"}})
	url := s.Servers[0].URL
	client := &http.Client{Timeout: answerBound}
	create := func(path string, body map[string]any) string {
		var made struct{ ID string }
		o, text := send(t.Context(), client, http.MethodPost, url+path, s.Key, body)
		if o.status != http.StatusCreated || json.Unmarshal(text, &made) != nil {
			t.Fatalf("%s: %d, %v: %s", path, o.status, o.err, text)
		}
		return made.ID
	}
	tenant := create("/v1/tenants", map[string]any{"applicationId": create("/v1/applications", map[string]any{"name": "Bolt"}), "name": "Bolt"})
	others := people(t, s, tenant, "bolt", 3)
	logIn := func(key, at, name string) outcome {
		o, _ := send(t.Context(), client, http.MethodPost, url+"/v1/sessions", key, map[string]string{"tenantId": at, "username": name, "password": loadPassword})
		return o
	}
	median := func() time.Duration {
		var took []time.Duration
		for n := range logins {
			o := logIn(s.Key, tenant, others[n%len(others)].name)
			if o.status != http.StatusCreated {
				t.Errorf("a login of the other application: %d, %v", o.status, o.err)
			}
			took = append(took, o.took)
		}
		slices.Sort(took)
		return took[len(took)/2]
	}
	alone := median()

	var group sync.WaitGroup
	var mu sync.Mutex
	statuses, stop := map[int]int{}, make(chan struct{})
	for i := range attackers {
		group.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				o := logIn("", s.Tenant, "nobody"+string(rune('a'+i%26))+string(rune('a'+i/26)))
				mu.Lock()
				statuses[o.status]++
				mu.Unlock()
			}
		})
	}
	rig.Await(t, "a full queue", time.Minute, func() bool {
		mu.Lock()
		defer mu.Unlock()
		return statuses[http.StatusServiceUnavailable] > 0
	})
	beside := median()
	close(stop)
	group.Wait()
	t.Logf("median login alone %v, beside %d clients of another application %v (%.1f times); they were answered %v",
		alone, attackers, beside, beside.Seconds()/alone.Seconds(), statuses)
}
