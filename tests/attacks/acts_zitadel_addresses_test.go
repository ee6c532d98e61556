package attacks_test

import (
	"fmt"

	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

func zitadelAddressActs() []act {
	number := func(s *stage) string { s.people++; return fmt.Sprintf("+4915777%06d", s.people) }
	phoned := func(s *stage) *harness.Person {
		return s.person(harness.Unverified, harness.WithPhone(number(s)))
	}
	byPhone := func(s *stage, p *harness.Person) string {
		return s.ticket(p, tickets.IssueTicketInput{Purpose: models.PurposeVerify, Kind: models.AddressPhone, Medium: models.MediumReturned, Form: models.ProofUserCode})
	}
	return []act{
		{name: "zitadel SetEmail returned", gives: []string{"verificationCode"}, play: func(s *stage) harness.Call {
			return s.user(s.person(), "/email", j{"email": "new" + s.text() + "@example.test", "returnCode": j{}})
		}},
		{name: "zitadel SetEmail mailed", play: func(s *stage) harness.Call {
			return s.user(s.person(), "/email", j{"email": "new" + s.text() + "@example.test", "sendCode": j{"urlTemplate": template}})
		}},
		{name: "zitadel SetEmail known", play: func(s *stage) harness.Call {
			return s.user(s.person(), "/email", j{"email": "new" + s.text() + "@example.test", "isVerified": true})
		}},
		{name: "zitadel ResendEmailCode returned", gives: []string{"verificationCode"}, play: func(s *stage) harness.Call {
			return s.user(s.person(harness.Unverified), "/email/resend", j{"returnCode": j{}})
		}},
		{name: "zitadel ResendEmailCode mailed", play: func(s *stage) harness.Call {
			return s.user(s.person(harness.Unverified), "/email/resend", j{"sendCode": j{"urlTemplate": template}})
		}},
		{name: "zitadel VerifyEmail", play: func(s *stage) harness.Call {
			p := s.person(harness.Unverified)
			return s.user(p, "/email/verify", j{"verificationCode": s.userCode(p, models.PurposeVerify)})
		}},
		{name: "zitadel SetPhone returned", gives: []string{"verificationCode"}, play: func(s *stage) harness.Call {
			return s.user(s.person(), "/phone", j{"phone": number(s), "returnCode": j{}})
		}},
		{name: "zitadel SetPhone sent", play: func(s *stage) harness.Call {
			return s.user(s.person(), "/phone", j{"phone": number(s)})
		}},
		{name: "zitadel ResendPhoneCode returned", gives: []string{"verificationCode"}, play: func(s *stage) harness.Call {
			return s.user(phoned(s), "/phone/resend", j{"returnCode": j{}})
		}},
		{name: "zitadel ResendPhoneCode sent", play: func(s *stage) harness.Call { return s.user(phoned(s), "/phone/resend", j{}) }},
		{name: "zitadel VerifyPhone", play: func(s *stage) harness.Call {
			p := phoned(s)
			return s.user(p, "/phone/verify", j{"verificationCode": byPhone(s, p)})
		}},
	}
}
