package accounts

import (
	"fmt"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
)

// importSkew is the accepted difference between the clocks of two installations.
const importSkew = 24 * time.Hour

// firstTime is the earliest time that MySQL supports (DATETIME begins at "1000-01-01"). Some
// systems write an earlier time for a missing one.
var firstTime = time.Date(1000, 1, 1, 0, 0, 0, 0, time.UTC)

// checkImportTimes refuses impossible times. A password that was changed in the far future
// would never expire, or would expire at a time that no database can store.
func checkImportTimes(in ImportUser, now time.Time) error {
	past, ahead := now.Add(importSkew), now.AddDate(0, 0, core.MaxExpiryDays).Add(importSkew)
	const future, far = "lies in the future", "lies more than 36,500 days ahead"
	for _, t := range []struct {
		field string
		at    *time.Time
		last  time.Time
		why   string
	}{
		{"passwordChangedAt", in.ChangedAt, past, future},
		{"temporaryUsedAt", in.UsedAt, past, future},
		{"passwordExpiresAt", in.ExpiresAt, ahead, far},
		{"passwordWarnAt", in.WarnAt, ahead, far},
	} {
		if err := checkTime(t.field, t.at, t.last, t.why); err != nil {
			return err
		}
	}
	for i := range in.Former {
		if err := checkTime("setAt", &in.Former[i].SetAt, past, future); err != nil {
			return err
		}
	}
	if in.App == nil {
		return nil
	}
	return checkTime("confirmedAt", &in.App.ConfirmedAt, past, future)
}

func checkTime(field string, at *time.Time, last time.Time, why string) error {
	switch {
	case at == nil:
		return nil
	case at.Before(firstTime):
		why = "lies before the year 1000"
	case !at.After(last):
		return nil
	}
	return core.ErrUser.Because(fmt.Errorf("accounts: %s %s", field, why))
}
