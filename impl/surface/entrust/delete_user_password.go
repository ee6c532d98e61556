package entrust

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
)

// DeleteUserPasswordUsingDELETE removes the password of a user. The vendor answers
// 200 with an empty body, not 204.
func (h *handlers) DeleteUserPasswordUsingDELETE(ctx context.Context, r entrustapi.DeleteUserPasswordUsingDELETERequestObject) (entrustapi.DeleteUserPasswordUsingDELETEResponseObject, error) {
	if _, err := h.Core.Passwords.RemovePassword(ctx, r.Userid); err != nil {
		return nil, err
	}
	return entrustapi.DeleteUserPasswordUsingDELETE200Response{}, nil
}
