package stores_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// secrets makes the keyring of a secret file with this letter, and of earlier ones.
func secrets(t testing.TB, letters ...string) *secret.Keyring {
	t.Helper()
	var files [][]byte
	for _, letter := range letters {
		files = append(files, []byte(strings.Repeat(letter, secret.MinSecretBytes)))
	}
	k, err := secret.NewKeyring(files[0], files[1:]...)
	must(t, err)
	return k
}

// node starts one more server on a database; intercept may be nil.
func node(t testing.TB, dbURL string, k *secret.Keyring, intercept func(context.Context, string) error) (*service.Instance, error) {
	t.Helper()
	i, err := service.Open(t.Context(), service.Parts{
		Config: &config.Config{
			PublicURL: harness.PublicURL, DatabaseURL: dbURL, Profile: config.Development, Product: "Rekey",
			HashLimit: 2, HashQueue: 64, InFlight: 64, PerMinute: 1000,
		},
		Clock: clock.System{}, Keyring: k, Log: slog.New(slog.DiscardHandler), Hash: harness.CheapHash(),
		Surfaces: service.Surfaces(), Intercept: intercept,
	}, false)
	if err == nil {
		t.Cleanup(func() { _ = i.Close() })
	}
	return i, err
}

// used is a database on which a server with the secret a did something.
func used(t testing.TB, k harness.StoreKind) (dbURL string, i *service.Instance) {
	t.Helper()
	dbURL = k.Fresh(t)
	i, err := node(t, dbURL, secrets(t, "a"), nil)
	must(t, err)
	_, err = setup.MakeOwnerKey(t.Context(), i, "owner")
	must(t, err)
	return dbURL, i
}

// leaders lists the keys that have a generation, the first one first.
func leaders(t testing.TB, dbURL string) []models.SecretKey {
	t.Helper()
	rows, err := openStore(t, dbURL, clock.System{}, nil).Read(t.Context()).SecretKeys()
	must(t, err)
	var out []models.SecretKey
	for _, row := range rows {
		if row.Leads() {
			out = append(out, row)
		}
	}
	return out
}

// TestOfManyServersOneSecretWins starts servers side by side, each with a secret of its
// own: a fresh database, and one whose secret each of them changes, takes one of them.
func TestOfManyServersOneSecretWins(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, k harness.StoreKind) {
		for name, before := range seed.InOrder(map[string][]string{"a fresh database": nil, "a change of the secret": {"a"}}) {
			t.Run(name, func(t *testing.T) {
				dbURL := k.Fresh(t)
				if before != nil {
					dbURL, _ = used(t, k)
				}
				const nodes = 6
				var wait sync.WaitGroup
				rings, came := make([]*secret.Keyring, nodes), make([]error, nodes)
				for n := range nodes { // two of each secret
					rings[n] = secrets(t, append([]string{string(rune('p' + n/2))}, before...)...)
				}
				for n := range nodes {
					wait.Go(func() { _, came[n] = node(t, dbURL, rings[n], nil) })
				}
				wait.Wait()
				rows := leaders(t, dbURL)
				if len(rows) != len(before)+1 {
					t.Fatalf("%d keys lead, one after the other", len(rows))
				}
				winner := rows[len(rows)-1].ID
				for n, err := range came {
					if mine := rings[n].PepperID() == winner; mine != (err == nil) {
						t.Errorf("the key is its own: %v; it came up with %v", mine, err)
					}
					if err != nil && !strings.Contains(err.Error(), "does not belong to this database") {
						t.Errorf("it says %v", err)
					}
				}
			})
		}
	})
}

// TestACrashWhileASecretIsNotedLeavesOldOrNew fails each statement of a start in turn.
func TestACrashWhileASecretIsNotedLeavesOldOrNew(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, k harness.StoreKind) {
		dbURL, _ := used(t, k)
		broken := errors.New("broken by the test")
		for at := 1; ; at++ {
			seen := 0
			_, err := node(t, dbURL, secrets(t, "b", "a"), func(context.Context, string) error {
				if seen++; seen == at {
					return broken
				}
				return nil
			})
			rows := leaders(t, dbURL)
			if len(rows) == 2 { // it is recorded, and what fails comes after that
				if at < 4 || err == nil && seen >= at || err != nil && !errors.Is(err, broken) {
					t.Errorf("a start that records it has %d statements: %v", at-1, err)
				}
				break
			}
			if len(rows) != 1 {
				t.Fatalf("statement %d leaves %d keys", at, len(rows))
			}
			if !errors.Is(err, broken) {
				t.Fatalf("statement %d: %v", at, err)
			}
		}
		if n := countEvents(t, dbURL, "secret.change"); n != 1 {
			t.Errorf("%d events of the change", n)
		}
	})
}

func countEvents(t testing.TB, dbURL, action string) (n int64) {
	t.Helper()
	must(t, openRaw(t, dbURL).Model(&models.Event{}).Where("action = ?", action).Count(&n).Error)
	return n
}

// TestANodeWithoutTheNewSecretIsNotReady: it cannot read what the others make now.
func TestANodeWithoutTheNewSecretIsNotReady(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, k harness.StoreKind) {
		dbURL, old := used(t, k)
		told, err := node(t, dbURL, secrets(t, "a", "b"), nil) // the new one was spread first
		must(t, err)
		must(t, told.Ready(t.Context()))
		fresh, err := node(t, dbURL, secrets(t, "b", "a"), nil)
		must(t, err)
		must(t, errors.Join(fresh.Ready(t.Context()), told.Ready(t.Context())))
		if err := old.Ready(t.Context()); err == nil || !strings.Contains(err.Error(), secrets(t, "b").PepperID()) {
			t.Errorf("the node that knows the old secret alone: %v", err)
		}
	})
}

// thing is made with a secret: what it is called, what takes it out of a database, and
// what does not make the secret dispensable.
type thing struct{ what, gone, over string }

// evidence is each kind of them.
func evidence() []thing {
	return []thing{
		{"1 password", "UPDATE credentials SET hash_encoded = '', hash_key_id = ''", ""},
		{"1 former password", "DELETE FROM password_histories", ""},
		{"1 authenticator app", "DELETE FROM totp_factors", ""},
		// Checkpoints of the audit trail that a retired one signed are verified by it.
		{"1 signing key", "DELETE FROM signing_keys", "UPDATE signing_keys SET retired_at = created_at"},
		{"1 waiting message", "DELETE FROM messages", ""},
		{"1 end of a chain of events", "DELETE FROM event_chains", ""},
	}
}

// TestAnOlderInstallationIsTakenOverWhole: a database that knows no key yet, such as one
// that was migrated a moment ago, takes a secret that reads all that is in it. Each thing
// by itself keeps another secret out.
func TestAnOlderInstallationIsTakenOverWhole(t *testing.T) {
	t.Parallel()
	for at, only := range evidence() {
		t.Run(only.what, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				withApp(t, w, w.Person("ada"))
				for n, other := range evidence() {
					if n != at {
						w.Spoil(other.gone)
					}
				}
				w.Spoil("DELETE FROM secret_keys")
				for _, over := range []string{"", only.over} {
					if over != "" {
						w.Spoil(over)
					}
					_, err := node(t, w.DBURL, secrets(t, "x"), nil)
					if err == nil || !strings.Contains(err.Error(), "made with another one: "+only.what+". ") {
						t.Fatalf("a foreign secret: %v", err)
					}
				}
				_, err := node(t, w.DBURL, w.Keyring, nil)
				must(t, err)
				if rows := leaders(t, w.DBURL); len(rows) != 1 || rows[0].ID != w.Keyring.PepperID() {
					t.Errorf("the keys are %v", rows)
				}
			}, harness.WithSettings(withHistory))
		})
	}
}

// TestACheckValueIsOfOneKey: it differs from the others of the key, and from other keys'.
func TestACheckValueIsOfOneKey(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, k harness.StoreKind) {
		dbURL, _ := used(t, k)
		raw := openRaw(t, dbURL)
		must(t, raw.Exec("UPDATE secret_keys SET check_value = ?", secrets(t, "b").Keys()[0].Check.Bytes()).Error)
		if _, err := node(t, dbURL, secrets(t, "a"), nil); err == nil || !strings.Contains(err.Error(), "does not match the check value") {
			t.Errorf("another key of the same name: %v", err)
		}
	})
}
