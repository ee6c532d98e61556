package store

import (
	"bytes"
	"slices"
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// A message is ready if it is due and not claimed: it waits in its lane, which is its tenant and
// its destination. By the index idx_messages_lane a query of one lane reads no message of another
// lane and no sent message.
const inLine = "state = ? AND ready = ?"

// DestinationKey identifies the destination of a message in its row, where the recipient is
// sealed. It can be compared with a domain only by means of the secret file.
func DestinationKey(k *secret.Keyring, c models.Channel, to string) []byte {
	return k.MAC("destination", string(c), c.Destination(to)).Bytes()[:models.DestinationBytes]
}

// Claim is a message that a worker has claimed until its lease ends.
type Claim struct {
	models.Message
	Until time.Time
}

// DueMessages lists up to limit messages that are due and not in their lane yet: after a failed
// attempt, after an expired lease, or written before lanes existed.
func (rd *Reader) DueMessages(limit int) ([]models.Message, error) {
	now, err := rd.LeaseTime()
	if err != nil {
		return nil, err
	}
	return list[models.Message](rd, "next_attempt_at", limit, inLine+" AND next_attempt_at <= ?", models.MessageQueued, false, now)
}

// LineUp puts a due message into the lane of its destination. It updates one row: for several
// rows SQLite would search the index of all due messages.
func (tx *Tx) LineUp(id string, due time.Time, destination []byte) (bool, error) {
	return one(tx.db.Model(&models.Message{}).
		Where("id = ? AND "+inLine+" AND next_attempt_at = ?", id, models.MessageQueued, false, due).
		Updates(map[string]any{"ready": true, "destination": destination}))
}

// ReadyApplications reads up to rows ready messages of the applications after the given one, and lists
// their applications; more tells whether there are further rows.
func (rd *Reader) ReadyApplications(behind string, rows int) (applications []string, more bool, err error) {
	err = rd.db.Model(&models.Message{}).Where(inLine+" AND application_id > ?", models.MessageQueued, true, behind).
		Order("application_id").Limit(rows).Pluck("application_id", &applications).Error
	return slices.Compact(applications), len(applications) == rows, translate(err)
}

// ReadyTenants is ReadyApplications for the tenants of an application.
func (rd *Reader) ReadyTenants(applicationID, behind string, rows int) (tenants []string, more bool, err error) {
	err = rd.db.Model(&models.Message{}).
		Where(inLine+" AND application_id = ? AND tenant_id > ?", models.MessageQueued, true, applicationID, behind).
		Order("tenant_id").Limit(rows).Pluck("tenant_id", &tenants).Error
	return slices.Compact(tenants), len(tenants) == rows, translate(err)
}

// ReadyDestinations is ReadyApplications for the destinations of a tenant.
func (rd *Reader) ReadyDestinations(tenantID string, behind []byte, rows int) (found [][]byte, more bool, err error) {
	err = rd.db.Model(&models.Message{}).
		Where(inLine+" AND tenant_id = ? AND destination > ?", models.MessageQueued, true, tenantID, behind).
		Order("destination").Limit(rows).Pluck("destination", &found).Error
	return slices.CompactFunc(found, bytes.Equal), len(found) == rows, translate(err)
}

// FirstReady reads the oldest message of a lane, except those to some users. A message that is
// not due was taken by a server of an earlier version, which has no lanes. COALESCE prevents the
// use of the index of all due messages, which does not have the lane's order.
func (rd *Reader) FirstReady(tenantID string, destination []byte, but []string) (*models.Message, error) {
	now, err := rd.LeaseTime()
	if err != nil {
		return nil, err
	}
	q := rd.db.Where(inLine+" AND tenant_id = ? AND destination = ? AND COALESCE(next_attempt_at, next_attempt_at) <= ?", models.MessageQueued, true, tenantID, destination, now)
	if len(but) > 0 {
		q = q.Where("user_id NOT IN ?", but)
	}
	m := &models.Message{}
	if err := q.Order("id").Limit(1).Take(m).Error; err != nil {
		return nil, translate(err)
	}
	return m, nil
}

// earlier finds an older message to the same user and destination that is due or being sent. It
// must be sent first, or the user would receive the newest code before an older one. A message
// that waits for its next attempt delays no other. MySQL requires the inner SELECT in an UPDATE of
// the same table (error 1093).
const earlier = `NOT EXISTS (SELECT 1 FROM (SELECT 1 FROM messages WHERE user_id = ? AND state = ? AND destination = ?
 AND tenant_id = ? AND id < ? AND (ready = ? OR next_attempt_at <= ? OR claimed_until > ?) LIMIT 1) AS earlier)`

// ClaimMessage leases a ready message to this worker, if no other worker was faster and no
// earlier message must be sent first. It is a guarded update: some servers ignore SKIP LOCKED.
func (tx *Tx) ClaimMessage(m *models.Message, lease time.Duration) (*Claim, error) {
	now, err := tx.LeaseTime()
	if err != nil || m.NextAttemptAt.After(now) {
		return nil, err
	}
	until := exact(now.Add(lease))
	mine, err := one(tx.db.Model(&models.Message{}).
		Where("id = ? AND "+inLine+" AND next_attempt_at = ?", m.ID, models.MessageQueued, true, m.NextAttemptAt).
		Where(earlier, m.UserID, models.MessageQueued, m.Destination, m.TenantID, m.ID, true, now, now).
		Updates(map[string]any{"ready": false, "next_attempt_at": until, "claimed_until": until, "attempts": gorm.Expr("attempts + 1")}))
	if err != nil || !mine {
		return nil, err
	}
	c := &Claim{Message: *m, Until: until}
	c.Attempts++
	return c, nil
}

// RenewClaim extends a lease; false means that the claim is lost.
func (tx *Tx) RenewClaim(c *Claim, lease time.Duration) (bool, error) {
	now, err := tx.LeaseTime()
	if err != nil {
		return false, err
	}
	until := exact(now.Add(lease))
	mine, err := one(tx.held(c).Updates(map[string]any{"ready": false, "next_attempt_at": until, "claimed_until": until}))
	if mine {
		c.Until = until
	}
	return mine, err
}

// held selects a message that the worker still holds: another claim would have counted an attempt.
// If the lease expired meanwhile, the message may be ready again. The worker takes it out of the
// lane, since it would otherwise block the head of the lane until it is due.
func (tx *Tx) held(c *Claim) *gorm.DB {
	return tx.db.Model(&models.Message{}).
		Where("id = ? AND state = ? AND attempts = ? AND claimed_until = ?", c.ID, models.MessageQueued, c.Attempts, c.Until)
}

// MarkMessageSent closes a message and removes its content, even if another worker has claimed it:
// the message was accepted, and another attempt would send it twice.
func (tx *Tx) MarkMessageSent(id, answer string) (bool, error) {
	return one(tx.db.Model(&models.Message{}).Where("id = ? AND state = ?", id, models.MessageQueued).Updates(map[string]any{
		"state": models.MessageSent, "ready": false, "sealed": nil, "content_until": nil, "claimed_until": nil,
		"last_answer": answer, "sent_at": tx.Now,
	}))
}

// MarkMessageRetry makes a message due again after a pause.
func (tx *Tx) MarkMessageRetry(c *Claim, pause time.Duration, answer string) (bool, error) {
	now, err := tx.LeaseTime()
	if err != nil {
		return false, err
	}
	return one(tx.held(c).Updates(map[string]any{"ready": false, "next_attempt_at": now.Add(pause), "claimed_until": nil, "last_answer": answer}))
}

// MarkMessageFailed marks a message as failed and keeps its content for a while, so that it can be
// sent again.
func (tx *Tx) MarkMessageFailed(c *Claim, answer string) (bool, error) {
	return one(tx.held(c).Updates(map[string]any{
		"state": models.MessageFailed, "ready": false, "claimed_until": nil, "last_answer": answer, "failed_at": tx.Now,
	}))
}
