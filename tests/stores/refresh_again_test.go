package stores_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// reuseSeconds lets a used refresh token be shown again.
func reuseSeconds(n int) harness.Option {
	return harness.WithSettings(func(s *models.Settings) { s.Sessions.RefreshReuseSeconds = n })
}

// asClient is an API client of the person's application.
func asClient(p *harness.Person) context.Context {
	return caller.Into(context.Background(), caller.Caller{
		Kind: caller.APIKey, ID: secret.NewID(), Boundary: models.BoundaryApplication, ApplicationID: p.ApplicationID,
	})
}

// TestTabsThatRefreshAtOnceGetOneSuccessor: five tabs at two servers show one token.
func TestTabsThatRefreshAtOnceGetOneSuccessor(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, servers := w.Person("ada"), []*harness.World{w, w.Twin()}
		for _, ctx := range []context.Context{t.Context(), asClient(ada)} {
			token := w.LogIn(ada).RefreshToken
			got := make([]string, 5)
			must(t, errors.Join(together(len(got), func(i int) error {
				out, err := servers[i%2].Core.Logins.RefreshSession(ctx, secret.NewText(token))
				if err == nil {
					got[i] = out.RefreshToken.Reveal()
				}
				return err
			})...))
			for _, next := range got {
				if next != got[0] || next == token {
					t.Error("the tabs have different successors")
				}
			}
			if _, err := w.Core.Logins.RefreshSession(ctx, secret.NewText(got[0])); err != nil {
				t.Errorf("the successor: %v", err)
			}
		}
	}, reuseSeconds(30))
}

// TestTabsAtServersOfDifferentClocks have the same seconds as tabs at one.
func TestTabsAtServersOfDifferentClocks(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		servers := ofWrongClocks(w)
		for _, first := range clockNames {
			for _, second := range clockNames {
				ada := w.Person("ada-" + first + "-" + second)
				used := secret.NewText(w.LogIn(ada).RefreshToken)
				next, err := servers[first].Core.Logins.RefreshSession(t.Context(), used)
				must(t, err)
				w.Clock.Advance(30*time.Second - time.Microsecond)
				if again, err := servers[second].Core.Logins.RefreshSession(t.Context(), used); err != nil || again.RefreshToken.Reveal() != next.RefreshToken.Reveal() {
					t.Fatalf("the %s server does not answer again what the %s one did: %v", second, first, err)
				}
				w.Clock.Advance(time.Microsecond)
				if _, err := servers[second].Core.Logins.RefreshSession(t.Context(), used); err == nil {
					t.Fatalf("the %s server answers again what the %s one did, when the time is over", second, first)
				}
			}
		}
	}, reuseSeconds(30))
}

// TestAUsedRefreshTokenIsAnsweredAgainOnlyToItsClient, for a while, until the successor is
// used. What else shows it is a thief, and ends the session.
func TestAUsedRefreshTokenIsAnsweredAgainOnlyToItsClient(t *testing.T) {
	t.Parallel()
	const anonymous, client, other = 0, 1, 2
	for _, c := range []struct {
		name      string
		by, again int
		after     time.Duration
		between   func(t *testing.T, w *harness.World, ctx context.Context, next *logins.LoggedIn)
		seconds   int
		taken     bool
	}{
		{name: "at once", seconds: 30, taken: true},
		{name: "by the client that used it", by: client, again: client, seconds: 30, taken: true},
		{name: "just before the time is over", after: 30*time.Second - time.Microsecond, seconds: 30, taken: true},
		{name: "when the time is over", after: 30 * time.Second, seconds: 30},
		{name: "without the rule", seconds: 0},
		{name: "by a client, used by nobody", again: client, seconds: 30},
		{name: "by nobody, used by a client", by: client, seconds: 30},
		{name: "by another client", by: client, again: other, seconds: 30},
		{name: "after the rule was taken back", seconds: 30, between: rule(0)},
		{name: "before the rule was there", seconds: 0, between: rule(30)},
		{name: "under a shorter rule of meanwhile", seconds: 30, between: rule(5), after: 5 * time.Second},
		{name: "after its successor was used", seconds: 30, between: func(t *testing.T, w *harness.World, ctx context.Context, next *logins.LoggedIn) {
			_, err := w.Core.Logins.RefreshSession(ctx, next.RefreshToken)
			must(t, err)
		}},
		{name: "after its successor was revoked", seconds: 30, between: func(t *testing.T, w *harness.World, _ context.Context, next *logins.LoggedIn) {
			must(t, w.Core.Logins.RevokeRefreshToken(asOwner(t.Context()), next.RefreshTokenID))
		}},
		{name: "after the session ended", seconds: 30, between: func(t *testing.T, w *harness.World, _ context.Context, next *logins.LoggedIn) {
			_, err := w.Core.Logins.EndSession(asOwner(t.Context()), next.Session.ID, secret.Text{})
			must(t, err)
		}},
		{name: "after the user was disabled", seconds: 30, between: func(t *testing.T, w *harness.World, _ context.Context, next *logins.LoggedIn) {
			disabled := true
			_, err := w.Core.Accounts.UpdateUser(asOwner(t.Context()), accounts.UpdateUserInput{UserID: next.User.ID, Version: core.AnyVersion, Disabled: &disabled})
			must(t, err)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				ada := w.Person("ada")
				callers := []context.Context{anonymous: t.Context(), client: asClient(ada), other: asClient(ada)}
				token := secret.NewText(w.LogIn(ada).RefreshToken)
				next, err := w.Core.Logins.RefreshSession(callers[c.by], token)
				must(t, err)
				if c.between != nil {
					c.between(t, w, callers[c.by], next)
				}
				w.Clock.Advance(c.after)
				again, err := w.Core.Logins.RefreshSession(callers[c.again], token)
				if c.taken {
					must(t, err)
					if again.RefreshToken.Reveal() != next.RefreshToken.Reveal() || again.RefreshTokenID != next.RefreshTokenID || again.Session.ID != next.Session.ID {
						t.Error("the answer is another one")
					}
					return
				}
				if !errors.Is(err, core.ErrRefreshInvalid) {
					t.Fatalf("the used token: %v", err)
				}
				if _, err = w.Core.Logins.RefreshSession(callers[c.by], next.RefreshToken); !errors.Is(err, core.ErrRefreshInvalid) {
					t.Errorf("the family goes on: %v", err)
				}
				if s, err := w.Store.Read(t.Context()).FindSession(next.Session.ID); err != nil || s.EndedAt == nil {
					t.Errorf("the session goes on: %v", err)
				}
			}, reuseSeconds(c.seconds))
		})
	}
}

func rule(seconds int) func(*testing.T, *harness.World, context.Context, *logins.LoggedIn) {
	return func(_ *testing.T, w *harness.World, _ context.Context, _ *logins.LoggedIn) {
		w.Settings(func(s *models.Settings) { s.Sessions.RefreshReuseSeconds = seconds })
	}
}
