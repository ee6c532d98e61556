package sdk_test

import (
	"testing"

	rekey "github.com/rekeyhq/rekey/gen/sdk/go"
)

func boomiPassword(key rekey.Secret, password string) rekey.BoomiPasswordModel {
	return rekey.BoomiPasswordModel{
		Key: &key, Password: rekey.Value(rekey.Secret(password)),
		ConfirmPassword: rekey.Value(rekey.Secret(password)),
	}
}

func (s *stage) boomiLogin(p person, password string) *rekey.BoomiTokenPair {
	s.Helper()
	return must(s.Boomi.Authenticate(s.ctx, rekey.BoomiLoginModel{UserName: p.name, Password: rekey.Secret(password)}))(s)
}

func TestBoomi(t *testing.T) {
	t.Parallel()
	drive(t, []path{
		{"boomi", "forgotten, by the mailed link", func(s *stage) (person, rekey.Secret) {
			p := s.ada()
			s.ok(s.Boomi.ForgotPassword(s.ctx, rekey.BoomiForgotModel{Username: rekey.Value(p.name)}))
			key := s.mailed(p, `/reset\?key=([0-9a-f-]{36})`)
			seen := must(s.Boomi.ValidatePasswordResetLink(s.ctx, &rekey.BoomiValidatePasswordResetLinkParams{Key: &key}))(s)
			if name, err := seen.Username.Get(); err != nil || name != p.name {
				s.Fatalf("%s %v", name, err)
			}
			must(s.Boomi.ResetPassword(s.ctx, boomiPassword(key, newPassword)))(s)
			s.boomiLogin(p, newPassword)
			return p, newPassword
		}},
		{"boomi", "a first password, by the mailed link", func(s *stage) (person, rekey.Secret) {
			p := s.person()
			must(s.Passwords.Set(s.ctx, p.id, rekey.RekeyPasswordAssignment{
				Password: rekey.Ptr(rekey.Secret(firstPassword)), MailPassword: rekey.Ptr(true),
			}))(s)
			key := s.mailed(p, `/set\?key=([0-9a-f-]{36})`)
			must(s.Boomi.ValidatePasswordSetLink(s.ctx, &rekey.BoomiValidatePasswordSetLinkParams{Key: &key}))(s)
			must(s.Boomi.SetPassword(s.ctx, boomiPassword(key, newPassword)))(s)
			s.boomiLogin(p, newPassword)
			return p, newPassword
		}},
		{"boomi", "changed by the user", func(s *stage) (person, rekey.Secret) {
			p := s.ada()
			token, err := s.boomiLogin(p, firstPassword).AccessToken.Get()
			s.ok(err)
			must(s.Boomi.ChangePassword(s.ctx, rekey.BoomiChangePassword{
				CurrentPassword: rekey.Value(rekey.Secret(firstPassword)),
				NewPassword:     rekey.Value(rekey.Secret(newPassword)),
				ConfirmPassword: rekey.Value(rekey.Secret(newPassword)),
			}, rekey.WithToken(token)))(s)
			s.boomiLogin(p, newPassword)
			return p, newPassword
		}},
	})
}
