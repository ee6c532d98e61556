package accounts

import (
	"fmt"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
)

// importSkew is how far the clocks of two installations may differ.
const importSkew = 24 * time.Hour

// firstTime is the first one that MySQL keeps for sure (DATETIME, "1000-01-01" on). What
// lies before it is how some systems write that there is none.
var firstTime = time.Date(1000, 1, 1, 0, 0, 0, 0, time.UTC)

// checkTimes refuses times of a line that cannot be. A password that was changed in the far
// future would never expire, or at a time that no database can write.
func checkTimes(in ImportUser, now time.Time) error {
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
		if err := between(t.field, t.at, t.last, t.why); err != nil {
			return err
		}
	}
	for i := range in.Former {
		if err := between("setAt", &in.Former[i].SetAt, past, future); err != nil {
			return err
		}
	}
	if in.App == nil {
		return nil
	}
	return between("confirmedAt", &in.App.ConfirmedAt, past, future)
}

func between(field string, at *time.Time, last time.Time, why string) error {
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
