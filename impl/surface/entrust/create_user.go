package entrust

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/fault"
)

// CreateUserUsingPOST creates a user.
func (h *handlers) CreateUserUsingPOST(ctx context.Context, r entrustapi.CreateUserUsingPOSTRequestObject) (entrustapi.CreateUserUsingPOSTResponseObject, error) {
	u, err := h.createUser(ctx, *r.Body)
	if err != nil {
		return nil, err
	}
	return entrustapi.CreateUserUsingPOST200JSONResponse(user(u)), nil
}

func (h *handlers) createUser(ctx context.Context, p entrustapi.UserParms) (*core.User, error) {
	if p.UserID == nil { // optional in a change
		return nil, fault.ErrMalformed.With(fault.Violation{Pointer: "/userId", Code: "required", Message: "A value is required."})
	}
	t, err := h.Core.Tenants.ResolveTenant(ctx, "")
	if err != nil {
		return nil, err
	}
	in := accounts.CreateUserInput{
		TenantID: t.ID, ExternalID: text(p.ExternalID), Username: *p.UserID, GivenName: text(p.FirstName), FamilyName: text(p.LastName),
		Locale: text(p.Locale), Disabled: isInactive(p.State), Locked: isTrue(p.Lock),
	}
	known := isFalse(p.VerificationRequired)
	if email := text(p.Email); email != "" {
		a := accounts.UserAddress{Value: email, Verified: known}
		if !known && !isFalse(p.EmailVerification) && !in.Disabled && !in.Locked {
			a.Verify = mailedLink()
		}
		in.Emails = []accounts.UserAddress{a}
	}
	if mobile := text(p.Mobile); mobile != "" {
		in.Phones = []accounts.UserAddress{{Value: mobile, Verified: known}}
	}
	return h.Core.Accounts.CreateUser(ctx, in)
}

// mailedLink verifies an e-mail address by a link that is mailed to it.
func mailedLink() *core.Verification {
	return &core.Verification{Medium: core.MediumLink, Form: core.ProofTicket}
}

func isFalse(b *bool) bool { return b != nil && !*b }

func isInactive(s *entrustapi.UserState) bool { return s != nil && *s == entrustapi.UserStateINACTIVE }
