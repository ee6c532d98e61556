package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const (
	headerIdempotency = "Idempotency-Key"
	headerReplayed    = "Idempotency-Replayed"

	recordLife = 24 * time.Hour
	// secretLife: an answer with a secret is repeated for who lost the line, not for who
	// finds the key of the request in a log next day.
	secretLife = 10 * time.Minute
	keepWithin = 5 * time.Second

	// workLease is how long nobody else carries a request out after the last sign of life of
	// the server that does: short, since after a crash its caller has to wait for as long.
	workLease   = 5 * time.Second
	renewEvery  = time.Second
	renewWithin = 2 * time.Second
	workAtMost  = 2 * requestTimeout // nobody works longer, and nothing is renewed any more
)

// The faults of repeated requests; the native surface alone has them.
var (
	errKeyReused = fault.New(fault.Conflict, "idempotency_key_reused",
		"The Idempotency-Key was used for another request. Choose a new one.")
	errInProgress = fault.New(fault.Conflict, "idempotency_in_progress",
		"The first request with this Idempotency-Key is still being carried out.").After(time.Second)
	errAnswerGone = fault.New(fault.Conflict, "idempotency_answer_gone",
		"The request was carried out before. Its answer held a secret and is not kept any longer.")
	errAnswerLost = fault.New(fault.Conflict, "idempotency_answer_lost",
		"The request was carried out before, and its answer was lost. Read the object to see the outcome.")
)

// IdempotencyFaults lists them; golden tables range over it.
func IdempotencyFaults() []*fault.Fault {
	return []*fault.Fault{errKeyReused, errInProgress, errAnswerGone, errAnswerLost}
}

// answer is what is kept of an answer, sealed.
type answer struct {
	Status int               `json:"status"`
	Header map[string]string `json:"header"`
	Body   []byte            `json:"body"`
}

// keptHeaders are what a repeated answer repeats besides the body.
var keptHeaders = []string{"Content-Type", "ETag"}

// idempotent carries a request out under its Idempotency-Key, or repeats the answer it had.
func (c *contract) idempotent(g *gin.Context, o *operation, key string) {
	who := caller.From(g.Request.Context())
	id := c.server.Core.Keyring.MAC("intention", string(who.Kind), callerID(who), key)
	r := &models.IdempotencyRecord{ID: id.Bytes(), Request: c.fingerprint(g).Bytes(), Attempt: secret.NewID()}
	kept, err := c.begin(g.Request.Context(), o, id, r)
	if err != nil {
		c.server.fail(g, c.surface, err)
		return
	}
	if kept != nil {
		repeat(g, kept)
		return
	}
	who.Attempt = &caller.Attempt{RecordID: r.ID, ID: r.Attempt}
	g.Request = g.Request.WithContext(caller.Into(g.Request.Context(), who))
	tee := &teeWriter{ResponseWriter: g.Writer}
	g.Writer = tee
	settle, release := c.forget, c.renewed(g.Request.Context(), r)
	defer func() { // also when the handler panics, which goes on
		settle(g, r, tee)
		release()
	}()
	g.Next()
	settle = c.keep
}

// callerID is whose key it is. Of those without a credential, the address is all that
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
// names the object; the body was read and bounded before.
func (c *contract) fingerprint(g *gin.Context) secret.Digest {
	body := g.GetString(keyBody)
	return c.server.Core.Keyring.MAC("intended", g.Request.Method, g.Request.URL.RequestURI(), g.GetHeader("If-Match"), body)
}

// begin claims a record, or finds the answer that it had.
func (c *contract) begin(ctx context.Context, o *operation, id secret.Digest, r *models.IdempotencyRecord) (*answer, error) {
	tx := c.server.Core.Store.Write(ctx)
	now, err := tx.LeaseTime()
	if err != nil {
		return nil, err
	}
	r.LeasedUntil, r.KeepUntil, r.ExpiresAt = now.Add(workLease), now.Add(recordLife), tx.Now.Add(recordLife)
	if o.secret {
		r.KeepUntil = now.Add(secretLife)
	}
	if err := tx.InsertIdempotencyRecord(r); !errors.Is(err, store.ErrDuplicate) {
		return nil, err
	}
	if expired, err := tx.DropExpiredRecord(id); err != nil {
		return nil, err
	} else if expired {
		return nil, busy(tx.InsertIdempotencyRecord(r))
	}
	before, err := tx.FindIdempotencyRecord(id)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return nil, errInProgress // given up in this moment
	case err != nil:
		return nil, err
	case !bytes.Equal(before.Request, r.Request):
		return nil, errKeyReused
	case before.AnsweredAt != nil:
		return c.open(before, now)
	case now.Before(before.LeasedUntil):
		return nil, errInProgress.After(before.LeasedUntil.Sub(now))
	case before.CommittedAt != nil:
		return nil, errAnswerLost
	}
	mine, err := tx.TakeOverAttempt(before.Attempt, r, now)
	if err == nil && !mine {
		err = errInProgress.After(workLease)
	}
	return nil, err
}

// busy says that somebody else was faster to claim.
func busy(err error) error {
	if errors.Is(err, store.ErrDuplicate) {
		return errInProgress
	}
	return err
}

func (c *contract) open(r *models.IdempotencyRecord, now time.Time) (*answer, error) {
	if r.Sealed == nil || !now.Before(r.KeepUntil) {
		return nil, errAnswerGone
	}
	plain, err := c.server.Core.Keyring.Unseal(r.Sealed, sealedFor(r))
	if err != nil {
		return nil, errAnswerGone.Because(err) // the secret file was replaced
	}
	kept := &answer{}
	return kept, json.Unmarshal(plain, kept)
}

func sealedFor(r *models.IdempotencyRecord) string { return "answer:" + r.Attempt }

func repeat(g *gin.Context, kept *answer) {
	g.Abort()
	for name, value := range kept.Header {
		g.Header(name, value)
	}
	g.Header(headerReplayed, "true")
	g.Status(kept.Status)
	if len(kept.Body) > 0 {
		_, _ = g.Writer.Write(kept.Body)
	}
	g.Writer.WriteHeaderNow()
}

// renewed prolongs the lease of an attempt, apart from its work, until release is called.
func (c *contract) renewed(ctx context.Context, r *models.IdempotencyRecord) (release func()) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), workAtMost)
	tick, stop := c.server.Every(renewEvery)
	var renewing sync.WaitGroup
	renewing.Go(func() {
		defer stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick:
			}
			within, cancel := context.WithTimeout(ctx, renewWithin)
			held, err := c.server.Core.Store.Write(within).RenewAttempt(r.ID, r.Attempt, workLease)
			cancel()
			if err == nil && !held { // nothing of it would be committed any more, or all of it is done
				return
			}
		}
	})
	return func() {
		cancel()
		renewing.Wait()
	}
}

// keep seals the answer, or lets the request be made anew if it failed on our side.
func (c *contract) keep(g *gin.Context, r *models.IdempotencyRecord, tee *teeWriter) {
	if tee.Status() >= http.StatusInternalServerError {
		c.forget(g, r, tee)
		return
	}
	c.settleRecord(g, func(tx *store.Tx) error { return c.seal(tx, r, tee) })
}

// forget lets a request be made anew of which nothing was committed.
func (c *contract) forget(g *gin.Context, r *models.IdempotencyRecord, _ *teeWriter) {
	c.settleRecord(g, func(tx *store.Tx) error {
		_, err := tx.DropAttempt(r.ID, r.Attempt)
		return err
	})
}

// settleRecord writes what became of an attempt although the client may have left: that is
// when he will ask again.
func (c *contract) settleRecord(g *gin.Context, write func(*store.Tx) error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(g.Request.Context()), keepWithin)
	defer cancel()
	if err := write(c.server.Core.Store.Write(ctx)); err != nil {
		c.server.Log.ErrorContext(ctx, "the answer to a repetition cannot be kept",
			"request_id", g.GetString(keyRequestID), "operation", g.GetString(keyOperation), "cause", err.Error())
	}
}

func (c *contract) seal(tx *store.Tx, r *models.IdempotencyRecord, tee *teeWriter) error {
	kept := answer{Status: tee.Status(), Header: map[string]string{}, Body: tee.body.Bytes()}
	for _, name := range keptHeaders {
		if value := tee.Header().Get(name); value != "" {
			kept.Header[name] = value
		}
	}
	plain, err := json.Marshal(kept)
	if err != nil {
		return err
	}
	sealed, err := c.server.Core.Keyring.Seal(plain, sealedFor(r))
	if err != nil {
		return err
	}
	_, err = tx.AnswerAttempt(r.ID, r.Attempt, sealed)
	return err
}

// teeWriter keeps a copy of what is answered.
type teeWriter struct {
	gin.ResponseWriter
	body bytes.Buffer
}

func (t *teeWriter) Write(p []byte) (int, error) {
	t.body.Write(p)
	return t.ResponseWriter.Write(p)
}

func (t *teeWriter) WriteString(s string) (int, error) {
	t.body.WriteString(s)
	return t.ResponseWriter.WriteString(s)
}
