package store

import (
	"errors"
	"maps"
	"slices"

	"gorm.io/gorm/clause"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
)

var (
	errNoKeyring = errors.New("store: opened without a Keyring, which seals the trail, so it cannot write events")
	// errChainMoved is a lost race, like those that the databases report.
	errChainMoved = errors.New("store: another transaction has appended to the chain of events")
)

// AppendEvent adds an event to the audit trail: at the end of a transaction, or at once outside
// one. The first event of a transaction has the attempt's id, by which the outcome of a COMMIT
// with a lost answer is read back.
func (tx *Tx) AppendEvent(e *models.Event) error {
	if tx.attempt == "" {
		return tx.alone(func(tx *Tx) error { return tx.AppendEvent(e) })
	}
	e.ID, e.At = secret.NewID(), exact(tx.Now)
	if len(tx.events) == 0 {
		e.ID = tx.attempt
	}
	line := *e
	tx.events = append(tx.events, &line)
	return nil
}

// insertEvents appends the events of a transaction to their chains. It is the last step before
// COMMIT, since from here on other transactions wait for the same chains. It takes the chains in
// one order, so that no two transactions wait for each other.
func (tx *Tx) insertEvents() error {
	byTenant := map[string][]*models.Event{}
	for _, e := range tx.events {
		byTenant[e.TenantID] = append(byTenant[e.TenantID], e)
	}
	for _, tenantID := range slices.Sorted(maps.Keys(byTenant)) {
		if err := tx.extend(tenantID, byTenant[tenantID]); err != nil {
			return err
		}
	}
	if len(tx.events) == 0 {
		return nil
	}
	return translate(tx.db.CreateInBatches(tx.events, 200).Error)
}

// extend moves the end of a chain past new events. The condition of the update checks that the
// end was not moved since it was read; the lock only makes other transactions queue.
func (tx *Tx) extend(tenantID string, events []*models.Event) error {
	if tx.keyring == nil {
		return errNoKeyring
	}
	chain, err := tx.lastOf(tenantID)
	if errors.Is(err, ErrNotFound) {
		chain, err = tx.begin(tenantID)
	}
	if err != nil {
		return err
	}
	before := chain.Sequence
	trail.Link(chain, events)
	mine, err := one(tx.db.Model(&models.EventChain{}).Where("tenant_id = ? AND sequence = ?", tenantID, before).
		Updates(map[string]any{"sequence": chain.Sequence, "head": chain.Head, "seal": tx.seal(chain)}))
	if err == nil && !mine {
		err = errChainMoved
	}
	return err
}

func (tx *Tx) lastOf(tenantID string) (*models.EventChain, error) {
	chain := &models.EventChain{}
	err := tx.db.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}).Where("tenant_id = ?", tenantID).Take(chain).Error
	return chain, translate(err)
}

func (tx *Tx) begin(tenantID string) (*models.EventChain, error) {
	first := &models.EventChain{TenantID: tenantID, Head: trail.ZeroHash(), CheckpointAt: tx.Now}
	first.Seal = tx.seal(first)
	if err := tx.db.Clauses(clause.OnConflict{DoNothing: true}).Create(first).Error; err != nil {
		return nil, translate(err)
	}
	return tx.lastOf(tenantID)
}

// SealOfChain is the purpose of the seals of chain ends, among all that the secret file
// authenticates.
const SealOfChain = "event-chain"

func (tx *Tx) seal(c *models.EventChain) []byte {
	return tx.keyring.MAC(SealOfChain, trail.SealedFields(c)...).Bytes()
}

// EventsOf lists a user's events, the newest first.
func (rd *Reader) EventsOf(userID string, limit int) ([]models.Event, error) {
	return list[models.Event](rd, "at DESC, id DESC", limit, "user_id = ?", userID)
}

// eventExists waits, on a server, for a transaction that wrote the event and has not ended: a
// COMMIT whose answer was lost may still be running. SQLite has no locking reads and needs none.
func (rd *Reader) eventExists(id string) (bool, error) {
	var found []models.Event
	err := rd.db.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}).
		Where("id = ?", id).Limit(1).Find(&found).Error
	return len(found) == 1, translate(err)
}
