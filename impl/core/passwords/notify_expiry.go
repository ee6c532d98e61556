package passwords

import (
	"context"
	"strconv"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// NotifyExpiry mails the user the date on which the password expires. The schedule of
// warnings does not change.
func (uc *UseCases) NotifyExpiry(ctx context.Context, userID string) error {
	if _, err := uc.kernel.AuthorizeUser(ctx, userID); err != nil {
		return err
	}
	err := uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		s, err := uc.kernel.LockUserRow(tx, userID)
		if err != nil {
			return err
		}
		switch {
		case s.User.Directory:
			return core.ErrNoDirectory
		case !s.Credential.Present():
			return core.ErrNoPassword
		case s.Credential.Expiry() == nil:
			return core.ErrNoExpiry
		}
		if err := uc.mailExpiry(tx, s); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionPasswordExpiryNotice, s.Tenant, s.User.ID))
	})
	if err == nil {
		uc.wake()
	}
	return err
}

// mailExpiry mails when the password expires, and in how many days, rounded.
func (uc *UseCases) mailExpiry(tx *store.Tx, s *core.Subject) error {
	to, err := core.PrimaryAddress(tx.Reader, s.User.ID, models.AddressEmail)
	if err != nil {
		return err
	}
	expiry := *s.Credential.Expiry()
	left := max(0, expiry.Sub(tx.Now)).Round(24*time.Hour) / (24 * time.Hour)
	data := map[string]string{"ExpiresAt": core.FormatTime(expiry), "Days": strconv.Itoa(int(left))}
	return uc.kernel.EnqueueMail(tx, s, core.Mail{To: to, Template: models.TemplatePasswordExpiry, Data: data})
}
