package passhash_test

import (
	"context"
	"errors"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

var phc = regexp.MustCompile(`^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$`)

func TestNewNeedsEverything(t *testing.T) {
	t.Parallel()
	_, err := passhash.New(passhash.Deps{Queue: -1})
	if err == nil {
		t.Fatal("no error")
	}
	for _, word := range []string{"Keyring", "Limit", "Queue", "Params"} {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%v does not name %s", err, word)
		}
	}
	tooExpensive := passhash.Params{MemoryKiB: 1 << 20, Iterations: 3, Parallelism: 1}
	if _, err := passhash.New(passhash.Deps{Keyring: keyring(t, "a"), Params: tooExpensive, Limit: 1}); !errors.Is(err, passhash.ErrHashCost) {
		t.Errorf("parameters that Verify would refuse: %v", err)
	}
}

// S19.
func TestHashWritesTheApprovedForm(t *testing.T) {
	t.Parallel()
	k := keyring(t, "a")
	row, err := hasher(t, passhash.Default(), k).Hash(context.Background(), passhash.Share{}, password(t, "correct horse battery staple"))
	if err != nil {
		t.Fatal(err)
	}
	m := phc.FindStringSubmatch(row.Encoded)
	if m == nil || m[1] != "19456" || m[2] != "2" || m[3] != "1" || row.KeyID != k.PepperID() {
		t.Errorf("got %s with key %q", row.Encoded, row.KeyID)
	}
}

// S20.
func TestHundredUsersWithOnePasswordShareNothing(t *testing.T) {
	t.Parallel()
	h := hasher(t, tiny, keyring(t, "a"))
	salts, keys := map[string]bool{}, map[string]bool{}
	for range 100 {
		row, err := h.Hash(context.Background(), passhash.Share{}, password(t, "correct horse battery staple"))
		if err != nil {
			t.Fatal(err)
		}
		m := phc.FindStringSubmatch(row.Encoded)
		salts[m[4]], keys[m[5]] = true, true
	}
	if len(salts) != 100 || len(keys) != 100 {
		t.Errorf("%d salts, %d hashes", len(salts), len(keys))
	}
}

// S03, S05: nothing is cut, and normalisation happened before.
func TestOnlyTheExactPasswordMatches(t *testing.T) {
	t.Parallel()
	h := hasher(t, tiny, keyring(t, "a"))
	long := strings.Repeat("0123456789", 10)
	for given, tries := range seed.InOrder(map[string]map[string]bool{
		long:                  {long: true, long[:72]: false, long[:99]: false, long + "x": false},
		" leading, trailing ": {" leading, trailing ": true, "leading, trailing": false},
		"caf\u00e9 au lait":   {"caf\u00e9 au lait": true, "cafe\u0301 au lait": true, "cafe au lait": false},
		"ABC":                 {"\uff21BC": false},
	}) {
		row, err := h.Hash(context.Background(), passhash.Share{}, password(t, given))
		if err != nil {
			t.Fatal(err)
		}
		for try, want := range seed.InOrder(tries) {
			verdict, err := h.Verify(context.Background(), passhash.Share{}, row, password(t, try))
			if err != nil || verdict.Match != want || verdict.Outdated {
				t.Errorf("%q against %q: %+v, %v", try, given, verdict, err)
			}
		}
	}
}

// S21: the database alone verifies nothing; rotation keeps old rows working.
func TestPepper(t *testing.T) {
	t.Parallel()
	ctx, pw := context.Background(), password(t, "correct horse battery staple")
	before := hasher(t, tiny, keyring(t, "a"))
	row, err := before.Hash(ctx, passhash.Share{}, pw)
	if err != nil {
		t.Fatal(err)
	}
	stolen := models.PasswordHash{Encoded: row.Encoded}
	if verdict, err := before.Verify(ctx, passhash.Share{}, stolen, pw); err != nil || verdict.Match {
		t.Errorf("without the pepper: %+v, %v", verdict, err)
	}
	after := hasher(t, tiny, keyring(t, "b", "a"))
	if verdict, err := after.Verify(ctx, passhash.Share{}, row, pw); err != nil || verdict != (passhash.Verdict{Match: true, Outdated: true}) {
		t.Errorf("after rotation: %+v, %v", verdict, err)
	}
	if verdict, err := after.Verify(ctx, passhash.Share{}, row, password(t, "wrong")); err != nil || verdict != (passhash.Verdict{}) {
		t.Errorf("wrong password: %+v, %v", verdict, err)
	}
	lost := hasher(t, tiny, keyring(t, "b"))
	if verdict, err := lost.Verify(ctx, passhash.Share{}, row, pw); err != nil || verdict.Match || !errors.Is(verdict.Flaw, passhash.ErrHashPepper) {
		t.Errorf("a lost pepper is reported as such, and not as a wrong password: %+v, %v", verdict, err)
	}
	if lost.Count() != 1 || lost.Flawed() != 1 {
		t.Errorf("%d hashes, %d flawed, want one that costs a hash", lost.Count(), lost.Flawed())
	}
}

// S22.
func TestOutdated(t *testing.T) {
	t.Parallel()
	ctx, pw, k := context.Background(), password(t, "correct horse battery staple"), keyring(t, "a")
	params := passhash.Params{MemoryKiB: 64, Iterations: 2, Parallelism: 1}
	for name, c := range seed.InOrder(map[string]struct {
		made passhash.Params
		want bool
	}{
		"same":            {params, false},
		"more memory":     {passhash.Params{MemoryKiB: 128, Iterations: 2, Parallelism: 1}, false},
		"more lanes":      {passhash.Params{MemoryKiB: 64, Iterations: 2, Parallelism: 2}, false},
		"less memory":     {passhash.Params{MemoryKiB: 32, Iterations: 3, Parallelism: 1}, true},
		"less iterations": {passhash.Params{MemoryKiB: 128, Iterations: 1, Parallelism: 1}, true},
	}) {
		row, err := hasher(t, c.made, k).Hash(ctx, passhash.Share{}, pw)
		if err != nil {
			t.Fatal(err)
		}
		verdict, err := hasher(t, params, k).Verify(ctx, passhash.Share{}, row, pw)
		if err != nil || !verdict.Match || verdict.Outdated != c.want {
			t.Errorf("%s: %+v, %v", name, verdict, err)
		}
	}
}

func TestShaCryptNeverCuts(t *testing.T) {
	t.Parallel()
	h := hasher(t, tiny, keyring(t, "a"))
	row := models.PasswordHash{Encoded: "$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5"}
	verdict, err := h.Verify(context.Background(), passhash.Share{}, row, password(t, "Hello world!"+strings.Repeat("!", 1000)))
	if err != nil || verdict.Match {
		t.Errorf("%+v, %v", verdict, err)
	}
}

func TestDecoyHashesOnceAndMatchesNothing(t *testing.T) {
	t.Parallel()
	h := hasher(t, tiny, keyring(t, "a"))
	for _, text := range []string{"", "correct horse battery staple"} {
		verdict, err := h.Verify(context.Background(), passhash.Share{}, models.PasswordHash{}, password(t, text))
		if err != nil || verdict != (passhash.Verdict{}) {
			t.Errorf("no hash: %+v, %v", verdict, err)
		}
		if err := h.VerifyDecoy(context.Background(), passhash.Share{}, password(t, text)); err != nil {
			t.Error(err)
		}
	}
	if h.Count() != 4 {
		t.Errorf("%d hashes, want one a call", h.Count())
	}
}

// A-047, S18.
func TestVerifyAnyChecksEveryRow(t *testing.T) {
	t.Parallel()
	ctx, h := context.Background(), hasher(t, tiny, keyring(t, "a"))
	rows := []models.PasswordHash{{Encoded: vectors[0].encoded}, {Encoded: vectors[2].encoded}, {Encoded: vectors[13].encoded}}
	for i := range 21 {
		row, err := h.Hash(ctx, passhash.Share{}, password(t, "earlier password "+strconv.Itoa(i)))
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	for text, want := range seed.InOrder(map[string]bool{"password": true, "Hello world!": true, "earlier password 0": true, "earlier password 20": true, "earlier password 21": false}) {
		before := h.Count()
		found, err := h.VerifyAny(ctx, passhash.Share{}, rows, password(t, text))
		if err != nil || found != want {
			t.Errorf("%q: %v, %v", text, found, err)
		}
		if n := h.Count() - before; n != 24 {
			t.Errorf("%q: %d hashes, want 24", text, n)
		}
	}
	if found, err := h.VerifyAny(ctx, passhash.Share{}, nil, password(t, "password")); found || err != nil {
		t.Errorf("no history: %v, %v", found, err)
	}
	before := h.Count()
	found, err := h.VerifyAny(ctx, passhash.Share{}, append([]models.PasswordHash{{Encoded: "$1$broken"}, {Encoded: "$2b$31$" + strings.Repeat("a", 53)}}, rows...), password(t, "password"))
	if err != nil || !found || h.Flawed() != 2 || h.Count()-before != uint64(len(rows)+2) {
		t.Errorf("with broken rows: %v, %v, %d flawed, %d hashes", found, err, h.Flawed(), h.Count()-before)
	}
}

func TestCancelledCallersDoNotHash(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	h := hasher(t, tiny, keyring(t, "a"))
	pw := password(t, "correct horse battery staple")
	_, hashErr := h.Hash(ctx, passhash.Share{}, pw)
	_, verifyErr := h.Verify(ctx, passhash.Share{}, models.PasswordHash{}, pw)
	_, anyErr := h.VerifyAny(ctx, passhash.Share{}, []models.PasswordHash{{Encoded: vectors[0].encoded}}, pw)
	for _, err := range []error{hashErr, verifyErr, anyErr, h.VerifyDecoy(ctx, passhash.Share{}, pw)} {
		if !errors.Is(err, fault.ErrUnavailable) || !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	}
	if h.Count() != 0 {
		t.Errorf("%d hashes", h.Count())
	}
}

func TestSchedulerThreads(t *testing.T) {
	t.Parallel()
	if n := passhash.SchedulerThreads(runtime.NumCPU()); n != runtime.NumCPU()+2 {
		t.Errorf("%d", n)
	}
	if n := passhash.SchedulerThreads(1); n < 3 || n < runtime.NumCPU() {
		t.Errorf("%d", n)
	}
}

func BenchmarkHash(b *testing.B) {
	k, err := secret.NewKeyring([]byte(strings.Repeat("a", secret.MinSecretBytes)))
	if err != nil {
		b.Fatal(err)
	}
	h, err := passhash.New(passhash.Deps{Keyring: k, Params: passhash.Default(), Limit: runtime.NumCPU()})
	if err != nil {
		b.Fatal(err)
	}
	pw, err := secret.NewPassword("correct horse battery staple")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := h.Hash(context.Background(), passhash.Share{}, pw); err != nil {
			b.Fatal(err)
		}
	}
}
