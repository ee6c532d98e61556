// Package passhash hashes passwords and verifies them: argon2id for every new password, and the formats
// of other systems for imported ones.
//
// A hash is encoded as a PHC string, or as the crypt(3) string of its algorithm; a scheme is one that
// was parsed. The pepper is a key of the secret file that goes into a new hash. The decoy is a hash that
// no password matches; a user without a hash is verified against it, so that the time is the same. A
// flaw is the reason why a stored hash cannot be verified. An outdated hash matches, and should be
// replaced at this login.
//
// The core hashes and verifies through the one Hasher of the process; imports call Inspect. All hashing
// passes a limiter with a bounded queue, and a caller beyond it is refused at once. Each hash belongs to a
// share: an application, its tenant and a kind of work. The limiter serves shares fairly.
//
// It promises that every hash that Inspect accepts can be verified, and that no hash is computed whose
// cost is out of bounds. What must not be done: hashing within a transaction, since it takes tens of
// milliseconds and may wait for others.
//
// The algorithms are golang.org/x/crypto's and the standard library's. Parsing and SHA-crypt are written
// here: a hash comes from a file of somebody else, and its cost has to be bounded before anything is
// computed, with a reason for the person who imports it. A library (passwap, go-crypt) would replace
// the splitting of strings, and few of these rules; go-crypt's SHA-crypt has no tests of its own, ours has
// the vectors of libxcrypt.
package passhash

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// Sizes in new hashes. SP 800-63B-4 section 3.1.1.2 requires a salt of at least 32 bits; RFC 9106
// section 4 recommends a salt of 128 bits and a tag of 256 bits.
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

// Deps are the dependencies of a Hasher.
type Deps struct {
	Keyring *secret.Keyring
	Params  Params
	Limit   int // hashes at the same time
	Queue   int // callers that may wait
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
	// The decoy's key is random, not computed, so that no password matches it; verifying one against
	// it costs the same as against a real hash.
	decoy := &argon2Hash{variant: argon2id, params: d.Params, salt: random(saltBytes), key: random(keyBytes)}
	// A new hash must be within the bounds that Inspect and Verify check.
	if err := decoy.bounded(); err != nil {
		errs = append(errs, fmt.Errorf("Params: %w", err))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("passhash: %w", err)
	}
	return &Hasher{keyring: d.Keyring, params: d.Params, limiter: newLimiter(d.Limit, d.Queue), decoy: decoy}, nil
}

// Hash computes the hash to store of a new password.
func (h *Hasher) Hash(ctx context.Context, of Share, password secret.Password) (models.PasswordHash, error) {
	id := h.keyring.PepperID()
	input, err := h.keyring.Pepper(id, password)
	if err != nil {
		return models.PasswordHash{}, err
	}
	defer clear(input)
	slot, err := h.limiter.acquire(ctx, of)
	if err != nil {
		return models.PasswordHash{}, err
	}
	defer slot.release()
	h.hashes.Add(1)
	made := &argon2Hash{variant: argon2id, params: h.params, salt: random(saltBytes), key: make([]byte, keyBytes)}
	made.key = made.derive(input)
	return models.PasswordHash{Encoded: made.encode(), KeyID: id}, nil
}

// Verdict is the outcome of Verify.
type Verdict struct {
	Match    bool
	Outdated bool // it matches, and should be replaced: another algorithm, a lower cost or an earlier pepper
	// Flaw says why the stored hash cannot be verified; nil if it can. Its text names the rule, never
	// the hash.
	Flaw error
}

// Verify checks a password against a stored hash. Without a hash, or with one that cannot be verified
// (it is out of bounds, or its pepper is missing), nothing matches, and it takes as long as with one:
// the caller must not learn the difference from the answer or its time.
func (h *Hasher) Verify(ctx context.Context, of Share, stored models.PasswordHash, password secret.Password) (Verdict, error) {
	p, err := h.Reserve(of)
	if err != nil {
		return Verdict{}, err
	}
	defer p.Release()
	return p.Verify(ctx, stored, password)
}

// Place is a place in the queue for one hash. A caller whose work begins before the hash takes it first,
// so that nothing is done for callers that the full queue refuses.
type Place struct {
	hasher *Hasher
	slot   *slot
}

// Reserve takes a place, which has to be released. If there is none, it refuses at once.
func (h *Hasher) Reserve(of Share) (*Place, error) {
	s, err := h.limiter.reserve(of)
	if err != nil {
		return nil, err
	}
	return &Place{hasher: h, slot: s}, nil
}

// Release gives the place back, whether it was used or not.
func (p *Place) Release() { p.slot.release() }

// VerifyDecoy is that of the Hasher, in this place.
func (p *Place) VerifyDecoy(ctx context.Context, password secret.Password) error {
	_, err := p.Verify(ctx, models.PasswordHash{}, password)
	return err
}

// Verify is that of the Hasher, in this place.
func (p *Place) Verify(ctx context.Context, stored models.PasswordHash, password secret.Password) (Verdict, error) {
	h := p.hasher
	v := h.verifiable(stored)
	if err := p.slot.wait(ctx); err != nil {
		return Verdict{}, err
	}
	defer p.slot.release()
	match, err := h.match(v.scheme, v.keyID, password)
	if err != nil {
		return Verdict{}, err
	}
	h.count(v.flaw)
	return Verdict{Match: match, Outdated: match && h.outdated(v.scheme, v.keyID), Flaw: v.flaw}, nil
}

// verification is what a password is compared with. It is the decoy if there is no hash that can be
// verified.
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

// Flawed counts how often a stored hash could not be verified.
func (h *Hasher) Flawed() uint64 { return h.flawed.Load() }

// VerifyDecoy costs the same as verifying a current hash. It is for users who do not exist.
func (h *Hasher) VerifyDecoy(ctx context.Context, of Share, password secret.Password) error {
	_, err := h.Verify(ctx, of, models.PasswordHash{}, password)
	return err
}

// VerifyAny tells whether the password matches any of the hashes. It verifies them one after another, so
// that a long history takes the memory of one hash, and lets other callers have their turn in between. It
// verifies all of them, so that its time does not reveal which one matched. A hash that cannot be
// verified matches nothing: it must not prevent its user from changing his password.
func (h *Hasher) VerifyAny(ctx context.Context, of Share, stored []models.PasswordHash, password secret.Password) (bool, error) {
	if len(stored) == 0 {
		return false, nil
	}
	slot, err := h.limiter.acquire(ctx, of)
	if err != nil {
		return false, err
	}
	defer slot.release()
	found := false
	for i, row := range stored {
		if i > 0 {
			if err := slot.yield(ctx); err != nil {
				return false, err
			}
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

// Stats returns how many hashes are running and how many callers are waiting.
func (h *Hasher) Stats() (running, waiting int) { return h.limiter.stats() }

// Refused counts the callers that were refused since the queue was full.
func (h *Hasher) Refused() uint64 { return h.limiter.refusals() }

// Count is the number of hashes that were computed.
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

// SchedulerThreads is the value of runtime.GOMAXPROCS for a limit: two threads more than hashes. With as
// many hashes as threads, every other request waits at each step for the runtime's time slice of 10 ms;
// with two spare threads the operating system preempts the hashers. Measured with 16 hashing clients on
// 2 cores, the p99 of a database lookup is 55-360 ms without the spare threads and 14-24 ms with them
// (178 ms in one run of four).
func SchedulerThreads(limit int) int { return max(limit+2, runtime.NumCPU()) }

// baseMemory is what the rest of the service may use before the collector has to work harder.
const baseMemory = 64 << 20

// MemoryLimit is the value of debug.SetMemoryLimit for a limit: with the collector's usual headroom, as
// many blocks of former hashes as of running ones stay in memory. Measured with 600 clients that log in
// on 2 cores, the process takes 150 MB with this limit and 230 to 300 MB without it.
func MemoryLimit(limit int) int64 {
	return baseMemory + int64(limit)*int64(Default().MemoryKiB)<<10
}
