package models

import (
	"slices"
	"time"
)

// TryKind is what is tried; each has a row of failures of its own (63B 3.2.2: a bound for
// each account and method).
type TryKind string

// The kinds.
const (
	TryPassword TryKind = "password" // at a login, and as proof of the current one
	TryProof    TryKind = "proof"    // the current password from a live session, once logins are shut
	TryCode     TryKind = "code"     // mailed codes, of tickets and of logins
	TryApp      TryKind = "app"      // codes of the authenticator app
	TryRecovery TryKind = "recovery" // recovery codes
)

// Tries are the tries at one secret of somebody: how many in a row were wrong, and which
// are under way.
type Tries struct {
	Key       []byte    `gorm:"column:tries_key;primaryKey;type:binary(32)"`      // digest of kind and user, or of the name that nobody has
	UserID    string    `gorm:"size:36;not null;index:idx_tries_user,priority:1"` // empty: nobody has that name
	Kind      TryKind   `gorm:"size:16;not null"`
	Wrong     int       `gorm:"not null;index:idx_tries_over,priority:1"` // in a row
	Open      []OpenTry `gorm:"column:open_tries;serializer:json;type:text;not null"`
	WaitUntil *time.Time
	ShutAt    *time.Time `gorm:"index:idx_tries_shut,priority:1"` // when so many were wrong in a row that none is taken any more
	ToldAt    *time.Time `gorm:"index:idx_tries_shut,priority:2"` // when the user was told of that
	Version   int64      `gorm:"not null"`                        // guards every change
	ChangedAt time.Time  `gorm:"not null;index:idx_tries_user,priority:2;index:idx_tries_over,priority:2"`
}

// OpenTry is a try whose result is not known yet. After Until it is taken for lost.
type OpenTry struct {
	ID    string
	Until time.Time
}

// TryLease is how long a try that a crash left open counts.
const TryLease = time.Minute

// TryRule says how many tries there are.
type TryRule struct {
	Free    int           // that may be wrong or open before waiting begins
	First   time.Duration // the first wait; each further one is twice as long
	Longest time.Duration
	Most    int // in a row; 0: no bound
}

// Turn is what becomes of somebody who wants to try.
type Turn int

// The turns.
const (
	TurnTaken Turn = iota // he has a try, which must be settled
	TurnWait              // others have theirs open: when one is settled he may have his
	TurnLater             // too many were wrong, and the wait is not over
	TurnNever             // too many were wrong in a row
)

// TryResult is how a try ended.
type TryResult int

// The results.
const (
	TryUnused TryResult = iota // nothing was looked at
	TryWrong
	TryRight
)

// Never tells whether the secret is not accepted any more; also where the policy was
// tightened since.
func (t *Tries) Never(r TryRule) bool {
	return t.ShutAt != nil || r.Most > 0 && t.Wrong >= r.Most
}

// Take opens a try, if there is one.
func (t *Tries) Take(id string, r TryRule, now time.Time) Turn {
	t.Open = slices.DeleteFunc(t.Open, func(o OpenTry) bool { return !now.Before(o.Until) })
	free := max(1, r.Free-t.Wrong)
	if r.Most > 0 {
		free = min(free, r.Most-t.Wrong)
	}
	switch {
	case t.Never(r):
		return TurnNever
	case t.WaitUntil != nil && now.Before(*t.WaitUntil):
		return TurnLater
	case len(t.Open) >= free:
		return TurnWait
	}
	t.Open = append(t.Open, OpenTry{ID: id, Until: now.Add(TryLease)})
	return TurnTaken
}

// Settle ends a try, and tells whether it was still open. A wrong one counts in any case,
// a right one only then: another may have taken the place of one that was taken for lost.
func (t *Tries) Settle(id string, result TryResult, r TryRule, now time.Time) (open bool) {
	open = slices.ContainsFunc(t.Open, func(o OpenTry) bool { return o.ID == id && now.Before(o.Until) })
	t.Open = slices.DeleteFunc(t.Open, func(o OpenTry) bool { return o.ID == id })
	switch {
	case result == TryWrong:
		t.fail(r, now)
	case result == TryRight && open:
		t.Wrong, t.WaitUntil, t.ShutAt, t.ToldAt = 0, nil, nil, nil
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
	if r.Most > 0 && t.Wrong >= r.Most && t.ShutAt == nil {
		t.ShutAt = &now
	}
}

// Idle tells whether the row says no more than that there is none.
func (t *Tries) Idle() bool { return t.Wrong == 0 && len(t.Open) == 0 }
