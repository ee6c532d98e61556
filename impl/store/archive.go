package store

import (
	"time"

	"github.com/rekeyhq/rekey/models"
)

// placesAtATime is the number of events that one statement reads, so that it ends in time.
const placesAtATime = 5000

// LastBefore returns the sequence of the last event after the given one up to which all events of
// a chain are older than a time. The result is not greater than the given sequence if there is no
// such event. It reads along the chain, so an event that is written meanwhile is compared by its
// own time or not read at all.
func (rd *Reader) LastBefore(tenantID string, after int64, at time.Time) (int64, error) {
	at = exact(at)
	for {
		var places []models.Event
		err := rd.db.Select("sequence", "at").Where("tenant_id = ? AND sequence > ?", tenantID, after).
			Order("sequence").Limit(placesAtATime).Find(&places).Error
		if err != nil {
			return 0, translate(err)
		}
		for i := range places {
			if !places[i].At.Before(at) {
				return after, nil
			}
			after = places[i].Sequence
		}
		if len(places) < placesAtATime {
			return after, nil
		}
	}
}

// MoveAnchor replaces the anchor of a chain, before (nil: it has none), by next after a part of
// the chain was archived. The anchor is also a checkpoint, and replaces the one at its place. The
// result is ErrDuplicate or false if another process moved it meanwhile.
func (tx *Tx) MoveAnchor(before, next *models.Checkpoint) (bool, error) {
	if before != nil {
		mine, err := one(tx.db.Where("id = ? AND sequence = ?", before.ID, before.Sequence).Delete(&models.Checkpoint{}))
		if err != nil || !mine {
			return false, err
		}
	}
	_, err := all(tx.db.Where("tenant_id = ? AND sequence = ?", next.TenantID, next.Sequence).Delete(&models.Checkpoint{}))
	if err != nil {
		return false, err
	}
	if err := insert(tx, next); err != nil {
		return false, err
	}
	_, err = all(tx.db.Model(&models.EventChain{}).Where("tenant_id = ? AND checkpoint_sequence < ?", next.TenantID, next.Sequence).
		Updates(map[string]any{"checkpoint_sequence": next.Sequence, "checkpoint_at": tx.Now}))
	return err == nil, err
}

// DeleteArchived deletes up to limit events up to an anchor, the oldest first, and then up to
// limit checkpoints before it.
func (tx *Tx) DeleteArchived(anchor *models.Checkpoint, limit int) (int, error) {
	var events, checkpoints []string
	err := tx.db.Model(&models.Event{}).Where("tenant_id = ? AND sequence <= ?", anchor.TenantID, anchor.Sequence).
		Order("sequence").Limit(limit).Pluck("id", &events).Error
	if err != nil {
		return 0, translate(err)
	}
	if len(events) > 0 {
		return all(tx.db.Where("id IN ?", events).Delete(&models.Event{}))
	}
	err = tx.db.Model(&models.Checkpoint{}).Where("tenant_id = ? AND sequence < ?", anchor.TenantID, anchor.Sequence).
		Order("sequence").Limit(limit).Pluck("id", &checkpoints).Error
	if err != nil || len(checkpoints) == 0 {
		return 0, translate(err)
	}
	return all(tx.db.Where("id IN ?", checkpoints).Delete(&models.Checkpoint{}))
}
