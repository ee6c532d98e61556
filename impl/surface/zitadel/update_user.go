package zitadel

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// UpdateUser changes what the request has, in one transaction.
func (h *handlers) UpdateUser(ctx context.Context, r zitadelapi.UpdateUserRequestObject) (zitadelapi.UpdateUserResponseObject, error) {
	human, _ := optional(r.Body.Human)
	username, renamed := optional(r.Body.Username)
	_, hasPhone := optional(human.Phone)
	switch {
	case renamed || human.Profile != nil || human.Email != nil || hasPhone:
		in := accounts.UpdateUserInput{UserID: r.UserID, Version: core.AnyVersion}
		if renamed {
			in.Username = &username
		}
		return h.updateUser(ctx, in, human)
	case human.Password == nil:
		return h.unchanged(ctx, r.UserID)
	}
	out, err := h.updatePassword(ctx, r.UserID, *human.Password, nil)
	if err != nil {
		return nil, err
	}
	return zitadelapi.UpdateUser200JSONResponse{ChangeDate: out.ChangedAt}, nil
}

// updateUser changes the user, and the password with him if the request has one.
func (h *handlers) updateUser(ctx context.Context, in accounts.UpdateUserInput, human zitadelapi.UpdateUserHuman) (zitadelapi.UpdateUserResponseObject, error) {
	if err := requireAdministrator(ctx); err != nil {
		return nil, err
	}
	if err := readChanges(&in, human); err != nil {
		return nil, err
	}
	var changedAt time.Time
	if human.Password != nil {
		in.SetPassword = func(step *core.UserStep) error {
			out, err := h.updatePassword(ctx, in.UserID, *human.Password, step)
			if err == nil {
				changedAt = out.ChangedAt
			}
			return err
		}
	}
	u, err := h.Core.Accounts.UpdateUser(ctx, in)
	if err != nil {
		return nil, err
	}
	if changedAt.IsZero() {
		changedAt = u.UpdatedAt
	}
	return zitadelapi.UpdateUser200JSONResponse{
		ChangeDate: changedAt, EmailCode: unlessZero(issuedCode(u, core.AddressEmail)), PhoneCode: unlessZero(issuedCode(u, accounts.AddressPhone)),
	}, nil
}

// readChanges reads the profile, the address and the phone.
func readChanges(in *accounts.UpdateUserInput, human zitadelapi.UpdateUserHuman) error {
	if p := human.Profile; p != nil {
		in.GivenName, in.FamilyName, in.Nickname, in.DisplayName, in.Locale = p.GivenName, p.FamilyName, p.NickName, p.DisplayName, p.PreferredLanguage
		if p.Gender != nil {
			in.Gender = new(storedGender(p.Gender))
		}
	}
	if human.Email != nil {
		email, err := humanEmail("/human/email", *human.Email)
		if err != nil {
			return err
		}
		in.Email = &email
	}
	phone, hasPhone := optional(human.Phone)
	if !hasPhone {
		return nil
	}
	number, err := humanPhone("/human/phone", phone)
	switch {
	case err != nil:
		return err
	case phone.Phone != nil:
		in.Phone = &number
	case phone.SendCode != nil || phone.ReturnCode != nil || chosen(phone.IsVerified):
		return fault.ErrMalformed.With(fault.Violation{Pointer: "/human/phone/phone", Code: "required", Message: "A verification needs a phone number."})
	default: // the vendor removes the phone: its user has one
		in.Phones = &[]accounts.UserAddress{}
	}
	return nil
}

func (h *handlers) unchanged(ctx context.Context, userID string) (zitadelapi.UpdateUserResponseObject, error) {
	if err := requireSelf(ctx, userID); err != nil {
		return nil, err
	}
	u, err := h.Core.Accounts.FindUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	return zitadelapi.UpdateUser200JSONResponse{ChangeDate: u.UpdatedAt}, nil
}

func (h *handlers) updatePassword(ctx context.Context, userID string, in zitadelapi.SetHumanPassword, with *core.UserStep) (*core.UserChange, error) {
	const at = "/human/password"
	password, clear := optional(in.Password)
	hashed, imported := optional(in.HashedPassword)
	_, current := optional(in.CurrentPassword)
	_, code := optional(in.VerificationCode)
	switch {
	case clear && imported:
		return nil, exclusive(at+"/password", at+"/hashedPassword")
	case imported && current:
		return nil, exclusive(at+"/hashedPassword", at+"/currentPassword")
	case imported && code:
		return nil, exclusive(at+"/hashedPassword", at+"/verificationCode")
	case imported:
		if err := requireSelf(ctx, userID); err != nil {
			return nil, err
		}
		return h.order(ctx, passwords.SetPasswordInput{
			UserID: userID, Hash: secret.NewText(orZero(hashed.Hash)), MustChange: new(orZero(hashed.ChangeRequired)), With: with,
		})
	case clear:
		return h.choose(ctx, choice{
			userID: userID, password: orZero(password.Password), mustChange: orZero(password.ChangeRequired),
			current: in.CurrentPassword, code: in.VerificationCode, at: at, with: with,
		})
	}
	return nil, fault.ErrMalformed.With(fault.Violation{
		Pointer: at, Code: "required", Message: "Needs either password or hashedPassword.",
	})
}
