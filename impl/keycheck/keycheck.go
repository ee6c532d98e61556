// Package keycheck decides whether a secret file and a database belong together.
//
// A key is what package secret derives from one secret file. The database has a row for each key that it
// was used with: the key's id, a check value that only this key gives, and a generation. The leader is the
// key with the highest generation: it seals what is new. The ring holds the keys at hand, the current one
// first. A need counts what only one key can read: password hashes, authenticator apps, signing keys,
// messages and the ends of chains of events. A key that is lost for good can be given up: the values that
// need it stay unreadable, and the signing keys among them are retired.
//
//	keycheck.go  Verify, Register and Current: what a server does at its start
//	plan.go      which rows a ring adds or changes, or why it is refused
//	needs.go     counts what each key is needed for
//	give_up.go   declares keys lost
//	report.go    the report for an operator
//	errors.go    the texts of refusals, each with the file to put in place
//
// The commands serve, doctor and forget-secret call it before anything is read or written with a key. It
// promises that a server with the wrong secret does not start, and that a refusal changes nothing. It must
// not disclose anything about a key except the key's id, file and check value.
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

// Checker compares a keyring with a database. Both are required.
type Checker struct {
	Store   *store.Store
	Keyring *secret.Keyring
}

// maxRaces bounds how often a plan is made again because another server changed the keys meanwhile.
const maxRaces = 8

// errRace means that another server changed the keys first.
var errRace = errors.New("keycheck: another server changed the keys")

// Verify refuses a keyring that does not belong to this database. It writes nothing.
func (c Checker) Verify(ctx context.Context) error {
	schema, err := c.Store.Schema(ctx)
	if err == nil && schema.Check() != nil { // an older schema may have no table of keys
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

// Register verifies the keyring and stores the keys that are new to the database. If several servers start
// with different secrets, one of them succeeds and the others are refused.
func (c Checker) Register(ctx context.Context) error {
	for range maxRaces {
		p, err := c.plan(ctx)
		if err != nil || p.empty() {
			return err
		}
		err = c.Store.InTx(ctx, p.carryOut)
		if !errors.Is(err, store.ErrDuplicate) && !errors.Is(err, errRace) {
			return err
		}
	}
	return fault.ErrUnavailable.Because(errRace)
}

// Current refuses a keyring without the leader: that of a server which did not get the new secret.
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

// ring is the keys at hand, the current one first and each once.
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

// leading is the leader, or nil if the database has none.
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

// matches tells whether a row belongs to a key. The id alone has 32 bits, which two keys can share. A row
// without a check value was written when its key was lost.
func matches(row *models.SecretKey, k secret.KeyInfo) bool {
	return len(row.CheckValue) == 0 || hmac.Equal(row.CheckValue, k.Check.Bytes())
}
