package core

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// PasswordAttempt is one try at a password.
type PasswordAttempt struct {
	Subject  *Subject // nil: nobody has that name
	Tenant   *models.Tenant
	Typed    string // what named the user, counted if nobody has that name
	Password secret.Password
	Action   models.Action
}

// VerifyPassword costs one hash and gives one answer, whether the user is unknown,
// wrong, disabled, locked, without a password, or throttled (S42, A-105).
func (k *Kernel) VerifyPassword(ctx context.Context, a PasswordAttempt) error {
	try, err := k.beginPasswordTry(ctx, a)
	if err != nil {
		return err
	}
	match, outdated, err := k.verify(ctx, a, try == nil)
	switch {
	case err != nil && try != nil:
		return errors.Join(err, k.CancelTry(ctx, try)) // no verdict: not the caller's failure
	case err != nil:
		return err
	case try == nil:
		// Not counted: whoever keeps knocking must not keep the owner out for ever.
		return k.Refuse(ctx, a.Action, a.Tenant, a.userID(), "", ErrLoginFailed)
	case !match:
		if err := k.RejectTry(ctx, try, NewEvent(ctx, a.Action, a.Tenant, a.userID()), a.recordUnverifiable); err != nil {
			return err
		}
		return ErrLoginFailed
	}
	if err := k.AcceptTry(ctx, try); err != nil {
		return err
	}
	if outdated {
		k.rehash(ctx, a)
	}
	return k.reopenLogins(ctx, try)
}

func (a PasswordAttempt) userID() string {
	if a.Subject == nil {
		return ""
	}
	return a.Subject.User.ID
}

// beginPasswordTry takes a try at a password; nil: there is none. Once logins are shut, a live
// session still proves the password: it has tries of its own, which nobody from outside
// uses up, and the right one opens the logins again (S46).
func (k *Kernel) beginPasswordTry(ctx context.Context, a PasswordAttempt) (*OpenTry, error) {
	try, turn, waited, err := k.BeginTry(ctx, k.passwordTryCounter(a))
	if err != nil {
		return nil, err
	}
	if turn == models.TurnRefused && a.Subject != nil && OwnSession(ctx, a.Subject) != "" {
		var more bool
		if try, _, more, err = k.BeginTry(ctx, newTryCounter(a.userID(), models.TryProof, passwordRule(a.Tenant))); err != nil {
			return nil, err
		}
		waited = waited || more
	}
	if waited {
		err = k.rereadCredential(ctx, a)
	}
	if err != nil && try != nil {
		return nil, errors.Join(err, k.CancelTry(ctx, try))
	}
	return try, err
}

// rereadCredential reads the credential of somebody who waited: what is verified is what is
// there now, and the version that guards what follows belongs to it.
func (k *Kernel) rereadCredential(ctx context.Context, a PasswordAttempt) error {
	now, err := k.store.Read(ctx).FindCredential(a.userID())
	switch {
	case err == nil && a.Subject != nil:
		a.Subject.Credential = now
	case err != nil && !errors.Is(err, store.ErrNotFound):
		return err
	}
	return nil
}

// reopenLogins opens the logins that a live session proved the password for.
func (k *Kernel) reopenLogins(ctx context.Context, try *OpenTry) error {
	if try.row.Kind != models.TryProof {
		return nil
	}
	ctx, cancel := SettlementContext(ctx)
	defer cancel()
	return k.store.Write(ctx).ClearTries(try.row.UserID, models.TryPassword)
}

// verify runs exactly one hash.
func (k *Kernel) verify(ctx context.Context, a PasswordAttempt, refused bool) (match, outdated bool, err error) {
	s := a.Subject
	if refused || s == nil || !s.User.Active() || s.User.Directory || !s.Credential.Present() {
		return false, false, k.hasher.VerifyDecoy(ctx, a.Password)
	}
	v, err := k.hasher.Verify(ctx, s.Credential.Hash, a.Password)
	if err != nil {
		return false, false, err
	}
	s.flaw = v.Flaw
	spent := s.Credential.Temporary && s.Credential.UsedAt != nil
	return v.Match && !spent, v.Outdated, nil
}

// recordUnverifiable notes a stored hash that nothing can match: its user cannot log in before his
// password is set anew.
func (a PasswordAttempt) recordUnverifiable(ctx context.Context, tx *store.Tx) error {
	if a.Subject == nil {
		return nil
	}
	return recordUnverifiableSecret(ctx, tx, models.ActionPasswordUnverifiable, a.Subject, a.Subject.flaw)
}

// recordUnverifiableSecret notes why nothing can match what is stored, if so. It is a line more in the
// statements of a wrong try, which nobody can time.
func recordUnverifiableSecret(ctx context.Context, tx *store.Tx, action models.Action, s *Subject, flaw error) error {
	if flaw == nil {
		return nil
	}
	e := NewEvent(ctx, action, s.Tenant, s.User.ID)
	text := flaw.Error()
	e.Outcome, e.Detail = models.OutcomeRefused, text[:min(len(text), 255)]
	return tx.AppendEvent(e)
}

// rehash renews an imported or weaker hash. It may fail: the login must not.
func (k *Kernel) rehash(ctx context.Context, a PasswordAttempt) {
	if h, err := k.hasher.Hash(ctx, a.Password); err == nil {
		_, _ = k.store.Write(ctx).RehashCredential(a.Subject.User.ID, a.Subject.Credential.Version, h)
	}
}
