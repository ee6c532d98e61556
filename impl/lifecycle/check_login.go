package lifecycle

import (
	"context"
	"errors"
	"time"

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
	action   string
}

func (a attempt) userID() string {
	if a.subject == nil {
		return ""
	}
	return a.subject.user.ID
}

// maxConsecutive bounds the tries that can be under way or have failed in a row,
// whatever the back-off says (63B 3.2.2: at most 100).
const maxConsecutive = 100

// loginKey is what failures are counted on: the account, however it was named, or
// what was typed if there is none. Both behave alike, so the limiter tells nothing.
func (c *Core) loginKeys(a attempt) (failures, running secret.Digest) {
	name := c.Keyring.MAC("nobody", a.tenant.ID, a.typed)
	if a.subject != nil {
		keys := c.failureKeys(a.subject.user)
		return keys[0], keys[1]
	}
	return secret.Sum("login-failures", string(name.Bytes())), secret.Sum("login-running", string(name.Bytes()))
}

// failureKeys are all the counters that a proven change of the password clears.
func (c *Core) failureKeys(u *models.User) []secret.Digest {
	return []secret.Digest{
		secret.Sum("login-failures", u.ID), secret.Sum("login-running", u.ID), codeFailures(u.ID),
	}
}

func codeFailures(userID string) secret.Digest { return secret.Sum("code-failures", userID) }

// checkPassword costs one hash and gives one answer, whether the user is unknown,
// wrong, disabled, locked, without a password, or throttled (S42, A-105).
func (c *Core) checkPassword(ctx context.Context, a attempt) error {
	failures, running := c.loginKeys(a)
	tx := c.Store.Write(ctx)
	blocked, err := c.Store.Read(ctx).Blocked(failures)
	if err != nil {
		return err
	}
	free := false
	if !blocked { // a try that is not evaluated uses nothing up
		if free, err = tx.Spend(running, maxConsecutive, time.Hour); err != nil {
			return err
		}
	}
	match, outdated, err := c.verify(ctx, a, !free)
	if err != nil && free {
		return errors.Join(err, tx.ReturnSpent(running)) // no verdict: not the caller's failure
	}
	if err != nil {
		return err
	}
	switch {
	case !free:
		// Not counted: whoever keeps knocking must not keep the owner out for ever.
		return c.deny(ctx, a.action, a.tenant, a.userID(), "", ErrLoginFailed)
	case !match:
		return c.failedLogin(ctx, a, failures)
	}
	if outdated {
		c.rehash(ctx, a)
	}
	return tx.Forgive(failures, running)
}

// verify runs exactly one hash.
func (c *Core) verify(ctx context.Context, a attempt, refused bool) (match, outdated bool, err error) {
	s := a.subject
	if refused || s == nil || !s.user.Active() || s.user.Directory || !s.credential.Present() {
		return false, false, c.Hasher.VerifyDecoy(ctx, a.password)
	}
	v, err := c.Hasher.Verify(ctx, s.credential.Hash, a.password)
	if err != nil {
		return false, false, err
	}
	spent := s.credential.Temporary && s.credential.UsedAt != nil
	return v.Match && !spent, v.Outdated, nil
}

func (c *Core) failedLogin(ctx context.Context, a attempt, failures secret.Digest) error {
	set := a.tenant.Settings.Sessions
	err := c.Store.InTx(ctx, func(tx *store.Tx) error {
		err := tx.Penalise(failures, set.LoginFailures,
			time.Duration(set.BackoffSeconds)*time.Second, time.Duration(set.BackoffMaxSecs)*time.Second)
		if err != nil {
			return err
		}
		e := event(ctx, a.action, a.tenant, a.userID())
		e.Outcome = "refused"
		return tx.AppendEvent(e)
	})
	if err != nil {
		return err
	}
	return ErrLoginFailed
}

// rehash renews an imported or weaker hash. It may fail: the login must not.
func (c *Core) rehash(ctx context.Context, a attempt) {
	if h, err := c.Hasher.Hash(ctx, a.password); err == nil {
		_, _ = c.Store.Write(ctx).RehashCredential(a.subject.user.ID, a.subject.credential.Version, h)
	}
}

func isLoginFailed(err error) bool { return errors.Is(err, ErrLoginFailed) }
