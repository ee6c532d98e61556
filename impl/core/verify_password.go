package core

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// PasswordAttempt is a try at a password.
type PasswordAttempt struct {
	Subject  *Subject // nil: no user has the typed name
	Tenant   *models.Tenant
	Typed    string // the typed name, which is counted if no user has it
	Password secret.Password
	Action   models.Action
}

// VerifyPassword verifies a password. It computes one hash and returns the same fault whether the user
// is unknown, disabled, locked, throttled or without a password, or the password is wrong (S42, A-105).
func (k *Kernel) VerifyPassword(ctx context.Context, a PasswordAttempt) error {
	var place *passhash.Place
	defer func() {
		if place != nil {
			place.Release()
		}
	}()
	try, err := k.beginPasswordTry(ctx, a, func() (err error) {
		if place == nil {
			place, err = k.hasher.Reserve(shareOf(a.Tenant))
		}
		return err
	})
	if err != nil {
		return err
	}
	match, outdated, err := verify(ctx, a, try == nil, place)
	switch {
	case err != nil && try != nil:
		return errors.Join(err, k.CancelTry(ctx, try)) // without a result the try must not count
	case err != nil:
		return err
	case try == nil:
		// Not counted: an attacker who keeps trying must not lock the user out for ever.
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

// beginPasswordTry begins a try at a password; nil: none is allowed. While logins are locked, a caller
// with a session of the user can still prove the password: such tries have a counter of their own,
// which no other caller can use up, and the right password unlocks the logins (S46).
func (k *Kernel) beginPasswordTry(ctx context.Context, a PasswordAttempt, admit func() error) (*OpenTry, error) {
	counter := k.passwordTryCounter(a)
	counter.admit = admit
	try, turn, waited, err := k.BeginTry(ctx, counter)
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

// rereadCredential reads the credential again after a request waited in a queue, so that the current
// hash is verified, and its version is compared in what follows.
func (k *Kernel) rereadCredential(ctx context.Context, a PasswordAttempt) error {
	current, err := k.store.Read(ctx).FindCredential(a.userID())
	switch {
	case err == nil && a.Subject != nil:
		a.Subject.Credential = current
	case err != nil && !errors.Is(err, store.ErrNotFound):
		return err
	}
	return nil
}

// reopenLogins unlocks the logins of a user after a caller with a session proved the password.
func (k *Kernel) reopenLogins(ctx context.Context, try *OpenTry) error {
	if try.row.Kind != models.TryProof {
		return nil
	}
	ctx, cancel := SettlementContext(ctx)
	defer cancel()
	return k.store.Write(ctx).ClearTries(try.row.UserID, models.TryPassword)
}

// verify computes exactly one hash.
func verify(ctx context.Context, a PasswordAttempt, refused bool, place *passhash.Place) (match, outdated bool, err error) {
	s := a.Subject
	if refused || s == nil || !s.User.Active() || s.User.Directory || !s.Credential.Present() {
		return false, false, place.VerifyDecoy(ctx, a.Password)
	}
	v, err := place.Verify(ctx, s.Credential.Hash, a.Password)
	if err != nil {
		return false, false, err
	}
	s.flaw = v.Flaw
	spent := s.Credential.Temporary && s.Credential.UsedAt != nil
	return v.Match && !spent, v.Outdated, nil
}

// recordUnverifiable records a stored hash that no password can match: the user cannot log in before
// the password is set again.
func (a PasswordAttempt) recordUnverifiable(ctx context.Context, tx *store.Tx) error {
	if a.Subject == nil {
		return nil
	}
	return recordUnverifiableSecret(ctx, tx, models.ActionPasswordUnverifiable, a.Subject, a.Subject.flaw)
}

// recordUnverifiableSecret records why nothing can match the stored secret, if it has a flaw. The
// response time does not reveal it: it is one more statement in the transaction of a wrong try.
func recordUnverifiableSecret(ctx context.Context, tx *store.Tx, action models.Action, s *Subject, flaw error) error {
	if flaw == nil {
		return nil
	}
	e := NewEvent(ctx, action, s.Tenant, s.User.ID)
	text := flaw.Error()
	e.Outcome, e.Detail = models.OutcomeRefused, text[:min(len(text), 255)]
	return tx.AppendEvent(e)
}

// rehash replaces an imported or weaker hash. If it fails, the login still succeeds.
func (k *Kernel) rehash(ctx context.Context, a PasswordAttempt) {
	if h, err := k.hasher.Hash(ctx, shareOf(a.Tenant), a.Password); err == nil {
		_, _ = k.store.Write(ctx).RehashCredential(a.Subject.User.ID, a.Subject.Credential.Version, h)
	}
}
