package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ListUsersInput filters a list of users. An empty member does not filter.
type ListUsersInput struct {
	TenantID   string
	ExternalID string // the whole id, with its case
	Username   string // the whole name, compared in canonical form
	Email      string // the whole address, compared in canonical form with each address of a user
	Disabled   *bool
	Locked     *bool
	Page       core.Page
}

// ListUsers lists users in the caller's scope, and reports whether more follow.
func (uc *UseCases) ListUsers(ctx context.Context, in ListUsersInput) ([]core.User, bool, error) {
	f := store.UserFilter{TenantID: in.TenantID, ExternalID: in.ExternalID, Disabled: in.Disabled, Locked: in.Locked}
	if in.Username != "" {
		f.UsernameKeys = core.UsernameKeys(in.Username) // an invalid name has a key too, which no user has
	}
	if in.Email != "" {
		f.EmailKeys = core.AddressKeys(models.AddressEmail, in.Email)
	}
	rd := uc.store.Read(ctx)
	rows, more, err := rd.ListUsers(core.CallerScope(ctx), f, in.Page.Stored())
	if err != nil {
		return nil, false, err
	}
	out, err := readUsers(rd, rows)
	return out, more, err
}

// readUsers adds what is stored beside the rows of users.
func readUsers(rd *store.Reader, rows []models.User) ([]core.User, error) {
	ids := make([]string, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	addresses, err := rd.AddressesOfAll(ids...)
	if err != nil {
		return nil, err
	}
	credentials, err := rd.CredentialsOfAll(ids...)
	if err != nil {
		return nil, err
	}
	out := make([]core.User, len(rows))
	for i := range rows {
		out[i] = core.UserOf(&rows[i], addresses[rows[i].ID])
		out[i].Password = core.PasswordFactsOf(credentials[rows[i].ID])
	}
	return out, nil
}
