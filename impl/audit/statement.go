package audit

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// statement is what a checkpoint signs: the payload of its JWS.
type statement struct {
	Issuer   string `json:"iss"`
	IssuedAt int64  `json:"iat"`
	TenantID string `json:"tenantId"` // empty: the platform's chain
	Sequence int64  `json:"sequence"`
	Head     string `json:"head"` // hexadecimal
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
