package keycheck

import (
	"context"
	"errors"
	"strings"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ErrNothingLost means that all keys are here.
var ErrNothingLost = errors.New("no secret is missing: nothing was changed")

// Lost tells what giving up the missing keys would cost; it writes nothing.
func (c Checker) Lost(ctx context.Context) (Need, error) {
	_, lost, err := c.lost(ctx)
	return lost, err
}

func (c Checker) lost(ctx context.Context) (*surrender, Need, error) {
	rows, err := c.Store.Read(ctx).SecretKeys()
	if err != nil {
		return nil, Need{}, err
	}
	n, err := c.count(ctx)
	if err != nil {
		return nil, Need{}, err
	}
	r := c.ring()
	s := &surrender{ring: r, rows: rows, signing: n.signing, unseen: n.named(r)}
	for _, k := range r {
		if row := rowOf(rows, k.ID); row != nil && !matches(row, k) {
			return nil, Need{}, errDiffers(k)
		}
	}
	if leader := leading(rows); leader != nil && leader.ID != r[0].ID && r.has(leader.ID) {
		return nil, Need{}, ErrNothingLost
	}
	if len(s.missing()) == 0 && len(s.signing) == 0 && !n.outside(r, rows).Any() && leading(rows) != nil {
		return nil, Need{}, ErrNothingLost
	}
	return s, n.outside(r, rows), nil
}

// GiveUp declares lost what no secret file at hand can read, and makes the current key the
// database's own. The signing keys among it are retired, so that new ones are made. A
// file that is found later can still be put beside the new one.
func (c Checker) GiveUp(ctx context.Context) (Need, error) {
	for range maxRaces {
		s, lost, err := c.lost(ctx)
		if err != nil {
			return Need{}, err
		}
		err = c.Store.InTx(ctx, s.carryOut)
		if !errors.Is(err, store.ErrDuplicate) && !errors.Is(err, errMoved) {
			return lost, err
		}
	}
	return Need{}, fault.ErrUnavailable.Because(errMoved)
}

// surrender is what is given up.
type surrender struct {
	ring    ring
	rows    []models.SecretKey
	signing []string
	unseen  []string // keys that hashes name
}

// missing lists the keys that the database knows, or hashes name, and no file holds.
func (s *surrender) missing() []string {
	var out []string
	for _, row := range s.rows {
		if row.GivenUpAt == nil && !s.ring.has(row.ID) {
			out = append(out, row.ID)
		}
	}
	for _, id := range s.unseen {
		if rowOf(s.rows, id) == nil {
			out = append(out, id)
		}
	}
	return out
}

func (s *surrender) carryOut(tx *store.Tx) error {
	for _, id := range s.missing() {
		if rowOf(s.rows, id) == nil {
			if err := tx.InsertSecretKey(&models.SecretKey{ID: id, GivenUpAt: &tx.Now}); err != nil {
				return err
			}
		} else if err := mine(tx.GiveUpSecretKey(id)); err != nil {
			return err
		}
	}
	if _, err := tx.RetireUnreadable(s.signing); err != nil {
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
	p.readWith(s.ring, s.rows)
	detail := "keys " + strings.Join(s.missing(), ", ") + " without key " + s.ring[0].ID
	p.event = keyEvent("secret.forget", detail[:min(len(detail), 255)])
	return p.carryOut(tx)
}
