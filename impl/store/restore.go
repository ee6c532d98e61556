package store

import (
	"github.com/rekeyhq/rekey/models"
)

// LiveTickets lists tickets that can still be redeemed of all users.
func (rd *Reader) LiveTickets(limit int) ([]models.Ticket, error) {
	return list[models.Ticket](rd, "expires_at", limit, live, rd.Now)
}

// LiveSessions lists sessions that can still be used of all users.
func (rd *Reader) LiveSessions(limit int) ([]models.Session, error) {
	return list[models.Session](rd, "expires_at", limit, "ended_at IS NULL AND expires_at > ?", rd.Now)
}

// EndChallenges ends up to limit pending challenges.
func (tx *Tx) EndChallenges(limit int) (int, error) {
	var ids []string
	err := tx.db.Model(&models.Challenge{}).Where("consumed_at IS NULL AND expires_at > ?", tx.Now).Order("expires_at").Limit(limit).Pluck("id", &ids).Error
	if err != nil || len(ids) == 0 {
		return 0, translate(err)
	}
	return all(tx.db.Model(&models.Challenge{}).Where("id IN ? AND consumed_at IS NULL", ids).Updates(map[string]any{"consumed_at": tx.Now}))
}

// DropQueuedMessages marks up to limit queued messages as failed.
func (tx *Tx) DropQueuedMessages(answer string, limit int) (int, error) {
	var ids []string
	err := tx.db.Model(&models.Message{}).Where("state = ?", models.MessageQueued).Order("next_attempt_at").Limit(limit).Pluck("id", &ids).Error
	if err != nil || len(ids) == 0 {
		return 0, translate(err)
	}
	return all(tx.drop(answer, "id IN ?", ids))
}

// DropResetRequests deletes up to limit reset requests.
func (tx *Tx) DropResetRequests(limit int) (int, error) {
	var ids []string
	err := tx.db.Model(&models.ResetRequest{}).Order("claimed_until").Limit(limit).Pluck("id", &ids).Error
	if err != nil || len(ids) == 0 {
		return 0, translate(err)
	}
	return all(tx.db.Where("id IN ?", ids).Delete(&models.ResetRequest{}))
}
