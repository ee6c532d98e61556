package entrust

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
)

// SendPasswordExpiryNotificationUsingPUT mails a user the time at which the password expires.
func (h *handlers) SendPasswordExpiryNotificationUsingPUT(ctx context.Context, r entrustapi.SendPasswordExpiryNotificationUsingPUTRequestObject) (entrustapi.SendPasswordExpiryNotificationUsingPUTResponseObject, error) {
	if err := h.Core.Passwords.NotifyExpiry(ctx, r.Userid); err != nil {
		return nil, err
	}
	return entrustapi.SendPasswordExpiryNotificationUsingPUT200Response{}, nil
}
