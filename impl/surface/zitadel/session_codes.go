package zitadel

import (
	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// sessionCodes reads which one-time codes a session is to get.
func sessionCodes(asked zitadelapi.RequestChallenges) (orders []logins.SessionCode, err error) {
	if c, ok := optional(asked.OtpSms); ok {
		orders = append(orders, logins.SessionCode{Channel: core.ChannelSMS, Returned: orZero(c.ReturnCode)})
	}
	if c, ok := optional(asked.OtpEmail); ok {
		send, sent := optional(c.SendCode)
		_, returned := optional(c.ReturnCode)
		if sent && returned {
			return nil, exclusive("/challenges/otpEmail/sendCode", "/challenges/otpEmail/returnCode") // D8
		}
		template, _ := optional(send.URLTemplate)
		if err := checkTemplate(template, codeFields); err != nil {
			return nil, err
		}
		orders = append(orders, logins.SessionCode{Channel: core.ChannelEmail, Returned: returned, Template: surface.LinkTemplate(template)})
	}
	return orders, nil
}

// returnedCodes are the codes that the caller gets.
func returnedCodes(out *logins.IssuedSession) *zitadelapi.Challenges {
	codes := zitadelapi.Challenges{OtpSms: unlessZero(out.SMSCode.Reveal()), OtpEmail: unlessZero(out.MailCode.Reveal())}
	if codes == (zitadelapi.Challenges{}) {
		return nil
	}
	return &codes
}

// userMissing names what a session without a user cannot have: the first of the checks, then of the
// challenges, in the vendor's order.
func userMissing(in logins.SessionInput, err error) error {
	why := anyReason
	switch {
	case in.Password != nil || in.Code != nil:
	case in.SMSCode != nil:
		why = smsCodeOfNobody
	case in.MailCode != nil:
		why = codeOfNobody
	case len(in.Codes) > 0 && in.Codes[0].Channel == core.ChannelSMS:
		why = smsForNobody
	case len(in.Codes) > 0:
		why = codeForNobody
	}
	return &refusal{fault.From(err), why}
}
