package idempotency

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/models"
)

// answer is the part of an answer that is sealed and stored.
type answer struct {
	Status int               `json:"status"`
	Header map[string]string `json:"header"`
	Body   []byte            `json:"body"`
}

// storedHeaders are the headers that a replay has too.
var storedHeaders = []string{"Content-Type", "ETag"}

func sealedFor(r *models.IdempotencyRecord) string { return "answer:" + r.Attempt }

// open unseals the answer of a record.
func (m *Middleware) open(r *models.IdempotencyRecord, now time.Time) (*answer, error) {
	if r.Sealed == nil || !now.Before(r.KeepUntil) {
		return nil, errAnswerGone
	}
	plain, err := m.d.Sealer.Unseal(r.Sealed, sealedFor(r))
	if err != nil {
		return nil, errAnswerGone.Because(err) // the secret file was replaced
	}
	stored := &answer{}
	return stored, json.Unmarshal(plain, stored)
}

// replay writes the stored answer.
func (a *answer) replay(g *gin.Context) {
	g.Abort()
	for name, value := range a.Header {
		g.Header(name, value)
	}
	g.Header(headerReplayed, "true")
	g.Status(a.Status)
	if len(a.Body) > 0 {
		_, _ = g.Writer.Write(a.Body)
	}
	g.Writer.WriteHeaderNow()
}

// settle stores the answer of an attempt. If the attempt failed in the service and has not committed,
// settle deletes the record, so that the request can be sent again. It also works if the client has
// left: such a client will repeat the request.
func (m *Middleware) settle(ctx context.Context, operation string, r *models.IdempotencyRecord, copied *copyWriter, panicked bool) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), storeTimeout)
	defer cancel()
	var err error
	if panicked || copied.Status() >= http.StatusInternalServerError {
		err = m.d.Records.Drop(ctx, r)
	} else {
		err = m.store(ctx, r, copied)
	}
	if err != nil {
		m.d.Log.ErrorContext(ctx, "the answer of a request with an Idempotency-Key cannot be stored",
			"request_id", caller.From(ctx).RequestID, "operation", operation, "cause", err.Error())
	}
}

// store seals an answer and stores it.
func (m *Middleware) store(ctx context.Context, r *models.IdempotencyRecord, copied *copyWriter) error {
	a := answer{Status: copied.Status(), Header: map[string]string{}, Body: copied.body.Bytes()}
	for _, name := range storedHeaders {
		if value := copied.Header().Get(name); value != "" {
			a.Header[name] = value
		}
	}
	plain, err := json.Marshal(a)
	if err != nil {
		return err
	}
	sealed, err := m.d.Sealer.Seal(plain, sealedFor(r))
	if err != nil {
		return err
	}
	return m.d.Records.StoreAnswer(ctx, r, sealed)
}

// copyWriter copies the body of the answer.
type copyWriter struct {
	gin.ResponseWriter
	body bytes.Buffer
}

func (w *copyWriter) Write(p []byte) (int, error) {
	w.body.Write(p)
	return w.ResponseWriter.Write(p)
}

func (w *copyWriter) WriteString(s string) (int, error) {
	w.body.WriteString(s)
	return w.ResponseWriter.WriteString(s)
}
