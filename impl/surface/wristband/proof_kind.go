package wristband

import (
	"errors"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// proofKind is one of the three kinds of proof of a reset, with the field on which its failure is reported.
type proofKind struct {
	proof core.Proof
	field string
	code  string
}

func byEmailAuthCode(code secret.Text) proofKind {
	return proofKind{field: "emailAuthCode", code: "invalid_email_auth_code", proof: core.Proof{
		Form: core.ProofMailCode, Purpose: core.PurposeReset, Secret: code,
	}}
}

func byPasswordResetCode(code secret.Text) proofKind {
	return proofKind{field: "passwordResetCode", code: "invalid_password_reset_code", proof: core.Proof{
		Form: core.ProofLinkCode, Purpose: core.PurposeReset, Secret: code,
	}}
}

func byOTP(request, code secret.Text) proofKind {
	return proofKind{field: "verificationCode", code: "invalid_verification_code", proof: core.Proof{
		Form: core.ProofOTP, Purpose: core.PurposeReset, Secret: request, Code: code,
	}}
}

// locate reports an unusable proof on its field, in the same way for every
// reason.
func (w proofKind) locate(err error) error {
	if errors.Is(err, core.ErrTicketUnusable) {
		return fault.From(err).With(broken(w.field, w.code, "", ""))
	}
	return err
}

// chooseProof picks the proof that the request carries. Several, half of one, or none is refused before
// the core is called, so it does not count as an attempt and consumes nothing.
func chooseProof(in *wristbandapi.ResetPasswordInput) (proofKind, error) {
	mail, link := secretOf(in.EmailAuthCode), secretOf(in.PasswordResetCode)
	request, otp := secretOf(in.RequestCode), secretOf(in.VerificationCode)
	var wrong []fault.Violation
	must := func(code string, fields ...string) {
		for _, f := range fields {
			wrong = append(wrong, broken(f, code, "", ""))
		}
	}
	first := !mail.Empty() // the first proof stands, and fields of other kinds are refused
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
		return proofKind{}, fault.ErrMalformed.With(wrong...)
	case !mail.Empty():
		return byEmailAuthCode(mail), nil
	case !link.Empty():
		return byPasswordResetCode(link), nil
	}
	return byOTP(request, otp), nil
}

// secretOf is the value of a field; null and absent are the same here.
func secretOf(n nullable.Nullable[string]) secret.Text {
	if s, err := n.Get(); err == nil {
		return secret.NewText(s)
	}
	return secret.Text{}
}
