// Package idempotency has a request carried out once, however often it is sent under the same
// Idempotency-Key, and repeats the answer that it had.
//
// # Nouns
//
// An idempotency record is the row of one key. It has the MAC of the request that the key was used
// for, the attempt that carries the request out, and, after it, the sealed answer. The lease is the
// time during which no other attempt may take the record over. A replay is a repeated answer. A
// record belongs to one caller: two callers may use the same key.
//
// # How it is used
//
// impl/server calls Handle as a middleware, after it authenticated the caller and read the body. The
// next handler finds the attempt in its caller (caller.Attempt), and the core marks the record as
// committed in the transaction of the change.
//
// # Promises
//
//   - Of the requests under one key at most one commits, even if servers crash, stop, or have
//     different clocks.
//   - An answer below 500 is replayed unchanged for a day, or for ten minutes if it holds a secret.
//   - A request that failed in the service can be sent again.
//
// # What must not be done here
//
// Nothing here decides what a request does. Nothing here holds a transaction open: each statement
// commits separately, since other servers must see an attempt before it begins.
//
// # Why not a library
//
// The middlewares that exist for Go keep answers in memory or in a cache. A change could commit and
// its record could be lost. Here the record is marked in the transaction of the change.
package idempotency

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

const (
	Header         = "Idempotency-Key"
	headerReplayed = "Idempotency-Replayed"
)

const (
	recordLife = 24 * time.Hour
	// secretLife is long enough for a caller that lost the connection. It is short, since an attacker
	// may find the key of the request in a log the next day.
	secretLife   = 10 * time.Minute
	storeTimeout = 5 * time.Second
)

// The faults of repeated requests. Only the native surface has them.
var (
	errKeyReused = fault.New(fault.Conflict, "idempotency_key_reused",
		"The Idempotency-Key was used for another request. Choose a new one.")
	errInProgress = fault.New(fault.Conflict, "idempotency_in_progress",
		"The first request with this Idempotency-Key is still being carried out.").After(time.Second)
	errAnswerGone = fault.New(fault.Conflict, "idempotency_answer_gone",
		"The request was carried out before. Its answer contained a secret and is no longer stored. If you need a secret, create a new one.")
	errAnswerLost = fault.New(fault.Conflict, "idempotency_answer_lost",
		"The request was carried out before, and its answer was lost. Read the object to see the result.")
)

// Faults lists the faults of this package; the golden tables need them.
func Faults() []*fault.Fault {
	return []*fault.Fault{errKeyReused, errInProgress, errAnswerGone, errAnswerLost}
}

// Records is what the package needs of the store. Each call is a statement that commits separately.
type Records interface {
	// Times returns the time of this server's clock, and of the clock that all leases use.
	Times(ctx context.Context) (local, lease time.Time, err error)
	// Insert returns false if there is a record with this ID.
	Insert(ctx context.Context, r *models.IdempotencyRecord) (inserted bool, err error)
	// DropExpired deletes the record if it has expired.
	DropExpired(ctx context.Context, id secret.Digest) (dropped bool, err error)
	Find(ctx context.Context, id secret.Digest) (r *models.IdempotencyRecord, found bool, err error)
	// TakeOver assigns a record to r's attempt, if the former attempt is still the last one, its
	// lease has ended at now, and it has not committed.
	TakeOver(ctx context.Context, former string, r *models.IdempotencyRecord, now time.Time) (taken bool, err error)
	// Renew returns false if another attempt took over, or the answer is stored.
	Renew(ctx context.Context, r *models.IdempotencyRecord, lease time.Duration) (held bool, err error)
	// StoreAnswer does nothing if another attempt took over.
	StoreAnswer(ctx context.Context, r *models.IdempotencyRecord, sealed []byte) error
	// Drop deletes the record of an attempt that has not committed. It does nothing if another attempt
	// took over.
	Drop(ctx context.Context, r *models.IdempotencyRecord) error
}

// Deps are what the middleware needs; Every may be nil, every other field is required.
type Deps struct {
	Records Records
	Sealer  secret.Sealer
	Log     *slog.Logger
	MaxWork time.Duration // of a request; its lease is not renewed after it
	Every   Every         // nil: time.NewTicker
}

// Middleware carries each request out once under its key.
type Middleware struct{ d Deps }

// New checks that no dependency is missing.
func New(d Deps) (*Middleware, error) {
	if d.Records == nil || d.Sealer == nil || d.Log == nil || d.MaxWork <= 0 {
		return nil, errors.New("idempotency: Records, Sealer, Log and MaxWork are required")
	}
	if d.Every == nil {
		d.Every = newTicker
	}
	return &Middleware{d}, nil
}

// Request is what the middleware needs to know of a request; every field but Body is required.
type Request struct {
	Key       string
	Operation string      // for the log
	Secret    bool        // its answer holds a secret
	Body      string      // as it was read and scanned
	Fail      func(error) // answers with a fault, in the surface's shape
}

// Handle carries a request out under its key, or replays the answer of the first request.
func (m *Middleware) Handle(g *gin.Context, q Request) {
	who := caller.From(g.Request.Context())
	id := m.d.Sealer.MAC(macOfID, string(who.Kind), callerID(who), q.Key)
	r := &models.IdempotencyRecord{ID: id.Bytes(), Request: m.fingerprint(g.Request, q.Body).Bytes(), Attempt: secret.NewID()}
	stored, err := m.claim(g.Request.Context(), id, r, q.Secret)
	if err != nil {
		q.Fail(err)
		return
	}
	if stored != nil {
		stored.replay(g)
		return
	}
	who.Attempt = &caller.Attempt{RecordID: r.ID, ID: r.Attempt}
	g.Request = g.Request.WithContext(caller.Into(g.Request.Context(), who))
	copied := &copyWriter{ResponseWriter: g.Writer}
	g.Writer = copied
	panicked, release := true, m.renew(g.Request.Context(), r)
	defer func() { // also if the handler panics; the panic continues
		m.settle(g.Request.Context(), q.Operation, r, copied, panicked)
		release()
	}()
	g.Next()
	panicked = false
}

// The kinds of the MACs must not change: after an upgrade, the keys in use would be unknown.
const (
	macOfID      = "intention"
	macOfRequest = "intended"
)

// callerID identifies the caller that a key belongs to. Anonymous callers are identified by their
// address.
func callerID(who caller.Caller) string {
	switch {
	case who.Kind == caller.Anonymous:
		return who.Source
	case who.KeyID != "": // not the user: a user's session gets secrets that a key does not
		return who.KeyID
	}
	return who.ID
}

// fingerprint is the MAC of the request. It includes the path as it was sent, which names the object.
func (m *Middleware) fingerprint(r *http.Request, body string) secret.Digest {
	return m.d.Sealer.MAC(macOfRequest, r.Method, r.URL.RequestURI(), r.Header.Get("If-Match"), body)
}

// claim acquires the record for an attempt, or returns the answer that is stored in it.
func (m *Middleware) claim(ctx context.Context, id secret.Digest, r *models.IdempotencyRecord, holdsSecret bool) (*answer, error) {
	records := m.d.Records
	local, now, err := records.Times(ctx)
	if err != nil {
		return nil, err
	}
	r.LeasedUntil, r.KeepUntil, r.ExpiresAt = now.Add(leaseTime), now.Add(recordLife), local.Add(recordLife)
	if holdsSecret {
		r.KeepUntil = now.Add(secretLife)
	}
	if inserted, err := records.Insert(ctx, r); err != nil || inserted {
		return nil, err
	}
	if expired, err := records.DropExpired(ctx, id); err != nil {
		return nil, err
	} else if expired {
		return nil, inProgressUnless(records.Insert(ctx, r))
	}
	before, found, err := records.Find(ctx, id)
	switch {
	case err != nil:
		return nil, err
	case !found:
		return nil, errInProgress // dropped since Insert
	case !bytes.Equal(before.Request, r.Request):
		return nil, errKeyReused
	case before.AnsweredAt != nil:
		return m.open(before, now)
	case now.Before(before.LeasedUntil):
		return nil, errInProgress.After(before.LeasedUntil.Sub(now))
	case before.CommittedAt != nil:
		return nil, errAnswerLost
	}
	taken, err := records.TakeOver(ctx, before.Attempt, r, now)
	if err == nil && !taken {
		err = errInProgress.After(leaseTime)
	}
	return nil, err
}

// inProgressUnless returns a fault if another server inserted the record first.
func inProgressUnless(inserted bool, err error) error {
	if err == nil && !inserted {
		return errInProgress
	}
	return err
}
