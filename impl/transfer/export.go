package transfer

import (
	"context"
	"encoding/json"
	"errors"
	"io"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const pageSize = 500

// Export writes users as JSON lines. TenantID and Batch may be empty.
type Export struct {
	Store    *store.Store
	Keyring  *secret.Keyring // its name is written beside each secret that it sealed
	To       io.Writer
	TenantID string          // empty: all tenants
	Hashes   bool            // include password hashes and the secrets of second factors
	Batch    func(users int) // is called after each page; may be nil
}

// Run writes the users in the order of their ids and returns their number. It is not a
// snapshot: a user that changes meanwhile is written in the old or in the new state.
func (e Export) Run(ctx context.Context) (int, error) {
	if e.Store == nil || e.Keyring == nil || e.To == nil {
		return 0, errors.New("transfer: Store, Keyring and To are required")
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
		if e.Batch != nil {
			e.Batch(count)
		}
	}
}

func (e Export) line(ctx context.Context, u *models.User, names map[string]string) (*line, error) {
	rd := e.Store.Read(ctx)
	if names[u.TenantID] == "" {
		t, err := rd.FindTenant(u.TenantID)
		if err != nil {
			return nil, err
		}
		names[u.TenantID] = t.Name
	}
	l := &line{
		ID: u.ID, Number: u.Number, TenantID: u.TenantID, Tenant: names[u.TenantID], Username: u.Username,
		GivenName: u.GivenName, Locale: u.Locale, MFA: u.MFA, Directory: u.Directory,
		Disabled: u.DisabledAt != nil, Locked: u.LockedAt != nil, Metadata: u.Metadata, Permissions: u.Permissions,
	}
	if u.Boundary != models.BoundarySelf {
		l.Boundary = u.Boundary
	}
	if err := l.addAddresses(rd, u.ID); err != nil {
		return nil, err
	}
	var err error
	if l.TOTP, err = e.app(rd, u.ID); err != nil {
		return nil, err
	}
	return l, e.password(rd, u.ID, l)
}

// addAddresses adds the addresses; the primary ones come first.
func (l *line) addAddresses(rd *store.Reader, userID string) error {
	rows, err := rd.AddressesOf(userID)
	for _, a := range rows {
		switch {
		case a.Kind == models.AddressEmail && l.Email == "":
			l.Email, l.EmailVerified = a.Value, a.Verified()
		case a.Kind == models.AddressEmail:
			l.Emails = append(l.Emails, address{a.Value, a.Verified()})
		case l.Phone == "":
			l.Phone, l.PhoneVerified = a.Value, a.Verified()
		default:
			l.Phones = append(l.Phones, address{a.Value, a.Verified()})
		}
	}
	return err
}

// password adds the state of the password, and its hashes if they are included.
func (e Export) password(rd *store.Reader, userID string, l *line) error {
	c, err := rd.FindCredential(userID)
	if err != nil {
		return err
	}
	// The date is written even if it follows from the policy: the other installation may have another policy.
	l.MustChange, l.PasswordExpiresAt = c.MustChange, c.Expiry()
	if l.PasswordExpiresAt != nil {
		l.PasswordWarnAt = c.WarnAt
	}
	if c.Present() {
		l.PasswordChangedAt = c.ChangedAt
	}
	if !e.Hashes {
		return nil
	}
	l.Hash, l.HashKey = c.Hash.Encoded, c.Hash.KeyID
	if c.Present() && c.Temporary {
		l.Temporary, l.TemporaryUsedAt = true, c.UsedAt
	}
	l.History, err = history(rd, userID)
	return err
}
