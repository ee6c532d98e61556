package zitadel

import (
	"context"
	"strings"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
)

// GetUserByID reads a user.
func (h *handlers) GetUserByID(ctx context.Context, r zitadelapi.GetUserByIDRequestObject) (zitadelapi.GetUserByIDResponseObject, error) {
	u, err := h.Core.Accounts.FindUser(ctx, r.UserID)
	if err != nil {
		return nil, err
	}
	return zitadelapi.GetUserByID200JSONResponse{Details: userDetails(u), User: user(u)}, nil
}

func userDetails(u *core.User) zitadelapi.Details {
	return details(u.Version, u.UpdatedAt, u.CreatedAt, u.TenantID)
}

// user writes a user as the vendor does.
func user(u *core.User) zitadelapi.User {
	return zitadelapi.User{
		UserID: u.PublicID(), Details: userDetails(u), State: stateOf(u), Username: u.Username,
		LoginNames: []string{u.Username}, PreferredLoginName: u.Username, Human: human(u),
	}
}

func human(u *core.User) zitadelapi.HumanUser {
	out := zitadelapi.HumanUser{
		Profile: &zitadelapi.HumanProfile{
			GivenName: unlessZero(u.GivenName), FamilyName: unlessZero(u.FamilyName), NickName: unlessZero(u.Nickname), Gender: genderOf(u.Gender),
			DisplayName: unlessZero(displayName(u)), PreferredLanguage: unlessZero(u.Locale),
		},
		PasswordChangeRequired: unlessZero(u.Password.MustChange),
	}
	if a := mainAddress(u, core.AddressEmail); a != nil {
		out.Email = &zitadelapi.HumanEmail{Email: &a.Value, IsVerified: unlessZero(a.Verified)}
	}
	if a := mainAddress(u, accounts.AddressPhone); a != nil {
		out.Phone = &zitadelapi.HumanPhone{Phone: &a.Value, IsVerified: unlessZero(a.Verified)}
	}
	if u.Password.Set && u.Password.ChangedAt != nil {
		out.PasswordChanged = at(*u.Password.ChangedAt)
	}
	return out
}

// displayName is made of the names, as the vendor does where none was chosen.
func displayName(u *core.User) string {
	if u.DisplayName != "" {
		return u.DisplayName
	}
	return strings.TrimSpace(u.GivenName + " " + u.FamilyName)
}

// genders are the vendor's names; what is not specified is left out.
var genders = map[accounts.Gender]zitadelapi.Gender{
	accounts.GenderFemale: zitadelapi.GenderGENDERFEMALE, accounts.GenderMale: zitadelapi.GenderGENDERMALE, accounts.GenderDiverse: zitadelapi.GenderGENDERDIVERSE,
}

func genderOf(g accounts.Gender) *zitadelapi.Gender { return unlessZero(genders[g]) }

// mainAddress is the primary address of a kind; nil: the user has none.
func mainAddress(u *core.User, kind core.AddressKind) *core.Address {
	for i := range u.Addresses {
		if u.Addresses[i].Kind == kind {
			return &u.Addresses[i]
		}
	}
	return nil
}

// stateOf is the vendor's name of a state.
func stateOf(u *core.User) zitadelapi.UserState {
	switch u.State() {
	case core.UserDisabled:
		return zitadelapi.UserStateUSERSTATEINACTIVE
	case core.UserLocked:
		return zitadelapi.UserStateUSERSTATELOCKED
	case core.UserNew:
		return zitadelapi.UserStateUSERSTATEINITIAL
	case core.UserActive:
	}
	return zitadelapi.UserStateUSERSTATEACTIVE
}
