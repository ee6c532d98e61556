package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// FoundUser is a user with his addresses, the primary ones first.
type FoundUser struct {
	*models.User
	Addresses []models.Address
}

// FindUser reads a user that the caller reaches.
func (c *Core) FindUser(ctx context.Context, userID string) (*FoundUser, error) {
	s, err := c.seen(ctx, userID)
	if err != nil {
		return nil, err
	}
	return found(c.Store.Read(ctx), s.user)
}

func found(rd *store.Reader, u *models.User) (*FoundUser, error) {
	addresses, err := rd.AddressesOf(u.ID)
	return &FoundUser{User: u, Addresses: addresses}, err
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
func (c *Core) ListUsers(ctx context.Context, in ListUsers) ([]FoundUser, bool, error) {
	f := store.UserFilter{TenantID: in.TenantID, Disabled: in.Disabled, Locked: in.Locked}
	if in.Username != "" {
		f.UsernameKeys = UsernameKeys(in.Username) // what can name nobody finds nobody
	}
	if in.Email != "" {
		f.EmailKeys = AddressKeys(models.AddressEmail, in.Email)
	}
	rd := c.Store.Read(ctx)
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
	out := make([]FoundUser, len(rows))
	for i := range rows {
		out[i] = FoundUser{User: &rows[i], Addresses: addresses[rows[i].ID]}
	}
	return out, more, nil
}
