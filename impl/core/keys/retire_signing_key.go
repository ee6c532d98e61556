package keys

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RetireSigningKey ends a key immediately and finally. This server refuses its tokens at once, and
// other servers refuse them within a minute. What the key signed in the audit trail stays
// verifiable. The key that signs now cannot be retired until another key signs. For a retired key,
// nothing changes.
func (uc *UseCases) RetireSigningKey(ctx context.Context, id string) (*SigningKey, error) {
	var out SigningKey
	err := uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		row, err := tx.FindSigningKey(id)
		if errors.Is(err, store.ErrNotFound) {
			return core.ErrSigningKeyNotFound
		}
		if err != nil {
			return err
		}
		live, err := tx.SigningKeys()
		if err != nil {
			return err
		}
		current := models.CurrentSigningKey(live, tx.Now)
		if current != nil && current.ID == id {
			return core.ErrSigningKeySigns
		}
		if row.Retired(tx.Now) {
			out = signingKeyOf(tx.Reader, row, live)
			return nil
		}
		if row.Waits(tx.Now) {
			_, err = retireNextKeys(tx, live)
		} else {
			_, err = tx.RetireSigningKey(id)
		}
		if err != nil {
			return err
		}
		row.RetiredAt = &tx.Now
		out = signingKeyOf(tx.Reader, row, live)
		e := core.NewEvent(ctx, models.ActionSigningKeyRetire, nil, "")
		e.Detail = id
		return tx.AppendEvent(e)
	})
	if err != nil {
		return nil, err
	}
	uc.rereadSigningKeys()
	return &out, nil
}
