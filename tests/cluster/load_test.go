package cluster_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/cluster/rig"
	"github.com/rekeyhq/rekey/tests/seed"
)

const (
	loadPassword = "a bench of old grey wood"
	crowdSize    = 600
	// answerBound is above the longest time that a request may take (docs/limits.md: 40 seconds).
	answerBound = 45 * time.Second
)

// peak is the most memory that a process ever had, in bytes.
func peak(t *testing.T, p *rig.Process) int64 {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(p.Pid()), "status"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(b) {
		var kilobytes int64
		if n, _ := fmt.Sscanf(string(line), "VmHWM: %d kB", &kilobytes); n == 1 {
			return kilobytes << 10
		}
	}
	t.Fatal("there is no VmHWM")
	return 0
}

// outcome is how a request ended.
type outcome struct {
	status     int
	retryAfter string
	took       time.Duration
	err        error
}

// send sends JSON with a key, or without one.
func send(ctx context.Context, client *http.Client, method, url, key string, body any) (outcome, []byte) {
	b, err := json.Marshal(body)
	if err != nil {
		return outcome{err: err}, nil
	}
	r, err := http.NewRequestWithContext(ctx, method, url, bytes.NewReader(b))
	if err != nil {
		return outcome{err: err}, nil
	}
	r.Header.Set("Content-Type", "application/json")
	if key != "" {
		r.Header.Set("Authorization", "Bearer "+key)
	}
	began := time.Now()
	a, err := client.Do(r)
	if err != nil {
		return outcome{took: time.Since(began), err: err}, nil
	}
	defer func() { _ = a.Body.Close() }()
	text, err := io.ReadAll(a.Body)
	return outcome{status: a.StatusCode, retryAfter: a.Header.Get("Retry-After"), took: time.Since(began), err: err}, text
}

// member is a user with loadPassword.
type member struct{ id, name string }

// people creates users of a tenant.
func people(t *testing.T, s *rig.Service, tenant, prefix string, n int) (all []member) {
	t.Helper()
	client := &http.Client{Timeout: answerBound}
	for i := range n {
		name := fmt.Sprint(prefix, i)
		var made struct{ ID string }
		o, text := send(t.Context(), client, http.MethodPost, s.Servers[0].URL+"/v1/users", s.Key, map[string]any{"tenantId": tenant, "username": name, "emails": []map[string]any{{"address": name + "@example.test", "verified": true}}})
		if o.status != http.StatusCreated || json.Unmarshal(text, &made) != nil {
			t.Fatalf("%s: %d, %v: %s", name, o.status, o.err, text)
		}
		o, text = send(t.Context(), client, http.MethodPut, s.Servers[0].URL+"/v1/users/"+made.ID+"/password", s.Key, map[string]any{"password": loadPassword})
		if o.status != http.StatusOK {
			t.Fatalf("%s: %d, %v: %s", name, o.status, o.err, text)
		}
		all = append(all, member{made.ID, name})
	}
	return all
}

// crowded lets clients log in, each on a connection of its own, a number of times one after the other.
func crowded(t *testing.T, url string, names []string, clients, times int) (all []outcome) {
	t.Helper()
	var mu sync.Mutex
	var group sync.WaitGroup
	for i := range clients {
		group.Go(func() {
			client := &http.Client{Timeout: answerBound, Transport: &http.Transport{}}
			defer client.CloseIdleConnections()
			for range times {
				o, _ := send(t.Context(), client, http.MethodPost, url+"/v1/sessions", "", map[string]string{"username": names[i%len(names)], "password": loadPassword})
				mu.Lock()
				all = append(all, o)
				mu.Unlock()
			}
		})
	}
	group.Wait()
	return all
}

// TestLoadCrowd: six hundred clients log in at once. Each request is answered: with the session, or at once with 503
// and a time to wait. The memory of the process is bounded by what it has when idle, the memory of the hashes that may
// run, and 64 MiB.
func TestLoadCrowd(t *testing.T) {
	const hashLimit, hashMemory = 2, 19 << 20
	s := rig.Serve(t, rig.SQLite(t), 1, rig.Options{Settings: []string{"REKEY_HASH_LIMIT=" + strconv.Itoa(hashLimit)}})
	server := s.Servers[0]
	idle := server.RSS()
	var names []string
	for _, u := range people(t, s, s.Tenant, "ada", 20) {
		names = append(names, u.name)
	}
	for i := range crowdSize - len(names) { // nobody has these names, which costs as much
		names = append(names, fmt.Sprint("nobody", i))
	}
	all := crowded(t, server.URL, names, crowdSize, 2)
	statuses, longest, by := map[int]int{}, time.Duration(0), map[int][]time.Duration{}
	for _, o := range all {
		statuses[o.status]++
		by[o.status] = append(by[o.status], o.took)
		longest = max(longest, o.took)
		switch {
		case o.err != nil:
			t.Errorf("cut without an answer after %v: %v", o.took, o.err)
		case o.status == http.StatusServiceUnavailable && o.retryAfter == "":
			t.Error("503 without Retry-After")
		case o.status != http.StatusServiceUnavailable && o.status != http.StatusCreated && o.status != http.StatusUnauthorized:
			t.Errorf("answered %d", o.status)
		}
	}
	for status, took := range seed.InOrder(by) {
		slices.Sort(took)
		t.Logf("%d: median %v, p99 %v, longest %v", status, took[len(took)/2], took[len(took)*99/100], took[len(took)-1])
	}
	if runtime.GOOS != "linux" { // the memory of a process is read from /proc
		return
	}
	bound := idle + hashLimit*hashMemory + 64<<20
	most := peak(t, server.Process)
	t.Logf("%v, the longest %v; %d MiB when idle, %d at most, bound %d", statuses, longest, idle>>20, most>>20, bound>>20)
	if most > bound {
		t.Errorf("%d MiB of memory, more than %d", most>>20, bound>>20)
	}
}
