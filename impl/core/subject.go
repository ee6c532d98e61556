package core

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Subject is the user whose password is concerned, with the tenant and the credential that decide
// about this user.
type Subject struct {
	User       *models.User
	Tenant     *models.Tenant
	Credential *models.Credential
	Claims     []string // addresses of a user who is not stored yet; nil: the stored addresses
	// Administered: an administrator or a program sets the password, whose hash may have to wait for the
	// logins of users.
	Administered bool
	unanswered   bool  // the breach look-up did not answer, for the audit trail
	flaw         error // why the stored hash cannot be verified, for the audit trail
}

// Share is the share of the hash limiter in which a new password of the subject is hashed.
func (s *Subject) Share() passhash.Share {
	of := shareOf(s.Tenant)
	of.Administered = s.Administered
	return of
}

// shareOf is the share for passwords that users prove or choose.
func shareOf(t *models.Tenant) passhash.Share {
	return passhash.Share{Application: t.ApplicationID, Tenant: t.ID}
}

// AuthorizeUser reads a user whom the caller may change: the user is in the caller's scope and holds no
// permission that the caller lacks. Without the second condition, a caller could gain permissions by
// a password, a link or a lock (CVE-2025-23391, CVE-2026-55077). Users may change themselves as far as
// their boundary allows.
func (k *Kernel) AuthorizeUser(ctx context.Context, userID string) (*Subject, error) {
	s, err := k.ReadUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	return s, s.RefuseLesserCaller(ctx)
}

// ReadUser reads a user in the caller's scope. Any other user is answered like one that does not
// exist. ReadUser is for use cases that only read, and for those that require a proof which only the
// user can give; tests/shape has their list.
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

// LockUserRow locks the user's row for the rest of the transaction and then reads the user. A
// concurrent change that decides what the user may receive, or at which address, either was committed
// before and is read here, or waits for this transaction and ends what it wrote. What was read before
// the lock may be stale: SQLite, which has one writer, hides some such errors, and a server with row
// locks hides none.
func (k *Kernel) LockUserRow(tx *store.Tx, userID string) (*Subject, error) {
	found, err := tx.LockUserRow(userID)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, ErrUserNotFound // deleted in the meantime
	}
	return LoadSubject(tx.Reader, userID)
}

// LoadSubject reads a user with tenant and credential, and does not check the caller. The credential
// is read first: each change that locks or disables the user increments its version, so a request
// that read the credential before such a change fails when the version is compared.
func LoadSubject(rd *store.Reader, userID string) (*Subject, error) {
	s, err := LoadSubjectWithoutTenant(rd, userID)
	if err != nil {
		return nil, err
	}
	s.Tenant, err = rd.FindTenant(s.User.TenantID)
	return s, err
}

// LoadSubjectWithoutTenant reads a user with the credential, and does not check the caller.
func LoadSubjectWithoutTenant(rd *store.Reader, userID string) (*Subject, error) {
	credential, missing := rd.FindCredential(userID)
	if missing != nil && !errors.Is(missing, store.ErrNotFound) {
		return nil, missing
	}
	u, err := rd.FindUser(userID) // also without a credential: an unknown user takes as long as a known one
	if errors.Is(err, store.ErrNotFound) || err == nil && missing != nil {
		return nil, ErrUserNotFound
	}
	if err != nil {
		return nil, err
	}
	return &Subject{User: u, Credential: credential}, nil
}

// RefuseLesserCaller refuses a caller who lacks a permission that the user holds, unless the caller is
// that user.
func (s *Subject) RefuseLesserCaller(ctx context.Context) error {
	if c := caller.From(ctx); !c.Is(s.User.ID) && !c.Holds(caller.OfUser(s.User)) {
		return ErrHoldsMore
	}
	return nil
}
