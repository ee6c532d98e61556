package store

import (
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// over is how rows of a table are over by a time: the condition has one ?, and the order
// is the one in which an index has them, so that none is read in vain.
type over struct{ where, order string }

// swept names up to limit rows that are over, the longest over first: what is swept is
// named by key, so that a statement touches no more rows than that, on any engine.
func swept[T, K any](tx *Tx, key string, o over, at time.Time, limit int) ([]K, error) {
	var keys []K
	err := tx.db.Model(new(T)).Where(o.where, at).Order(o.order).Limit(limit).Pluck(key, &keys).Error
	return keys, translate(err)
}

// sweep deletes up to limit rows that are over, in one way or another. Each statement
// commits by itself. That the rows are over is asked again: another server may sweep too.
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

// sessionsOver: those that were ended, and those that ran out.
func sessionsOver() []over {
	return []over{{"ended_at <= ?", "ended_at"}, {"ended_at IS NULL AND expires_at <= ?", "expires_at"}}
}

// SweepSessions deletes up to limit sessions that are over since before, and up to limit of
// their refresh tokens. A spent token stays as long as its session: shown again, it ends
// that session. And a session stays as long as it has tokens; since it is over it gets no
// new ones.
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
			return sessions, tokens, err // there may be more of them
		}
		n, err = all(tx.db.Where("id IN ? AND "+o.where, ended, before).Delete(&models.Session{}))
		if sessions += n; err != nil || sessions >= limit {
			return sessions, tokens, err
		}
	}
	return sessions, tokens, nil
}

// deleteRefreshTokens tells how many it found, and how many of them another server left to it.
func (tx *Tx) deleteRefreshTokens(sessions []string, limit int) (found, deleted int, err error) {
	var tokens []string
	err = tx.db.Model(&models.RefreshToken{}).Where("session_id IN ?", sessions).Limit(limit).Pluck("id", &tokens).Error
	if err != nil || len(tokens) == 0 {
		return 0, 0, translate(err)
	}
	deleted, err = all(tx.db.Where("id IN ?", tokens).Delete(&models.RefreshToken{}))
	return len(tokens), deleted, err
}

// SweepChallenges deletes up to limit second steps of logins that ran out before.
func (tx *Tx) SweepChallenges(before time.Time, limit int) (int, error) {
	return sweep[models.Challenge, string](tx, "id", before, limit, over{"expires_at <= ?", "expires_at"})
}

// SweepTickets deletes up to limit tickets that were consumed or ended before. One that
// runs out is ended by ExpireTicket first, at the time when it ran out.
func (tx *Tx) SweepTickets(before time.Time, limit int) (int, error) {
	return sweep[models.Ticket, string](tx, "id", before, limit,
		over{"consumed_at <= ?", "consumed_at"}, over{"consumed_at IS NULL AND ended_at <= ?", "ended_at"})
}

// SweepMessages deletes up to limit messages that were sent or given up before. One that
// can still be sent again stays.
func (tx *Tx) SweepMessages(before time.Time, limit int) (int, error) {
	return sweep[models.Message, string](tx, "id", before, limit,
		over{"sent_at <= ?", "sent_at"}, over{"sent_at IS NULL AND failed_at <= ? AND content_until IS NULL", "failed_at"})
}

// SweepAPIKeys looks at up to limit keys behind one, and deletes those that were revoked
// or ran out before. It answers the last one that it looked at, empty if there are no
// more. An installation has few keys: they are walked over, and have no index for it.
// Without any other that stays, the first one does: by HasAPIKey an installation is known
// to be one, or rekey init would make it a new key that may do everything.
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

// anyKeyStays tells whether there is a key that is not over since before.
func (rd *Reader) anyKeyStays(before time.Time) (bool, error) {
	rows, err := list[models.APIKey](rd, "id", 1,
		"revoked_at > ? OR revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)", before, before)
	return len(rows) > 0, err
}

// SweepTries deletes up to limit rows that say nothing any more, or that are of names
// that nobody has, a day after their last change.
func (tx *Tx) SweepTries(limit int) (int, error) {
	return sweep[models.Tries, []byte](tx, "tries_key", tx.Now.Add(-24*time.Hour), limit,
		over{"user_id = '' AND changed_at <= ?", "changed_at"}, over{"wrong = 0 AND changed_at <= ?", "changed_at"})
}

// SweepCounters deletes up to limit counters whose window ended.
func (tx *Tx) SweepCounters(limit int) (int, error) {
	return sweep[models.Counter, []byte](tx, "counter_key", tx.Now, limit, over{"window_ends_at <= ?", "window_ends_at"})
}

// WipeAnswers forgets up to limit answers that are kept no longer.
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
		"sealed": nil, "keep_until": gorm.Expr("expires_at"), // or it would be looked at each time
	}))
}

// SweepIdempotencyRecords deletes up to limit of them that expired.
func (tx *Tx) SweepIdempotencyRecords(limit int) (int, error) {
	return sweep[models.IdempotencyRecord, []byte](tx, "id", tx.Now, limit, over{"expires_at <= ?", "expires_at"})
}
