package cluster_test

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/rekeyhq/rekey/tests/cluster/model"
	"github.com/rekeyhq/rekey/tests/figures"
	"github.com/rekeyhq/rekey/tests/seed"
)

// histories lets five clients work on one account at all servers, many times; in every third of these
// a server is killed and started again meanwhile. Each history has an order that the model explains.
func (g *galera) histories() {
	rounds := 6
	if seed.Cases() == seed.All {
		rounds = 150
	}
	key := g.prepareHistories()
	story := figures.Story{
		Story: "histories of one account, checked by porcupine", Store: g.db.Name(), Servers: len(g.urls), Command: "make cluster",
	}
	for n := range rounds {
		name := fmt.Sprint("linear-", n)
		id, status := g.createUser(g.urls[0], name)
		if status == http.StatusCreated {
			status = g.call(g.urls[1], http.MethodPut, "/v1/users/"+id+"/password", map[string]any{"password": name + " violet submarine"})
		}
		if status != http.StatusOK {
			g.Fatalf("the user %s: %d", name, status)
		}
		played := make(chan model.History, 1)
		go func() {
			played <- model.Play(g, model.Game{
				Name: name, Servers: g.urls, Client: patient, Key: key, UserID: id, Username: name, Password: name + " violet submarine",
				Clients: 5, Operations: 10,
			})
		}()
		if n%3 == 2 {
			victim := g.service.Servers[n/3%len(g.urls)]
			victim.Kill()
			victim.Start()
			story.Faults++
		}
		h := <-played
		story.Operations += len(h.Operations)
		story.Acknowledged += h.Outcomes()[model.Done]
		if model.Check(g, h); g.Failed() {
			story.Wrong++
			break
		}
	}
	g.Logf("%+v", story)
	if 3*story.Acknowledged < story.Operations {
		g.Errorf("%d of %d operations were done: little was checked", story.Acknowledged, story.Operations)
	}
	if err := story.Leave(); err != nil {
		g.Error(err)
	}
}

// prepareHistories lets wrong passwords pass without a wait, and gives a key that may send many requests.
func (g *galera) prepareHistories() string {
	if status := g.call(g.urls[0], http.MethodPatch, "/v1/tenants/"+g.service.Tenant+"/policy", map[string]any{
		"rules": map[string]any{"sessions": map[string]any{"loginFailures": 100}},
	}); status != http.StatusOK {
		g.Fatalf("the policy: %d", status)
	}
	raw, status := g.send(patient, g.urls[0], http.MethodPost, "/v1/api-keys", map[string]any{
		"name": "histories", "boundary": "platform", "permissions": []string{"*"}, "requestsPerMinute": 1_000_000, "requestsAtOnce": 10_000,
	})
	var key struct{ Key string }
	if err := json.Unmarshal(raw, &key); err != nil || key.Key == "" {
		g.Fatalf("the key: %d %v", status, err)
	}
	return key.Key
}
