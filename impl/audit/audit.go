// Package audit says how the events of the trail are bound to each other. It needs no
// store and no key, so that a stranger can check an export by what is written here.
package audit

import (
	"crypto/sha256"
	"strconv"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// domain keeps the hash of an event from meaning anything else.
const domain = "rekey-event-v1"

// Start is what the first event of a chain names as the hash before it.
func Start() []byte { return make([]byte, sha256.Size) }

// Hash is what an event's Hash must be: the SHA-256 of all of its other columns, each
// preceded by its length in four bytes, most significant first. Numbers are written in
// decimal and the time as in RFC 3339, in UTC, without trailing zeros, as exports do.
func Hash(e *models.Event) []byte {
	h := sha256.New()
	for _, field := range []string{
		domain, string(e.PreviousHash), e.TenantID, strconv.FormatInt(e.Sequence, 10), e.ID,
		e.At.UTC().Format(time.RFC3339Nano), e.ApplicationID, e.UserID, e.ActorKind, e.ActorID, e.Action, e.Outcome,
		e.Surface, e.RequestID, e.Source, e.TicketID, e.Detail,
	} {
		n := len(field)
		_, _ = h.Write([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)})
		_, _ = h.Write([]byte(field))
	}
	return h.Sum(nil)
}

// Link puts events at the end of a chain, in their order, and moves that end.
func Link(chain *models.EventChain, events []*models.Event) {
	for _, e := range events {
		e.Sequence, e.PreviousHash = chain.Sequence+1, chain.Head
		e.Hash = Hash(e)
		chain.Sequence, chain.Head = e.Sequence, e.Hash
	}
}

// End is what a seal of a chain's end covers.
func End(c *models.EventChain) []string {
	return []string{c.TenantID, strconv.FormatInt(c.Sequence, 10), string(c.Head)}
}
