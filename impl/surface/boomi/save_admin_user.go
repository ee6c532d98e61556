package boomi

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/fault"
)

// noData answers an action that has no result.
var noData = boomiapi.AdminActionResult{Data: nullable.NewNullNullable[map[string]any]()}

// CreateAdminUser creates a user, and mails him an invitation in the same transaction.
func (h *handlers) CreateAdminUser(ctx context.Context, r boomiapi.CreateAdminUserRequestObject) (boomiapi.CreateAdminUserResponseObject, error) {
	b := r.Body
	if b.ID != nil && *b.ID != 0 {
		return nil, refused("/id", "not_allowed", "The server chooses the id of a new user.")
	}
	if err := checkState(b); err != nil {
		return nil, err
	}
	c, err := h.customer(ctx, b.CustomerID)
	if err != nil {
		return nil, err
	}
	in := accounts.CreateUserInput{
		TenantID: c.ID, Username: b.Username, GivenName: b.FirstName, FamilyName: b.LastName, Email: b.Email, Disabled: !b.IsActive,
	}
	if b.IsActive {
		in.Invite = core.ProofKey
	}
	u, err := h.Core.Accounts.CreateUser(ctx, in)
	if err != nil {
		return nil, inMembers(err)
	}
	return boomiapi.CreateAdminUser200JSONResponse{Entity: adminUser(c, u), RecordsAffected: 1}, nil
}

// UpdateAdminUser changes what differs from the request.
func (h *handlers) UpdateAdminUser(ctx context.Context, r boomiapi.UpdateAdminUserRequestObject) (boomiapi.UpdateAdminUserResponseObject, error) {
	b := r.Body
	if b.ID == nil || *b.ID == 0 {
		return nil, missing("/id", "The id of the user is required.")
	}
	if err := checkState(b); err != nil {
		return nil, err
	}
	c, err := h.customer(ctx, b.CustomerID)
	if err != nil {
		return nil, err
	}
	before, err := h.find(ctx, c, *b.ID)
	if err != nil {
		return nil, err
	}
	in := accounts.UpdateUserInput{
		UserID: before.ID, Version: before.Version, Username: &b.Username, GivenName: &b.FirstName, FamilyName: &b.LastName, Disabled: new(!b.IsActive),
	}
	if b.Email != primaryEmail(before) {
		in.Email = &accounts.UserAddress{Value: b.Email}
		if b.IsActive && before.LockedAt == nil { // nobody else is mailed a link
			in.Email.Verify = &core.Verification{Medium: core.MediumLink, Form: core.ProofTicket}
		}
	}
	after, err := h.Core.Accounts.UpdateUser(ctx, in)
	if err != nil {
		return nil, inMembers(err)
	}
	out := boomiapi.UpdateAdminUser200JSONResponse{Entity: adminUser(c, after)}
	if after.Version != before.Version {
		out.RecordsAffected = 1
	}
	return out, nil
}

// checkState refuses what no user can be here: the vendor does not publish what an active user is who is
// not enabled.
func checkState(b *boomiapi.AdminUserModel) error {
	if b.IsActive != b.IsEnabled {
		return refused("/isActive", "conflict", "isActive and isEnabled must be the same.")
	}
	return nil
}

func refused(pointer, code, message string) error {
	return fault.ErrMalformed.With(fault.Violation{Pointer: pointer, Code: code, Message: message})
}

// ResendActivation mails a new link to set the password.
func (h *handlers) ResendActivation(ctx context.Context, r boomiapi.ResendActivationRequestObject) (boomiapi.ResendActivationResponseObject, error) {
	u, err := h.findOwn(ctx, r.UserID)
	if err != nil {
		return nil, err
	}
	in := tickets.IssueTicketInput{
		UserID: u.ID, Purpose: core.PurposeInvite, Medium: core.MediumLink, Form: core.ProofKey, Channel: core.ChannelEmail,
	}
	if u.Password.Set {
		in.Purpose = core.PurposeSet
	}
	issued, err := h.Core.Tickets.IssueTicket(ctx, in)
	if err != nil {
		return nil, err
	}
	if issued.Ticket == nil {
		return nil, core.ErrMailBudget
	}
	return boomiapi.ResendActivation200JSONResponse(noData), nil
}

// UnlockAdminUser unlocks a user.
func (h *handlers) UnlockAdminUser(ctx context.Context, r boomiapi.UnlockAdminUserRequestObject) (boomiapi.UnlockAdminUserResponseObject, error) {
	u, err := h.findOwn(ctx, r.UserID)
	if err != nil {
		return nil, err
	}
	if _, err := h.Core.Accounts.UnlockUser(ctx, u.ID); err != nil {
		return nil, err
	}
	return boomiapi.UnlockAdminUser200JSONResponse(noData), nil
}
