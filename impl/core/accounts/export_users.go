package accounts

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ExportUsersInput selects a page of users, in the order of their ids.
type ExportUsersInput struct {
	TenantID string // empty: all tenants
	After    string // the last user id of the page before; empty: the first page
	Limit    int
	Secrets  bool // with password hashes, and with the secrets of second factors
}

// ExportedUser is a user in the form of an import, with the name of the tenant. Without
// secrets, App has only the time at which it was confirmed.
type ExportedUser struct {
	ImportUser
	TenantName string
}

// ExportUsers returns a page of users. Only the operator's command may call it: the operator has
// the database and the secret file anyway. Pages are not a snapshot: a user who changes during
// the export is exported as before or after the change.
func (uc *UseCases) ExportUsers(ctx context.Context, in ExportUsersInput) ([]ExportedUser, error) {
	if err := core.RequireOperator(ctx); err != nil {
		return nil, err
	}
	rd := uc.store.Read(ctx)
	users, err := rd.UsersAfter(in.TenantID, in.After, in.Limit)
	if err != nil {
		return nil, err
	}
	out, names := make([]ExportedUser, len(users)), map[string]string{}
	for i := range users {
		tenantID := users[i].TenantID
		if names[tenantID] == "" {
			t, err := rd.FindTenant(tenantID)
			if err != nil {
				return nil, err
			}
			names[tenantID] = t.Name
		}
		out[i].TenantName = names[tenantID]
		if out[i].ImportUser, err = uc.exportUser(rd, &users[i], in.Secrets); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (uc *UseCases) exportUser(rd *store.Reader, u *models.User, secrets bool) (ImportUser, error) {
	out := ImportUser{
		CreateUserInput: CreateUserInput{
			ID: u.ID, ExternalID: core.UserOf(u, nil).ExternalID, TenantID: u.TenantID, Username: u.Username, GivenName: u.GivenName, FamilyName: u.FamilyName, Nickname: u.Nickname, DisplayName: u.DisplayName, Gender: genderToExport(u.Gender),
			Locale: u.Locale, MFA: u.MFA,
			Directory: u.Directory, Disabled: u.DisabledAt != nil, Locked: u.LockedAt != nil, Metadata: u.Metadata, Permissions: u.Permissions,
		},
		Number: u.Number,
	}
	if n := core.NumberOf(out.ExternalID); n != 0 { // earlier versions gave such a user another number, which an import refuses
		out.Number = n
	}
	if u.Boundary != models.BoundarySelf {
		out.Boundary = u.Boundary
	}
	addresses, err := rd.AddressesOf(u.ID)
	if err != nil {
		return out, err
	}
	for _, a := range addresses { // the primary ones come first
		if a.Kind == models.AddressEmail {
			out.Emails = append(out.Emails, UserAddress{Value: a.Value, Verified: a.Verified()})
		} else {
			out.Phones = append(out.Phones, UserAddress{Value: a.Value, Verified: a.Verified()})
		}
	}
	if out.App, err = uc.exportApp(rd, u.ID, secrets); err != nil {
		return out, err
	}
	return out, exportPassword(rd, u.ID, secrets, &out)
}

// exportApp returns the authenticator app of a user. An app that was never confirmed is not a
// factor: it is left out, and the user enrolls again.
func (uc *UseCases) exportApp(rd *store.Reader, userID string, secrets bool) (*ImportApp, error) {
	f, err := rd.FindTOTP(userID)
	if errors.Is(err, store.ErrNotFound) || err == nil && f.ConfirmedAt == nil {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out := &ImportApp{ConfirmedAt: *f.ConfirmedAt}
	if !secrets {
		return out, nil
	}
	out.Key, out.Sealed, out.LastStep, out.Mailed = uc.keyring.PepperID(), f.Sealed, f.LastStep, f.Mailed
	rows, err := rd.RecoveryCodesOf(userID)
	for _, row := range rows {
		out.Codes = append(out.Codes, ImportCode{ID: row.ID, MAC: row.MAC})
	}
	return out, err
}

// exportPassword adds the dates and flags of the password, and the hashes if secrets are asked for.
func exportPassword(rd *store.Reader, userID string, secrets bool, out *ImportUser) error {
	cred, err := rd.FindCredential(userID)
	if err != nil {
		return err
	}
	// The expiry is exported even if it follows from the policy: the other installation may have another policy.
	out.MustChange, out.ExpiresAt = cred.MustChange, cred.Expiry()
	if out.ExpiresAt != nil {
		out.WarnAt = cred.WarnAt
	}
	if cred.Present() {
		out.ChangedAt = cred.ChangedAt
	}
	if !secrets {
		return nil
	}
	out.Hash, out.HashKey = secret.NewText(cred.Hash.Encoded), cred.Hash.KeyID
	if cred.Present() && cred.Temporary {
		out.Temporary, out.UsedAt = true, cred.UsedAt
	}
	rows, err := rd.RecentPasswords(userID, models.MaxHistory) // the newest first
	out.Former = make([]FormerPassword, len(rows))
	for i, row := range rows {
		out.Former[len(rows)-1-i] = FormerPassword{Hash: secret.NewText(row.Hash.Encoded), Key: row.Hash.KeyID, SetAt: row.CreatedAt}
	}
	return err
}

// genderToExport leaves out what is not specified.
func genderToExport(g models.Gender) models.Gender {
	if g == models.GenderUnspecified {
		return ""
	}
	return g
}
