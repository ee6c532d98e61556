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
// There is no window after which they begin anew.
const maxConsecutive = 100

// settleWithin is how long a try may take to be settled, whether or not its caller waits,
// and how much later than its request it may be.
const settleWithin = 5 * time.Second

// TryCounter is a secret that can be guessed, and how often.
type TryCounter struct {
	row  models.Tries // which; what it counts is in the store
	rule models.TryRule
}

func newTryCounter(userID string, kind models.TryKind, rule models.TryRule) TryCounter {
	return TryCounter{models.Tries{Key: secret.Sum("tries", string(kind), userID).Bytes(), UserID: userID, Kind: kind}, rule}
}

// OpenTry is a try that was taken, and must be settled in every ending: by wrong, right or
// giveBack. Its caller may be gone by then.
type OpenTry struct {
	TryCounter
	id    string
	until time.Time // then it is taken for lost
}

var errLateResult = errors.New("core: the try was taken for lost before its result came")

// BeginTry opens a try, in a statement that commits by itself. Where only open tries stand in
// the way it waits for its turn, bounded. Without a try the turn says why.
func (k *Kernel) BeginTry(ctx context.Context, of TryCounter) (try *OpenTry, turn models.Turn, waited bool, err error) {
	try = &OpenTry{TryCounter: of, id: secret.NewID()}
	waited, err = k.turns.inTurn(ctx, string(of.row.Key), func() (bool, error) {
		// Not the caller's end: a statement that is cut off on its way may be carried out
		// after the try was given back.
		ctx, cancel := SettlementContext(ctx)
		defer cancel()
		err := k.store.ChangeTries(ctx, of.row, func(t *models.Tries, now time.Time) bool {
			turn, try.until = t.Take(try.id, of.rule, now), now.Add(models.TryLease)
			return turn == models.TurnGranted
		})
		return turn != models.TurnQueued, err
	})
	if err != nil {
		return nil, turn, waited, errors.Join(err, k.CancelTry(ctx, try)) // it may be taken all the same
	}
	if turn != models.TurnGranted {
		return nil, turn, waited, nil
	}
	return try, turn, waited, nil
}

// SettlementContext is the context in which a try is settled: the caller's, without his end. All
// that a request settles has the same end, however much of it there is.
func SettlementContext(ctx context.Context) (context.Context, context.CancelFunc) {
	within := settleWithin
	if end, ok := ctx.Deadline(); ok {
		within = min(within, time.Until(end)+settleWithin)
	}
	return context.WithTimeout(context.WithoutCancel(ctx), within)
}

// CancelTry settles a try of which nothing was looked at.
func (k *Kernel) CancelTry(ctx context.Context, try *OpenTry) error {
	_, err := k.settleTry(ctx, try, models.TryUnused)
	return err
}

// AcceptTry settles a try at which the secret was shown, which ends the row of failures.
func (k *Kernel) AcceptTry(ctx context.Context, try *OpenTry) error {
	lost, err := k.settleTry(ctx, try, models.TryRight)
	if err == nil && lost {
		return fault.ErrUnavailable.Because(errLateResult)
	}
	return err
}

// settleTry ends a try, and tells whether it was taken for lost before. Before its time is
// over only a success of another, which ends the row, or an unlock ends a try.
func (k *Kernel) settleTry(ctx context.Context, try *OpenTry, result models.TryResult) (lost bool, err error) {
	ctx, cancel := SettlementContext(ctx)
	defer cancel()
	defer k.turns.settled(string(try.row.Key))
	err = k.store.ChangeTries(ctx, try.row, func(t *models.Tries, now time.Time) bool {
		open := t.Settle(try.id, result, try.rule, now)
		lost = !open && !now.Before(try.until)
		return open
	})
	return lost, err
}

// RejectTry settles a try at which something else was shown, together with what the trail
// tells of it and what else it means.
func (k *Kernel) RejectTry(ctx context.Context, try *OpenTry, e *models.Event, also ...func(context.Context, *store.Tx) error) error {
	ctx, cancel := SettlementContext(ctx)
	defer cancel()
	defer k.turns.settled(string(try.row.Key))
	e.Outcome = models.OutcomeRefused
	return k.store.InTx(ctx, func(tx *store.Tx) error {
		shut := false
		err := tx.ChangeTries(try.row, func(t *models.Tries, now time.Time) bool {
			before := t.LockedOutAt
			t.Settle(try.id, models.TryWrong, try.rule, now)
			shut = before == nil && t.LockedOutAt != nil
			return t.Version > 0 // else its user was deleted meanwhile
		})
		if err != nil {
			return err
		}
		if err := tx.AppendEvent(e); err != nil {
			return err
		}
		if shut {
			last := *e
			last.Action, last.Outcome, last.TicketID = try.row.Kind.LockoutAction(), models.OutcomeDone, ""
			if err := tx.AppendEvent(&last); err != nil {
				return err
			}
		}
		for _, do := range also {
			if err := do(ctx, tx); err != nil {
				return err
			}
		}
		return nil
	})
}

// passwordTryCounter count on the account, however it was named, or on what was typed if there
// is none. Both behave alike, so the limiter tells nothing.
func (k *Kernel) passwordTryCounter(a PasswordAttempt) TryCounter {
	rule := passwordRule(a.Tenant)
	if a.Subject != nil {
		return newTryCounter(a.Subject.User.ID, models.TryPassword, rule)
	}
	name := k.keyring.MAC("nobody", a.Tenant.ID, a.Typed)
	return TryCounter{models.Tries{Key: secret.Sum("tries", "nobody", string(name.Bytes())).Bytes(), Kind: models.TryPassword}, rule}
}

func passwordRule(t *models.Tenant) models.TryRule {
	set := t.Settings.Sessions
	return models.TryRule{
		Free: set.LoginFailures, First: time.Duration(set.BackoffSeconds) * time.Second,
		Longest: time.Duration(set.BackoffMaxSecs) * time.Second, Most: maxConsecutive,
	}
}

// CodeTryCounter are those at mailed codes, over all of them.
func CodeTryCounter(t *models.Tenant, userID string) TryCounter {
	n := t.Settings.Tickets.AccountTries
	return newTryCounter(userID, models.TryCode, models.TryRule{Free: n, Most: n})
}

// Tries at an app's codes before each further one waits.
const (
	freeFactorTries = 5
	factorBackoff   = 5 * time.Minute
)

// factorTryCounter are those at an app's codes. A recovery code cannot be guessed: its tries
// are slowed down and never end, so that its owner gets in where those of the app are over.
func factorTryCounter(s *Subject, recovery bool) TryCounter {
	rule := models.TryRule{Free: freeFactorTries, First: factorBackoff, Longest: factorBackoff}
	if recovery {
		return newTryCounter(s.User.ID, models.TryRecovery, rule)
	}
	rule.Most = s.Tenant.Settings.Tickets.AccountTries
	return newTryCounter(s.User.ID, models.TryApp, rule)
}

// What ends with a proven change of the password (D11). The tries at the app do not, or
// whoever reads the mailbox could guess its codes without end.
var triesClearedByPassword = []models.TryKind{models.TryPassword, models.TryProof, models.TryCode}

// What ends with a proven second factor, and with its removal.
var TriesClearedByFactor = []models.TryKind{models.TryCode, models.TryApp, models.TryRecovery}

// clearAllTries is an administrator's unlock.
func clearAllTries(tx *store.Tx, userID string) error {
	return tx.ClearTries(userID, models.TryPassword, models.TryProof, models.TryCode, models.TryApp, models.TryRecovery)
}
