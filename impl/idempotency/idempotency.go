// Package idempotency has a request carried out once, however often it is sent under the same
// Idempotency-Key, and repeats the answer that it had.
//
// A record is what is stored of a key: the MAC of the request that the key was used for, the
// attempt that carries it out, how long no other attempt may (the lease), and in the end the
// sealed answer. A record belongs to one caller: the keys of two callers never meet.
//
// impl/server calls Handle as a middleware, once it knows the caller, the operation and the
// body. The handler behind it finds the attempt in its caller (caller.Attempt), and the core
// marks the record as committed in the transaction of the change.
//
// What is promised: of requests under one key at most one commits, also if servers crash, are
// stopped, or disagree on the time. An answer below 500 is repeated as it was, for a day, or
// for ten minutes if it holds a secret. A request that failed on our side can be made again.
//
// Nothing here decides what a request does, and nothing here may hold a transaction open: each
// statement commits by itself, since an attempt must be seen by others before it begins.
//
// It is written here because a library would have to mark the record in the transaction of the
// change. The middlewares that exist for Go keep answers in memory or in a cache, so that a change
// can commit whose record is lost.
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

// The headers.
const (
	Header         = "Idempotency-Key"
	headerReplayed = "Idempotency-Replayed"
)

const (
	recordLife = 24 * time.Hour
	// secretLife: an answer with a secret is repeated for a caller who lost the connection, not
	// for somebody who finds the key of the request in a log next day.
	secretLife  = 10 * time.Minute
	storeWithin = 5 * time.Second
)

// The faults of repeated requests; the native surface alone has them.
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

// Faults lists them; golden tables range over it.
func Faults() []*fault.Fault {
	return []*fault.Fault{errKeyReused, errInProgress, errAnswerGone, errAnswerLost}
}

// Records is what the package needs of the store. Each call is a statement that commits by itself.
type Records interface {
	// Times tells the time by this server's clock and by the one that all leases go by.
	Times(ctx context.Context) (here, lease time.Time, err error)
	// Insert answers false if there is a record of this ID.
	Insert(ctx context.Context, r *models.IdempotencyRecord) (inserted bool, err error)
	// DropExpired deletes a record whose time is over, if it is there.
	DropExpired(ctx context.Context, id secret.Digest) (dropped bool, err error)
	Find(ctx context.Context, id secret.Digest) (r *models.IdempotencyRecord, found bool, err error)
	// TakeOver gives a record to r's attempt, if the former attempt is still the last one, its
	// lease is over by now, and nothing of it was committed.
	TakeOver(ctx context.Context, former string, r *models.IdempotencyRecord, now time.Time) (taken bool, err error)
	// Renew answers false if another attempt took over, or the answer is stored.
	Renew(ctx context.Context, r *models.IdempotencyRecord, lease time.Duration) (held bool, err error)
	// StoreAnswer and Drop do nothing if another attempt took over.
	StoreAnswer(ctx context.Context, r *models.IdempotencyRecord, sealed []byte) error
	// Drop deletes the record of an attempt of which nothing was committed.
	Drop(ctx context.Context, r *models.IdempotencyRecord) error
}

// Deps are what the middleware needs; Every may be nil, the rest is required.
type Deps struct {
	Records    Records
	Sealer     secret.Sealer
	Log        *slog.Logger
	WorkAtMost time.Duration // no request works longer; leases are not renewed beyond it
	Every      Every         // nil: as the machine's time goes on
}

// Middleware carries requests out under their keys.
type Middleware struct{ d Deps }

// New checks that nothing is missing.
func New(d Deps) (*Middleware, error) {
	if d.Records == nil || d.Sealer == nil || d.Log == nil || d.WorkAtMost <= 0 {
		return nil, errors.New("idempotency: Records, Sealer, Log and WorkAtMost are required")
	}
	if d.Every == nil {
		d.Every = everyTick
	}
	return &Middleware{d}, nil
}

// Request is what the middleware is told of a request; every field is required but Body.
type Request struct {
	Key       string
	Operation string      // for the log
	Secret    bool        // its answer holds a secret
	Body      string      // as it was read, and bounded
	Fail      func(error) // answers with a fault, in the surface's shape
}

// Handle carries a request out under its key, or repeats the answer that it had.
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
		stored.repeat(g)
		return
	}
	who.Attempt = &caller.Attempt{RecordID: r.ID, ID: r.Attempt}
	g.Request = g.Request.WithContext(caller.Into(g.Request.Context(), who))
	copied := &copyWriter{ResponseWriter: g.Writer}
	g.Writer = copied
	panicked, release := true, m.renew(g.Request.Context(), r)
	defer func() { // also when the handler panics, which goes on
		m.settle(g.Request.Context(), q.Operation, r, copied, panicked)
		release()
	}()
	g.Next()
	panicked = false
}

// The kinds of the MACs are older than the words of this package. They stay: under others, an
// upgrade would forget the keys that are in use.
const (
	macOfID      = "intention"
	macOfRequest = "intended"
)

// callerID tells whose key it is. Of callers without a credential, the address is all that
// is known.
func callerID(who caller.Caller) string {
	switch {
	case who.Kind == caller.Anonymous:
		return who.Source
	case who.KeyID != "": // not its user's: he gets secrets that it does not
		return who.KeyID
	}
	return who.ID
}

// fingerprint is what the request asks for. The path is the one that was sent, since it
// names the object.
func (m *Middleware) fingerprint(r *http.Request, body string) secret.Digest {
	return m.d.Sealer.MAC(macOfRequest, r.Method, r.URL.RequestURI(), r.Header.Get("If-Match"), body)
}

// claim takes the record for an attempt, or finds the answer that is stored in it.
func (m *Middleware) claim(ctx context.Context, id secret.Digest, r *models.IdempotencyRecord, holdsSecret bool) (*answer, error) {
	records := m.d.Records
	here, now, err := records.Times(ctx)
	if err != nil {
		return nil, err
	}
	r.LeasedUntil, r.KeepUntil, r.ExpiresAt = now.Add(workLease), now.Add(recordLife), here.Add(recordLife)
	if holdsSecret {
		r.KeepUntil = now.Add(secretLife)
	}
	if inserted, err := records.Insert(ctx, r); err != nil || inserted {
		return nil, err
	}
	if expired, err := records.DropExpired(ctx, id); err != nil {
		return nil, err
	} else if expired {
		return nil, claimed(records.Insert(ctx, r))
	}
	before, found, err := records.Find(ctx, id)
	switch {
	case err != nil:
		return nil, err
	case !found:
		return nil, errInProgress // given up in this moment
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
		err = errInProgress.After(workLease)
	}
	return nil, err
}

// claimed says that somebody else was faster to claim.
func claimed(inserted bool, err error) error {
	if err == nil && !inserted {
		return errInProgress
	}
	return err
}
