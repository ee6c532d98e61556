package restore

import "context"

// EndCodes ends a batch of codes that logins and sessions wait for.
func (uc *UseCases) EndCodes(ctx context.Context) (ended int, more bool, err error) {
	if err := authorize(ctx); err != nil {
		return 0, false, err
	}
	ended, err = uc.store.Write(ctx).EndChallenges(rowsAtATime)
	return ended, ended == rowsAtATime, err
}
