package restore

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RetireSigningKeys retires every signing key; the next signature makes a new one. What the keys
// signed in the audit trail stays verifiable.
func (uc *UseCases) RetireSigningKeys(ctx context.Context) (retired int, err error) {
	if err := authorize(ctx); err != nil {
		return 0, err
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		retired = 0
		live, err := tx.SigningKeys()
		if err != nil {
			return err
		}
		for i := range live {
			mine, err := tx.RetireSigningKey(live[i].ID)
			if err != nil {
				return err
			}
			if !mine {
				continue
			}
			retired++
			e := core.NewEvent(ctx, models.ActionSigningKeyRetire, nil, "")
			e.Detail = live[i].ID
			if err := tx.AppendEvent(e); err != nil {
				return err
			}
		}
		return nil
	})
	uc.rereadSigningKeys()
	return retired, err
}
