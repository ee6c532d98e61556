package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// attempt is one try at a password.
type attempt struct {
	subject  *subject // nil: nobody has that name
	tenant   *models.Tenant
	typed    string // what named the user, counted if nobody has that name
	password secret.Password
	action   models.Action
}

func (a attempt) userID() string {
	if a.subject == nil {
		return ""
	}
	return a.subject.user.ID
}

// checkPassword costs one hash and gives one answer, whether the user is unknown,
// wrong, disabled, locked, without a password, or throttled (S42, A-105).
func (c *Core) checkPassword(ctx context.Context, a attempt) error {
	try, err := c.takePassword(ctx, a)
	if err != nil {
		return err
	}
	match, outdated, err := c.verify(ctx, a, try == nil)
	switch {
	case err != nil && try != nil:
		return errors.Join(err, c.giveBack(ctx, try)) // no verdict: not the caller's failure
	case err != nil:
		return err
	case try == nil:
		// Not counted: whoever keeps knocking must not keep the owner out for ever.
		return c.deny(ctx, a.action, a.tenant, a.userID(), "", ErrLoginFailed)
	case !match:
		if err := c.wrong(ctx, try, event(ctx, a.action, a.tenant, a.userID()), a.alarm); err != nil {
			return err
		}
		return ErrLoginFailed
	}
	if err := c.right(ctx, try); err != nil {
		return err
	}
	if outdated {
		c.rehash(ctx, a)
	}
	return c.provenAgain(ctx, try)
}

// takePassword takes a try at a password; nil: there is none. Once logins are shut, a live
// session still proves the password: it has tries of its own, which nobody from outside
// uses up, and the right one opens the logins again (S46).
func (c *Core) takePassword(ctx context.Context, a attempt) (*openTry, error) {
	try, turn, waited, err := c.take(ctx, c.passwordTries(a))
	if err != nil {
		return nil, err
	}
	if turn == models.TurnNever && a.subject != nil && ownSession(ctx, a.subject) != "" {
		var more bool
		if try, _, more, err = c.take(ctx, triedOf(a.userID(), models.TryProof, passwordRule(a.tenant))); err != nil {
			return nil, err
		}
		waited = waited || more
	}
	if waited {
		err = c.readAgain(ctx, a)
	}
	if err != nil && try != nil {
		return nil, errors.Join(err, c.giveBack(ctx, try))
	}
	return try, err
}

// readAgain reads the credential of somebody who waited: what is verified is what is
// there now, and the version that guards what follows belongs to it.
func (c *Core) readAgain(ctx context.Context, a attempt) error {
	now, err := c.store.Read(ctx).FindCredential(a.userID())
	switch {
	case err == nil && a.subject != nil:
		a.subject.credential = now
	case err != nil && !errors.Is(err, store.ErrNotFound):
		return err
	}
	return nil
}

// provenAgain opens the logins that a live session proved the password for.
func (c *Core) provenAgain(ctx context.Context, try *openTry) error {
	if try.row.Kind != models.TryProof {
		return nil
	}
	ctx, cancel := settling(ctx)
	defer cancel()
	return c.store.Write(ctx).ClearTries(try.row.UserID, models.TryPassword)
}

// verify runs exactly one hash.
func (c *Core) verify(ctx context.Context, a attempt, refused bool) (match, outdated bool, err error) {
	s := a.subject
	if refused || s == nil || !s.user.Active() || s.user.Directory || !s.credential.Present() {
		return false, false, c.hasher.VerifyDecoy(ctx, a.password)
	}
	v, err := c.hasher.Verify(ctx, s.credential.Hash, a.password)
	if err != nil {
		return false, false, err
	}
	s.flaw = v.Flaw
	spent := s.credential.Temporary && s.credential.UsedAt != nil
	return v.Match && !spent, v.Outdated, nil
}

// alarm notes a stored hash that nothing can match: its user cannot log in before his
// password is set anew.
func (a attempt) alarm(ctx context.Context, tx *store.Tx) error {
	if a.subject == nil {
		return nil
	}
	return unverifiable(ctx, tx, models.ActionPasswordUnverifiable, a.subject, a.subject.flaw)
}

// unverifiable notes why nothing can match what is stored, if so. It is a line more in the
// statements of a wrong try, which nobody can time.
func unverifiable(ctx context.Context, tx *store.Tx, action models.Action, s *subject, flaw error) error {
	if flaw == nil {
		return nil
	}
	e := event(ctx, action, s.tenant, s.user.ID)
	text := flaw.Error()
	e.Outcome, e.Detail = models.OutcomeRefused, text[:min(len(text), 255)]
	return tx.AppendEvent(e)
}

// rehash renews an imported or weaker hash. It may fail: the login must not.
func (c *Core) rehash(ctx context.Context, a attempt) {
	if h, err := c.hasher.Hash(ctx, a.password); err == nil {
		_, _ = c.store.Write(ctx).RehashCredential(a.subject.user.ID, a.subject.credential.Version, h)
	}
}

func isLoginFailed(err error) bool { return errors.Is(err, ErrLoginFailed) }
