package contract_test

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/conformance"
	"github.com/rekeyhq/rekey/tests/figures"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// played reads the published contract with its playbook.
func played(t *testing.T) *conformance.Contract {
	t.Helper()
	c, err := conformance.Read(openapi.JSON, openapi.Playbook)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Every example of the contract is sent to a running server in its situation, and the
// answer compared with the example. One changed member of one example fails here. What was
// proved is recorded: documentation, mock, collection and snippets may show nothing else.
func TestEveryExampleIsTrue(t *testing.T) {
	t.Parallel()
	if seed.RaceDetector {
		return // a thousand calls one after the other: there is no race to be found in them
	}
	contract, elsewhere := played(t), besides(t)
	var mu sync.Mutex
	f := figures.Chapter{Title: "Executable examples", Command: "go test -run TestEveryExampleIsTrue ./tests/contract"}
	proved := map[string]any{}
	t.Cleanup(func() {
		if len(f.Rows) < len(contract.Surfaces())*len(harness.Stores(t)) {
			return // -run asked for some
		}
		err := f.Leave("examples")
		if !t.Failed() {
			err = errors.Join(err, figures.Note("proved/examples", proved))
		}
		if err != nil {
			t.Error(err)
		}
	})
	for _, surface := range contract.Surfaces() {
		t.Run(surface, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				var results []conformance.Result
				tried := 0
				player := contract.Player(bed(w, elsewhere))
				for _, operation := range contract.Operations(surface) {
					w.Check(operation, func(t *testing.T) {
						tried++
						err := player.Examples(t.Context(), operation, func(r conformance.Result) {
							results = append(results, r)
							if r.Verdict != conformance.Passed {
								t.Errorf("%s: %s: %s", r.Case, r.Verdict, r.Why)
							}
						})
						if err != nil {
							t.Error(err)
						}
					})
				}
				if tried < len(contract.Operations(surface)) {
					return // -run asks for some of them
				}
				missing, of := contract.Untried(surface, results)
				for _, e := range missing {
					t.Errorf("%s was not seen to be true: openapi/situations/%s.yaml has to say how it is reached", e, surface)
				}
				mu.Lock()
				defer mu.Unlock()
				for _, r := range results {
					for _, name := range r.Examples {
						value, err := contract.Example(r.Operation, name)
						if err != nil {
							t.Error(err)
						}
						proved[r.Operation+" "+name] = value
					}
				}
				f.Rows = append(f.Rows, figures.Figure{Surface: surface, Label: "examples sent and compared, " + w.Kind, Done: of - len(missing), Of: of})
			})
		})
	}
}

// hooks bring about by name what no caller can.
type hooks = map[string]func(context.Context) (url string, end func(), err error)

// bed is a world in which also that can be arranged which no caller can bring about.
func bed(w *harness.World, elsewhere hooks) conformance.Server {
	var mu sync.Mutex
	arrange := hooks{
		"the store is broken": func(context.Context) (string, func(), error) {
			w.BreakStore(func(string) bool { return true })
			return "", func() { w.BreakStore(nil) }, nil
		},
		"somebody else changes the password meanwhile": func(context.Context) (string, func(), error) {
			read := false
			w.BreakStore(func(statement string) bool {
				if read && statement == "select tenants" { // the user was read
					w.Spoil("UPDATE credentials SET version = version + 1")
				}
				read = statement == "select credentials" || read && statement == "select users"
				return false
			})
			return "", func() { w.BreakStore(nil) }, nil
		},
		"an event is changed in the database": func(context.Context) (string, func(), error) {
			w.Spoil("UPDATE events SET actor_id = ? WHERE id = (SELECT id FROM (SELECT MAX(id) AS id FROM events WHERE tenant_id <> '') newest)", "nobody")
			return "", nil, nil
		},
		// Here nothing is sent before a mail is read.
		"mails wait": func(context.Context) (string, func(), error) { return "", nil, nil },
	}
	for name, d := range seed.InOrder(map[string]time.Duration{
		"a minute passes": time.Minute, "a quarter of an hour passes": 15 * time.Minute,
		"an hour passes": time.Hour, "a day passes": 24 * time.Hour,
	}) {
		arrange[name] = func(context.Context) (string, func(), error) {
			w.Clock.Advance(d)
			w.Deliver() // what waited for the time is done
			return "", nil, nil
		}
	}
	maps.Copy(arrange, names(w))
	maps.Copy(arrange, elsewhere)
	return conformance.Server{
		URL: w.URL, Client: w.Client,
		Given: map[string]string{"ownerKey": w.Owner().Key.Reveal()},
		Mails: func(_ context.Context, to string) ([]string, error) {
			mu.Lock()
			defer mu.Unlock()
			var texts []string
			for _, m := range w.Mails() {
				if m.To == to {
					texts = append([]string{m.Text}, texts...)
				}
			}
			return texts, nil
		},
		Now:     w.Clock.Now,
		Arrange: arrange,
	}
}

// names brings about what the DNS says.
func names(w *harness.World) hooks {
	return hooks{
		"the hosts of tenants are proven": func(context.Context) (string, func(), error) {
			w.ProveHosts()
			return "", nil, nil
		},
		"the DNS does not answer": func(context.Context) (string, func(), error) {
			w.DNS.Break(true)
			return "", func() { w.DNS.Break(false) }, nil
		},
	}
}

// besides starts what is played in servers beside the one that is tested: no answer of
// these depends on what is stored, and what they are in would get in each other's way.
func besides(t *testing.T) hooks {
	t.Helper()
	at := func(w *harness.World) func(context.Context) (string, func(), error) {
		return func(context.Context) (string, func(), error) { return w.URL, nil, nil }
	}
	return hooks{"the server is busy": at(busy(t)), "the budget is used up": at(spent(t))}
}

// busy is a world with one slot for requests, which one waits in.
func busy(t *testing.T) *harness.World {
	t.Helper()
	w := harness.New(t, harness.Stores(t)[0], harness.WithConfig(func(c *config.Config) { c.InFlight = 1 }))
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.URL+"/v1/permissions", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+w.Owner().Key.Reveal())
	arrived, release, done := make(chan struct{}), make(chan struct{}), make(chan struct{})
	w.BreakStore(func(string) bool {
		close(arrived)
		<-release
		return true
	})
	go func() {
		defer close(done)
		if resp, err := http.DefaultClient.Do(r); err == nil {
			_ = resp.Body.Close()
		}
	}()
	<-arrived
	t.Cleanup(func() {
		close(release)
		<-done
	})
	return w
}

// spent is a world that has no request left for those who do not say who they are.
func spent(t *testing.T) *harness.World {
	t.Helper()
	w := harness.New(t, harness.Stores(t)[0], harness.WithConfig(func(c *config.Config) { c.PerMinute = 1 }))
	for _, o := range harness.Contract() {
		if o.Anonymous() {
			_ = w.Do(o.Example(nil))
			return w
		}
	}
	t.Fatal("no operation admits anonymous callers")
	return nil
}
