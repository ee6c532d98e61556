package lifecycle

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// rewarnBatch is how many passwords get the warnings of a new policy in one transaction.
const rewarnBatch = 500

// rescheduleWarnings goes on with what a change of a policy began: the passwords that were
// there before expire on other days now, and their owners are told on others. It answers
// for how many it looked.
func (c *Core) rescheduleWarnings(ctx context.Context) (int, error) {
	id, err := c.Store.Read(ctx).TenantToRewarn()
	if err != nil || id == "" {
		return 0, err
	}
	looked := 0
	err = c.Store.InTx(ctx, func(tx *store.Tx) (err error) {
		looked, err = rewarn(tx, id)
		return err
	})
	if errors.Is(err, store.ErrNotFound) { // deleted in the meantime
		return 0, nil
	}
	return looked, err
}

// rewarn holds the tenant, since the policy must not change, or another worker begin,
// between what is read and what is written.
func rewarn(tx *store.Tx, tenantID string) (int, error) {
	t, after, err := tx.HeldTenant(tenantID)
	if err != nil || after == nil {
		return 0, err
	}
	rows, err := tx.CredentialsAfter(t.ID, *after, rewarnBatch)
	if err != nil {
		return 0, err
	}
	rules := t.Settings.Password
	for i := range rows {
		row := &rows[i]
		if row.ExpiresAt != nil { // no rule moves a date that somebody chose
			continue
		}
		row.LifetimeDays = rules.LifetimeDays
		if next := overdueOrNext(rules.WarnDays, row, tx.Now); !sameTime(next, row.WarnAt) {
			if err := tx.SetWarning(row, next); err != nil {
				return 0, err
			}
		}
	}
	var rest *string
	if len(rows) == rewarnBatch {
		rest = &rows[len(rows)-1].UserID
	}
	return max(1, len(rows)), tx.RewarnedUntil(t.ID, rest)
}

// overdueOrNext is nextWarning for a password that was under other rules before: if a day
// of the new ones has passed already, the user is told of it soon.
func overdueOrNext(days []int, c *models.Credential, now time.Time) *time.Time {
	expiry := c.Expiry()
	if expiry == nil || c.Expired(now) {
		return nil
	}
	for _, d := range days {
		if !now.Before(expiry.AddDate(0, 0, -d)) {
			soon := now.Add(partOfSpread(c.UserID))
			return &soon
		}
	}
	return nextWarning(days, c.UserID, expiry, now)
}

func sameTime(a, b *time.Time) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Equal(*b)
}
