package store

import (
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// live is the condition that guards every change of a ticket.
const live = "consumed_at IS NULL AND ended_at IS NULL AND expires_at > ?"

// InsertTicket writes a new ticket.
func (tx *Tx) InsertTicket(t *models.Ticket) error { return insert(tx, t) }

// FindTicketByID reads a ticket.
func (rd *Reader) FindTicketByID(id string) (*models.Ticket, error) {
	return take[models.Ticket](rd, "id = ?", id)
}

// NewestTicket reads the user's newest ticket of a proof kind and purpose, live or not.
func (rd *Reader) NewestTicket(userID string, proof models.Proof, purpose models.Purpose) (*models.Ticket, error) {
	rows, err := list[models.Ticket](rd, "created_at DESC, id DESC", 1,
		"user_id = ? AND proof = ? AND purpose = ?", userID, proof, purpose)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, ErrNotFound
	}
	return &rows[0], nil
}

// LiveUserCodes reads the user's live tickets of a purpose whose code can be guessed, the newest first. If a
// kind is given, they are for an address of this kind.
func (rd *Reader) LiveUserCodes(userID string, purpose models.Purpose, kind models.AddressKind) ([]models.Ticket, error) {
	clause, args := "user_id = ? AND purpose = ? AND proof = ? AND max_tries > failed_tries AND "+live, []any{userID, purpose, models.ProofUserCode, rd.Now}
	if kind != "" {
		clause, args = clause+" AND address_id IN (SELECT id FROM addresses WHERE user_id = ? AND kind = ?)", append(args, userID, kind)
	}
	return list[models.Ticket](rd, "created_at DESC, id DESC", 10, clause, args...)
}

// NewestTicketFor reads the user's newest ticket of a purpose, whatever its proof kind.
func (rd *Reader) NewestTicketFor(userID string, purpose models.Purpose) (*models.Ticket, error) {
	rows, err := list[models.Ticket](rd, "created_at DESC, id DESC", 1, "user_id = ? AND purpose = ?", userID, purpose)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, ErrNotFound
	}
	return &rows[0], nil
}

// CountTry takes one of the ticket's tries, before the code is compared. It returns false if
// none is left.
func (tx *Tx) CountTry(id string) (bool, error) {
	return one(tx.db.Model(&models.Ticket{}).
		Where("id = ? AND failed_tries < max_tries AND "+live, id, tx.Now).
		Updates(map[string]any{"failed_tries": gorm.Expr("failed_tries + 1")}))
}

// ReturnTry returns the try of a right code. The result is false if the ticket ended meanwhile:
// a wrong code at the same time may have taken the last try.
func (tx *Tx) ReturnTry(id string) (bool, error) {
	return one(tx.db.Model(&models.Ticket{}).Where("id = ? AND failed_tries > 0 AND "+live, id, tx.Now).
		Updates(map[string]any{"failed_tries": gorm.Expr("failed_tries - 1")}))
}

// ConsumeTicket consumes a live ticket: exactly one caller ever gets true.
func (tx *Tx) ConsumeTicket(id string) (bool, error) {
	return one(tx.db.Model(&models.Ticket{}).Where("id = ? AND "+live, id, tx.Now).
		Updates(map[string]any{"consumed_at": tx.Now}))
}

// MarkOpened records the first time that a ticket was inspected.
func (tx *Tx) MarkOpened(id string) (bool, error) {
	return one(tx.db.Model(&models.Ticket{}).Where("id = ? AND opened_at IS NULL AND "+live, id, tx.Now).
		Updates(map[string]any{"opened_at": tx.Now}))
}

// MarkVerified records the first time that a ticket's code was proven.
func (tx *Tx) MarkVerified(id string) (bool, error) {
	return one(tx.db.Model(&models.Ticket{}).Where("id = ? AND verified_at IS NULL AND "+live, id, tx.Now).
		Updates(map[string]any{"verified_at": tx.Now}))
}

// MarkDelivered records that a ticket's message was accepted.
func (tx *Tx) MarkDelivered(id string) (bool, error) {
	return one(tx.db.Model(&models.Ticket{}).
		Where("id = ? AND queued_at IS NOT NULL AND delivered_at IS NULL AND "+live, id, tx.Now).
		Updates(map[string]any{"delivered_at": tx.Now, "failed_at": nil}))
}

// MarkUndelivered records that a ticket's message has failed.
func (tx *Tx) MarkUndelivered(id string) (bool, error) {
	return one(tx.db.Model(&models.Ticket{}).
		Where("id = ? AND queued_at IS NOT NULL AND delivered_at IS NULL AND failed_at IS NULL AND "+live, id, tx.Now).
		Updates(map[string]any{"failed_at": tx.Now}))
}

// MarkRequeued records that a ticket's failed message is queued again.
func (tx *Tx) MarkRequeued(id string) (bool, error) {
	return one(tx.db.Model(&models.Ticket{}).
		Where("id = ? AND failed_at IS NOT NULL AND delivered_at IS NULL AND "+live, id, tx.Now).
		Updates(map[string]any{"queued_at": tx.Now, "failed_at": nil}))
}

// EndTicket ends one live ticket.
func (tx *Tx) EndTicket(id string, because models.TicketEnd) (bool, error) {
	return one(tx.db.Model(&models.Ticket{}).Where("id = ? AND "+live, id, tx.Now).
		Updates(map[string]any{"ended_at": tx.Now, "ended_because": because}))
}

// EndTickets ends a user's live tickets of the given purposes, or of all purposes without any,
// and returns their ids.
func (tx *Tx) EndTickets(userID string, because models.TicketEnd, purposes ...models.Purpose) ([]string, error) {
	q := tx.db.Model(&models.Ticket{}).Where("user_id = ? AND "+live, userID, tx.Now)
	if len(purposes) > 0 {
		q = q.Where("purpose IN ?", purposes)
	}
	var found []string
	if err := q.Order("id").Pluck("id", &found).Error; err != nil {
		return nil, translate(err)
	}
	return tx.endEach(found, because)
}

// EndVerifications ends a user's live tickets of purpose verify for one address, and returns their ids.
func (tx *Tx) EndVerifications(userID, addressID string, because models.TicketEnd) ([]string, error) {
	var found []string
	err := tx.db.Model(&models.Ticket{}).
		Where("user_id = ? AND purpose = ? AND address_id = ? AND "+live, userID, models.PurposeVerify, addressID, tx.Now).
		Order("id").Pluck("id", &found).Error
	if err != nil {
		return nil, translate(err)
	}
	return tx.endEach(found, because)
}

// endEach ends tickets, and returns the ids of those that were live.
func (tx *Tx) endEach(ids []string, because models.TicketEnd) (ended []string, err error) {
	for _, id := range ids {
		mine, err := tx.EndTicket(id, because)
		if err != nil {
			return nil, err
		}
		if mine {
			ended = append(ended, id)
		}
	}
	return ended, nil
}

// EndExhausted ends a ticket that has no try left.
func (tx *Tx) EndExhausted(id string) (bool, error) {
	return one(tx.db.Model(&models.Ticket{}).
		Where("id = ? AND max_tries > 0 AND failed_tries >= max_tries AND "+live, id, tx.Now).
		Updates(map[string]any{"ended_at": tx.Now, "ended_because": models.EndedExhausted}))
}

// OverdueTickets lists expired tickets that are not marked as ended yet.
func (rd *Reader) OverdueTickets(limit int) ([]models.Ticket, error) {
	return list[models.Ticket](rd, "expires_at", limit,
		"consumed_at IS NULL AND ended_at IS NULL AND expires_at <= ?", rd.Now)
}

// ExpireTicket marks a ticket as ended at the time when it expired.
func (tx *Tx) ExpireTicket(id string) (bool, error) {
	return one(tx.db.Model(&models.Ticket{}).
		Where("id = ? AND consumed_at IS NULL AND ended_at IS NULL AND expires_at <= ?", id, tx.Now).
		Updates(map[string]any{"ended_at": gorm.Expr("expires_at"), "ended_because": models.EndedExpired}))
}

// InsertResetRequest queues a reset request; it is due at once.
func (tx *Tx) InsertResetRequest(r *models.ResetRequest) (err error) {
	if r.ClaimedUntil, err = tx.LeaseTime(); err != nil {
		return err
	}
	r.CreatedAt = tx.Now
	return insert(tx, r)
}

// ClaimResetRequests leases up to limit waiting requests to this worker.
func (tx *Tx) ClaimResetRequests(limit int, lease time.Duration) ([]models.ResetRequest, error) {
	now, err := tx.LeaseTime()
	if err != nil {
		return nil, err
	}
	due, err := list[models.ResetRequest](tx.Reader, "claimed_until, id", limit, "claimed_until <= ?", now)
	if err != nil {
		return nil, err
	}
	var mine []models.ResetRequest
	for _, r := range due {
		ok, err := one(tx.db.Model(&models.ResetRequest{}).
			Where("id = ? AND claimed_until = ?", r.ID, r.ClaimedUntil).
			Updates(map[string]any{"claimed_until": now.Add(lease), "attempts": gorm.Expr("attempts + 1")}))
		if err != nil {
			return mine, err
		}
		if ok {
			r.Attempts++
			mine = append(mine, r)
		}
	}
	return mine, nil
}

// CountResetRequests counts the requests that wait, for metrics.
func (rd *Reader) CountResetRequests() (int64, error) {
	var n int64
	err := rd.db.Model(&models.ResetRequest{}).Count(&n).Error
	return n, translate(err)
}

// DeleteResetRequest deletes a request that was processed.
func (tx *Tx) DeleteResetRequest(id string) (bool, error) {
	return one(tx.db.Where("id = ?", id).Delete(&models.ResetRequest{}))
}
