package sdk_test

import (
	"testing"

	rekey "github.com/rekeyhq/rekey/gen/sdk/go"
)

// entrustToken logs in as an application, as a client of that product does.
func (s *stage) entrustToken() rekey.Option {
	s.Helper()
	in := must(s.Entrust.AuthenticateAdminAPI(s.ctx, rekey.EntrustAdminAPIAuthentication{
		ApplicationID: env(s.T, "REKEY_CLIENT_ID"), SharedSecret: rekey.Secret(env(s.T, "REKEY_CLIENT_SECRET")),
	}))(s)
	return rekey.WithToken(in.AuthToken)
}

func (s *stage) entrustValid(p person, password rekey.Secret, as rekey.Option) {
	s.Helper()
	// The history holds the password itself by now.
	must(s.Entrust.ValidateUserPassword(s.ctx, p.id, rekey.EntrustUserPasswordValidateParms{
		Password: password, IgnorePasswordHistory: rekey.Ptr(true),
	}, as))(s)
	state := must(s.Entrust.GetUserPassword(s.ctx, p.id, as))(s)
	if state.Present == nil || !*state.Present {
		s.Fatalf("no password: %+v", state)
	}
}

func TestEntrust(t *testing.T) {
	t.Parallel()
	drive(t, []path{
		{"entrust", "generated for the user", func(s *stage) (person, rekey.Secret) {
			p, as := s.ada(), s.entrustToken()
			set := must(s.Entrust.SetUserPassword(s.ctx, p.id, rekey.EntrustUserPasswordParms{
				GeneratePassword: rekey.Ptr(true), ReturnPassword: rekey.Ptr(true), EmailPassword: rekey.Ptr(false), ForceUpdate: rekey.Ptr(false),
			}, as))(s)
			if set.NewPassword == nil {
				s.Fatal("no password is returned")
			}
			s.entrustValid(p, *set.NewPassword, as)
			return p, *set.NewPassword
		}},
		{"entrust", "set for the user", func(s *stage) (person, rekey.Secret) {
			p, as := s.ada(), s.entrustToken()
			must(s.Entrust.SetUserPassword(s.ctx, p.id, rekey.EntrustUserPasswordParms{
				Password: rekey.Ptr(rekey.Secret(newPassword)), EmailPassword: rekey.Ptr(false), ForceUpdate: rekey.Ptr(false),
			}, as))(s)
			s.entrustValid(p, newPassword, as)
			return p, newPassword
		}},
		{"entrust", "set for the user, who chooses another by the mailed link", func(s *stage) (person, rekey.Secret) {
			p, as := s.ada(), s.entrustToken()
			must(s.Entrust.SetUserPassword(s.ctx, p.id, rekey.EntrustUserPasswordParms{
				Password: rekey.Ptr(rekey.Secret(newPassword)), EmailPassword: rekey.Ptr(true),
			}, as))(s)
			key := s.mailed(p, `/set\?key=([0-9a-f-]{36})`)
			must(s.Boomi.SetPassword(s.ctx, boomiPassword(key, lastPassword)))(s)
			s.entrustValid(p, lastPassword, as)
			return p, lastPassword
		}},
	})
}
