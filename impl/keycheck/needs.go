package keycheck

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
)

// pageSize bounds how many rows are in memory.
const pageSize = 500

// Need counts the stored values that only one key can read. Needs are added up to report on several keys.
type Need struct {
	Passwords       int
	FormerPasswords int // for the rules on earlier passwords
	Apps            int // authenticator apps
	SigningKeys     int
	Messages        int // those that are not sent yet
	Chains          int // chains of events whose end is sealed
}

// Any tells whether anything needs the key.
func (n Need) Any() bool { return n != Need{} }

func (n *Need) add(other *Need) {
	n.Passwords += other.Passwords
	n.FormerPasswords += other.FormerPasswords
	n.Apps += other.Apps
	n.SigningKeys += other.SigningKeys
	n.Messages += other.Messages
	n.Chains += other.Chains
}

// String lists the counts, such as "3 passwords, 1 authenticator app".
func (n Need) String() string {
	var parts []string
	for _, p := range []struct {
		count     int
		one, many string
	}{
		{n.Passwords, "password", "passwords"}, {n.FormerPasswords, "former password", "former passwords"},
		{n.Apps, "authenticator app", "authenticator apps"}, {n.SigningKeys, "signing key", "signing keys"},
		{n.Messages, "waiting message", "waiting messages"}, {n.Chains, "end of a chain of events", "ends of chains of events"},
	} {
		switch {
		case p.count == 1:
			parts = append(parts, "1 "+p.one)
		case p.count > 1:
			parts = append(parts, fmt.Sprintf("%d %s", p.count, p.many))
		}
	}
	return strings.Join(parts, ", ")
}

// unknownKey stands in place of a key's id for a value that no key of the ring opens. A seal does not name
// its key; a password hash does.
const unknownKey = ""

// needs has the need for each key.
type needs struct {
	byKey           map[string]*Need // by the key's id, or unknownKey
	lostSigningKeys []string         // ids of the signing keys that no key of the ring opens, and that are not retired
}

// of returns the need for a key, and creates it if there is none.
func (n *needs) of(keyID string) *Need {
	if n.byKey[keyID] == nil {
		n.byKey[keyID] = &Need{}
	}
	return n.byKey[keyID]
}

// count counts, for each key, the values that the key made and that are still needed. It leaves out recovery
// codes: the key of a code is known only when the user enters the code.
func (c Checker) count(ctx context.Context) (*needs, error) {
	n := &needs{byKey: map[string]*Need{}}
	rd := c.Store.Read(ctx)
	current, former, err := rd.HashesByKey()
	if err != nil {
		return nil, err
	}
	for keyID, hashes := range current {
		n.of(keyID).Passwords = hashes
	}
	for keyID, hashes := range former {
		n.of(keyID).FormerPasswords = hashes
	}
	return n, errors.Join(c.countApps(rd, n), c.countSigningKeys(rd, n), c.countMessages(rd, n), c.countChains(rd, n))
}

func (c Checker) countApps(rd *store.Reader, n *needs) error {
	return eachRow(rd.AppsAfter, func(app *models.TOTPFactor) string {
		n.of(c.keyOf(app.Sealed, app.SealedFor())).Apps++
		return app.UserID
	})
}

// countSigningKeys includes retired keys: they verify the checkpoints that they signed. The database lists
// them from the newest to the oldest.
func (c Checker) countSigningKeys(rd *store.Reader, n *needs) error {
	for below, more := int64(math.MaxInt64), true; more; {
		var rows []models.SigningKey
		var err error
		if rows, more, err = rd.ListSigningKeys(below, pageSize); err != nil {
			return err
		}
		for i := range rows {
			below = rows[i].Sequence
			keyID := c.keyOf(rows[i].Sealed, rows[i].SealedFor())
			n.of(keyID).SigningKeys++
			if keyID == unknownKey && !rows[i].Retired(rd.Now) {
				n.lostSigningKeys = append(n.lostSigningKeys, rows[i].ID)
			}
		}
	}
	return nil
}

func (c Checker) countMessages(rd *store.Reader, n *needs) error {
	return eachRow(rd.WaitingAfter, func(m *models.Message) string {
		n.of(c.keyOf(m.Sealed, m.SealedFor())).Messages++
		return m.ID
	})
}

// countChains reads the platform's chain by itself: its tenant id is empty, and eachRow starts after that.
func (c Checker) countChains(rd *store.Reader, n *needs) error {
	add := func(chain *models.EventChain) string {
		keyID, ok := c.Keyring.KeyOfMAC(chain.Seal, store.SealOfChain, trail.SealedFields(chain)...)
		if !ok {
			keyID = unknownKey
		}
		n.of(keyID).Chains++
		return chain.TenantID
	}
	platform, err := rd.FindChain("")
	if err == nil {
		add(platform)
	} else if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	return eachRow(rd.ChainsAfter, add)
}

// keyOf returns the id of the key that made a seal, or unknownKey. A seal is bound to the row that holds it
// (SealedFor).
func (c Checker) keyOf(sealed []byte, bound string) string {
	keyID, ok := c.Keyring.KeyOfSeal(sealed, bound)
	if !ok {
		return unknownKey
	}
	return keyID
}

// eachRow reads a table page by page, in the order of an id. The function add counts a row and returns its
// id, after which the next page begins.
func eachRow[T any](page func(after string, limit int) ([]T, error), add func(*T) string) error {
	after := ""
	for {
		rows, err := page(after, pageSize)
		if err != nil || len(rows) == 0 {
			return err
		}
		for i := range rows {
			after = add(&rows[i])
		}
	}
}
