// Package passhash stores and checks passwords: argon2id for every new password,
// and the formats of other systems for imported ones. All hashing passes through
// one bounded limiter.
package passhash

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// Sizes of what new hashes carry: SP 800-63B-4 section 3.1.1.2 asks for at least 32
// bits of salt, RFC 9106 section 4 recommends 128 bits and a 256-bit tag.
const (
	saltBytes = 16
	keyBytes  = 32
)

// Params is the cost of a new argon2id hash.
type Params struct {
	MemoryKiB   uint32
	Iterations  uint32
	Parallelism uint8
}

// Default is the first choice of the OWASP Password Storage Cheat Sheet: 19 MiB,
// two passes, one lane.
func Default() Params { return Params{MemoryKiB: 19456, Iterations: 2, Parallelism: 1} }

// Deps is what a Hasher needs.
type Deps struct {
	Keyring *secret.Keyring
	Params  Params
	Limit   int // hashes at one time
	Queue   int // callers that may wait for their turn
}

// Hasher makes and checks password hashes.
type Hasher struct {
	keyring *secret.Keyring
	params  Params
	limiter *limiter
	decoy   scheme
	hashes  atomic.Uint64
	flawed  atomic.Uint64
}

// New checks all dependencies together.
func New(d Deps) (*Hasher, error) {
	var errs []error
	if d.Keyring == nil {
		errs = append(errs, errors.New("no Keyring"))
	}
	if d.Limit < 1 {
		errs = append(errs, errors.New("a Limit below 1"))
	}
	if d.Queue < 0 {
		errs = append(errs, errors.New("a Queue below 0"))
	}
	// The decoy's key is drawn, not computed: no password leads to it, and checking
	// one against it costs what checking against a true hash costs.
	decoy := &argon2Hash{variant: argon2id, params: d.Params, salt: random(saltBytes), key: random(keyBytes)}
	// What is written must be within the bounds of what is read.
	if err := decoy.bounded(); err != nil {
		errs = append(errs, fmt.Errorf("Params: %w", err))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("passhash: %w", err)
	}
	return &Hasher{keyring: d.Keyring, params: d.Params, limiter: newLimiter(d.Limit, d.Queue), decoy: decoy}, nil
}

// Hash makes the hash to store for a new password.
func (h *Hasher) Hash(ctx context.Context, password secret.Password) (models.PasswordHash, error) {
	id := h.keyring.PepperID()
	input, err := h.keyring.Pepper(id, password)
	if err != nil {
		return models.PasswordHash{}, err
	}
	defer clear(input)
	release, err := h.limiter.acquire(ctx)
	if err != nil {
		return models.PasswordHash{}, err
	}
	defer release()
	h.hashes.Add(1)
	made := &argon2Hash{variant: argon2id, params: h.params, salt: random(saltBytes), key: make([]byte, keyBytes)}
	made.key = made.derive(input)
	return models.PasswordHash{Encoded: made.encode(), KeyID: id}, nil
}

// Verdict is the outcome of Verify.
type Verdict struct {
	Match    bool
	Outdated bool // it matches, and should be hashed anew: other algorithm, lesser cost or earlier pepper
	// Flaw says why the stored hash can be matched by nothing; nil: it can be verified.
	// Its text names the rule, never the hash.
	Flaw error
}

// Verify checks a password against a stored hash. Without a hash it works as long
// as with one, and nothing matches; so it does with one that cannot be verified, because
// it is out of bounds or its pepper is not in the secret file: whoever asks must not
// learn that from the answer or its time.
func (h *Hasher) Verify(ctx context.Context, stored models.PasswordHash, password secret.Password) (Verdict, error) {
	v := h.verifiable(stored)
	release, err := h.limiter.acquire(ctx)
	if err != nil {
		return Verdict{}, err
	}
	defer release()
	match, err := h.match(v.scheme, v.keyID, password)
	if err != nil {
		return Verdict{}, err
	}
	h.count(v.flaw)
	return Verdict{Match: match, Outdated: match && h.outdated(v.scheme, v.keyID), Flaw: v.flaw}, nil
}

// verification is what a password is compared with: the decoy, if there is no hash, or
// none that can be verified.
type verification struct {
	scheme scheme
	keyID  string
	flaw   error
}

func (h *Hasher) verifiable(stored models.PasswordHash) verification {
	v := verification{scheme: h.decoy, keyID: h.keyring.PepperID()}
	if !stored.Present() {
		return v
	}
	s, err := parse(stored.Encoded)
	if err == nil && stored.KeyID != "" && !h.keyring.Knows(stored.KeyID) {
		err = ErrHashPepper
	}
	if err != nil {
		v.flaw = err
		return v
	}
	return verification{scheme: s, keyID: stored.KeyID}
}

func (h *Hasher) count(flaw error) {
	if flaw != nil {
		h.flawed.Add(1)
	}
}

// Flawed is how often a stored hash could not be verified so far.
func (h *Hasher) Flawed() uint64 { return h.flawed.Load() }

// VerifyDecoy costs what verifying a current hash costs, for users who do not exist.
func (h *Hasher) VerifyDecoy(ctx context.Context, password secret.Password) error {
	_, err := h.Verify(ctx, models.PasswordHash{}, password)
	return err
}

// VerifyAny tells whether the password matches any of the hashes. It checks them
// one after another in one place of the limiter, so that a long history takes the
// memory of one hash, and checks them all, so that its time does not tell which. One that
// cannot be verified matches nothing: it must not keep its user from ever changing his
// password.
func (h *Hasher) VerifyAny(ctx context.Context, stored []models.PasswordHash, password secret.Password) (bool, error) {
	if len(stored) == 0 {
		return false, nil
	}
	release, err := h.limiter.acquire(ctx)
	if err != nil {
		return false, err
	}
	defer release()
	found := false
	for _, row := range stored {
		if ctx.Err() != nil {
			return false, fault.ErrUnavailable.Because(ctx.Err())
		}
		v := h.verifiable(row)
		match, err := h.match(v.scheme, v.keyID, password)
		if err != nil {
			return false, err
		}
		h.count(v.flaw)
		found = found || match
	}
	return found, nil
}

// Stats tells how many hashes are running and how many callers wait.
func (h *Hasher) Stats() (running, waiting int) { return h.limiter.stats() }

// Count is the number of hashes computed so far.
func (h *Hasher) Count() uint64 { return h.hashes.Load() }

func (h *Hasher) match(s scheme, keyID string, password secret.Password) (bool, error) {
	input, err := h.keyring.Pepper(keyID, password)
	if err != nil {
		return false, err
	}
	defer clear(input)
	h.hashes.Add(1)
	return s.match(input), nil
}

func (h *Hasher) outdated(s scheme, keyID string) bool {
	a, ok := s.(*argon2Hash)
	return !ok || keyID != h.keyring.PepperID() || a.variant != argon2id ||
		a.params.MemoryKiB < h.params.MemoryKiB || a.params.Iterations < h.params.Iterations ||
		len(a.salt) < saltBytes || len(a.key) < keyBytes
}

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails since Go 1.24: it aborts the program instead
	return b
}

// SchedulerThreads is the value for runtime.GOMAXPROCS beside a limit: two threads
// more than hashes. With as many hashes as threads, every other request waits for
// the runtime's 10 ms time slice at each step; with two to spare the operating
// system preempts the hashers. Measured, a database lookup beside 16 hashing clients
// on 2 cores: p99 55-360 ms without, 14-24 ms with them (one run of four: 178 ms).
func SchedulerThreads(limit int) int { return max(limit+2, runtime.NumCPU()) }
