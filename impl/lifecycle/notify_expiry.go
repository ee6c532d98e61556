package lifecycle

import (
	"context"
	"strconv"
	"time"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// NotifyExpiry mails a user when his password expires. The schedule of warnings stays
// as it is.
func (c *Core) NotifyExpiry(ctx context.Context, userID string) error {
	if _, err := c.subject(ctx, userID); err != nil {
		return err
	}
	err := c.commit(ctx, func(tx *store.Tx) error {
		s, err := c.hold(tx, userID)
		if err != nil {
			return err
		}
		switch {
		case s.user.Directory:
			return ErrNoDirectory
		case !s.credential.Present():
			return ErrNoPassword
		case s.credential.Expiry() == nil:
			return ErrNoExpiry
		}
		if err := c.tellOfExpiry(tx, s); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionPasswordExpiryNotice, s.tenant, s.user.ID))
	})
	if err == nil {
		c.wake()
	}
	return err
}

// tellOfExpiry mails when the password expires, and in how many days, to the nearest.
func (c *Core) tellOfExpiry(tx *store.Tx, s *subject) error {
	to, err := primary(tx.Reader, s.user.ID, models.AddressEmail)
	if err != nil {
		return err
	}
	expiry := *s.credential.Expiry()
	left := max(0, expiry.Sub(tx.Now)).Round(24*time.Hour) / (24 * time.Hour)
	data := map[string]string{"ExpiresAt": until(expiry), "Days": strconv.Itoa(int(left))}
	return c.enqueue(tx, s, mail{to: to, template: models.TemplatePasswordExpiry, data: data})
}
