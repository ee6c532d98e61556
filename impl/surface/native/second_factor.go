package native

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/factors"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

// reauthentication is what users prove again before they change their own second factor.
func reauthentication(current, code *string) (factors.Reauthentication, error) {
	pw, err := surface.Password(orZero(current))
	if err != nil {
		return factors.Reauthentication{}, core.ErrWrongCurrent.Because(err) // what no password can be is not the current one
	}
	return factors.Reauthentication{Current: pw, Code: secret.NewText(orZero(code))}, nil
}

// GetSecondFactor describes the second factor of a user.
func (h *handlers) GetSecondFactor(ctx context.Context, r rekeyapi.GetSecondFactorRequestObject) (rekeyapi.GetSecondFactorResponseObject, error) {
	d, err := h.Core.Factors.DescribeSecondFactor(ctx, r.UserID.String())
	if err != nil {
		return nil, err
	}
	return rekeyapi.GetSecondFactor200JSONResponse{
		Method: rekeyapi.SecondFactorMethod(d.Method), ConfirmedAt: d.ConfirmedAt, PendingUntil: d.PendingUntil, RecoveryCodesLeft: int32(d.CodesLeft),
	}, nil
}

// RemoveSecondFactor removes the authenticator app of another user.
func (h *handlers) RemoveSecondFactor(ctx context.Context, r rekeyapi.RemoveSecondFactorRequestObject) (rekeyapi.RemoveSecondFactorResponseObject, error) {
	if err := h.Core.Factors.RemoveSecondFactor(ctx, factors.RemoveSecondFactorInput{UserID: r.UserID.String()}); err != nil {
		return nil, err
	}
	return rekeyapi.RemoveSecondFactor204Response{}, nil
}

// DropSecondFactor removes the authenticator app of the user who calls.
func (h *handlers) DropSecondFactor(ctx context.Context, r rekeyapi.DropSecondFactorRequestObject) (rekeyapi.DropSecondFactorResponseObject, error) {
	fresh, err := reauthentication(r.Body.CurrentPassword, r.Body.Code)
	if err != nil {
		return nil, err
	}
	if err := h.Core.Factors.RemoveSecondFactor(ctx, factors.RemoveSecondFactorInput{UserID: r.UserID.String(), Reauthentication: fresh}); err != nil {
		return nil, err
	}
	return rekeyapi.DropSecondFactor204Response{}, nil
}

// EnrollTotp draws the secret of an authenticator app.
func (h *handlers) EnrollTotp(ctx context.Context, r rekeyapi.EnrollTotpRequestObject) (rekeyapi.EnrollTotpResponseObject, error) {
	fresh, err := reauthentication(r.Body.CurrentPassword, nil)
	if err != nil {
		return nil, err
	}
	in, err := h.Core.Factors.EnrollTOTP(ctx, factors.EnrollTOTPInput{UserID: r.UserID.String(), Reauthentication: fresh})
	if err != nil {
		return nil, err
	}
	return rekeyapi.EnrollTotp201JSONResponse{Secret: in.Secret.Reveal(), URI: in.URI.Reveal(), ExpiresAt: in.ExpiresAt}, nil
}

// ConfirmTotp makes an enrolled app a second factor.
func (h *handlers) ConfirmTotp(ctx context.Context, r rekeyapi.ConfirmTotpRequestObject) (rekeyapi.ConfirmTotpResponseObject, error) {
	codes, err := h.Core.Factors.ConfirmTOTP(ctx, r.UserID.String(), secret.NewText(orZero(r.Body.Code)))
	if err != nil {
		return nil, err
	}
	return rekeyapi.ConfirmTotp200JSONResponse{RecoveryCodes: printed(codes)}, nil
}

// RenewRecoveryCodes replaces the recovery codes of a user.
func (h *handlers) RenewRecoveryCodes(ctx context.Context, r rekeyapi.RenewRecoveryCodesRequestObject) (rekeyapi.RenewRecoveryCodesResponseObject, error) {
	fresh, err := reauthentication(r.Body.CurrentPassword, r.Body.Code)
	if err != nil {
		return nil, err
	}
	codes, err := h.Core.Factors.RenewRecoveryCodes(ctx, factors.RenewRecoveryCodesInput{UserID: r.UserID.String(), Reauthentication: fresh})
	if err != nil {
		return nil, err
	}
	return rekeyapi.RenewRecoveryCodes200JSONResponse{RecoveryCodes: printed(codes)}, nil
}

func printed(codes []secret.Text) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = c.Reveal()
	}
	return out
}
