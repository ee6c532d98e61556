package lifecycle

import (
	"context"
	"errors"
	"fmt"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const tellBatch = 50

// TellOfShut mails the owners of what is not accepted any more after too many wrong tries
// in a row, once, and answers for how many it looked. It is done apart from the try: of
// names that nobody has, nobody is told, and the time of an answer must not say so.
func (c *Core) TellOfShut(ctx context.Context) (int, error) {
	untold, err := c.store.Read(ctx).UntoldTries(tellBatch)
	if err != nil {
		return 0, err
	}
	ctx = caller.Into(ctx, caller.Caller{Kind: caller.System, ID: "tries", Boundary: models.BoundaryPlatform})
	var errs []error
	told := 0
	for i := range untold {
		mine, err := c.tellOwner(ctx, &untold[i])
		if err != nil {
			errs = append(errs, fmt.Errorf("wrong tries at the %s of user %s: %w", untold[i].Kind, untold[i].UserID, err))
		}
		if mine {
			told++
		}
	}
	if told > 0 {
		c.wake()
	}
	return told, errors.Join(errs...)
}

// tellOwner answers false if another server was faster, or the tries were forgiven.
func (c *Core) tellOwner(ctx context.Context, t *models.Tries) (mine bool, err error) {
	err = c.store.InTx(ctx, func(tx *store.Tx) error {
		s, err := c.hold(tx, t.UserID)
		if errors.Is(err, ErrUserNotFound) {
			mine = false
			return nil // deleted in this moment, and the tries with him
		}
		if err != nil {
			return err
		}
		if mine, err = tx.MarkTold(t.Key); err != nil || !mine {
			return err
		}
		to, err := primary(tx.Reader, s.user.ID, models.AddressEmail)
		if errors.Is(err, ErrNoAddress) {
			return nil
		}
		if err != nil {
			return err
		}
		return c.enqueue(tx, s, mail{to: to, template: models.TemplateTriesShut, data: map[string]string{
			"Change": string(t.Kind), "ExpiresAt": until(*t.ShutAt),
		}})
	})
	return mine && err == nil, err
}

// CountShut counts, for the operator's metrics, what TellOfShut mails about: passwords and second
// factors that are not accepted after too many wrong tries in a row.
func (c *Core) CountShut(ctx context.Context) (int64, error) { return c.store.Read(ctx).CountShut() }
