package logins

import "context"

// CountLockouts counts, for the operator's metrics, the passwords and second factors that are no
// longer accepted after too many wrong tries in a row.
func (uc *UseCases) CountLockouts(ctx context.Context) (int64, error) {
	return uc.store.Read(ctx).CountLockouts()
}
