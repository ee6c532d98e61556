package keycheck

import (
	"context"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// plan is the changes to the rows of keys that a ring needs.
type plan struct {
	insert  []models.SecretKey
	promote *models.SecretKey
	recover []models.SecretKey
	event   *models.Event
}

func (p *plan) empty() bool { return len(p.insert) == 0 && p.promote == nil && len(p.recover) == 0 }

func (p *plan) carryOut(tx *store.Tx) error {
	for i := range p.insert {
		row := p.insert[i] // a transaction may be repeated
		if err := tx.InsertSecretKey(&row); err != nil {
			return err
		}
	}
	if p.promote != nil {
		if err := requireChanged(tx.PromoteSecretKey(p.promote)); err != nil {
			return err
		}
	}
	for i := range p.recover {
		if err := requireChanged(tx.RecoverSecretKey(&p.recover[i])); err != nil {
			return err
		}
	}
	if p.event == nil {
		return nil
	}
	e := *p.event
	return tx.AppendEvent(&e)
}

func requireChanged(ok bool, err error) error {
	if err == nil && !ok {
		err = errRace
	}
	return err
}

// plan compares the ring with the keys of the database.
func (c Checker) plan(ctx context.Context) (*plan, error) {
	rows, err := c.Store.Read(ctx).SecretKeys()
	if err != nil {
		return nil, err
	}
	r := c.ring()
	for _, k := range r {
		if row := rowOf(rows, k.ID); row != nil && !matches(row, k) {
			return nil, errDiffers(k)
		}
	}
	p := &plan{}
	leader := leading(rows)
	if leader == nil {
		err = c.adopt(ctx, p, r, rows)
	} else {
		err = c.compare(ctx, p, r, rows, leader)
	}
	if err != nil {
		return nil, err
	}
	p.recordEarlier(r, rows)
	return p, nil
}

// adopt makes the current key the leader of a database that has none, if the ring can read everything in
// it. That is the case for a new installation, and for one from before check values existed.
func (c Checker) adopt(ctx context.Context, p *plan, r ring, rows []models.SecretKey) error {
	n, err := c.count(ctx)
	if err != nil {
		return err
	}
	if lost := n.unreadableWith(r, rows); lost.Any() {
		return errUnreadable(r, lost, n.named(r))
	}
	p.lead(r[0], rows, 1)
	used, err := c.Store.Used(ctx)
	if used {
		p.event = keyEvent(models.ActionSecretAdopt, "key "+r[0].ID)
	}
	return err
}

// compare refuses a current key that is not the leader, unless it is new and the ring has the leader too.
func (c Checker) compare(ctx context.Context, p *plan, r ring, rows []models.SecretKey, leader *models.SecretKey) error {
	own := rowOf(rows, r[0].ID)
	switch {
	case own != nil && own.ID == leader.ID:
	case own != nil && own.Leads():
		return errOlder(r, leader)
	case !r.has(leader.ID):
		return errUnknownKey(r, leader)
	}
	if err := c.complete(ctx, r, rows); err != nil {
		return err
	}
	if own == nil || own.ID != leader.ID {
		p.lead(r[0], rows, *leader.Generation+1)
		p.event = keyEvent(models.ActionSecretChange, "key "+r[0].ID+" after key "+leader.ID)
	}
	return nil
}

// complete refuses a ring that lacks a key which is still needed. It counts the needs only if a key is
// missing.
func (c Checker) complete(ctx context.Context, r ring, rows []models.SecretKey) error {
	var missing []models.SecretKey
	for _, row := range rows {
		if row.GivenUpAt == nil && !r.has(row.ID) {
			missing = append(missing, row)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	n, err := c.count(ctx)
	if err != nil {
		return err
	}
	if lost := n.unreadableWith(r, rows); lost.Any() {
		return errMissing(r, missing, lost)
	}
	return nil
}

// lead makes a key the leader.
func (p *plan) lead(k secret.KeyInfo, rows []models.SecretKey, generation int64) {
	row := models.SecretKey{ID: k.ID, CheckValue: k.Check.Bytes(), Generation: &generation}
	if rowOf(rows, k.ID) == nil {
		p.insert = append(p.insert, row)
		return
	}
	p.promote = &row
}

// recordEarlier adds rows for the earlier keys: what they made is in the database, or an import will bring
// it.
func (p *plan) recordEarlier(r ring, rows []models.SecretKey) {
	for _, k := range r[1:] {
		row := models.SecretKey{ID: k.ID, CheckValue: k.Check.Bytes()}
		switch known := rowOf(rows, k.ID); {
		case known == nil:
			p.insert = append(p.insert, row)
		case known.GivenUpAt != nil:
			p.recover = append(p.recover, row)
		}
	}
}

// unreadableWith adds up what a ring cannot read, without what was given up.
func (n *needs) unreadableWith(r ring, rows []models.SecretKey) Need {
	var sum Need
	for id, need := range n.byKey {
		if r.has(id) {
			continue
		}
		if row := rowOf(rows, id); row != nil && row.GivenUpAt != nil {
			continue
		}
		sum.add(need)
	}
	return sum
}

// keyEvent is the event of the audit trail about the secret file.
func keyEvent(action models.Action, detail string) *models.Event {
	return &models.Event{Action: action, Outcome: models.OutcomeDone, ActorKind: models.ActorSystem, ActorID: "secret-file", Detail: detail}
}
