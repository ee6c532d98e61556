package transfer

import (
	"context"
	"encoding/json"
	"errors"
	"io"

	"github.com/rekeyhq/rekey/impl/core/accounts"
)

const pageSize = 500

// Export writes users as JSON lines. TenantID and Batch may be empty.
type Export struct {
	Accounts *accounts.UseCases
	To       io.Writer
	TenantID string          // empty: all tenants
	Hashes   bool            // include password hashes and the secrets of second factors
	Batch    func(users int) // is called after each page; may be nil
}

// Run writes the users in the order of their ids and returns their number. It is not a
// snapshot: a user that changes meanwhile is written in the old or in the new state.
func (e Export) Run(ctx context.Context) (int, error) {
	if e.Accounts == nil || e.To == nil {
		return 0, errors.New("transfer: Accounts and To are required")
	}
	out := json.NewEncoder(e.To)
	out.SetEscapeHTML(false)
	count, after := 0, ""
	for {
		users, err := e.Accounts.ExportUsers(ctx, accounts.ExportUsersInput{TenantID: e.TenantID, After: after, Limit: pageSize, Secrets: e.Hashes})
		if err != nil || len(users) == 0 {
			return count, err
		}
		for i := range users {
			if err := out.Encode(lineOf(&users[i])); err != nil {
				return count, err
			}
			count++
		}
		after = users[len(users)-1].ID
		if e.Batch != nil {
			e.Batch(count)
		}
	}
}

// lineOf writes a user as Import reads him.
func lineOf(u *accounts.ExportedUser) *line {
	l := &line{
		ID: u.ID, ExternalID: u.ExternalID, Number: u.Number, TenantID: u.TenantID, Tenant: u.TenantName, Username: u.Username,
		GivenName: u.GivenName, FamilyName: u.FamilyName, Nickname: u.Nickname, DisplayName: u.DisplayName, Gender: u.Gender,
		Locale: u.Locale, MFA: u.MFA, Directory: u.Directory, Disabled: u.Disabled, Locked: u.Locked,
		Metadata: u.Metadata, Boundary: u.Boundary, Permissions: u.Permissions,
		Hash: u.Hash.Reveal(), HashKey: u.HashKey, MustChange: u.MustChange, Temporary: u.Temporary, TemporaryUsedAt: u.UsedAt,
		PasswordChangedAt: u.ChangedAt, PasswordExpiresAt: u.ExpiresAt, PasswordWarnAt: u.WarnAt,
		TOTP: appOf(u.App), History: historyOf(u.Former),
	}
	l.Email, l.EmailVerified, l.Emails = addressesOf(u.Emails)
	l.Phone, l.PhoneVerified, l.Phones = addressesOf(u.Phones)
	return l
}

// addressesOf splits the addresses of a kind into the primary one, which comes first, and the others.
func addressesOf(all []accounts.UserAddress) (primary string, verified bool, further []address) {
	if len(all) == 0 {
		return "", false, nil
	}
	for _, a := range all[1:] {
		further = append(further, address{a.Value, a.Verified})
	}
	return all[0].Value, all[0].Verified, further
}
