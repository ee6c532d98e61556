package keys

import (
	"context"
	"math"
	"strconv"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
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

// SigningKey is what may be known of a key; impl/access reads its public half.
type SigningKey struct {
	ID        string
	State     SigningKeyState
	Sequence  int64 // from 1
	CreatedAt time.Time
	SignsFrom time.Time
	RetiredAt *time.Time // from then on its tokens are refused
}

// ListSigningKeys lists the keys, the newest first, retired ones too: what they signed in
// the audit trail is verified by them. A page goes on behind a key's sequence.
func (uc *UseCases) ListSigningKeys(ctx context.Context, p core.Page) ([]SigningKey, bool, error) {
	below := int64(math.MaxInt64)
	if p.After != "" {
		var err error
		if below, err = strconv.ParseInt(p.After, 10, 64); err != nil {
			return nil, false, err
		}
	}
	rd := uc.store.Read(ctx)
	rows, more, err := rd.ListSigningKeys(below, p.Limit)
	if err != nil {
		return nil, false, err
	}
	live, err := rd.SigningKeys()
	if err != nil {
		return nil, false, err
	}
	out := make([]SigningKey, len(rows))
	for i := range rows {
		out[i] = signingKeyOf(rd, &rows[i], live)
	}
	return out, more, nil
}

func signingKeyOf(rd *store.Reader, k *models.SigningKey, live []models.SigningKey) SigningKey {
	current := models.CurrentSigningKey(live, rd.Now)
	out := SigningKey{
		ID: k.ID, State: SigningKeyFormer, Sequence: k.Sequence, CreatedAt: k.CreatedAt, SignsFrom: k.SignsFrom, RetiredAt: k.RetiredAt,
	}
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
