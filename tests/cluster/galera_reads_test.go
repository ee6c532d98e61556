package cluster_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/rekeyhq/rekey/tests/figures"
	"github.com/rekeyhq/rekey/tests/seed"
)

// readAfterWrite writes at a server, and reads at the next one at once.
func (g *galera) readAfterWrite() {
	const clients = 4
	rounds := 15
	if seed.Cases() == seed.All {
		rounds = 150
	}
	var stale, all atomic.Int64
	var running sync.WaitGroup
	for c := range clients {
		running.Go(func() {
			for n := range rounds {
				// Each step at another server than the one before it.
				at := func(step int) string { return g.urls[(c+n+step)%len(g.urls)] }
				name := fmt.Sprintf("reader-%d-%d", c, n)
				id, status := g.createUser(at(0), name)
				if status != http.StatusCreated {
					g.Errorf("create user: %d", status)
					return
				}
				steps := []int{
					g.call(at(1), http.MethodGet, "/v1/users/"+id, nil),
					g.call(at(2), http.MethodPut, "/v1/users/"+id+"/password", map[string]any{"password": name + " violet submarine"}),
					g.call(at(3), http.MethodPost, "/v1/sessions", map[string]any{"tenantId": g.service.Tenant, "username": name, "password": name + " violet submarine"}),
				}
				all.Add(int64(len(steps) + 1))
				for step, status := range steps {
					if status < 200 || status > 299 {
						g.Errorf("step %d of %s, at the next server, is answered %d", step+1, name, status)
						stale.Add(1)
					}
				}
			}
		})
	}
	running.Wait()
	story := figures.Story{
		Story: "a read after a write at the next server", Store: g.db.Name(), Servers: len(g.urls), Operations: int(all.Load()),
		Acknowledged: int(all.Load() - stale.Load()), Wrong: int(stale.Load()), Command: "make cluster",
	}
	if err := story.Leave(); err != nil {
		g.Error(err)
	}
}

// readBehind holds back what a node receives, and reads there what was written at another: the answer waits,
// or it is 503, or it comes from another node, and never tells of an older state. The control does not wait, and
// knows no other node.
func (g *galera) readBehind() {
	control := g.service.Add()
	control.DatabaseURL = g.db.Hosts(1) + "?wsrep_sync_wait=0"
	control.Start()
	lock, err := g.db.Nodes[1].SQL().Conn(g.Context())
	if err != nil {
		g.Fatal(err)
	}
	defer func() { _ = lock.Close() }()
	exec := func(statement string) {
		if _, err := lock.ExecContext(g.Context(), statement); err != nil {
			g.Fatalf("%s: %v", statement, err)
		}
	}
	exec("FLUSH TABLES WITH READ LOCK") // the node receives, and does not apply
	id, status := g.createUser(g.urls[0], "behind")
	if status != http.StatusCreated {
		g.Errorf("create user: %d", status)
	}
	path := "/v1/users/" + id
	if status := g.call(control.URL, http.MethodGet, path, nil); status != http.StatusNotFound {
		g.Errorf("the control, which does not wait, answers %d", status)
	}
	if _, status := g.send(impatient, g.urls[1], http.MethodGet, path, nil); !slices.Contains([]int{0, http.StatusOK, http.StatusServiceUnavailable}, status) {
		g.Errorf("a server whose node is behind answers %d", status)
	}
	exec("UNLOCK TABLES")
	if status := g.call(g.urls[1], http.MethodGet, path, nil); status != http.StatusOK {
		g.Errorf("after that it answers %d", status)
	}
	if code := control.Terminate(); code != 0 {
		g.Errorf("the control ended with %d", code)
	}
}

var (
	patient   = &http.Client{Timeout: 30 * time.Second}
	impatient = &http.Client{Timeout: 2 * time.Second}
)

func (g *galera) createUser(server, name string) (id string, status int) {
	raw, status := g.send(patient, server, http.MethodPost, "/v1/users", map[string]any{
		"tenantId": g.service.Tenant, "username": name, "emails": []any{map[string]any{"address": name + "@a.example.test", "verified": true}},
	})
	var answer struct{ ID string }
	_ = json.Unmarshal(raw, &answer)
	return answer.ID, status
}

func (g *galera) call(server, method, path string, body any) (status int) {
	_, status = g.send(patient, server, method, path, body)
	return status
}

// send gives 0 if there is no answer.
func (g *galera) send(client *http.Client, server, method, path string, body any) (answer []byte, status int) {
	var raw []byte
	if body != nil {
		raw, _ = json.Marshal(body)
	}
	r, err := http.NewRequestWithContext(g.Context(), method, server+path, bytes.NewReader(raw))
	if err != nil {
		g.Error(err)
		return nil, 0
	}
	r.Header.Set("Authorization", "Bearer "+g.service.Key)
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	got, err := client.Do(r)
	if err != nil {
		return nil, 0
	}
	defer func() { _ = got.Body.Close() }()
	answer, _ = io.ReadAll(got.Body)
	return answer, got.StatusCode
}
