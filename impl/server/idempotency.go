package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
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

	// intentionLease is longer than any request may take: nobody else begins meanwhile.
	intentionLease = 2 * requestTimeout
	intentionLife  = 24 * time.Hour
	// secretLife: an answer with a secret is repeated for who lost the line, not for who
	// finds the key of the request in a log next day.
	secretLife = 10 * time.Minute
	keepWithin = 5 * time.Second
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

// once carries a request out under its Idempotency-Key, or repeats the answer it had.
func (c *contract) once(g *gin.Context, o *operation, key string) {
	who := caller.From(g.Request.Context())
	id := c.server.Core.Keyring.MAC("intention", string(who.Kind), callerID(who), key)
	i := &models.Intention{ID: id.Bytes(), Request: c.fingerprint(g).Bytes(), Attempt: secret.NewID()}
	kept, err := c.begin(g.Request.Context(), id, i)
	if err != nil {
		c.server.fail(g, c.surface, err)
		return
	}
	if kept != nil {
		repeat(g, kept)
		return
	}
	who.Intention = &caller.Intention{ID: i.ID, Attempt: i.Attempt}
	g.Request = g.Request.WithContext(caller.Into(g.Request.Context(), who))
	tee := &teeWriter{ResponseWriter: g.Writer}
	g.Writer = tee
	g.Next()
	c.keep(g, o, i, tee)
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

// begin claims an intention, or finds the answer that it had.
func (c *contract) begin(ctx context.Context, id secret.Digest, i *models.Intention) (*answer, error) {
	tx := c.server.Core.Store.Write(ctx)
	i.LeasedUntil, i.KeepUntil, i.ExpiresAt = tx.Now.Add(intentionLease), tx.Now.Add(intentionLife), tx.Now.Add(intentionLife)
	err := tx.InsertIntention(i)
	if !errors.Is(err, store.ErrDuplicate) {
		return nil, err
	}
	if expired, err := tx.DropExpiredIntention(id); err != nil {
		return nil, err
	} else if expired {
		return nil, busy(tx.InsertIntention(i))
	}
	before, err := tx.FindIntention(id)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return nil, errInProgress // given up in this moment
	case err != nil:
		return nil, err
	case !bytes.Equal(before.Request, i.Request):
		return nil, errKeyReused
	case before.AnsweredAt != nil:
		return c.open(before, tx.Now)
	case before.CommittedAt != nil && !tx.Now.Before(before.LeasedUntil):
		return nil, errAnswerLost
	}
	mine, err := tx.TakeOverIntention(before.Attempt, i)
	if err == nil && !mine {
		err = errInProgress
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

func (c *contract) open(i *models.Intention, now time.Time) (*answer, error) {
	if i.Sealed == nil || !now.Before(i.KeepUntil) {
		return nil, errAnswerGone
	}
	plain, err := c.server.Core.Keyring.Unseal(i.Sealed, sealedFor(i))
	if err != nil {
		return nil, errAnswerGone.Because(err) // the secret file was replaced
	}
	kept := &answer{}
	return kept, json.Unmarshal(plain, kept)
}

func sealedFor(i *models.Intention) string { return "answer:" + i.Attempt }

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

// keep seals the answer, or lets the request be made anew if it failed on our side. It
// does so although the client may have left: that is when he will ask again.
func (c *contract) keep(g *gin.Context, o *operation, i *models.Intention, tee *teeWriter) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(g.Request.Context()), keepWithin)
	defer cancel()
	tx := c.server.Core.Store.Write(ctx)
	var err error
	if tee.Status() >= http.StatusInternalServerError {
		_, err = tx.DropIntention(i.ID, i.Attempt)
	} else {
		err = c.seal(tx, o, i, tee)
	}
	if err != nil {
		c.server.Log.ErrorContext(ctx, "the answer to a repetition cannot be kept",
			"request_id", g.GetString(keyRequestID), "operation", g.GetString(keyOperation), "cause", err.Error())
	}
}

func (c *contract) seal(tx *store.Tx, o *operation, i *models.Intention, tee *teeWriter) error {
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
	sealed, err := c.server.Core.Keyring.Seal(plain, sealedFor(i))
	if err != nil {
		return err
	}
	until := tx.Now.Add(intentionLife)
	if o.secret {
		until = tx.Now.Add(secretLife)
	}
	_, err = tx.AnswerIntention(i.ID, i.Attempt, sealed, until)
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
