package audit

import (
	"context"
	"time"
)

// PastTime is the earlier one of this machine's time and the database's. What is old by it is
// old for both: a clock that is ahead makes no event old.
func (uc *UseCases) PastTime(ctx context.Context) (time.Time, error) {
	past, err := uc.store.Past(ctx)
	if err != nil {
		return time.Time{}, err
	}
	return past.Now, nil
}
