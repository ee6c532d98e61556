// Package keycheck tells whether a secret file and a database belong together. The
// database keeps a check value of each key that it was used with; a key that it does not
// know is refused, unless it comes with the one that it replaces.
package keycheck

import (
	"context"
	"crypto/hmac"
	"errors"
	"fmt"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Checker compares a keyring with a database; both are required.
type Checker struct {
	Store   *store.Store
	Keyring *secret.Keyring
}

// maxRaces bounds how often nodes that start side by side come in each other's way.
const maxRaces = 8

// errMoved means that another node was faster.
var errMoved = errors.New("keycheck: another node changed the keys")

// Verify refuses a keyring that is not this database's. It writes nothing.
func (c Checker) Verify(ctx context.Context) error {
	have, need, err := c.Store.Versions(ctx)
	if err == nil && have != need { // what it knows no keys of cannot be looked at either
		known, err := c.Store.KnowsKeys(ctx)
		if err != nil || !known {
			return err
		}
	}
	if err == nil {
		_, err = c.plan(ctx)
	}
	return err
}

// Register verifies, and notes the keys that the database does not know yet. Of several
// nodes that start with different secrets, one gets its way and the others are refused.
func (c Checker) Register(ctx context.Context) error {
	for range maxRaces {
		p, err := c.plan(ctx)
		if err != nil || p.nothing() {
			return err
		}
		err = c.Store.InTx(ctx, p.carryOut)
		if !errors.Is(err, store.ErrDuplicate) && !errors.Is(err, errMoved) {
			return err
		}
	}
	return fault.ErrUnavailable.Because(errMoved)
}

// Current refuses a keyring that cannot read what is made now: that of a node which did
// not get the new secret.
func (c Checker) Current(ctx context.Context) error {
	rows, err := c.Store.Read(ctx).SecretKeys()
	if err != nil {
		return err
	}
	leader := leading(rows)
	if leader == nil || c.ring().has(leader.ID) {
		return nil
	}
	return fmt.Errorf("the secret of this database was changed: key %s is in none of the files that this process read", leader.ID)
}

// ring is the keys at hand, the current one first; none is there twice.
type ring []secret.KeyInfo

func (c Checker) ring() ring {
	var out ring
	for _, k := range c.Keyring.Keys() {
		if !out.has(k.ID) {
			out = append(out, k)
		}
	}
	return out
}

func (r ring) has(id string) bool { return r.find(id) != nil }

func (r ring) find(id string) *secret.KeyInfo {
	for i := range r {
		if r[i].ID == id {
			return &r[i]
		}
	}
	return nil
}

// leading is the key that seals what is new.
func leading(rows []models.SecretKey) *models.SecretKey {
	var out *models.SecretKey
	for i := range rows {
		if rows[i].Leads() && (out == nil || *rows[i].Generation > *out.Generation) {
			out = &rows[i]
		}
	}
	return out
}

func rowOf(rows []models.SecretKey, id string) *models.SecretKey {
	for i := range rows {
		if rows[i].ID == id {
			return &rows[i]
		}
	}
	return nil
}

// matches tells whether a row is of this key. The name alone is 32 bits, which two keys
// can share; a row without a value was written when its key was lost.
func matches(row *models.SecretKey, k secret.KeyInfo) bool {
	return len(row.CheckValue) == 0 || hmac.Equal(row.CheckValue, k.Check.Bytes())
}
