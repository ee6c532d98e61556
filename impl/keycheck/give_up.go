package keycheck

import (
	"context"
	"errors"
	"strings"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ErrNothingLost means that no key is missing.
var ErrNothingLost = errors.New("no secret is missing: nothing was changed")

// Lost counts what becomes unreadable if the missing keys are given up. It writes nothing.
func (c Checker) Lost(ctx context.Context) (Need, error) {
	_, lost, err := c.lost(ctx)
	return lost, err
}

func (c Checker) lost(ctx context.Context) (*abandonment, Need, error) {
	rows, err := c.Store.Read(ctx).SecretKeys()
	if err != nil {
		return nil, Need{}, err
	}
	n, err := c.count(ctx)
	if err != nil {
		return nil, Need{}, err
	}
	r := c.ring()
	s := &abandonment{ring: r, rows: rows, lostSigningKeys: n.lostSigningKeys, named: n.named(r)}
	for _, k := range r {
		if row := rowOf(rows, k.ID); row != nil && !matches(row, k) {
			return nil, Need{}, errDiffers(k)
		}
	}
	if leader := leading(rows); leader != nil && leader.ID != r[0].ID && r.has(leader.ID) {
		return nil, Need{}, ErrNothingLost
	}
	if len(s.missing()) == 0 && len(s.lostSigningKeys) == 0 && !n.unreadableWith(r, rows).Any() && leading(rows) != nil {
		return nil, Need{}, ErrNothingLost
	}
	return s, n.unreadableWith(r, rows), nil
}

// GiveUp declares the missing keys lost and makes the current key the leader. It retires the signing keys
// that cannot be read, so that new ones are made. A file that is found later can still be put beside the
// new one.
func (c Checker) GiveUp(ctx context.Context) (Need, error) {
	for range maxRaces {
		s, lost, err := c.lost(ctx)
		if err != nil {
			return Need{}, err
		}
		err = c.Store.InTx(ctx, s.carryOut)
		if !errors.Is(err, store.ErrDuplicate) && !errors.Is(err, errRace) {
			return lost, err
		}
	}
	return Need{}, fault.ErrUnavailable.Because(errRace)
}

// abandonment is what GiveUp declares lost, with the state of the database that it follows from.
type abandonment struct {
	ring            ring
	rows            []models.SecretKey
	lostSigningKeys []string
	named           []string // missing keys that password hashes name
}

// missing lists the keys that the database has a row of, or that password hashes name, and that the ring
// does not have.
func (s *abandonment) missing() []string {
	var out []string
	for _, row := range s.rows {
		if row.GivenUpAt == nil && !s.ring.has(row.ID) {
			out = append(out, row.ID)
		}
	}
	for _, id := range s.named {
		if rowOf(s.rows, id) == nil {
			out = append(out, id)
		}
	}
	return out
}

func (s *abandonment) carryOut(tx *store.Tx) error {
	for _, id := range s.missing() {
		if rowOf(s.rows, id) == nil {
			if err := tx.InsertSecretKey(&models.SecretKey{ID: id, GivenUpAt: &tx.Now}); err != nil {
				return err
			}
		} else if err := requireChanged(tx.GiveUpSecretKey(id)); err != nil {
			return err
		}
	}
	if _, err := tx.RetireUnreadable(s.lostSigningKeys); err != nil {
		return err
	}
	p := &plan{}
	leader, next := leading(s.rows), int64(1)
	if leader != nil {
		next = *leader.Generation + 1
	}
	if leader == nil || leader.ID != s.ring[0].ID {
		p.lead(s.ring[0], s.rows, next)
	}
	p.recordEarlier(s.ring, s.rows)
	detail := "keys " + strings.Join(s.missing(), ", ") + " without key " + s.ring[0].ID
	p.event = keyEvent(models.ActionSecretForget, detail[:min(len(detail), 255)])
	return p.carryOut(tx)
}
