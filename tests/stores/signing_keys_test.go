package stores_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/models/migrations"
	"github.com/rekeyhq/rekey/tests/harness"
)

// signer is what one more server on the world's database signs and reads tokens with.
func signer(t testing.TB, w *harness.World) *access.Access {
	t.Helper()
	a, err := access.New(access.Deps{
		Store: openStore(t, w.DBURL, w.Clock, nil), Keyring: w.Keyring, Clock: w.Clock, Issuer: harness.PublicURL,
	})
	must(t, err)
	return a
}

// client is a key of the world, as a server knows it that was shown its secret.
func client(t testing.TB, w *harness.World, a *access.Access) (caller.Caller, string) {
	t.Helper()
	k := w.Key("users:read")
	who, err := a.AuthenticateKey(t.Context(), k.ID, k.Secret)
	must(t, err)
	return who, k.ID
}

func token(t testing.TB, a *access.Access, who caller.Caller) secret.Text {
	t.Helper()
	out, err := a.IssueForKey(t.Context(), who)
	must(t, err)
	return out.Text
}

// TestManyFirstUsesMakeOneSigningKey: whichever request is first, on any node: there is
// one key, everything is signed with it, and it is the one that is published.
func TestManyFirstUsesMakeOneSigningKey(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Spoil("DELETE FROM signing_keys")
		servers := []*access.Access{signer(t, w), signer(t, w), signer(t, w)}
		who, _ := client(t, w, servers[0])
		tokens := make([]secret.Text, 24)
		for i, err := range together(len(tokens), func(i int) error {
			out, err := servers[i%len(servers)].IssueForKey(t.Context(), who)
			if err == nil {
				tokens[i] = out.Text
			}
			return err
		}) {
			if err != nil {
				t.Fatalf("caller %d: %v", i, err)
			}
		}
		var keys int64
		must(t, openRaw(t, w.DBURL).Model(&models.SigningKey{}).Count(&keys).Error)
		published, err := servers[1].PublicKeys(t.Context())
		must(t, err)
		if keys != 1 || len(published) != 1 {
			t.Errorf("%d signing keys, %d of them published, want one", keys, len(published))
		}
		restarted := signer(t, w)
		for i, text := range tokens {
			if _, err := restarted.Authenticate(t.Context(), text); err != nil {
				t.Errorf("token %d: %v", i, err)
			}
		}
	})
}

// TestARetiredKeyIsRefusedWithinAMinute by a server that used it before, while what it
// signed in the audit trail is still attested, however often that was asked.
func TestARetiredKeyIsRefusedWithinAMinute(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		a := signer(t, w)
		who, _ := client(t, w, a)
		text := token(t, a, who)
		statement, err := a.Attest(t.Context(), trail.CheckpointType, []byte(`{"sequence":1}`))
		must(t, err)
		if _, err := a.Authenticate(t.Context(), text); err != nil {
			t.Fatal(err)
		}
		w.Spoil("UPDATE signing_keys SET retired_at = '2020-01-01 00:00:00'")
		for range 2 {
			w.Clock.Advance(time.Minute)
			if signed, err := a.ReadAttested(t.Context(), trail.CheckpointType, statement); err != nil || string(signed) != `{"sequence":1}` {
				t.Errorf("attested %q, %v", signed, err)
			}
			if _, err := a.Authenticate(t.Context(), text); !errors.Is(err, fault.ErrUnauthenticated) {
				t.Errorf("a token of a retired key: %v", err)
			}
		}
	})
}

// TestSigningKeysThereWereAreNumbered: what many first uses left behind, two of one
// moment among it, is put in an order, the newest last, and still verifies.
func TestSigningKeysThereWereAreNumbered(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		a := signer(t, w)
		who, _ := client(t, w, a)
		text := token(t, a, who)
		for n := range 3 {
			key, err := a.NewSigningKey()
			must(t, err)
			key.Sequence, key.CreatedAt, key.SignsFrom = int64(n+2), w.Clock.Now().Add(time.Duration(n/2)*time.Hour), w.Clock.Now()
			must(t, w.Store.Write(t.Context()).InsertSigningKey(key))
		}
		w.Spoil(map[bool]string{true: "DROP INDEX idx_signing_keys_sequence ON signing_keys", false: "DROP INDEX idx_signing_keys_sequence"}[onServer(w)])
		w.Spoil("UPDATE signing_keys SET sequence = 0, signs_from = '1970-01-01 00:00:00'")
		folder := map[bool]string{true: "mysql", false: "sqlite"}[onServer(w)]
		for _, step := range []string{"0036_signing_keys_numbered", "0037_signing_keys_once"} {
			script, err := migrations.Files.ReadFile(folder + "/" + step + ".sql")
			must(t, err)
			up, _, _ := strings.Cut(string(script), "-- +goose Down")
			w.Spoil(up)
		}
		var rows []models.SigningKey
		must(t, openRaw(t, w.DBURL).Order("sequence").Find(&rows).Error)
		for i, k := range rows {
			if k.Sequence != int64(i+1) || !k.SignsFrom.Equal(k.CreatedAt) || i > 0 && k.CreatedAt.Before(rows[i-1].CreatedAt) {
				t.Errorf("row %d: sequence %d, of %s, signs from %s", i, k.Sequence, k.CreatedAt, k.SignsFrom)
			}
		}
		w.Clock.Advance(time.Minute)
		if _, err := a.Authenticate(t.Context(), text); err != nil || len(rows) != 4 {
			t.Errorf("%d keys; a token of before: %v", len(rows), err)
		}
	})
}

// atRead has a second server act when the world's is about to read the keys for the nth
// time. Reads lock nothing, so the second act is over when the first goes on; SQLite has
// one writer, and lets nobody in between.
func atRead(w *harness.World, nth int, second func() error) func() error {
	var err error
	n := 0
	w.BreakStore(func(statement string) bool {
		if statement == "select signing_keys" {
			if n++; n == nth {
				err = second()
			}
		}
		return false
	})
	return func() error {
		w.BreakStore(nil)
		return err
	}
}

// TestTwoServersAgreeOnTheKeyInEveryOrder: wherever a second server makes a key while the
// first does, one signs and at most one waits.
func TestTwoServersAgreeOnTheKeyInEveryOrder(t *testing.T) {
	t.Parallel()
	for nth := range 4 {
		t.Run(fmt.Sprintf("before read %d", nth+1), func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				if !onServer(w) && nth > 1 {
					return // within its transaction
				}
				twin := w.Twin()
				w.Spoil("DELETE FROM signing_keys")
				ended := atRead(w, nth+1, func() error { _, err := twin.Access.Signer(t.Context()); return err })
				_, err := w.Access.Signer(t.Context())
				must(t, err)
				must(t, ended())
				signs(t, w, 1, 0)
				if !onServer(w) {
					return
				}
				rotate := func(c *surface.Core) error {
					_, err := c.Keys.RotateSigningKey(asOwner(t.Context()), keys.RotateSigningKeyInput{Lead: time.Hour})
					return err
				}
				ended = atRead(w, nth+1, func() error { return rotate(twin.Core) })
				must(t, rotate(w.Core))
				must(t, ended())
				signs(t, w, 1, 1)
			})
		})
	}
}

// signs counts the keys that are not retired.
func signs(t *testing.T, w *harness.World, want, wait int) {
	t.Helper()
	keys, err := w.Store.Read(t.Context()).SigningKeys()
	must(t, err)
	waiting := 0
	for _, k := range keys {
		if k.Waits(w.Clock.Now()) {
			waiting++
		}
	}
	if len(keys)-waiting != want || waiting != wait {
		t.Errorf("%d keys sign or verify and %d wait, want %d and %d", len(keys)-waiting, waiting, want, wait)
	}
}
