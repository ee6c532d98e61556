package store

import (
	"bytes"
	"slices"
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// A message that is due and that no worker has is ready: it waits in its lane, which is
// its tenant and its destination. The index idx_messages_lane holds a lane together, so
// that no look at one lane reads what waits in another, or what was sent.
const inLine = "state = ? AND ready = ?"

// DestinationKey names the destination of a message in its row, where the recipient rests
// sealed: only who has the secret file can compare it with a domain.
func DestinationKey(k *secret.Keyring, c models.Channel, to string) []byte {
	return k.MAC("destination", string(c), c.Destination(to)).Bytes()[:models.DestinationBytes]
}

// Claim is a message that a worker has, until its lease ends.
type Claim struct {
	models.Message
	Until time.Time
}

// DueMessages lists up to limit messages whose time has come and that are not in line yet:
// after a failed attempt, after a lease that ran out, or from before there were lanes.
func (rd *Reader) DueMessages(limit int) ([]models.Message, error) {
	now, err := rd.LeaseTime()
	if err != nil {
		return nil, err
	}
	return list[models.Message](rd, "next_attempt_at", limit, inLine+" AND next_attempt_at <= ?", models.MessageQueued, false, now)
}

// LineUp puts a message that was due then in line, for its destination. It is a statement for one row:
// SQLite would look for several in the index of all that is due.
func (tx *Tx) LineUp(id string, due time.Time, destination []byte) (bool, error) {
	return one(tx.db.Model(&models.Message{}).
		Where("id = ? AND "+inLine+" AND next_attempt_at = ?", id, models.MessageQueued, false, due).
		Updates(map[string]any{"ready": true, "destination": destination}))
}

// ReadyTenants looks at up to rows messages in line of the tenants behind that one, and
// lists their tenants; more tells whether there are further rows.
func (rd *Reader) ReadyTenants(behind string, rows int) (tenants []string, more bool, err error) {
	err = rd.db.Model(&models.Message{}).Where(inLine+" AND tenant_id > ?", models.MessageQueued, true, behind).
		Order("tenant_id").Limit(rows).Pluck("tenant_id", &tenants).Error
	return slices.Compact(tenants), len(tenants) == rows, translate(err)
}

// ReadyDestinations does the same for the destinations of a tenant.
func (rd *Reader) ReadyDestinations(tenantID string, behind []byte, rows int) (found [][]byte, more bool, err error) {
	err = rd.db.Model(&models.Message{}).
		Where(inLine+" AND tenant_id = ? AND destination > ?", models.MessageQueued, true, tenantID, behind).
		Order("destination").Limit(rows).Pluck("destination", &found).Error
	return slices.CompactFunc(found, bytes.Equal), len(found) == rows, translate(err)
}

// FirstReady reads the oldest message of a lane, but for those to some users. One that is
// not due belongs to a server of an earlier version, which knows no lines. COALESCE keeps
// the engines from the index of all that is due, in which the lane's order is lost.
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

// earlier finds a message to the same user and destination that is older, and due or on
// its way: it goes first, or a user would read his newest code before an older one. One
// that waits for its next attempt holds up nothing. The inner SELECT is what MySQL asks
// for in an UPDATE of the same table (error 1093).
const earlier = `NOT EXISTS (SELECT 1 FROM (SELECT 1 FROM messages WHERE user_id = ? AND state = ? AND destination = ?
 AND tenant_id = ? AND id < ? AND (ready = ? OR next_attempt_at <= ? OR claimed_until > ?) LIMIT 1) AS earlier)`

// ClaimMessage leases a message in line to this worker, if no other was faster and no
// earlier one has to go first. It is a guarded update: SKIP LOCKED is ignored by some servers.
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

// RenewClaim prolongs a lease; false means that the claim is lost.
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

// held is a message that a worker still has: another claim would have counted an attempt.
// It may be in line again, if the lease ran out meanwhile; the worker that goes on with it takes it
// out, or it would stand at the head of its lane until its time comes.
func (tx *Tx) held(c *Claim) *gorm.DB {
	return tx.db.Model(&models.Message{}).
		Where("id = ? AND state = ? AND attempts = ? AND claimed_until = ?", c.ID, models.MessageQueued, c.Attempts, c.Until)
}

// MarkMessageSent closes a message and wipes its content, although another may have it now: it was
// accepted, and another attempt would send it twice.
func (tx *Tx) MarkMessageSent(id, answer string) (bool, error) {
	return one(tx.db.Model(&models.Message{}).Where("id = ? AND state = ?", id, models.MessageQueued).Updates(map[string]any{
		"state": models.MessageSent, "ready": false, "sealed": nil, "content_until": nil, "claimed_until": nil,
		"last_answer": answer, "sent_at": tx.Now,
	}))
}

// MarkMessageRetry leaves a message queued until some time has passed.
func (tx *Tx) MarkMessageRetry(c *Claim, pause time.Duration, answer string) (bool, error) {
	now, err := tx.LeaseTime()
	if err != nil {
		return false, err
	}
	return one(tx.held(c).Updates(map[string]any{"ready": false, "next_attempt_at": now.Add(pause), "claimed_until": nil, "last_answer": answer}))
}

// MarkMessageFailed gives a message up and keeps its content for a while, so that it can
// be sent again.
func (tx *Tx) MarkMessageFailed(c *Claim, answer string) (bool, error) {
	return one(tx.held(c).Updates(map[string]any{
		"state": models.MessageFailed, "ready": false, "claimed_until": nil, "last_answer": answer, "failed_at": tx.Now,
	}))
}
