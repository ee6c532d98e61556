package zitadel

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// UpdateUser sets the password in human.password; everything else in it is ignored.
func (h *handlers) UpdateUser(ctx context.Context, r zitadelapi.UpdateUserRequestObject) (zitadelapi.UpdateUserResponseObject, error) {
	human, _ := optional(r.Body.Human)
	if human.Password == nil {
		return h.unchanged(ctx, r.UserID)
	}
	out, err := h.updatePassword(ctx, r.UserID, *human.Password)
	if err != nil {
		return nil, err
	}
	return zitadelapi.UpdateUser200JSONResponse{ChangeDate: out.ChangedAt}, nil
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

func (h *handlers) updatePassword(ctx context.Context, userID string, in zitadelapi.SetHumanPassword) (*core.UserChange, error) {
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
			UserID: userID, Hash: secret.NewText(orZero(hashed.Hash)), MustChange: new(orZero(hashed.ChangeRequired)),
		})
	case clear:
		return h.choose(ctx, choice{
			userID: userID, password: orZero(password.Password), mustChange: orZero(password.ChangeRequired),
			current: in.CurrentPassword, code: in.VerificationCode, at: at,
		})
	}
	return nil, fault.ErrMalformed.With(fault.Violation{
		Pointer: at, Code: "required", Message: "Needs either password or hashedPassword.",
	})
}
