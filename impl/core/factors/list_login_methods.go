package factors

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
)

// LoginMethod is a kind of proof that a user can give.
type LoginMethod string

// The methods, in the order of a list.
const (
	MethodPassword LoginMethod = "password"
	MethodTOTP     LoginMethod = "totp"
	MethodSMSCode  LoginMethod = "sms_code"
	MethodMailCode LoginMethod = "mail_code"
)

// ListLoginMethods lists the kinds of proof that a user can give. A code by mail or SMS is a second
// factor of users who have one and no authenticator app, and needs a verified address.
func (uc *UseCases) ListLoginMethods(ctx context.Context, userID string) ([]LoginMethod, error) {
	s, err := uc.kernel.ReadUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	var methods []LoginMethod
	if s.User.Directory || s.Credential.Present() {
		methods = append(methods, MethodPassword)
	}
	app, err := uc.kernel.ConfirmedApp(ctx, userID)
	switch {
	case err != nil:
		return nil, err
	case app != nil:
		return append(methods, MethodTOTP), nil
	case !s.User.MFA:
		return methods, nil
	}
	for _, by := range []struct {
		method LoginMethod
		kind   models.AddressKind
	}{{MethodSMSCode, models.AddressPhone}, {MethodMailCode, models.AddressEmail}} {
		verified, err := core.VerifiedAddresses(uc.store.Read(ctx), userID, by.kind)
		if err != nil {
			return nil, err
		}
		if len(verified) > 0 {
			methods = append(methods, by.method)
		}
	}
	return methods, nil
}
