package logins

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// subjectByName finds the user of a login by user name, else by verified address; nil if the
// tenant has no such user. Every name costs the same queries: an unknown name must not be
// answered faster (CVE-2024-39329).
func (uc *UseCases) subjectByName(ctx context.Context, t *models.Tenant, name string) (*core.Subject, error) {
	rd, id := uc.store.Read(ctx), ""
	u, err := rd.FindUserByUsername(t.ID, core.UsernameKeys(core.TrimName(name))...)
	if err == nil {
		id = u.ID
	} else if !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	a, err := rd.FindAddress(t.ID, models.AddressEmail, core.AddressKeys(models.AddressEmail, core.TrimName(name))...)
	if err == nil && id == "" && a.Verified() {
		id = a.UserID
	} else if err != nil && !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	return uc.subjectByID(ctx, t, id)
}

// subjectByID reads a user of a tenant with the credential; nil, after the same queries, if
// there is no such user.
func (uc *UseCases) subjectByID(ctx context.Context, t *models.Tenant, id string) (*core.Subject, error) {
	s, err := core.LoadSubjectWithoutTenant(uc.store.Read(ctx), id)
	if errors.Is(err, core.ErrUserNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	s.Tenant = t
	return s, nil
}

// requireCurrentVersion refuses a login if its password was changed, or its user was locked,
// while the password was being verified. Such a change ends all sessions, and no session may
// begin after it with the former password.
func (uc *UseCases) requireCurrentVersion(tx *store.Tx, s *core.Subject) error {
	current, err := tx.LockVersion(s.User.ID, s.Credential.Version)
	if err != nil {
		return err
	}
	u, err := tx.FindUser(s.User.ID)
	if err != nil {
		return err
	}
	if !current || !u.Active() {
		return core.ErrLoginFailed
	}
	return nil
}
