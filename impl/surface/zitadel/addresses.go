package zitadel

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

// SetEmail replaces the primary e-mail address.
func (h *handlers) SetEmail(ctx context.Context, r zitadelapi.SetEmailRequestObject) (zitadelapi.SetEmailResponseObject, error) {
	to, err := verification("", emailTemplate(r.Body.SendCode), chosen(r.Body.SendCode), r.Body.ReturnCode != nil, r.Body.IsVerified)
	if err != nil {
		return nil, err
	}
	to.Value = r.Body.Email
	u, err := h.Core.Accounts.SetAddress(ctx, accounts.SetAddressInput{UserID: r.UserID, Kind: core.AddressEmail, Address: to})
	if err != nil {
		return nil, err
	}
	return zitadelapi.SetEmail200JSONResponse{Details: userDetails(u), VerificationCode: unlessZero(issuedCode(u, core.AddressEmail))}, nil
}

// SetPhone replaces the primary phone number.
func (h *handlers) SetPhone(ctx context.Context, r zitadelapi.SetPhoneRequestObject) (zitadelapi.SetPhoneResponseObject, error) {
	to, err := verification("", "", r.Body.SendCode != nil, r.Body.ReturnCode != nil, r.Body.IsVerified)
	if err != nil {
		return nil, err
	}
	to.Value = r.Body.Phone
	u, err := h.Core.Accounts.SetAddress(ctx, accounts.SetAddressInput{UserID: r.UserID, Kind: accounts.AddressPhone, Address: to})
	if err != nil {
		return nil, err
	}
	return zitadelapi.SetPhone200JSONResponse{Details: userDetails(u), VerificationCode: unlessZero(issuedCode(u, accounts.AddressPhone))}, nil
}

// issuedCode is the code that a change returns for the user's address of a kind; empty: none.
func issuedCode(u *core.User, kind core.AddressKind) string {
	for _, a := range u.Addresses {
		if a.Kind == kind && a.Issued != nil {
			return a.Issued.Secret.Reveal()
		}
	}
	return ""
}

// verification reads how a new address is verified: at is where the members are in the body. By default a
// code is sent.
func verification(at, template string, sent, returned bool, known nullable.Nullable[bool]) (accounts.UserAddress, error) {
	isVerified, told := optional(known)
	switch {
	case sent && returned:
		return accounts.UserAddress{}, exclusive(at+"/sendCode", at+"/returnCode") // D8
	case sent && told:
		return accounts.UserAddress{}, exclusive(at+"/sendCode", at+"/isVerified")
	case returned && told:
		return accounts.UserAddress{}, exclusive(at+"/returnCode", at+"/isVerified")
	case told:
		return accounts.UserAddress{Verified: isVerified}, nil
	}
	if err := checkTemplate(template, ticketFields); err != nil {
		return accounts.UserAddress{}, err
	}
	v := &core.Verification{Medium: core.MediumLink, Form: core.ProofUserCode, Template: surface.LinkTemplate(template)}
	if returned {
		v.Medium = core.MediumReturned
	}
	return accounts.UserAddress{Verify: v}, nil
}

func chosen[T any](n nullable.Nullable[T]) bool {
	_, is := optional(n)
	return is
}

func emailTemplate(n nullable.Nullable[zitadelapi.SendEmailVerificationCode]) string {
	send, _ := optional(n)
	return orZero(send.URLTemplate)
}

// ResendEmailCode makes a new code for the primary e-mail address.
func (h *handlers) ResendEmailCode(ctx context.Context, r zitadelapi.ResendEmailCodeRequestObject) (zitadelapi.ResendEmailCodeResponseObject, error) {
	to, err := verification("", emailTemplate(r.Body.SendCode), chosen(r.Body.SendCode), r.Body.ReturnCode != nil, nil)
	if err != nil {
		return nil, err
	}
	issued, err := h.resendCode(ctx, r.UserID, core.AddressEmail, *to.Verify)
	if err != nil {
		return nil, err
	}
	return zitadelapi.ResendEmailCode200JSONResponse{Details: changed(issued.Change), VerificationCode: unlessZero(issued.Secret.Reveal())}, nil
}

// ResendPhoneCode makes a new code for the primary phone number.
func (h *handlers) ResendPhoneCode(ctx context.Context, r zitadelapi.ResendPhoneCodeRequestObject) (zitadelapi.ResendPhoneCodeResponseObject, error) {
	to, err := verification("", "", r.Body.SendCode != nil, r.Body.ReturnCode != nil, nil)
	if err != nil {
		return nil, err
	}
	issued, err := h.resendCode(ctx, r.UserID, accounts.AddressPhone, *to.Verify)
	if err != nil {
		return nil, err
	}
	return zitadelapi.ResendPhoneCode200JSONResponse{Details: changed(issued.Change), VerificationCode: unlessZero(issued.Secret.Reveal())}, nil
}

// resendCode issues a new ticket for the primary address of a kind.
func (h *handlers) resendCode(ctx context.Context, userID string, kind core.AddressKind, v core.Verification) (*core.IssuedTicket, error) {
	if err := requireSelf(ctx, userID); err != nil {
		return nil, err
	}
	if v.Medium == core.MediumReturned {
		if err := requireAdministrator(ctx); err != nil {
			return nil, err
		}
	}
	return refuseSpent(h.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{
		UserID: userID, Purpose: core.PurposeVerify, Medium: v.Medium, Form: v.Form, Kind: kind, Template: v.Template,
	}))
}

// refuseSpent refuses a request for a mail that a spent budget prevented.
func refuseSpent(issued *core.IssuedTicket, err error) (*core.IssuedTicket, error) {
	if err == nil && issued.Ticket == nil {
		return nil, core.ErrMailBudget
	}
	return issued, err
}

// VerifyEmail consumes the code of an e-mail address.
func (h *handlers) VerifyEmail(ctx context.Context, r zitadelapi.VerifyEmailRequestObject) (zitadelapi.VerifyEmailResponseObject, error) {
	change, err := h.verifyAddress(ctx, r.UserID, core.AddressEmail, orZero(r.Body.VerificationCode))
	if err != nil {
		return nil, err
	}
	return zitadelapi.VerifyEmail200JSONResponse{Details: changed(*change)}, nil
}

// VerifyPhone consumes the code of a phone number.
func (h *handlers) VerifyPhone(ctx context.Context, r zitadelapi.VerifyPhoneRequestObject) (zitadelapi.VerifyPhoneResponseObject, error) {
	change, err := h.verifyAddress(ctx, r.UserID, accounts.AddressPhone, orZero(r.Body.VerificationCode))
	if err != nil {
		return nil, err
	}
	return zitadelapi.VerifyPhone200JSONResponse{Details: changed(*change)}, nil
}

func (h *handlers) verifyAddress(ctx context.Context, userID string, kind core.AddressKind, code string) (*core.UserChange, error) {
	if err := requireSelf(ctx, userID); err != nil {
		return nil, err
	}
	out, err := h.Core.Tickets.VerifyAddress(ctx, tickets.VerifyAddressInput{
		Proof: core.Proof{Form: core.ProofUserCode, UserID: userID, Secret: secret.NewText(code), Kind: kind},
	})
	if err != nil {
		return nil, err
	}
	return &out.Change, nil
}
