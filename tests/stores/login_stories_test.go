package stores_test

import (
	"context"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/tests/harness"
)

// logIn is an attempt with the person's password; code may be empty.
func logIn(t *testing.T, w *harness.World, p *harness.Person, code string) act {
	t.Helper()
	in := logins.LogInInput{Username: p.Username, Password: password(t, p.Password)}
	if code != "" {
		in.Code = secret.NewText(code)
	}
	return func(ctx context.Context) error {
		_, err := loggedIn(w.Core.Logins.LogIn(ctx, in))
		return err
	}
}

// loggedIn is the session of a login; what is missing for one is an error of the surfaces.
func loggedIn(login logins.Login, err error) (*logins.LoggedIn, error) {
	if err != nil {
		return nil, err
	}
	return surface.LoggedIn(login)
}

// issuedSession is the session whose checks were passed, likewise.
func issuedSession(result logins.SessionResult, err error) (*logins.IssuedSession, error) {
	if err != nil {
		return nil, err
	}
	return surface.IssuedSession(result)
}

// challenged begins a login with a second factor and gives the challenge's name.
func challenged(t *testing.T, w *harness.World, p *harness.Person) secret.Text {
	t.Helper()
	login, err := w.Core.Logins.LogIn(t.Context(), logins.LogInInput{Username: p.Username, Password: password(t, p.Password)})
	challenge, ok := login.(*logins.Challenge)
	if err != nil || !ok {
		t.Fatalf("no challenge: %T, %v", login, err)
	}
	return challenge.ID
}

func loginStories() []story {
	return []story{
		{name: "log in", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			furnish(t, w, p)
			return logIn(t, w, p, "")
		}},
		{name: "log in up to the second factor", who: []change{harness.WithMFA}, means: surface.ErrSecondFactor,
			begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
				challenged(t, w, p) // to be superseded
				return logIn(t, w, p, "")
			}},
		{name: "log in with the mailed code", who: []change{harness.WithMFA},
			begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
				challenged(t, w, p)
				return logIn(t, w, p, mailedCode(w, p))
			}},
		{name: "have the login code mailed again", who: []change{harness.WithMFA},
			begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
				sid := challenged(t, w, p)
				return func(ctx context.Context) error { return w.Core.Logins.ResendChallenge(ctx, sid, "") }
			}},
		{name: "log in with a temporary password", means: surface.ErrChangeRequired,
			begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
				out, err := w.Core.Passwords.SetPassword(asOwner(t.Context()), passwords.SetPasswordInput{UserID: p.ID, Generate: true, Return: true})
				must(t, err)
				return func(ctx context.Context) error {
					_, err := loggedIn(w.Core.Logins.LogIn(ctx, logins.LogInInput{Username: p.Username, Password: out.Generated}))
					return err
				}
			}},
	}
}

func sessionStories() []story {
	logged := func(name string, means error, begin func(w *harness.World, p *harness.Person, l *harness.Login, ctx context.Context) error) story {
		return story{name: name, means: means, begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			l := furnish(t, w, p)
			return func(ctx context.Context) error { return begin(w, p, l, ctx) }
		}}
	}
	reuse := logged("show a used refresh token again", core.ErrRefreshInvalid,
		func(w *harness.World, _ *harness.Person, l *harness.Login, ctx context.Context) error {
			_, err := w.Core.Logins.RefreshSession(ctx, secret.NewText(l.RefreshToken))
			return err
		})
	fresh := reuse.begin
	reuse.begin = func(t *testing.T, w *harness.World, p *harness.Person) act {
		a := fresh(t, w, p)
		must(t, a(t.Context())) // the first time it works
		return a
	}
	return []story{
		reuse,
		logged("refresh a login", nil, func(w *harness.World, _ *harness.Person, l *harness.Login, ctx context.Context) error {
			_, err := w.Core.Logins.RefreshSession(ctx, secret.NewText(l.RefreshToken))
			return err
		}),
		logged("revoke a refresh token", nil, func(w *harness.World, _ *harness.Person, l *harness.Login, ctx context.Context) error {
			return w.Core.Logins.RevokeRefreshToken(asOwner(ctx), l.RefreshTokenID)
		}),
		logged("end a session", nil, func(w *harness.World, _ *harness.Person, l *harness.Login, ctx context.Context) error {
			_, err := w.Core.Logins.EndSession(asOwner(ctx), l.SessionID, secret.Text{})
			return err
		}),
		logged("end all sessions", nil, func(w *harness.World, p *harness.Person, _ *harness.Login, ctx context.Context) error {
			_, err := w.Core.Logins.EndSessions(asOwner(ctx), p.ID)
			return err
		}),
		logged("create a session", nil, func(w *harness.World, p *harness.Person, _ *harness.Login, ctx context.Context) error {
			pw, err := secret.NewPassword(p.Password)
			if err == nil {
				_, err = issuedSession(w.Core.Logins.CreateSession(asOwner(ctx), logins.SessionInput{UserID: p.ID, Password: &pw}))
			}
			return err
		}),
		logged("order codes for a session", nil, func(w *harness.World, _ *harness.Person, l *harness.Login, ctx context.Context) error {
			_, err := issuedSession(w.Core.Logins.UpdateSession(asOwner(ctx), l.SessionID, logins.SessionInput{Codes: []logins.SessionCode{{Channel: core.ChannelEmail}}}))
			return err
		}),
		logged("update a session", nil, func(w *harness.World, p *harness.Person, l *harness.Login, ctx context.Context) error {
			pw, err := secret.NewPassword(p.Password)
			if err == nil {
				_, err = issuedSession(w.Core.Logins.UpdateSession(asOwner(ctx), l.SessionID, logins.SessionInput{Password: &pw, Notes: map[string][]byte{"a": []byte("b")}}))
			}
			return err
		}),
	}
}
