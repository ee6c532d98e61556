package logins

import (
	"context"
	"errors"
	"fmt"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const tellBatch = 50

// NotifyThrottledLogins mails the owners of what is not accepted any more after too many wrong tries
// in a row, once, and answers for how many it looked. It is done apart from the try: of
// names that nobody has, nobody is told, and the time of an answer must not say so.
func (uc *UseCases) NotifyThrottledLogins(ctx context.Context) (int, error) {
	untold, err := uc.store.Read(ctx).LockoutsToNotify(tellBatch)
	if err != nil {
		return 0, err
	}
	ctx = caller.Into(ctx, caller.Caller{Kind: caller.System, ID: "tries", Boundary: models.BoundaryPlatform})
	var errs []error
	told := 0
	for i := range untold {
		mine, err := uc.tellOwner(ctx, &untold[i])
		if err != nil {
			errs = append(errs, fmt.Errorf("wrong tries at the %s of user %s: %w", untold[i].Kind, untold[i].UserID, err))
		}
		if mine {
			told++
		}
	}
	if told > 0 {
		uc.wake()
	}
	return told, errors.Join(errs...)
}

// tellOwner answers false if another server was faster, or the tries were forgiven.
func (uc *UseCases) tellOwner(ctx context.Context, t *models.Tries) (mine bool, err error) {
	err = uc.store.InTx(ctx, func(tx *store.Tx) error {
		s, err := uc.kernel.HoldUser(tx, t.UserID)
		if errors.Is(err, core.ErrUserNotFound) {
			mine = false
			return nil // deleted in this moment, and the tries with him
		}
		if err != nil {
			return err
		}
		if mine, err = tx.MarkLockoutNotified(t.Key); err != nil || !mine {
			return err
		}
		to, err := core.PrimaryAddress(tx.Reader, s.User.ID, models.AddressEmail)
		if errors.Is(err, core.ErrNoAddress) {
			return nil
		}
		if err != nil {
			return err
		}
		return uc.kernel.EnqueueMail(tx, s, core.Mail{To: to, Template: models.TemplateLockedOut, Data: map[string]string{
			"Change": string(t.Kind), "ExpiresAt": core.FormatTime(*t.LockedOutAt),
		}})
	})
	return mine && err == nil, err
}
