package wristband

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
)

// DeleteUserAuthSessions ends all sessions of a user, with their refresh tokens.
func (h *handlers) DeleteUserAuthSessions(ctx context.Context, r wristbandapi.DeleteUserAuthSessionsRequestObject) (wristbandapi.DeleteUserAuthSessionsResponseObject, error) {
	if caller.From(ctx).OnlyHimself() && !isCaller(ctx, r.UserID) {
		return nil, fault.ErrForbidden
	}
	if _, err := h.Core.Logins.EndSessions(ctx, r.UserID); err != nil {
		return nil, err
	}
	return wristbandapi.DeleteUserAuthSessions204Response{}, nil
}
