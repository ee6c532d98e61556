// Package vendors_test runs programs as a vendor's customers have them: they use the vendor's own packages, pinned and
// unchanged, against the built binary on SQLite and on MariaDB. The programs are beside it, one folder a language; each
// plays the same stories. What became of them is in results.json, from which the guide's table is made.
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
	install := exec.CommandContext(context.Background(), "./install.sh")
	install.Stdout, install.Stderr = os.Stderr, os.Stderr
	if err := install.Run(); err != nil {
		panic(err)
	}
	os.Exit(harness.WithBinary(m, &binary))
}

// TestTheVendorsClients plays the stories with each client on each store.
func TestTheVendorsClients(t *testing.T) {
	t.Parallel()
	seen := newResults()
	t.Run("clients", func(t *testing.T) {
		for _, s := range harness.Stores(t) {
			t.Run(s.Name, func(t *testing.T) {
				t.Parallel()
				in := install(t, s.Empty(t))
				t.Run("the guide's programs", func(t *testing.T) {
					t.Parallel()
					in.playGuide(t)
				})
				for _, c := range clients() {
					t.Run(c.name, func(t *testing.T) {
						t.Parallel()
						stories := chosen(t, c)
						if len(stories) == 0 {
							return
						}
						for _, ending := range c.play(t, in, in.hire(t, c), stories) {
							seen.add(t, c, s.Name, ending)
						}
					})
				}
			})
		}
	})
	seen.judge(t)
}

// chosen are the stories that this run plays with a client.
func chosen(t *testing.T, c client) []string {
	t.Helper()
	list := c.stories()
	if seed.Cases() == seed.All {
		return list
	}
	if c.slow {
		seed.Count("stories of clients", 0, len(list))
		return nil
	}
	n := seed.For(t, c.name).IntN(len(list))
	seed.Count("stories of clients", 1, len(list))
	return list[n : n+1]
}
