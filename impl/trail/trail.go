// Package trail defines how the events of the audit trail are bound to each other, and what is
// signed about them.
//
// Each tenant has a chain of events, and the platform has one: an event carries its sequence, the
// hash of the event before it and a hash of its own. A checkpoint is a signed statement of a chain's
// end at one time. An archive is a file of the events that were deleted from the database, in parts
// that are signed; an anchor is the checkpoint that stays in the database in place of a deleted part.
// A flaw is the first place at which a chain is not what was written.
//
//	trail.go      the hash of an event, and how events are linked
//	walk.go       checks a chain, event by event
//	statement.go  what checkpoints and archives sign, as the payload of a JWS
//	archive.go    reads and writes the file of an archive
//
// The store links events in the transaction that appends them; the core writes and verifies
// checkpoints and archives. Nothing here needs a store or a key, so that an auditor can verify an
// export with this package alone.
//
// The formats are promises: a chain, a checkpoint or an archive of any earlier version verifies. What
// is hashed or signed must not change, not even in its order; a new field of an event needs a new
// domain. They are written here because no library has this format; the signatures are golang-jwt's
// (package access).
package trail

import (
	"crypto/sha256"
	"strconv"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// domain separates the hash of an event from every other hash.
const domain = "rekey-event-v1"

// ZeroHash is the previous hash of the first event of a chain.
func ZeroHash() []byte { return make([]byte, sha256.Size) }

// Hash computes an event's hash: the SHA-256 of all of its other columns, each preceded by its
// length in four bytes, most significant first. Numbers are in decimal. The time is in UTC and in
// RFC 3339 without trailing zeros, as in exports.
func Hash(e *models.Event) []byte {
	h := sha256.New()
	for _, field := range []string{
		domain, string(e.PreviousHash), e.TenantID, strconv.FormatInt(e.Sequence, 10), e.ID,
		e.At.UTC().Format(time.RFC3339Nano), e.ApplicationID, e.UserID, string(e.ActorKind), e.ActorID, string(e.Action), string(e.Outcome),
		e.Surface, e.RequestID, e.Source, e.TicketID, e.Detail,
	} {
		n := len(field)
		_, _ = h.Write([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)})
		_, _ = h.Write([]byte(field))
	}
	return h.Sum(nil)
}

// Link appends events to a chain, in their order, and moves the chain's end.
func Link(chain *models.EventChain, events []*models.Event) {
	for _, e := range events {
		e.Sequence, e.PreviousHash = chain.Sequence+1, chain.Head
		e.Hash = Hash(e)
		chain.Sequence, chain.Head = e.Sequence, e.Hash
	}
}

// SealedFields are what the seal of a chain's end covers.
func SealedFields(c *models.EventChain) []string {
	return []string{c.TenantID, strconv.FormatInt(c.Sequence, 10), string(c.Head)}
}
