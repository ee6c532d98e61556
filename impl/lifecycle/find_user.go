package lifecycle

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// User is a subject: the person whose password it is.
type User struct {
	ID            string
	Number        int32 // stands for the id where that has 32 bits
	ApplicationID string
	TenantID      string
	Username      string
	GivenName     string
	Locale        string
	MFA           bool
	Directory     bool // the password lives in a directory, not here
	Boundary      caller.Boundary
	Permissions   []string // within the boundary
	Metadata      map[string]string
	DisabledAt    *time.Time
	LockedAt      *time.Time
	Version       int64 // grows with every change
	CreatedAt     time.Time
	UpdatedAt     time.Time
	Addresses     []Address // the primary ones first
}

// Address is where a user is reached. Only a verified one receives tickets.
type Address struct {
	Kind     AddressKind
	Value    string
	Verified bool
	Primary  bool
}

// AddressKind is stored as it is answered: a word, not a row.
type AddressKind = models.AddressKind

// The kinds.
const (
	AddressEmail = models.AddressEmail
	AddressPhone = models.AddressPhone
)

func userOf(row *models.User, addresses []models.Address) User {
	return User{
		ID: row.ID, Number: row.Number, ApplicationID: row.ApplicationID, TenantID: row.TenantID,
		Username: row.Username, GivenName: row.GivenName, Locale: row.Locale, MFA: row.MFA, Directory: row.Directory,
		Boundary: row.Boundary, Permissions: row.Permissions, Metadata: row.Metadata, DisabledAt: row.DisabledAt, LockedAt: row.LockedAt,
		Version: row.Version, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Addresses: resultsOf(addresses, addressOf),
	}
}

func addressOf(row *models.Address) Address {
	return Address{Kind: row.Kind, Value: row.Value, Verified: row.Verified(), Primary: row.IsPrimary}
}

// FindUser reads a user that the caller reaches.
func (c *Core) FindUser(ctx context.Context, userID string) (*User, error) {
	s, err := c.seen(ctx, userID)
	if err != nil {
		return nil, err
	}
	return found(c.store.Read(ctx), s.user)
}

func found(rd *store.Reader, u *models.User) (*User, error) {
	addresses, err := rd.AddressesOf(u.ID)
	if err != nil {
		return nil, err
	}
	return new(userOf(u, addresses)), nil
}

// ListUsers narrows a list of users; empty members do not narrow it.
type ListUsers struct {
	TenantID string
	Username string // compared in the canonical form, as a whole
	Email    string // the same, of any e-mail address of a user
	Disabled *bool
	Locked   *bool
	Page     Page
}

// ListUsers lists the users that the caller reaches, and tells whether there are more
// behind them.
func (c *Core) ListUsers(ctx context.Context, in ListUsers) ([]User, bool, error) {
	f := store.UserFilter{TenantID: in.TenantID, Disabled: in.Disabled, Locked: in.Locked}
	if in.Username != "" {
		f.UsernameKeys = UsernameKeys(in.Username) // what can name nobody finds nobody
	}
	if in.Email != "" {
		f.EmailKeys = AddressKeys(models.AddressEmail, in.Email)
	}
	rd := c.store.Read(ctx)
	rows, more, err := rd.ListUsers(reach(ctx), f, in.Page.stored())
	if err != nil {
		return nil, false, err
	}
	ids := make([]string, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	addresses, err := rd.AddressesOfAll(ids...)
	if err != nil {
		return nil, false, err
	}
	out := make([]User, len(rows))
	for i := range rows {
		out[i] = userOf(&rows[i], addresses[rows[i].ID])
	}
	return out, more, nil
}
