package entrust

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/core/passwords"
)

// GetUserPasswordUsingGET describes a password; a user without one is not an
// error.
func (h *handlers) GetUserPasswordUsingGET(ctx context.Context, r entrustapi.GetUserPasswordUsingGETRequestObject) (entrustapi.GetUserPasswordUsingGETResponseObject, error) {
	state, err := h.Core.Passwords.DescribePassword(ctx, r.Userid)
	if err != nil {
		return nil, err
	}
	return entrustapi.GetUserPasswordUsingGET200JSONResponse(described(state)), nil
}

func described(d *passwords.DescribedPassword) entrustapi.UserPassword {
	return entrustapi.UserPassword{
		Present: &d.Present, ForceUpdate: &d.MustChange, LastChangedTime: seconds(d.ChangedAt),
		ExpiryTime: seconds(d.ExpiresAt), ExpiryNotificationDate: seconds(d.WarnAt),
	}
}

// seconds cuts the fraction: the vendor's samples have none, and clients parse them as they are.
func seconds(at *time.Time) *time.Time {
	if at == nil {
		return nil
	}
	whole := at.UTC().Truncate(time.Second)
	return &whole
}
