package core

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Subject is a user with what decides about him.
type Subject struct {
	User       *models.User
	Tenant     *models.Tenant
	Credential *models.Credential
	Claims     []string // addresses of somebody who is no user yet; nil: those on record
	unanswered bool     // the breach look-up, for the audit trail
	flaw       error    // why the stored hash cannot be verified, for the audit trail
}

// AuthorizeUser reads a user to whom the caller is going to do something: one that he
// reaches, and who holds no more than he does. Otherwise a password, a link or a lock
// would be a way up (CVE-2025-23391, CVE-2026-55077). Everybody may do to himself what
// his boundary admits.
func (k *Kernel) AuthorizeUser(ctx context.Context, userID string) (*Subject, error) {
	s, err := k.ReadUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	return s, s.RefuseLesserCaller(ctx)
}

// ReadUser reads a user that the caller reaches; one he does not reach is answered like one
// that does not exist. It is for use cases that only read, and for those that ask for
// a proof that only the user himself can give; tests/shape keeps their list.
func (k *Kernel) ReadUser(ctx context.Context, userID string) (*Subject, error) {
	rd := k.store.Read(ctx)
	s, err := LoadSubjectWithoutTenant(rd, userID)
	if err != nil {
		return nil, err
	}
	if !caller.From(ctx).InScope(s.User.ApplicationID, s.User.TenantID, s.User.ID) {
		return nil, ErrUserNotFound
	}
	s.Tenant, err = rd.FindTenant(s.User.TenantID)
	return s, err
}

// LockUserRow takes the user for the rest of the transaction and then reads him. A change that
// decides what he may get, or where it goes, was committed before and is seen, or waits
// for this transaction and ends what it wrote. What was read earlier may be stale: SQLite,
// which has one writer, hides some of that, and a server with row locks hides none.
func (k *Kernel) LockUserRow(tx *store.Tx, userID string) (*Subject, error) {
	held, err := tx.HoldUser(userID)
	if err != nil {
		return nil, err
	}
	if !held {
		return nil, ErrUserNotFound // deleted in the meantime
	}
	return LoadSubject(tx.Reader, userID)
}

// LoadSubject reads a user with what decides about him. The credential comes first: each change
// that shuts him out moves its version, so a request that read the user before such a
// change fails on the version.
func LoadSubject(rd *store.Reader, userID string) (*Subject, error) {
	s, err := LoadSubjectWithoutTenant(rd, userID)
	if err != nil {
		return nil, err
	}
	s.Tenant, err = rd.FindTenant(s.User.TenantID)
	return s, err
}

// LoadSubjectWithoutTenant is read without the tenant.
func LoadSubjectWithoutTenant(rd *store.Reader, userID string) (*Subject, error) {
	credential, none := rd.FindCredential(userID)
	if none != nil && !errors.Is(none, store.ErrNotFound) {
		return nil, none
	}
	u, err := rd.FindUser(userID) // also without a credential: nobody costs as much as somebody
	if errors.Is(err, store.ErrNotFound) || err == nil && none != nil {
		return nil, ErrUserNotFound
	}
	if err != nil {
		return nil, err
	}
	return &Subject{User: u, Credential: credential}, nil
}

// RefuseLesserCaller refuses to do something to a user who holds more than the caller.
func (s *Subject) RefuseLesserCaller(ctx context.Context) error {
	if who := caller.From(ctx); !who.Is(s.User.ID) && !who.Holds(caller.OfUser(s.User)) {
		return ErrHoldsMore
	}
	return nil
}
