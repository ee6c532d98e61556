package trail

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// The types of signed statements. A type of its own separates each from every other JWT (RFC 8725
// section 3.11): no statement is an access token, and no checkpoint allows events to be deleted.
const (
	CheckpointType = "rekey-checkpoint+jwt"
	ArchiveType    = "rekey-archive+jwt"
)

// statement is what a checkpoint signs: the payload of its JWS.
type statement struct {
	Issuer   string `json:"iss"`
	IssuedAt int64  `json:"iat"`
	TenantID string `json:"tenantId"` // empty: the platform's chain
	Sequence int64  `json:"sequence"`
	Head     string `json:"head"` // hexadecimal

	// Only a part of an archive has these: the sequence of its first event, the hash before that
	// event, and the SHA-256 of its lines.
	First    int64  `json:"first,omitempty"`
	Previous string `json:"previous,omitempty"`
	Digest   string `json:"sha256,omitempty"`
}

// CheckpointStatement is the statement of a chain's end that a checkpoint signs.
func CheckpointStatement(issuer string, at time.Time, c *models.EventChain) ([]byte, error) {
	return json.Marshal(statement{
		Issuer: issuer, IssuedAt: at.Unix(), TenantID: c.TenantID, Sequence: c.Sequence, Head: hex.EncodeToString(c.Head),
	})
}

// MatchesCheckpoint tells whether a signed statement is that of a checkpoint.
func MatchesCheckpoint(signed []byte, c *models.Checkpoint) bool {
	var s statement
	if err := json.Unmarshal(signed, &s); err != nil {
		return false
	}
	head, err := hex.DecodeString(s.Head)
	return err == nil && s.TenantID == c.TenantID && s.Sequence == c.Sequence && bytes.Equal(head, c.Head) && s.IssuedAt == c.CreatedAt.Unix()
}

// Part is a section of a chain in an archive.
type Part struct {
	TenantID    string
	First, Last int64  // sequences
	Previous    []byte // the hash before the first event
	Head        []byte // the hash of the last one
	Digest      []byte // the SHA-256 of its lines in the file, without the signature
	At          time.Time
	Signature   string // a compact JWS, whose statement has all of this
}

// Statement is the statement of a part that its signature covers.
func (p *Part) Statement(issuer string) ([]byte, error) {
	return json.Marshal(statement{
		Issuer: issuer, IssuedAt: p.At.Unix(), TenantID: p.TenantID, Sequence: p.Last, Head: hex.EncodeToString(p.Head),
		First: p.First, Previous: hex.EncodeToString(p.Previous), Digest: hex.EncodeToString(p.Digest),
	})
}

// Matches tells whether a signed statement is that of the part, and takes the part's time from it.
func (p *Part) Matches(signed []byte) bool {
	var s statement
	if err := json.Unmarshal(signed, &s); err != nil {
		return false
	}
	p.At = time.Unix(s.IssuedAt, 0).UTC()
	return s.TenantID == p.TenantID && s.First == p.First && s.Sequence == p.Last && s.Previous == hex.EncodeToString(p.Previous) &&
		s.Head == hex.EncodeToString(p.Head) && s.Digest == hex.EncodeToString(p.Digest)
}

// anchorID begins the id of a chain's anchor; a chain has one.
const anchorID = "archive:"

// AnchorID is the id of a chain's anchor.
func AnchorID(tenantID string) string { return anchorID + tenantID }

// IsAnchor tells whether a checkpoint is the anchor of its chain: the signed end of its archive,
// after which the events in the database begin.
func IsAnchor(c *models.Checkpoint) bool { return c.ID == AnchorID(c.TenantID) }

// Anchor is the checkpoint that stays of a part after its events were deleted.
func (p *Part) Anchor() *models.Checkpoint {
	return &models.Checkpoint{
		ID: AnchorID(p.TenantID), TenantID: p.TenantID, Sequence: p.Last, Head: p.Head, CreatedAt: p.At, Signature: p.Signature,
	}
}

// MatchesAnchor tells whether the signed statement of an archive is that of an anchor.
func MatchesAnchor(signed []byte, c *models.Checkpoint) bool {
	var s statement
	return MatchesCheckpoint(signed, c) && json.Unmarshal(signed, &s) == nil && s.First > 0 && s.First <= s.Sequence && s.Digest != ""
}

// MatchesEvent tells whether the signed statement of a checkpoint is about an event.
func MatchesEvent(signed []byte, e *models.Event) bool {
	var s statement
	return json.Unmarshal(signed, &s) == nil && s.TenantID == e.TenantID && s.Sequence == e.Sequence && s.Head == hex.EncodeToString(e.Hash)
}
