package sdk_test

import (
	"testing"

	rekey "github.com/rekeyhq/rekey/gen/sdk/go"
)

func (s *stage) zitadelSet(p person, code rekey.Secret) (person, rekey.Secret) {
	s.Helper()
	must(s.Zitadel.SetPassword(s.ctx, p.id, rekey.ZitadelSetPasswordInput{
		NewPassword: rekey.ZitadelPassword{Password: newPassword}, VerificationCode: rekey.Value(code),
	}))(s)
	opened := must(s.Zitadel.CreateSession(s.ctx, rekey.ZitadelCreateSessionInput{Checks: &rekey.ZitadelChecks{
		User:     &rekey.ZitadelCheckUser{LoginName: rekey.Value(p.name)},
		Password: &rekey.ZitadelCheckPassword{Password: newPassword},
	}}))(s)
	if opened.SessionID == "" {
		s.Fatal("no session")
	}
	return p, newPassword
}

func TestZitadel(t *testing.T) {
	t.Parallel()
	drive(t, []path{
		{"zitadel", "by a returned code", func(s *stage) (person, rekey.Secret) {
			p := s.ada()
			asked := must(s.Zitadel.PasswordReset(s.ctx, p.id, rekey.ZitadelPasswordResetInput{ReturnCode: rekey.Value(rekey.ZitadelReturnPasswordResetCode{})}))(s)
			if asked.VerificationCode == nil {
				s.Fatal("no code is returned")
			}
			return s.zitadelSet(p, *asked.VerificationCode)
		}},
		{"zitadel", "by a mailed code", func(s *stage) (person, rekey.Secret) {
			p := s.ada()
			must(s.Zitadel.PasswordReset(s.ctx, p.id, rekey.ZitadelPasswordResetInput{SendLink: rekey.Value(rekey.ZitadelSendPasswordResetLink{})}))(s)
			return s.zitadelSet(p, s.mailed(p, linkKey))
		}},
		{"zitadel", "by an invitation", func(s *stage) (person, rekey.Secret) {
			p := s.person()
			made := must(s.Zitadel.CreateInviteCode(s.ctx, p.id, rekey.ZitadelCreateInviteCodeInput{ReturnCode: rekey.Value(rekey.ZitadelReturnInviteCode{})}))(s)
			must(s.Zitadel.VerifyInviteCode(s.ctx, p.id, rekey.ZitadelVerifyInviteCodeInput{VerificationCode: *made.InviteCode}))(s)
			asked := must(s.Zitadel.PasswordReset(s.ctx, p.id, rekey.ZitadelPasswordResetInput{ReturnCode: rekey.Value(rekey.ZitadelReturnPasswordResetCode{})}))(s)
			return s.zitadelSet(p, *asked.VerificationCode)
		}},
	})
}
