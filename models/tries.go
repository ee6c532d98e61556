package models

import (
	"slices"
	"time"
)

// TryKind is the kind of secret that is tried; failures of each kind are counted separately (63B
// 3.2.2: a bound for each account and method).
type TryKind string

// The kinds.
const (
	TryPassword TryKind = "password" // at a login, and as proof of the current one
	TryProof    TryKind = "proof"    // the current password in a live session, when logins are locked
	TryCode     TryKind = "code"     // mailed codes, of tickets and of logins
	TryApp      TryKind = "app"      // codes of the authenticator app
	TryRecovery TryKind = "recovery" // recovery codes
)

// Tries are the tries at one secret of a user: how many in a row were wrong, and which are open.
type Tries struct {
	Key         []byte    `gorm:"column:tries_key;primaryKey;type:binary(32)"`      // digest of the kind and the user, or of a name that no user has
	UserID      string    `gorm:"size:36;not null;index:idx_tries_user,priority:1"` // empty: no user has that name
	Kind        TryKind   `gorm:"size:16;not null"`
	Wrong       int       `gorm:"not null;index:idx_tries_over,priority:1"` // in a row
	Open        []OpenTry `gorm:"column:open_tries;serializer:json;type:text;not null"`
	WaitUntil   *time.Time
	LockedOutAt *time.Time `gorm:"column:shut_at;index:idx_tries_shut,priority:1"` // when the secret was locked after too many wrong tries in a row
	NotifiedAt  *time.Time `gorm:"column:told_at;index:idx_tries_shut,priority:2"` // when the user was notified of that
	Version     int64      `gorm:"not null"`                                       // guards every change
	ChangedAt   time.Time  `gorm:"not null;index:idx_tries_user,priority:2;index:idx_tries_over,priority:2"`
}

// OpenTry is a try whose result is not known yet. After Until it counts as lost.
type OpenTry struct {
	ID    string
	Until time.Time
}

// TryLease is how long a try counts as open if a crash prevents its result.
const TryLease = time.Minute

// TryRule limits the tries.
type TryRule struct {
	Free    int           // tries that may be wrong or open before waiting begins
	First   time.Duration // the first wait; each further one is twice as long
	Longest time.Duration
	Most    int // wrong tries in a row; 0: no limit
}

// Turn is the decision on a new try.
type Turn int

// The turns.
const (
	TurnGranted Turn = iota // the try is open and must be settled
	TurnQueued              // too many are open: possible when one is settled
	TurnDelayed             // too many were wrong, and the wait is not over
	TurnRefused             // too many were wrong in a row
)

// TryResult is how a try ended.
type TryResult int

// The results.
const (
	TryUnused TryResult = iota // no secret was compared
	TryWrong
	TryRight
)

// LockedOut reports whether the secret is no longer accepted. A policy that becomes stricter applies
// to the wrong tries before it.
func (t *Tries) LockedOut(r TryRule) bool {
	return t.LockedOutAt != nil || r.Most > 0 && t.Wrong >= r.Most
}

// Take opens a try, if the rule allows one.
func (t *Tries) Take(id string, r TryRule, now time.Time) Turn {
	t.Open = slices.DeleteFunc(t.Open, func(o OpenTry) bool { return !now.Before(o.Until) })
	free := max(1, r.Free-t.Wrong)
	if r.Most > 0 {
		free = min(free, r.Most-t.Wrong)
	}
	switch {
	case t.LockedOut(r):
		return TurnRefused
	case t.WaitUntil != nil && now.Before(*t.WaitUntil):
		return TurnDelayed
	case len(t.Open) >= free:
		return TurnQueued
	}
	t.Open = append(t.Open, OpenTry{ID: id, Until: now.Add(TryLease)})
	return TurnGranted
}

// Settle ends a try, and reports whether it was still open. A wrong try counts in any case. A right
// one counts only if it was open: another try may have replaced it after it counted as lost.
func (t *Tries) Settle(id string, result TryResult, r TryRule, now time.Time) (open bool) {
	open = slices.ContainsFunc(t.Open, func(o OpenTry) bool { return o.ID == id && now.Before(o.Until) })
	t.Open = slices.DeleteFunc(t.Open, func(o OpenTry) bool { return o.ID == id })
	switch {
	case result == TryWrong:
		t.fail(r, now)
	case result == TryRight && open:
		t.Wrong, t.WaitUntil, t.LockedOutAt, t.NotifiedAt = 0, nil, nil, nil
	}
	return open
}

func (t *Tries) fail(r TryRule, now time.Time) {
	t.Wrong++
	if over := t.Wrong - r.Free; over >= 0 && r.First > 0 {
		wait := r.Longest
		if over < 20 {
			wait = min(r.First<<over, r.Longest)
		}
		until := now.Add(wait)
		t.WaitUntil = &until
	}
	if r.Most > 0 && t.Wrong >= r.Most && t.LockedOutAt == nil {
		t.LockedOutAt = &now
	}
}

// Idle reports whether the row means the same as no row.
func (t *Tries) Idle() bool { return t.Wrong == 0 && len(t.Open) == 0 }
