package store

import (
	"time"

	"github.com/rekeyhq/rekey/models"
)

// FindChain reads the end of a tenant's chain of events.
func (rd *Reader) FindChain(tenantID string) (*models.EventChain, error) {
	return take[models.EventChain](rd, "tenant_id = ?", tenantID)
}

// ChainsDue lists chains with events since their last checkpoint, if the checkpoint is at least
// that old or that many events ago.
func (rd *Reader) ChainsDue(age time.Duration, events int64, limit int) ([]models.EventChain, error) {
	return list[models.EventChain](rd, "tenant_id", limit,
		"sequence > checkpoint_sequence AND (checkpoint_at <= ? OR sequence >= checkpoint_sequence + ?)", rd.Now.Add(-age), events)
}

// OldestUnsigned is the time of the oldest last checkpoint among the chains with events since; nil if all
// events are signed.
func (rd *Reader) OldestUnsigned() (*time.Time, error) {
	rows, err := list[models.EventChain](rd, "checkpoint_at", 1, "sequence > checkpoint_sequence")
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0].CheckpointAt, nil
}

// AdvanceCheckpoint records that the last checkpoint of a chain is at its end. It returns false if
// another server recorded one first.
func (tx *Tx) AdvanceCheckpoint(c *models.EventChain) (bool, error) {
	return one(tx.db.Model(&models.EventChain{}).
		Where("tenant_id = ? AND checkpoint_sequence = ?", c.TenantID, c.CheckpointSequence).
		Updates(map[string]any{"checkpoint_sequence": c.Sequence, "checkpoint_at": tx.Now}))
}

// InsertCheckpoint writes a signed checkpoint.
func (tx *Tx) InsertCheckpoint(c *models.Checkpoint) error { return insert(tx, c) }

// CheckpointsOf lists a chain's checkpoints after one event and up to another.
func (rd *Reader) CheckpointsOf(tenantID string, after, through int64) ([]models.Checkpoint, error) {
	var rows []models.Checkpoint
	err := rd.db.Where("tenant_id = ? AND sequence > ? AND sequence <= ?", tenantID, after, through).Order("sequence").Find(&rows).Error
	return rows, translate(err)
}

// LastCheckpoint returns the sequence of a chain's last checkpoint; zero if there is none.
func (rd *Reader) LastCheckpoint(tenantID string) (int64, error) {
	rows, err := list[models.Checkpoint](rd, "sequence DESC", 1, "tenant_id = ?", tenantID)
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return rows[0].Sequence, nil
}

// EventsAfter lists a chain's events in their order.
func (rd *Reader) EventsAfter(tenantID string, sequence int64, limit int) ([]models.Event, error) {
	return list[models.Event](rd, "sequence", limit, "tenant_id = ? AND sequence > ?", tenantID, sequence)
}

// EventAt reads the event at a place of a chain.
func (rd *Reader) EventAt(tenantID string, sequence int64) (*models.Event, error) {
	return take[models.Event](rd, "tenant_id = ? AND sequence = ?", tenantID, sequence)
}

// NextPlace returns the sequence and the id of the event after another one. It reads no other
// column, since a changed row may be unreadable.
func (rd *Reader) NextPlace(tenantID string, sequence int64) (*models.Event, error) {
	e := &models.Event{}
	err := rd.db.Select("id", "sequence").Where("tenant_id = ? AND sequence > ?", tenantID, sequence).Order("sequence").Take(e).Error
	return e, translate(err)
}

// LastPlace returns the sequence of a chain's last event; zero if there is none.
func (rd *Reader) LastPlace(tenantID string) (int64, error) {
	var rows []models.Event
	err := rd.db.Select("id", "sequence").Where("tenant_id = ?", tenantID).Order("sequence DESC").Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return 0, translate(err)
	}
	return rows[0].Sequence, nil
}

// NextChain returns the tenant whose chain of events follows another one's, in scope; empty if
// there is none. The chain of a deleted tenant is in the scope of everything only.
func (rd *Reader) NextChain(s Scope, after string) (string, error) {
	var tenants []models.Tenant
	if err := s.within(rd.db.Select("id"), "application_id", "id", "").Where("id > ?", after).Order("id").Limit(1).Find(&tenants).Error; err != nil {
		return "", translate(err)
	}
	next := ""
	if len(tenants) > 0 {
		next = tenants[0].ID
	}
	if !s.Everything {
		return next, nil
	}
	chains, err := list[models.EventChain](rd, "tenant_id", 1, "tenant_id > ?", after)
	if err == nil && len(chains) > 0 && (next == "" || chains[0].TenantID < next) {
		next = chains[0].TenantID
	}
	return next, err
}

// FindCheckpoint reads a checkpoint by its id.
func (rd *Reader) FindCheckpoint(id string) (*models.Checkpoint, error) {
	return take[models.Checkpoint](rd, "id = ?", id)
}
