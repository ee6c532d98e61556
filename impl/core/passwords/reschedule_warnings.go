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
	// rescheduleBatch is how many passwords are rescheduled in one transaction.
	rescheduleBatch = 500
	// rescheduleTries: after so many consecutive failures the cause is not the stored data of one
	// tenant.
	rescheduleTries = 100
)

// rescheduleWarnings continues the work that a change of a policy began: existing passwords expire
// on other days now, and their users are warned on other days. It answers how many passwords it
// processed. A tenant that fails does not stop the others.
func (uc *UseCases) rescheduleWarnings(ctx context.Context) (int, error) {
	var failed []string
	var errs []error
	for len(failed) < rescheduleTries {
		id, err := uc.store.Read(ctx).TenantToRewarn(failed...)
		if err != nil || id == "" {
			return 0, joinErrors(append([]error{err}, errs...))
		}
		processed, err := uc.rescheduleTenant(ctx, id)
		if err == nil {
			return processed, joinErrors(errs)
		}
		failed, errs = append(failed, id), append(errs, fmt.Errorf("warnings of tenant %s: %w", id, err))
	}
	return 0, joinErrors(errs)
}

func (uc *UseCases) rescheduleTenant(ctx context.Context, id string) (processed int, err error) {
	err = uc.store.InTx(ctx, func(tx *store.Tx) (err error) {
		processed, err = rescheduleBatchOf(tx, id)
		return err
	})
	if errors.Is(err, store.ErrNotFound) { // deleted in the meantime
		return 0, nil
	}
	return processed, err
}

// rescheduleBatchOf locks the row of the tenant: the policy must not change, and no other worker may
// begin, between reading and writing.
func rescheduleBatchOf(tx *store.Tx, tenantID string) (int, error) {
	t, after, err := tx.LockAndFindTenant(tenantID)
	if err != nil || after == nil {
		return 0, err
	}
	rows, rest, err := tx.CredentialsAfter(t.ID, *after, rescheduleBatch)
	if err != nil {
		return 0, err
	}
	rules := t.Settings.Password
	for i := range rows {
		row := &rows[i]
		if row.ExpiresAt != nil { // a rule does not move a date that a caller chose
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

// overdueOrNext is core.NextWarning for a password that had other rules before. If one of the new
// days has passed already, the user is warned soon, in time to change the password. A further change
// of the rules does not postpone this warning.
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
