package logins

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
)

// LoginFacts is what is known of the logins of a user.
type LoginFacts struct {
	WrongPasswords int        // since the last right one
	BlockedUntil   *time.Time // no password is accepted until then; nil: one is, unless LockedOut
	LockedOut      bool       // no password is accepted until the user is unlocked or sets a new one
	LastLogin      *time.Time // of the sessions that are still stored; nil: there is none
}

// DescribeLogins describes the logins of users, by their ids. Users outside the caller's scope have no
// entry.
func (uc *UseCases) DescribeLogins(ctx context.Context, userIDs []string) (map[string]LoginFacts, error) {
	rd := uc.store.Read(ctx)
	users, err := rd.ListUserIDs(core.CallerScope(ctx), append([]string{""}, userIDs...), []string{""}, len(userIDs)+1)
	if err != nil || len(users) == 0 {
		return nil, err
	}
	ids := make([]string, len(users))
	for i, u := range users {
		ids[i] = u.ID
	}
	now, err := rd.LeaseTime()
	if err != nil {
		return nil, err
	}
	tries, err := rd.TriesOfAll(models.TryPassword, ids...)
	if err != nil {
		return nil, err
	}
	logins, err := rd.LastSessionsOf(ids...)
	if err != nil {
		return nil, err
	}
	out := make(map[string]LoginFacts, len(ids))
	for _, id := range ids {
		var f LoginFacts
		if t := tries[id]; t != nil {
			f.WrongPasswords, f.LockedOut = t.Wrong, t.LockedOutAt != nil
			if t.WaitUntil != nil && now.Before(*t.WaitUntil) {
				f.BlockedUntil = t.WaitUntil
			}
		}
		if at, ok := logins[id]; ok {
			f.LastLogin = &at
		}
		out[id] = f
	}
	return out, nil
}
