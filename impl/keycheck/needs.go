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

const pageSize = 500

// Need counts what only one key can read.
type Need struct {
	Passwords   int
	Former      int // earlier passwords, for the history rule
	Apps        int // authenticator apps
	SigningKeys int
	Messages    int // not sent yet
	Chains      int // seals of the ends of chains of events
}

// Any tells whether any count is not zero.
func (n Need) Any() bool { return n != Need{} }

func (n *Need) add(m *Need) {
	n.Passwords += m.Passwords
	n.Former += m.Former
	n.Apps += m.Apps
	n.SigningKeys += m.SigningKeys
	n.Messages += m.Messages
	n.Chains += m.Chains
}

// String lists the counts, such as "3 passwords, 1 authenticator app".
func (n Need) String() string {
	var parts []string
	for _, p := range []struct {
		count     int
		one, many string
	}{
		{n.Passwords, "password", "passwords"}, {n.Former, "former password", "former passwords"},
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

// unreadable stands for the unknown key of a seal that no key of the ring opens: a seal does not name its
// key.
const unreadable = ""

// needs has the need for each key, by its id.
type needs struct {
	by      map[string]*Need
	signing []string // ids of the signing keys that cannot be read, and are not retired
}

func (n *needs) of(id string) *Need {
	if n.by[id] == nil {
		n.by[id] = &Need{}
	}
	return n.by[id]
}

// count reads everything that a key made and that is still needed. Recovery codes are not included: the key
// of one is known only when its user shows it.
func (c Checker) count(ctx context.Context) (*needs, error) {
	n := &needs{by: map[string]*Need{}}
	rd := c.Store.Read(ctx)
	current, former, err := rd.HashesByKey()
	if err != nil {
		return nil, err
	}
	for id, hashes := range current {
		n.of(id).Passwords = hashes
	}
	for id, hashes := range former {
		n.of(id).Former = hashes
	}
	return n, errors.Join(c.countApps(rd, n), c.countSigningKeys(rd, n), c.countMessages(rd, n), c.countChains(rd, n))
}

func (c Checker) keyOf(sealed []byte, bound string) string {
	id, ok := c.Keyring.KeyOfSeal(sealed, bound)
	if !ok {
		return unreadable
	}
	return id
}

func (c Checker) countApps(rd *store.Reader, n *needs) error {
	return walk(rd.AppsAfter, func(f *models.TOTPFactor) string {
		n.of(c.keyOf(f.Sealed, f.SealedFor())).Apps++
		return f.UserID
	})
}

// countSigningKeys includes retired keys: they verify the checkpoints that they signed.
func (c Checker) countSigningKeys(rd *store.Reader, n *needs) error {
	for below, more := int64(math.MaxInt64), true; more; {
		var rows []models.SigningKey
		var err error
		if rows, more, err = rd.ListSigningKeys(below, pageSize); err != nil {
			return err
		}
		for i := range rows {
			below = rows[i].Sequence
			id := c.keyOf(rows[i].Sealed, rows[i].SealedFor())
			n.of(id).SigningKeys++
			if id == unreadable && !rows[i].Retired(rd.Now) {
				n.signing = append(n.signing, rows[i].ID)
			}
		}
	}
	return nil
}

func (c Checker) countMessages(rd *store.Reader, n *needs) error {
	return walk(rd.WaitingAfter, func(m *models.Message) string {
		n.of(c.keyOf(m.Sealed, m.SealedFor())).Messages++
		return m.ID
	})
}

func (c Checker) countChains(rd *store.Reader, n *needs) error {
	add := func(chain *models.EventChain) string {
		id, ok := c.Keyring.KeyOfMAC(chain.Seal, store.SealOfChain, trail.SealedFields(chain)...)
		if !ok {
			id = unreadable
		}
		n.of(id).Chains++
		return chain.TenantID
	}
	platform, err := rd.FindChain("")
	if err == nil {
		add(platform)
	} else if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	return walk(rd.EndsAfter, add)
}

// walk reads a table page by page. The function add counts a row and returns the id to continue after.
func walk[T any](page func(after string, limit int) ([]T, error), add func(*T) string) error {
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
