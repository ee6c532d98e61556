package store

import (
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// over defines which rows of a table have ended by a time: the condition has one ?, and the order
// is that of an index, so that no other row is read.
type over struct{ where, order string }

// swept returns the keys of up to limit rows that have ended, the earliest first. Rows are then
// deleted by key, so that a statement touches no other rows on any engine.
func swept[T, K any](tx *Tx, key string, o over, at time.Time, limit int) ([]K, error) {
	var keys []K
	err := tx.db.Model(new(T)).Where(o.where, at).Order(o.order).Limit(limit).Pluck(key, &keys).Error
	return keys, translate(err)
}

// sweep deletes up to limit rows that have ended in one of the ways. Each statement commits at
// once. The condition is checked again by the deletion, since another server may sweep too.
func sweep[T, K any](tx *Tx, key string, at time.Time, limit int, ways ...over) (int, error) {
	done := 0
	for _, o := range ways {
		keys, err := swept[T, K](tx, key, o, at, limit-done)
		if err != nil {
			return done, err
		}
		if len(keys) == 0 {
			continue
		}
		n, err := all(tx.db.Where(key+" IN ? AND "+o.where, keys, at).Delete(new(T)))
		if done += n; err != nil || done >= limit {
			return done, err
		}
	}
	return done, nil
}

// sessionsOver selects sessions that were ended, and those that expired.
func sessionsOver() []over {
	return []over{{"ended_at <= ?", "ended_at"}, {"ended_at IS NULL AND expires_at <= ?", "expires_at"}}
}

// SweepSessions deletes up to limit sessions that ended before a time, and up to limit of their
// refresh tokens. A used token stays as long as its session, since its reuse ends the session. A
// session stays as long as it has tokens; an ended session gets no new ones.
func (tx *Tx) SweepSessions(before time.Time, limit int) (sessions, tokens int, err error) {
	for _, o := range sessionsOver() {
		ended, err := swept[models.Session, string](tx, "id", o, before, limit-sessions)
		if err != nil {
			return sessions, tokens, err
		}
		if len(ended) == 0 {
			continue
		}
		room := limit - tokens
		named, n, err := tx.deleteRefreshTokens(ended, room)
		if tokens += n; err != nil || named == room {
			return sessions, tokens, err // there may be more tokens
		}
		n, err = all(tx.db.Where("id IN ? AND "+o.where, ended, before).Delete(&models.Session{}))
		if sessions += n; err != nil || sessions >= limit {
			return sessions, tokens, err
		}
	}
	return sessions, tokens, nil
}

// deleteRefreshTokens returns how many tokens it found, and how many of them it deleted: another
// server may delete them at the same time.
func (tx *Tx) deleteRefreshTokens(sessions []string, limit int) (found, deleted int, err error) {
	var tokens []string
	err = tx.db.Model(&models.RefreshToken{}).Where("session_id IN ?", sessions).Limit(limit).Pluck("id", &tokens).Error
	if err != nil || len(tokens) == 0 {
		return 0, 0, translate(err)
	}
	deleted, err = all(tx.db.Where("id IN ?", tokens).Delete(&models.RefreshToken{}))
	return len(tokens), deleted, err
}

// SweepChallenges deletes up to limit login challenges that expired before a time.
func (tx *Tx) SweepChallenges(before time.Time, limit int) (int, error) {
	return sweep[models.Challenge, string](tx, "id", before, limit, over{"expires_at <= ?", "expires_at"})
}

// SweepTickets deletes up to limit tickets that were consumed or ended before a time. ExpireTicket
// ends an expired ticket first, with the time when it expired.
func (tx *Tx) SweepTickets(before time.Time, limit int) (int, error) {
	return sweep[models.Ticket, string](tx, "id", before, limit,
		over{"consumed_at <= ?", "consumed_at"}, over{"consumed_at IS NULL AND ended_at <= ?", "ended_at"})
}

// SweepMessages deletes up to limit messages that were sent or failed before a time. A message
// that can still be sent again stays.
func (tx *Tx) SweepMessages(before time.Time, limit int) (int, error) {
	return sweep[models.Message, string](tx, "id", before, limit,
		over{"sent_at <= ?", "sent_at"}, over{"sent_at IS NULL AND failed_at <= ? AND content_until IS NULL", "failed_at"})
}

// SweepAPIKeys reads up to limit keys after the given one, and deletes those that were revoked or
// expired before a time. It returns the last key that it read; empty if there are no more. An
// installation has few keys, so they are read in order, without an index for it. If no other key
// stays, the first one does: without any key, rekey init would treat the installation as a new one
// and create an owner key.
func (tx *Tx) SweepAPIKeys(before time.Time, after string, limit int) (n int, last string, err error) {
	var rows []models.APIKey
	err = tx.db.Select("id", "expires_at", "revoked_at").Where("id > ?", after).Order("id").Limit(limit).Find(&rows).Error
	if err != nil {
		return 0, "", translate(err)
	}
	var ended []string
	for i := range rows {
		if rows[i].Ended(before) {
			ended = append(ended, rows[i].ID)
		}
	}
	if len(rows) == limit {
		last = rows[limit-1].ID
	}
	if after == "" && len(ended) > 0 && ended[0] == rows[0].ID {
		stays, err := tx.anyKeyStays(before)
		if err != nil {
			return 0, "", err
		}
		if !stays {
			ended = ended[1:]
		}
	}
	if len(ended) > 0 {
		n, err = all(tx.db.Where("id IN ? AND (revoked_at <= ? OR revoked_at IS NULL AND expires_at <= ?)", ended, before, before).Delete(&models.APIKey{}))
	}
	return n, last, err
}

// anyKeyStays tells whether there is a key that did not end before a time.
func (rd *Reader) anyKeyStays(before time.Time) (bool, error) {
	rows, err := list[models.APIKey](rd, "id", 1,
		"revoked_at > ? OR revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)", before, before)
	return len(rows) > 0, err
}

// SweepTries deletes up to limit rows a day after their last change, if they count nothing or
// belong to a name that no user has.
func (tx *Tx) SweepTries(limit int) (int, error) {
	return sweep[models.Tries, []byte](tx, "tries_key", tx.Now.Add(-24*time.Hour), limit,
		over{"user_id = '' AND changed_at <= ?", "changed_at"}, over{"wrong = 0 AND changed_at <= ?", "changed_at"})
}

// SweepCounters deletes up to limit counters whose window ended.
func (tx *Tx) SweepCounters(limit int) (int, error) {
	return sweep[models.Counter, []byte](tx, "counter_key", tx.Now, limit, over{"window_ends_at <= ?", "window_ends_at"})
}

// WipeAnswers removes up to limit stored answers whose retention has ended.
func (tx *Tx) WipeAnswers(limit int) (int, error) {
	now, err := tx.LeaseTime()
	if err != nil {
		return 0, err
	}
	kept := over{"keep_until <= ? AND sealed IS NOT NULL", "keep_until"}
	keys, err := swept[models.IdempotencyRecord, []byte](tx, "id", kept, now, limit)
	if err != nil || len(keys) == 0 {
		return 0, err
	}
	return all(tx.db.Model(&models.IdempotencyRecord{}).Where("id IN ? AND "+kept.where, keys, now).Updates(map[string]any{
		"sealed": nil, "keep_until": gorm.Expr("expires_at"), // otherwise the row would be read each time
	}))
}

// SweepIdempotencyRecords deletes up to limit expired idempotency records.
func (tx *Tx) SweepIdempotencyRecords(limit int) (int, error) {
	return sweep[models.IdempotencyRecord, []byte](tx, "id", tx.Now, limit, over{"expires_at <= ?", "expires_at"})
}
