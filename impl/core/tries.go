package core

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// maxConsecutive bounds the wrong tries in a row at a password (63B 3.2.2: at most 100).
// No window ends after which the count starts again.
const maxConsecutive = 100

// settleWithin is how long it may take to settle a try, even if the client has disconnected, and how
// long after the deadline of the request.
const settleWithin = 5 * time.Second

// TryCounter counts the tries at a secret that can be guessed, under a rule.
type TryCounter struct {
	row  models.Tries // identifies the counter; the counts are in the store
	rule models.TryRule
	// admit is called when the turn of a try comes, before anything is written; nil: every try is admitted.
	admit func() error
}

func newTryCounter(userID string, kind models.TryKind, rule models.TryRule) TryCounter {
	return TryCounter{row: models.Tries{Key: secret.Sum("tries", string(kind), userID).Bytes(), UserID: userID, Kind: kind}, rule: rule}
}

// OpenTry is a try that began and is not settled. It must be settled in every case, by AcceptTry,
// RejectTry or CancelTry, even if the client has disconnected.
type OpenTry struct {
	TryCounter
	id    string
	until time.Time // after this time it counts as lost
}

var errLateResult = errors.New("core: the try counted as lost before its result was known")

// BeginTry begins a try, in a transaction of its own. While only open tries block it, it waits for its
// turn, up to a limit. If no try is allowed, it returns nil, and the turn gives the reason.
func (k *Kernel) BeginTry(ctx context.Context, counter TryCounter) (try *OpenTry, turn models.Turn, waited bool, err error) {
	try = &OpenTry{TryCounter: counter, id: secret.NewID()}
	asked := false // the store, which may have begun the try even if it returned an error
	waited, err = k.queues.await(ctx, string(counter.row.Key), func() (bool, error) {
		if counter.admit != nil {
			if err := counter.admit(); err != nil {
				return false, err
			}
		}
		asked = true
		// The context of the request must not cancel the statement: the database might still
		// execute it after the try was cancelled below.
		ctx, cancel := SettlementContext(ctx)
		defer cancel()
		err := k.store.ChangeTries(ctx, counter.row, func(t *models.Tries, now time.Time) bool {
			turn, try.until = t.Take(try.id, counter.rule, now), now.Add(models.TryLease)
			return turn == models.TurnGranted
		})
		return turn != models.TurnQueued, err
	})
	if err != nil && asked {
		return nil, turn, waited, errors.Join(err, k.CancelTry(ctx, try))
	}
	if err != nil {
		return nil, turn, waited, err
	}
	if turn != models.TurnGranted {
		return nil, turn, waited, nil
	}
	return try, turn, waited, nil
}

// SettlementContext is the context in which a try is settled: it does not end with the request. All
// tries of a request are settled within the same limit.
func SettlementContext(ctx context.Context) (context.Context, context.CancelFunc) {
	within := settleWithin
	if end, ok := ctx.Deadline(); ok {
		within = min(within, time.Until(end)+settleWithin)
	}
	return context.WithTimeout(context.WithoutCancel(ctx), within)
}

// CancelTry settles a try without a result: it does not count.
func (k *Kernel) CancelTry(ctx context.Context, try *OpenTry) error {
	_, err := k.settleTry(ctx, try, models.TryUnused)
	return err
}

// AcceptTry settles a try with the right secret, which clears the failures in a row.
func (k *Kernel) AcceptTry(ctx context.Context, try *OpenTry) error {
	lost, err := k.settleTry(ctx, try, models.TryRight)
	if err == nil && lost {
		return fault.ErrUnavailable.Because(errLateResult)
	}
	return err
}

// RejectTry settles a try with a wrong secret. The same transaction records the event, the lockout if
// this was the last try, and carries out the further steps.
func (k *Kernel) RejectTry(ctx context.Context, try *OpenTry, e *models.Event, steps ...func(context.Context, *store.Tx) error) error {
	ctx, cancel := SettlementContext(ctx)
	defer cancel()
	defer k.queues.signal(string(try.row.Key))
	e.Outcome = models.OutcomeRefused
	return k.store.InTx(ctx, func(tx *store.Tx) error {
		locked := false
		err := tx.ChangeTries(try.row, func(t *models.Tries, now time.Time) bool {
			before := t.LockedOutAt
			t.Settle(try.id, models.TryWrong, try.rule, now)
			locked = before == nil && t.LockedOutAt != nil
			return t.Version > 0 // otherwise the user was deleted in the meantime
		})
		if err != nil {
			return err
		}
		if err := tx.AppendEvent(e); err != nil {
			return err
		}
		if locked {
			last := *e
			last.Action, last.Outcome, last.TicketID = try.row.Kind.LockoutAction(), models.OutcomeDone, ""
			if err := tx.AppendEvent(&last); err != nil {
				return err
			}
		}
		for _, step := range steps {
			if err := step(ctx, tx); err != nil {
				return err
			}
		}
		return nil
	})
}

// settleTry settles a try, and reports whether it counted as lost before. Before its time is over,
// only the success of another try or an unlock ends a try.
func (k *Kernel) settleTry(ctx context.Context, try *OpenTry, result models.TryResult) (lost bool, err error) {
	ctx, cancel := SettlementContext(ctx)
	defer cancel()
	defer k.queues.signal(string(try.row.Key))
	err = k.store.ChangeTries(ctx, try.row, func(t *models.Tries, now time.Time) bool {
		open := t.Settle(try.id, result, try.rule, now)
		lost = !open && !now.Before(try.until)
		return open
	})
	return lost, err
}

// passwordTryCounter is the counter of the account, whichever name was typed, or of the typed name if
// no account has it. Both behave in the same way, so that the limit does not reveal which names exist.
func (k *Kernel) passwordTryCounter(a PasswordAttempt) TryCounter {
	rule := passwordRule(a.Tenant)
	if a.Subject != nil {
		return newTryCounter(a.Subject.User.ID, models.TryPassword, rule)
	}
	name := k.keyring.MAC("nobody", a.Tenant.ID, a.Typed)
	return TryCounter{row: models.Tries{Key: secret.Sum("tries", "nobody", string(name.Bytes())).Bytes(), Kind: models.TryPassword}, rule: rule}
}

func passwordRule(t *models.Tenant) models.TryRule {
	set := t.Settings.Sessions
	return models.TryRule{
		Free: set.LoginFailures, First: time.Duration(set.BackoffSeconds) * time.Second,
		Longest: time.Duration(set.BackoffMaxSecs) * time.Second, Most: maxConsecutive,
	}
}

// CodeTryCounter counts the tries at mailed codes, over all codes of a user.
func CodeTryCounter(t *models.Tenant, userID string) TryCounter {
	n := t.Settings.Tickets.AccountTries
	return newTryCounter(userID, models.TryCode, models.TryRule{Free: n, Most: n})
}

// After the free tries at an app's codes, each further try waits.
const (
	freeFactorTries = 5
	factorBackoff   = 5 * time.Minute
)

// factorTryCounter counts the tries at an app's codes or at recovery codes. A recovery code cannot be
// guessed: its tries are slowed down but never end, so that the user can log in after the tries at the
// app are used up.
func factorTryCounter(s *Subject, recovery bool) TryCounter {
	rule := models.TryRule{Free: freeFactorTries, First: factorBackoff, Longest: factorBackoff}
	if recovery {
		return newTryCounter(s.User.ID, models.TryRecovery, rule)
	}
	rule.Most = s.Tenant.Settings.Tickets.AccountTries
	return newTryCounter(s.User.ID, models.TryApp, rule)
}

// triesClearedByPassword are the counters that a change of the password clears (D11). It does not clear
// the tries at the app: an attacker who reads the mailbox could guess the app's codes without limit.
var triesClearedByPassword = []models.TryKind{models.TryPassword, models.TryProof, models.TryCode}

// TriesClearedByFactor are the counters that a proven second factor clears, and its removal.
var TriesClearedByFactor = []models.TryKind{models.TryCode, models.TryApp, models.TryRecovery}

// clearAllTries clears every counter, when an administrator unlocks the user.
func clearAllTries(tx *store.Tx, userID string) error {
	return tx.ClearTries(userID, models.TryPassword, models.TryProof, models.TryCode, models.TryApp, models.TryRecovery)
}
