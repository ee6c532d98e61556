package passwords

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const (
	// rewarnBatch is how many passwords get the warnings of a new policy in one transaction.
	rewarnBatch = 500
	// rewarnTries: where so many tenants fail one after the other, it is not for what is
	// stored of one of them.
	rewarnTries = 100
)

// rescheduleWarnings goes on with what a change of a policy began: the passwords that were
// there before expire on other days now, and their owners are told on others. It answers
// for how many it looked. A tenant that fails keeps no other from its turn.
func (uc *UseCases) rescheduleWarnings(ctx context.Context) (int, error) {
	var failed []string
	var errs []error
	for len(failed) < rewarnTries {
		id, err := uc.store.Read(ctx).TenantToRewarn(failed...)
		if err != nil || id == "" {
			return 0, joined(append([]error{err}, errs...))
		}
		looked, err := uc.rescheduleTenant(ctx, id)
		if err == nil {
			return looked, joined(errs)
		}
		failed, errs = append(failed, id), append(errs, fmt.Errorf("warnings of tenant %s: %w", id, err))
	}
	return 0, joined(errs)
}

func (uc *UseCases) rescheduleTenant(ctx context.Context, id string) (looked int, err error) {
	err = uc.store.InTx(ctx, func(tx *store.Tx) (err error) {
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
	rows, rest, err := tx.CredentialsAfter(t.ID, *after, rewarnBatch)
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
	return max(1, len(rows)), tx.RewarnedUntil(t.ID, rest)
}

// overdueOrNext is nextWarning for a password that was under other rules before: if a day
// of the new ones has passed already, the user is told of it soon, and in time to change it.
// No further change of the rules postpones that.
func overdueOrNext(days []int, c *models.Credential, now time.Time) *time.Time {
	expiry := c.Expiry()
	if expiry == nil || c.Expired(now) {
		return nil
	}
	for _, d := range days {
		if !now.Before(expiry.AddDate(0, 0, -d)) {
			soon := now.Add(core.SpreadDelay(min(core.WarnSpread, expiry.Sub(now)/2), c.UserID))
			if c.WarnAt != nil && c.WarnAt.Before(soon) {
				return c.WarnAt
			}
			return &soon
		}
	}
	return core.NextWarning(days, c.UserID, expiry, now)
}

func sameTime(a, b *time.Time) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Equal(*b)
}
