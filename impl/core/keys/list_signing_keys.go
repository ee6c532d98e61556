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

// SigningKeyState says how a signing key is used now.
type SigningKeyState string

// The states of a signing key.
const (
	SigningKeyNext    SigningKeyState = "next"    // is published, and will sign later
	SigningKeyCurrent SigningKeyState = "current" // signs now
	SigningKeyFormer  SigningKeyState = "former"  // only verifies what it signed
	SigningKeyRetired SigningKeyState = "retired" // its tokens are refused
)

// SigningKey describes a signing key without its key material; impl/access reads the public part.
type SigningKey struct {
	ID        string
	State     SigningKeyState
	Sequence  int64 // from 1
	CreatedAt time.Time
	SignsFrom time.Time
	RetiredAt *time.Time // from this time, its tokens are refused
}

// ListSigningKeys lists the signing keys, the newest first. Retired keys are included, because
// they verify what they signed in the audit trail. A page starts after a key's sequence.
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
