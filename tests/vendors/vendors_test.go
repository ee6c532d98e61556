// Package vendors_test runs programs as the vendors' customers have them, against the built binary on SQLite and on MariaDB:
// with a vendor's own packages, pinned and unchanged, or with a client that an outside generator makes of a description.
// The programs are beside it, a folder for each language and vendor; those of a vendor play the same stories. What became
// of them is in results/, from which the tables of the guides are made.
//
// make vendors plays everything; make vendors/some, which is part of make check, a story for each client on one store.
package vendors_test

import (
	"context"
	"os"
	"os/exec"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// binary is the program that the clients talk to.
var binary string

func TestMain(m *testing.M) {
	for _, script := range []string{"./install.sh", "./generate.sh"} {
		install := exec.CommandContext(context.Background(), script)
		install.Stdout, install.Stderr = os.Stderr, os.Stderr
		if err := install.Run(); err != nil {
			panic(err)
		}
	}
	os.Exit(harness.WithBinary(m, &binary))
}

// TestTheVendorsClients plays the stories with each client on each store.
func TestTheVendorsClients(t *testing.T) {
	t.Parallel()
	all := vendors()
	seen := make([]*results, len(all))
	t.Run("clients", func(t *testing.T) {
		for i, v := range all {
			seen[i] = newResults(v)
			for _, s := range harness.Stores(t) {
				t.Run(v.name+" on "+s.Name, func(t *testing.T) {
					t.Parallel()
					v.play(t, v.install(t, s.Empty(t)), s.Name, seen[i])
				})
			}
		}
	})
	for _, r := range seen {
		r.judge(t)
	}
	leave(t, seen)
}

// play runs the programs of a vendor's clients.
func (v vendor) play(t *testing.T, in *installation, store string, seen *results) {
	t.Helper()
	if v.guide != nil {
		t.Run("the guide's programs", func(t *testing.T) {
			t.Parallel()
			v.guide(t, in)
		})
	}
	for _, c := range v.clients {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			stories := v.chosen(t, c)
			if len(stories) == 0 {
				return
			}
			for _, ending := range c.play(t, v.settle(t, in, c), stories) {
				seen.add(t, c, store, ending)
			}
		})
	}
}

// chosen are the stories that this run plays with a client.
func (v vendor) chosen(t *testing.T, c client) []string {
	t.Helper()
	list := v.played(c)
	if seed.Cases() == seed.All {
		return list
	}
	if c.slow {
		seed.Count("stories of clients", 0, len(list))
		return nil
	}
	n := seed.For(t, v.name+" "+c.name).IntN(len(list))
	seed.Count("stories of clients", 1, len(list))
	return list[n : n+1]
}
