package wristband

import (
	"errors"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// way is one of the three ways to prove a reset, and where its failure is reported.
type way struct {
	proof core.Proof
	field string
	code  string
}

func byEmailAuthCode(code secret.Text) way {
	return way{field: "emailAuthCode", code: "invalid_email_auth_code", proof: core.Proof{
		Form: core.ProofMailCode, Purpose: core.PurposeReset, Secret: code,
	}}
}

func byPasswordResetCode(code secret.Text) way {
	return way{field: "passwordResetCode", code: "invalid_password_reset_code", proof: core.Proof{
		Form: core.ProofLinkCode, Purpose: core.PurposeReset, Secret: code,
	}}
}

func byOTP(request, code secret.Text) way {
	return way{field: "verificationCode", code: "invalid_verification_code", proof: core.Proof{
		Form: core.ProofOTP, Purpose: core.PurposeReset, Secret: request, Code: code,
	}}
}

// at says on which field an unusable proof is reported: one and the same for every
// reason.
func (w way) at(err error) error {
	if errors.Is(err, core.ErrTicketUnusable) {
		return fault.From(err).With(broken(w.field, w.code, "", ""))
	}
	return err
}

// choose picks the way that is taken. Several, half of one, or none is refused before
// the core is asked, so it counts as no try and consumes nothing.
func choose(in *wristbandapi.ResetPasswordInput) (way, error) {
	mail, link := given(in.EmailAuthCode), given(in.PasswordResetCode)
	request, otp := given(in.RequestCode), given(in.VerificationCode)
	var wrong []fault.Violation
	must := func(code string, fields ...string) {
		for _, f := range fields {
			wrong = append(wrong, broken(f, code, "", ""))
		}
	}
	first := !mail.Empty() // the first way given stands, and what belongs to others must go
	if first && !link.Empty() {
		must("must_be_null", "passwordResetCode")
	}
	first = first || !link.Empty()
	if first && !request.Empty() {
		must("must_be_null", "requestCode")
	}
	if first && !otp.Empty() {
		must("must_be_null", "verificationCode")
	}
	switch {
	case first:
	case request.Empty() && otp.Empty():
		must("one_required", "emailAuthCode", "passwordResetCode", "requestCode")
	case request.Empty():
		must("required", "requestCode")
	case otp.Empty():
		must("required", "verificationCode")
	}
	switch {
	case len(wrong) > 0:
		return way{}, fault.ErrMalformed.With(wrong...)
	case !mail.Empty():
		return byEmailAuthCode(mail), nil
	case !link.Empty():
		return byPasswordResetCode(link), nil
	}
	return byOTP(request, otp), nil
}

// given is the value of a field; null and absent are the same here.
func given(n nullable.Nullable[string]) secret.Text {
	if s, err := n.Get(); err == nil {
		return secret.NewText(s)
	}
	return secret.Text{}
}
