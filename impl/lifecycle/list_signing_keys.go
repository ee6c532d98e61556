package lifecycle

import (
	"context"
	"math"
	"strconv"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// SigningKeyState is what a key is used for.
type SigningKeyState string

// The states.
const (
	SigningKeyNext    SigningKeyState = "next"    // published; signs from a time on
	SigningKeyCurrent SigningKeyState = "current" // signs
	SigningKeyFormer  SigningKeyState = "former"  // verifies what it signed
	SigningKeyRetired SigningKeyState = "retired" // its tokens are refused
)

// FoundSigningKey is a key and its state.
type FoundSigningKey struct {
	Row   *models.SigningKey
	State SigningKeyState
}

// ListSigningKeys lists the keys, the newest first, retired ones too: what they signed in
// the audit trail is verified by them. A page goes on behind a key's sequence.
func (c *Core) ListSigningKeys(ctx context.Context, p Page) ([]FoundSigningKey, bool, error) {
	below := int64(math.MaxInt64)
	if p.After != "" {
		var err error
		if below, err = strconv.ParseInt(p.After, 10, 64); err != nil {
			return nil, false, err
		}
	}
	rd := c.Store.Read(ctx)
	rows, more, err := rd.ListSigningKeys(below, p.Limit)
	if err != nil {
		return nil, false, err
	}
	live, err := rd.SigningKeys()
	if err != nil {
		return nil, false, err
	}
	out := make([]FoundSigningKey, len(rows))
	for i := range rows {
		out[i] = foundSigningKey(rd, &rows[i], live)
	}
	return out, more, nil
}

func foundSigningKey(rd *store.Reader, k *models.SigningKey, live []models.SigningKey) FoundSigningKey {
	current := models.CurrentSigningKey(live, rd.Now)
	out := FoundSigningKey{Row: k, State: SigningKeyFormer}
	switch {
	case k.Retired(rd.Now):
		out.State = SigningKeyRetired
	case k.Waits(rd.Now):
		out.State = SigningKeyNext
	case current != nil && current.ID == k.ID:
		out.State = SigningKeyCurrent
	}
	return out
}
