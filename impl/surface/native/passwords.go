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
		return nil, withPointer("/password", err)
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

// passwordOrder reads the source of the new password, one of three, with its options.
func passwordOrder(userID string, b *rekeyapi.PasswordAssignment) (passwords.SetPasswordInput, error) {
	in := passwords.SetPasswordInput{
		UserID: userID, Generate: orZero(b.Generate), Return: orZero(b.ReturnPassword), Mail: orZero(b.MailPassword),
		MustChange: b.MustChange, ExpiresAt: b.ExpiresAt, ClearHistory: orZero(b.ClearHistory), Unlock: orZero(b.Unlock),
		Hash: secret.NewText(orZero(b.Hash)), Revoke: core.Revocation(orZero(b.Revoke)),
	}
	sources := 0
	for _, present := range []bool{b.Password != nil, in.Generate, b.Hash != nil} {
		if present {
			sources++
		}
	}
	if sources != 1 {
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

// RemovePassword removes the password of a user.
func (h *handlers) RemovePassword(ctx context.Context, r rekeyapi.RemovePasswordRequestObject) (rekeyapi.RemovePasswordResponseObject, error) {
	out, err := h.Core.Passwords.RemovePassword(ctx, r.UserID.String())
	if err != nil {
		return nil, err
	}
	return rekeyapi.RemovePassword200JSONResponse(ended(out)), nil
}

// ChangePassword changes a password with the current one as proof.
func (h *handlers) ChangePassword(ctx context.Context, r rekeyapi.ChangePasswordRequestObject) (rekeyapi.ChangePasswordResponseObject, error) {
	in := passwords.ChangePasswordInput{UserID: r.UserID.String(), Revoke: core.Revocation(orZero(r.Body.Revoke))}
	var err error
	if in.Current, err = surface.Password(orZero(r.Body.CurrentPassword)); err != nil {
		return nil, core.ErrWrongCurrent.Because(err) // what no password can be is not the current one
	}
	if in.New, err = surface.Password(orZero(r.Body.NewPassword)); err != nil {
		return nil, err
	}
	out, err := h.Core.Passwords.ChangePassword(ctx, in)
	if err != nil {
		return nil, withPointer("/newPassword", err)
	}
	return rekeyapi.ChangePassword200JSONResponse(ended(out)), nil
}
