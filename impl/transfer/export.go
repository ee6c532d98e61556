package transfer

import (
	"context"
	"encoding/json"
	"errors"
	"io"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const pageSize = 500

// Export asks for users to be written; Tenant may be empty.
type Export struct {
	Store    *store.Store
	To       io.Writer
	TenantID string // empty: all tenants
	Hashes   bool   // with password hashes
}

// Run writes the users in the order of their ids and tells how many there were. It is
// no snapshot: users that change meanwhile are written as they were or as they are.
func (e Export) Run(ctx context.Context) (int, error) {
	if e.Store == nil || e.To == nil {
		return 0, errors.New("transfer: Store and To are required")
	}
	out := json.NewEncoder(e.To)
	out.SetEscapeHTML(false)
	names := map[string]string{}
	count, after := 0, ""
	for {
		users, err := e.Store.Read(ctx).UsersAfter(e.TenantID, after, pageSize)
		if err != nil || len(users) == 0 {
			return count, err
		}
		for i := range users {
			l, err := e.line(ctx, &users[i], names)
			if err != nil {
				return count, err
			}
			if err := out.Encode(l); err != nil {
				return count, err
			}
			count++
		}
		after = users[len(users)-1].ID
	}
}

func (e Export) line(ctx context.Context, u *models.User, names map[string]string) (*line, error) {
	tx := e.Store.Read(ctx)
	if names[u.TenantID] == "" {
		t, err := tx.FindTenant(u.TenantID)
		if err != nil {
			return nil, err
		}
		names[u.TenantID] = t.Name
	}
	l := &line{
		ID: u.ID, Number: u.Number, TenantID: u.TenantID, Tenant: names[u.TenantID], Username: u.Username,
		GivenName: u.GivenName, Locale: u.Locale, MFA: u.MFA, Directory: u.Directory,
		Disabled: u.DisabledAt != nil, Locked: u.LockedAt != nil,
	}
	addresses, err := tx.AddressesOf(u.ID)
	if err != nil {
		return nil, err
	}
	for _, a := range addresses { // the primary ones come first
		if a.Kind == models.AddressEmail && l.Email == "" {
			l.Email, l.EmailVerified = a.Value, a.Verified()
		}
		if a.Kind == models.AddressPhone && l.Phone == "" {
			l.Phone, l.PhoneVerified = a.Value, a.Verified()
		}
	}
	credential, err := tx.FindCredential(u.ID)
	if err != nil {
		return nil, err
	}
	l.MustChange, l.PasswordExpiresAt = credential.MustChange, credential.ExpiresAt
	if credential.Present() {
		l.PasswordChangedAt = credential.ChangedAt
	}
	if e.Hashes {
		l.Hash, l.HashKey = credential.Hash.Encoded, credential.Hash.KeyID
	}
	return l, nil
}
