package sdk_test

import (
	"testing"

	rekey "github.com/rekeyhq/rekey/gen/sdk/go"
)

// wristbandToken gets an OAuth token, as a client of that product does.
func (s *stage) wristbandToken() rekey.Option {
	s.Helper()
	granted := must(s.Wristband.GetToken(s.ctx, rekey.WristbandTokenInput{GrantType: "client_credentials"},
		rekey.WithClientCredentials(env(s.T, "REKEY_CLIENT_ID"), env(s.T, "REKEY_CLIENT_SECRET"))))(s)
	return rekey.WithToken(granted.AccessToken)
}

const linkKey = `/reset\?key=([A-Za-z0-9_-]+)`

func (s *stage) wristbandReset(as rekey.Option, proof rekey.WristbandResetPasswordInput) {
	s.Helper()
	proof.NewPassword = newPassword
	if done := must(s.Wristband.ResetPassword(s.ctx, proof, as))(s); done.Result != "PASSWORD_RESET_SUCCESSFUL" {
		s.Fatal(done.Result)
	}
}

// otpTenant mails codes in place of links.
func (s *stage) otpTenant() func(*rekey.RekeyUserCreation) {
	s.Helper()
	made := must(s.Tenants.Create(s.ctx, rekey.RekeyTenantCreation{
		ApplicationID: env(s.T, "REKEY_APPLICATION_ID"), Name: "Codes by mail, Go",
	}))(s)
	must(s.Tenants.ReplacePolicy(s.ctx, made.ID, nil, rekey.RekeyPolicyChange{
		Rules: &rekey.RekeyPolicyRules{ResetBy: rekey.Ptr(rekey.RekeyTicketMediumOtp)},
	}))(s)
	return func(u *rekey.RekeyUserCreation) { u.TenantID = made.ID }
}

func TestWristband(t *testing.T) {
	t.Parallel()
	drive(t, []path{
		{"wristband", "by the mailed link of a request", func(s *stage) (person, rekey.Secret) {
			p, as := s.ada(), s.wristbandToken()
			must(s.Wristband.RequestPasswordReset(s.ctx, rekey.WristbandPasswordResetRequestInput{
				ApplicationID: env(s.T, "REKEY_APPLICATION_ID"), Email: p.email,
			}, as))(s)
			code := s.mailed(p, linkKey)
			must(s.Wristband.IntrospectPasswordResetEmailAuthCode(s.ctx, rekey.WristbandEmailAuthCodeInput{EmailAuthCode: code}, as))(s)
			s.wristbandReset(as, rekey.WristbandResetPasswordInput{EmailAuthCode: rekey.Value(code)})
			return p, newPassword
		}},
		{"wristband", "by the mailed link of an administrator", func(s *stage) (person, rekey.Secret) {
			p, as := s.ada(), s.wristbandToken()
			must(s.Wristband.SendPasswordResetEmail(s.ctx, rekey.WristbandPasswordResetEmailInput{UserID: p.id}, as))(s)
			s.wristbandReset(as, rekey.WristbandResetPasswordInput{EmailAuthCode: rekey.Value(s.mailed(p, linkKey))})
			return p, newPassword
		}},
		{"wristband", "by the mailed code", func(s *stage) (person, rekey.Secret) {
			p, as := s.ada(s.otpTenant()), s.wristbandToken()
			asked := must(s.Wristband.RequestPasswordReset(s.ctx, rekey.WristbandPasswordResetRequestInput{
				ApplicationID: env(s.T, "REKEY_APPLICATION_ID"), Email: p.email, TenantID: &p.tenant,
			}, as))(s)
			request, err := asked.RequestCode.Get()
			s.ok(err)
			code := s.mailed(p, `(?m)^\s+(\d{6})\s*$`)
			seen := must(s.Wristband.VerifyCode(s.ctx, rekey.WristbandVerificationCodeInput{RequestCode: request, VerificationCode: code}, as))(s)
			if seen.Result != "CODE_VERIFIED" {
				s.Fatal(seen.Result)
			}
			s.wristbandReset(as, rekey.WristbandResetPasswordInput{RequestCode: rekey.Value(request), VerificationCode: rekey.Value(code)})
			return p, newPassword
		}},
		{"wristband", "by a created link", func(s *stage) (person, rekey.Secret) {
			p, as := s.ada(), s.wristbandToken()
			made := must(s.Wristband.CreatePasswordResetLink(s.ctx, rekey.WristbandPasswordResetLinkInput{UserID: p.id}, as))(s)
			s.wristbandReset(as, rekey.WristbandResetPasswordInput{PasswordResetCode: rekey.Value(made.PasswordResetCode)})
			return p, newPassword
		}},
		{"wristband", "changed by the user", func(s *stage) (person, rekey.Secret) {
			p := s.ada()
			in := must(s.Sessions.Create(s.ctx, rekey.RekeyLogin{Username: p.name, Password: firstPassword}))(s)
			s.ok(s.Wristband.ChangePassword(s.ctx, rekey.WristbandChangePasswordInput{
				UserID: p.id, CurrentPassword: firstPassword, NewPassword: newPassword,
			}, rekey.WithToken(in.AccessToken)))
			return p, newPassword
		}},
	})
}
