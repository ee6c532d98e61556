package audit

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// The types of what is signed. They keep it apart from every other JWT, and from each other
// (RFC 8725 section 3.11): none is an access token, and no checkpoint lets events be deleted.
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

	// Of an archive alone: with which event it begins, the hash before that, and the SHA-256
	// of its lines.
	First    int64  `json:"first,omitempty"`
	Previous string `json:"previous,omitempty"`
	Digest   string `json:"sha256,omitempty"`
}

// State says the end of a chain, to be signed.
func State(issuer string, at time.Time, c *models.EventChain) ([]byte, error) {
	return json.Marshal(statement{
		Issuer: issuer, IssuedAt: at.Unix(), TenantID: c.TenantID, Sequence: c.Sequence, Head: hex.EncodeToString(c.Head),
	})
}

// States tells whether what was signed says what the checkpoint says.
func States(signed []byte, c *models.Checkpoint) bool {
	var s statement
	if err := json.Unmarshal(signed, &s); err != nil {
		return false
	}
	head, err := hex.DecodeString(s.Head)
	return err == nil && s.TenantID == c.TenantID && s.Sequence == c.Sequence && bytes.Equal(head, c.Head) && s.IssuedAt == c.CreatedAt.Unix()
}

// Part is a part of a chain that is in an archive.
type Part struct {
	TenantID    string
	First, Last int64  // sequences
	Previous    []byte // the hash before the first event
	Head        []byte // the hash of the last one
	Digest      []byte // the SHA-256 of its lines in the file, but for the signature
	At          time.Time
	Signature   string // a compact JWS, which says all of this itself
}

// State says what a part is, to be signed.
func (p *Part) State(issuer string) ([]byte, error) {
	return json.Marshal(statement{
		Issuer: issuer, IssuedAt: p.At.Unix(), TenantID: p.TenantID, Sequence: p.Last, Head: hex.EncodeToString(p.Head),
		First: p.First, Previous: hex.EncodeToString(p.Previous), Digest: hex.EncodeToString(p.Digest),
	})
}

// States tells whether what was signed says what the part is. It takes the time from it.
func (p *Part) States(signed []byte) bool {
	var s statement
	if err := json.Unmarshal(signed, &s); err != nil {
		return false
	}
	p.At = time.Unix(s.IssuedAt, 0).UTC()
	return s.TenantID == p.TenantID && s.First == p.First && s.Sequence == p.Last && s.Previous == hex.EncodeToString(p.Previous) &&
		s.Head == hex.EncodeToString(p.Head) && s.Digest == hex.EncodeToString(p.Digest)
}

// anchorID names the one checkpoint of a chain that says where its archive ends.
const anchorID = "archive:"

// AnchorID is the id of a chain's anchor.
func AnchorID(tenantID string) string { return anchorID + tenantID }

// IsAnchor tells whether a checkpoint is the anchor of its chain: the signed end of what was
// archived, behind which the events in the database begin.
func IsAnchor(c *models.Checkpoint) bool { return c.ID == AnchorID(c.TenantID) }

// Anchor is what stays of a part when its events are gone.
func (p *Part) Anchor() *models.Checkpoint {
	return &models.Checkpoint{
		ID: AnchorID(p.TenantID), TenantID: p.TenantID, Sequence: p.Last, Head: p.Head, CreatedAt: p.At, Signature: p.Signature,
	}
}

// StatesAnchor tells whether what was signed, of an archive, says what the anchor says.
func StatesAnchor(signed []byte, c *models.Checkpoint) bool {
	var s statement
	return States(signed, c) && json.Unmarshal(signed, &s) == nil && s.First > 0 && s.First <= s.Sequence && s.Digest != ""
}

// StatesEvent tells whether what was signed, of a checkpoint, is about an event.
func StatesEvent(signed []byte, e *models.Event) bool {
	var s statement
	return json.Unmarshal(signed, &s) == nil && s.TenantID == e.TenantID && s.Sequence == e.Sequence && s.Head == hex.EncodeToString(e.Hash)
}
