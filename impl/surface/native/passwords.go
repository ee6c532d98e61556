package native

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

func passwordState(d *passwords.DescribedPassword) rekeyapi.PasswordState {
	return rekeyapi.PasswordState{
		Present: d.Present, MustChange: d.MustChange, ChangedAt: d.ChangedAt, ExpiresAt: d.ExpiresAt, WarnAt: d.WarnAt,
	}
}

// GetPassword describes a password.
func (h *handlers) GetPassword(ctx context.Context, r rekeyapi.GetPasswordRequestObject) (rekeyapi.GetPasswordResponseObject, error) {
	d, err := h.Core.Passwords.DescribePassword(ctx, r.UserID.String())
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetPassword200JSONResponse(passwordState(d)), nil
}

// SetPassword sets the password of a user.
func (h *handlers) SetPassword(ctx context.Context, r rekeyapi.SetPasswordRequestObject) (rekeyapi.SetPasswordResponseObject, error) {
	in, err := passwordOrder(r.UserID.String(), r.Body)
	if err != nil {
		return nil, err
	}
	set, err := h.Core.Passwords.SetPassword(ctx, in)
	if err != nil {
		return nil, about("/password", err)
	}
	counts := ended(&set.Change)
	out := rekeyapi.SetPassword200JSONResponse{
		UserID: counts.UserID, EndedSessions: counts.EndedSessions, RevokedRefreshTokens: counts.RevokedRefreshTokens,
		State: passwordState(set.State),
	}
	if !set.Generated.Empty() {
		out.Password = some(set.Generated.Reveal())
	}
	return out, nil
}

// passwordOrder reads what the password is to become: one of three, and what goes with it.
func passwordOrder(userID string, b *rekeyapi.PasswordAssignment) (passwords.SetPasswordInput, error) {
	in := passwords.SetPasswordInput{
		UserID: userID, Generate: given(b.Generate), Return: given(b.ReturnPassword), Mail: given(b.MailPassword),
		MustChange: b.MustChange, ExpiresAt: b.ExpiresAt, ClearHistory: given(b.ClearHistory), Unlock: given(b.Unlock),
		Hash: secret.NewText(given(b.Hash)), Revoke: core.Revocation(given(b.Revoke)),
	}
	ways := 0
	for _, way := range []bool{b.Password != nil, in.Generate, b.Hash != nil} {
		if way {
			ways++
		}
	}
	if ways != 1 {
		return in, fault.ErrMalformed.With(fault.Violation{
			Code: "one_of", Message: "Exactly one of password, generate and hash is needed.",
		})
	}
	if in.Return && !in.Generate {
		return in, fault.ErrMalformed.With(fault.Violation{
			Pointer: "/returnPassword", Code: "not_allowed", Message: "Only a generated password is returned.",
		})
	}
	if b.Password == nil {
		return in, nil
	}
	var err error
	in.Password, err = surface.Password(*b.Password)
	return in, err
}

// RemovePassword leaves a user without a password.
func (h *handlers) RemovePassword(ctx context.Context, r rekeyapi.RemovePasswordRequestObject) (rekeyapi.RemovePasswordResponseObject, error) {
	out, err := h.Core.Passwords.RemovePassword(ctx, r.UserID.String())
	if err != nil {
		return nil, err
	}
	return rekeyapi.RemovePassword200JSONResponse(ended(out)), nil
}

// ChangePassword changes a password by showing the current one.
func (h *handlers) ChangePassword(ctx context.Context, r rekeyapi.ChangePasswordRequestObject) (rekeyapi.ChangePasswordResponseObject, error) {
	in := passwords.ChangePasswordInput{UserID: r.UserID.String(), Revoke: core.Revocation(given(r.Body.Revoke))}
	var err error
	if in.Current, err = surface.Password(given(r.Body.CurrentPassword)); err != nil {
		return nil, core.ErrWrongCurrent.Because(err) // what no password can be is not the current one
	}
	if in.New, err = surface.Password(given(r.Body.NewPassword)); err != nil {
		return nil, err
	}
	out, err := h.Core.Passwords.ChangePassword(ctx, in)
	if err != nil {
		return nil, about("/newPassword", err)
	}
	return rekeyapi.ChangePassword200JSONResponse(ended(out)), nil
}
