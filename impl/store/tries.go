package store

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/models"
)

// errTriesMoved is a lost race, like those that the databases report.
var errTriesMoved = errors.New("store: another request changed the tries at the same secret")

// ChangeTries applies a change to the tries at a secret, in statements that commit at once, so
// that no rollback returns a guess. If another request changed the row meanwhile, the change is
// applied again to the new row. The row is written if change returns true.
func (s *Store) ChangeTries(ctx context.Context, of models.Tries, change func(t *models.Tries, now time.Time) bool) error {
	for n := 1; ; n++ {
		err := s.Write(ctx).changeTries(s.read.WithContext(ctx), of, change)
		switch {
		case !errors.Is(err, errTriesMoved):
			return err
		case n >= maxAttempts:
			return fault.ErrUnavailable.Because(err)
		}
		if err := Pause(ctx, n); err != nil {
			return fault.ErrUnavailable.Because(err)
		}
	}
}

// ChangeTries is the same within a transaction, which is repeated if another request was faster.
// The lock only makes other requests queue: the condition of the update checks the version.
func (tx *Tx) ChangeTries(of models.Tries, change func(t *models.Tries, now time.Time) bool) error {
	return tx.changeTries(tx.db.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}), of, change)
}

// FindTries reads the tries at a secret. Without a row there were none.
func (rd *Reader) FindTries(of models.Tries) (*models.Tries, error) {
	t, err := take[models.Tries](rd, "tries_key = ?", of.Key)
	if errors.Is(err, ErrNotFound) {
		return &models.Tries{Key: of.Key, UserID: of.UserID, Kind: of.Kind}, nil
	}
	return t, err
}

// TriesOfAll reads the tries of a kind of several users by their ids.
func (rd *Reader) TriesOfAll(kind models.TryKind, userIDs ...string) (map[string]*models.Tries, error) {
	var rows []models.Tries
	err := rd.db.Where("user_id IN ? AND user_id <> ? AND kind = ?", append([]string{""}, userIDs...), "", kind).Find(&rows).Error
	found := make(map[string]*models.Tries, len(rows))
	for i := range rows {
		found[rows[i].UserID] = &rows[i]
	}
	return found, translate(err)
}

func (tx *Tx) changeTries(from *gorm.DB, of models.Tries, change func(t *models.Tries, now time.Time) bool) error {
	row := models.Tries{}
	err := translate(from.Where("tries_key = ?", of.Key).Take(&row).Error)
	if errors.Is(err, ErrNotFound) {
		row, err = models.Tries{Key: of.Key, UserID: of.UserID, Kind: of.Kind}, nil
	}
	if err != nil {
		return err
	}
	now, err := tx.LeaseTime() // servers must agree on which tries are open, and which callers have to wait
	if err != nil || !change(&row, now) {
		return err
	}
	mine, err := tx.saveTries(row.Version, &row)
	if err == nil && !mine {
		err = errTriesMoved
	}
	return err
}

// saveTries updates the version that was read, or inserts a new row.
func (tx *Tx) saveTries(version int64, t *models.Tries) (bool, error) {
	t.Version, t.ChangedAt, t.WaitUntil, t.LockedOutAt = version+1, exact(tx.Now), exactly(t.WaitUntil), exactly(t.LockedOutAt)
	if t.Open == nil {
		t.Open = []models.OpenTry{}
	}
	if version == 0 {
		err := insert(tx, t)
		if errors.Is(err, ErrDuplicate) {
			return false, nil
		}
		return err == nil, err
	}
	return one(tx.db.Model(&models.Tries{}).Where("tries_key = ? AND version = ?", t.Key, version).
		Select("wrong", "open_tries", "wait_until", "shut_at", "told_at", "version", "changed_at").Updates(t))
}

// ClearTries deletes the tries of a user, including open ones.
func (tx *Tx) ClearTries(userID string, kinds ...models.TryKind) error {
	_, err := all(tx.db.Model(&models.Tries{}).
		Where("user_id = ? AND user_id <> ? AND kind IN ?", userID, "", append([]models.TryKind{""}, kinds...)).
		Updates(map[string]any{
			"wrong": 0, "open_tries": "[]", "wait_until": nil, "shut_at": nil, "told_at": nil,
			"version": gorm.Expr("version + 1"), "changed_at": tx.Now,
		}))
	return err
}

// Throttled tells whether one of a user's secrets is not accepted now.
func (rd *Reader) Throttled(userID string) (bool, error) {
	now, err := rd.LeaseTime()
	if err != nil {
		return false, err
	}
	rows, err := list[models.Tries](rd, "tries_key", 1,
		"user_id = ? AND user_id <> ? AND (shut_at IS NOT NULL OR wait_until > ?)", userID, "", now)
	return len(rows) > 0, err
}

const lockedOut = "shut_at IS NOT NULL AND user_id <> ''"

// LockoutsToNotify lists the locked secrets whose users were not notified yet.
func (rd *Reader) LockoutsToNotify(limit int) ([]models.Tries, error) {
	return list[models.Tries](rd, "shut_at, tries_key", limit, lockedOut+" AND told_at IS NULL")
}

// MarkLockoutNotified records that the user is notified. It returns false if another server did so,
// or the secret is no longer locked.
func (tx *Tx) MarkLockoutNotified(key []byte) (bool, error) {
	return one(tx.db.Model(&models.Tries{}).Where("tries_key = ? AND told_at IS NULL AND "+lockedOut, key).
		Updates(map[string]any{"told_at": tx.Now, "version": gorm.Expr("version + 1")}))
}

// CountLockouts counts the secrets of users that are no longer accepted.
func (rd *Reader) CountLockouts() (n int64, err error) {
	err = rd.db.Model(&models.Tries{}).Where(lockedOut).Count(&n).Error
	return n, translate(err)
}
