package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
)

// hold takes the user for the rest of the transaction and then reads him. A change that
// decides what he may get, or where it goes, was committed before and is seen, or waits
// for this transaction and ends what it wrote. What was read earlier may be stale: SQLite,
// which has one writer, hides some of that, and a server with row locks hides none.
func (c *Core) hold(tx *store.Tx, userID string) (*subject, error) {
	held, err := tx.HoldUser(userID)
	if err != nil {
		return nil, err
	}
	if !held {
		return nil, ErrUserNotFound // deleted in the meantime
	}
	return read(tx.Reader, userID)
}

// read reads a user with what decides about him. The credential comes first: each change
// that shuts him out moves its version, so a request that read the user before such a
// change fails on the version.
func read(rd *store.Reader, userID string) (*subject, error) {
	s, err := readUser(rd, userID)
	if err != nil {
		return nil, err
	}
	s.tenant, err = rd.FindTenant(s.user.TenantID)
	return s, err
}

// readUser is read without the tenant.
func readUser(rd *store.Reader, userID string) (*subject, error) {
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
	return &subject{user: u, credential: credential}, nil
}

// mayActOn refuses to do something to a user who holds more than the caller.
func (s *subject) mayActOn(ctx context.Context) error {
	if who := caller.From(ctx); !who.Is(s.user.ID) && !who.Holds(caller.OfUser(s.user)) {
		return ErrHoldsMore
	}
	return nil
}
