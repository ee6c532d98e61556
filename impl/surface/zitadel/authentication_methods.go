package zitadel

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core/factors"
)

// ListAuthenticationMethodTypes lists how a user can log in.
func (h *handlers) ListAuthenticationMethodTypes(ctx context.Context, r zitadelapi.ListAuthenticationMethodTypesRequestObject) (zitadelapi.ListAuthenticationMethodTypesResponseObject, error) {
	methods, err := h.Core.Factors.ListLoginMethods(ctx, r.UserID)
	if err != nil {
		return nil, err
	}
	var types []zitadelapi.AuthenticationMethodType
	for _, m := range methods {
		types = append(types, methodType(m))
	}
	out := zitadelapi.ListAuthenticationMethodTypes200JSONResponse{
		Details: zitadelapi.ListDetails{TotalResult: count(int64(len(types))), Timestamp: at(h.Clock.Now())},
	}
	if len(types) > 0 {
		out.AuthMethodTypes = &types
	}
	return out, nil
}

func methodType(m factors.LoginMethod) zitadelapi.AuthenticationMethodType {
	switch m {
	case factors.MethodTOTP:
		return zitadelapi.AuthenticationMethodTypeAUTHENTICATIONMETHODTYPETOTP
	case factors.MethodSMSCode:
		return zitadelapi.AuthenticationMethodTypeAUTHENTICATIONMETHODTYPEOTPSMS
	case factors.MethodMailCode:
		return zitadelapi.AuthenticationMethodTypeAUTHENTICATIONMETHODTYPEOTPEMAIL
	}
	return zitadelapi.AuthenticationMethodTypeAUTHENTICATIONMETHODTYPEPASSWORD
}
