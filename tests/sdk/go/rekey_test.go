package sdk_test

import (
	"testing"

	rekey "github.com/rekeyhq/rekey/gen/sdk/go"
)

func (s *stage) ticket(p person, medium rekey.RekeyTicketMedium, deliver rekey.RekeyTicketDelivery) rekey.RekeyTicketRedemption {
	s.Helper()
	made := must(s.Tickets.Create(s.ctx, rekey.RekeyTicketCreation{UserID: p.id, Medium: medium, Deliver: &deliver}))(s)
	proof := rekey.RekeyTicketRedemption{NewPassword: newPassword}
	if made.Proof != nil {
		proof.Ticket, proof.RequestCode, proof.Code = made.Proof.Ticket, made.Proof.RequestCode, made.Proof.Code
	}
	return proof
}

func (s *stage) redeemed(p person, proof rekey.RekeyTicketRedemption) (person, rekey.Secret) {
	s.Helper()
	seen := must(s.Tickets.Inspect(s.ctx, rekey.RekeyTicketProof{Ticket: proof.Ticket, RequestCode: proof.RequestCode, Code: proof.Code}))(s)
	if seen.UserID != p.id {
		s.Fatalf("%+v", seen)
	}
	must(s.Tickets.Redeem(s.ctx, proof))(s)
	return p, newPassword
}

func TestRekey(t *testing.T) {
	t.Parallel()
	drive(t, []path{
		{"rekey", "by a mailed link", func(s *stage) (person, rekey.Secret) {
			p := s.ada()
			proof := s.ticket(p, rekey.RekeyTicketMediumLink, rekey.RekeyTicketDeliverySend)
			proof.Ticket = rekey.Ptr(s.mailed(p, linkKey))
			return s.redeemed(p, proof)
		}},
		{"rekey", "by a returned link", func(s *stage) (person, rekey.Secret) {
			p := s.ada()
			return s.redeemed(p, s.ticket(p, rekey.RekeyTicketMediumLink, rekey.RekeyTicketDeliveryReturn))
		}},
		{"rekey", "by a mailed code", func(s *stage) (person, rekey.Secret) {
			p := s.ada()
			proof := s.ticket(p, rekey.RekeyTicketMediumOtp, rekey.RekeyTicketDeliverySend)
			proof.Code = rekey.Ptr(s.mailed(p, `(?m)^\s+(\d{6})\s*$`))
			return s.redeemed(p, proof)
		}},
		{"rekey", "by a returned code", func(s *stage) (person, rekey.Secret) {
			p := s.ada()
			return s.redeemed(p, s.ticket(p, rekey.RekeyTicketMediumOtp, rekey.RekeyTicketDeliveryReturn))
		}},
		{"rekey", "forgotten, by the mailed link", func(s *stage) (person, rekey.Secret) {
			p := s.ada()
			must(s.ResetRequests.Create(s.ctx, rekey.RekeyResetRequestCreation{Username: &p.name, TenantID: &p.tenant}))(s)
			ticket := s.mailed(p, linkKey)
			return s.redeemed(p, rekey.RekeyTicketRedemption{NewPassword: newPassword, Ticket: &ticket})
		}},
		{"rekey", "forgotten, by the mailed code", func(s *stage) (person, rekey.Secret) {
			p := s.ada(s.otpTenant())
			asked := must(s.ResetRequests.Create(s.ctx, rekey.RekeyResetRequestCreation{Email: &p.email, TenantID: &p.tenant}))(s)
			code := s.mailed(p, `(?m)^\s+(\d{6})\s*$`)
			return s.redeemed(p, rekey.RekeyTicketRedemption{NewPassword: newPassword, RequestCode: asked.RequestCode, Code: &code})
		}},
		{"rekey", "changed by the user", func(s *stage) (person, rekey.Secret) {
			p := s.ada()
			in := must(s.Sessions.Create(s.ctx, rekey.RekeyLogin{Username: p.name, Password: firstPassword}))(s)
			must(s.Passwords.Change(s.ctx, p.id, rekey.RekeyPasswordChange{
				CurrentPassword: firstPassword, NewPassword: newPassword,
			}, rekey.WithToken(in.AccessToken)))(s)
			return p, newPassword
		}},
		{"rekey", "set by an administrator", func(s *stage) (person, rekey.Secret) {
			p := s.ada()
			must(s.Passwords.Set(s.ctx, p.id, rekey.RekeyPasswordAssignment{Password: rekey.Ptr(rekey.Secret(newPassword))}))(s)
			return p, newPassword
		}},
	})
}
