package wristband

import (
	"cmp"
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/fault"
)

// GetUser reads a user.
func (h *handlers) GetUser(ctx context.Context, r wristbandapi.GetUserRequestObject) (wristbandapi.GetUserResponseObject, error) {
	if caller.From(ctx).OnlyHimself() && !isCaller(ctx, r.UserID) {
		return nil, fault.ErrForbidden
	}
	u, err := h.Core.Accounts.FindUser(ctx, r.UserID)
	if err != nil {
		return nil, err
	}
	return wristbandapi.GetUser200JSONResponse(user(u)), nil
}

// ownProvider and ownProviderType are the vendor's identity provider for users with a password.
const (
	ownProvider     = "wristband"
	ownProviderType = "WRISTBAND"
)

// user writes a user as the vendor does.
func user(u *core.User) wristbandapi.User {
	out := wristbandapi.User{
		ID: u.PublicID(), ApplicationID: u.ApplicationID, TenantID: u.TenantID, IdentityProviderName: ownProvider, IdentityProviderType: ownProviderType,
		Status: statusOf(u), Email: nullable.NewNullNullable[string](), Username: textOrNull(u.Username), PhoneNumber: nullable.NewNullNullable[string](),
		GivenName: textOrNull(u.GivenName), FamilyName: textOrNull(u.FamilyName), Nickname: textOrNull(u.Nickname), DisplayName: textOrNull(u.DisplayName),
		PreferredLanguage: textOrNull(u.Locale), HasPassword: u.Password.Set,
		Metadata: wristbandapi.UserTimes{
			CreationTime: u.CreatedAt, LastModifiedTime: u.UpdatedAt, DeactivationTime: timeOrNull(cmp.Or(u.DisabledAt, u.LockedAt)),
			Version: strconv.FormatInt(u.Version, 10),
		},
	}
	for _, a := range u.Addresses {
		switch {
		case !a.Primary:
		case a.Kind == accounts.AddressPhone:
			out.PhoneNumber = textOrNull(a.Value)
		default:
			out.Email, out.EmailVerified = textOrNull(a.Value), a.Verified
			if strings.EqualFold(u.Username, a.Value) {
				out.Username.SetNull()
			}
		}
	}
	return out
}

// statusOf is the vendor's name of a state. The vendor has one status for all who may not log in, and its pending ones
// belong to workflows that are not served.
func statusOf(u *core.User) wristbandapi.UserStatus {
	switch u.State() {
	case core.UserDisabled, core.UserLocked:
		return wristbandapi.UserStatusINACTIVE
	case core.UserActive, core.UserNew:
	}
	return wristbandapi.UserStatusACTIVE
}

func textOrNull(text string) nullable.Nullable[string] {
	if text == "" {
		return nullable.NewNullNullable[string]()
	}
	return nullable.NewNullableWithValue(text)
}

func timeOrNull(at *time.Time) nullable.Nullable[time.Time] {
	if at == nil {
		return nullable.NewNullNullable[time.Time]()
	}
	return nullable.NewNullableWithValue(*at)
}
