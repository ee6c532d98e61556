package store

import (
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// InsertSession writes a new session.
func (tx *Tx) InsertSession(s *models.Session) error { return insert(tx, s) }

// FindSession reads a session by id.
func (rd *Reader) FindSession(id string) (*models.Session, error) {
	return take[models.Session](rd, "id = ?", id)
}

// FindSessionByToken reads a session by its token's digest.
func (rd *Reader) FindSessionByToken(digest secret.Digest) (*models.Session, error) {
	return take[models.Session](rd, "token_digest = ?", digest.Bytes())
}

// LastSessionsOf returns when the newest stored session of each of several users began. Users without one
// have no entry.
func (rd *Reader) LastSessionsOf(userIDs ...string) (map[string]time.Time, error) {
	var rows []models.Session
	err := rd.db.Select("user_id", "created_at").Where("user_id IN ?", append([]string{""}, userIDs...)).Order("created_at").Find(&rows).Error
	found := make(map[string]time.Time, len(userIDs))
	for i := range rows { // the newest last
		found[rows[i].UserID] = rows[i].CreatedAt
	}
	return found, translate(err)
}

// RenewSession replaces the token, factors and metadata of a live session; the old token ends.
// It returns false if another request was faster.
func (tx *Tx) RenewSession(version int64, s *models.Session) (bool, error) {
	return one(tx.db.Model(&models.Session{}).
		Where("id = ? AND sequence = ? AND ended_at IS NULL AND expires_at > ?", s.ID, version, tx.Now).
		Updates(map[string]any{
			"token_digest": s.TokenDigest, "sequence": gorm.Expr("sequence + 1"), "metadata": s.Metadata,
			"checked_at": s.CheckedAt, "password_at": s.PasswordAt, "second_at": s.SecondFactorAt, "second_by": s.SecondFactorBy,
			"mail_code_at": s.MailCodeAt, "sms_code_at": s.SMSCodeAt, "expires_at": s.ExpiresAt, "ends_at": s.EndsAt, "updated_at": tx.Now,
		}))
}

// UseSession moves the end of a live session to the end of its idle time.
func (tx *Tx) UseSession(id string, until time.Time) error {
	_, err := one(tx.db.Model(&models.Session{}).
		Where("id = ? AND ended_at IS NULL AND expires_at > ? AND expires_at < ?", id, tx.Now, until).
		UpdateColumns(map[string]any{"expires_at": until}))
	return err
}

// EndSession ends one live session.
func (tx *Tx) EndSession(id string) (bool, error) {
	return one(tx.db.Model(&models.Session{}).Where("id = ? AND ended_at IS NULL", id).
		Updates(map[string]any{"ended_at": tx.Now, "updated_at": tx.Now, "sequence": gorm.Expr("sequence + 1")}))
}

// EndSessionsOf ends all live sessions of a user and counts them.
func (tx *Tx) EndSessionsOf(userID string) (int, error) { return tx.EndOtherSessions(userID, "") }

// EndOtherSessions ends all but one.
func (tx *Tx) EndOtherSessions(userID, but string) (int, error) {
	return all(tx.db.Model(&models.Session{}).
		Where("user_id = ? AND id <> ? AND ended_at IS NULL AND expires_at > ?", userID, but, tx.Now).
		Updates(map[string]any{"ended_at": tx.Now, "updated_at": tx.Now, "sequence": gorm.Expr("sequence + 1")}))
}

// SessionFilter narrows a list of sessions; empty fields do not narrow it, except Scope.
type SessionFilter struct {
	Scope         Scope
	UserID        string
	IDs           []string
	Offset, Limit int
	Ascending     bool
}

// ListSessions lists live sessions and counts all that match.
func (rd *Reader) ListSessions(f SessionFilter) ([]models.Session, int64, error) {
	q := rd.liveSessions(f.Scope, f.UserID).Model(&models.Session{})
	if f.IDs != nil {
		q = q.Where("id IN ?", append([]string{""}, f.IDs...))
	}
	q = q.Session(&gorm.Session{}) // both statements below start from these conditions
	var total int64
	if err := q.Count(&total).Error; err != nil {
		return nil, 0, translate(err)
	}
	order := "created_at DESC, id DESC"
	if f.Ascending {
		order = "created_at, id"
	}
	var rows []models.Session
	err := q.Order(order).Offset(f.Offset).Limit(f.Limit).Find(&rows).Error
	return rows, total, translate(err)
}

// SessionPage lists the live sessions in scope; a user id limits the list to this user's.
func (rd *Reader) SessionPage(s Scope, userID string, p Page) ([]models.Session, bool, error) {
	return page[models.Session](rd.liveSessions(s, userID), p)
}

// liveSessions selects the live sessions in scope; a user id limits them to this user's.
func (rd *Reader) liveSessions(s Scope, userID string) *gorm.DB {
	q := s.within(rd.db, "application_id", "tenant_id", "user_id").Where("ended_at IS NULL AND expires_at > ?", rd.Now)
	if userID != "" {
		q = q.Where("user_id = ?", userID)
	}
	return q
}

// InsertRefreshToken writes a new token of a family.
func (tx *Tx) InsertRefreshToken(r *models.RefreshToken) error { return insert(tx, r) }

// FindRefreshToken reads a refresh token by its digest.
func (rd *Reader) FindRefreshToken(digest secret.Digest) (*models.RefreshToken, error) {
	return take[models.RefreshToken](rd, "digest = ?", digest.Bytes())
}

// FindRefreshTokenByID reads a refresh token by id.
func (rd *Reader) FindRefreshTokenByID(id string) (*models.RefreshToken, error) {
	return take[models.RefreshToken](rd, "id = ?", id)
}

// UseRefreshToken uses up a live refresh token: exactly one caller gets true. The time of use is
// the database's, since another server may later compare with it.
func (tx *Tx) UseRefreshToken(id string) (bool, error) {
	now, err := tx.LeaseTime()
	if err != nil {
		return false, err
	}
	return one(tx.db.Model(&models.RefreshToken{}).
		Where("id = ? AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ?", id, tx.Now).
		Updates(map[string]any{"used_at": now}))
}

// RevokeFamily revokes a family of refresh tokens.
func (tx *Tx) RevokeFamily(familyID string) (int, error) {
	return all(tx.db.Model(&models.RefreshToken{}).Where("family_id = ? AND revoked_at IS NULL", familyID).
		Updates(map[string]any{"revoked_at": tx.Now}))
}

// RevokeRefreshTokensOf revokes all families of a user and counts the live tokens.
func (tx *Tx) RevokeRefreshTokensOf(userID string) (int, error) {
	return tx.RevokeOtherRefreshTokens(userID, "")
}

// RevokeOtherRefreshTokens revokes all except those of one session.
func (tx *Tx) RevokeOtherRefreshTokens(userID, butSession string) (int, error) {
	return all(tx.db.Model(&models.RefreshToken{}).
		Where("user_id = ? AND session_id <> ? AND revoked_at IS NULL AND used_at IS NULL AND expires_at > ?", userID, butSession, tx.Now).
		Updates(map[string]any{"revoked_at": tx.Now}))
}

// RevokeRefreshTokensOfSession revokes the families that began with a session.
func (tx *Tx) RevokeRefreshTokensOfSession(sessionID string) (int, error) {
	return all(tx.db.Model(&models.RefreshToken{}).Where("session_id = ? AND revoked_at IS NULL", sessionID).
		Updates(map[string]any{"revoked_at": tx.Now}))
}

// InsertChallenge writes a pending second step of a login.
func (tx *Tx) InsertChallenge(c *models.Challenge) error { return insert(tx, c) }

// FindChallenge reads a challenge by its lookup digest.
func (rd *Reader) FindChallenge(lookup secret.Digest) (*models.Challenge, error) {
	return take[models.Challenge](rd, "lookup = ?", lookup.Bytes())
}

// NewestChallenge reads the newest challenge of a user's logins.
func (rd *Reader) NewestChallenge(userID string) (*models.Challenge, error) {
	return rd.NewestSessionChallenge(userID, "", "")
}

// NewestSessionChallenge reads the newest challenge of a user's session for a channel.
func (rd *Reader) NewestSessionChallenge(userID, sessionID string, channel models.Channel) (*models.Challenge, error) {
	rows, err := list[models.Challenge](rd, "created_at DESC, id DESC", 1, "user_id = ? AND session_id = ? AND channel = ?", userID, sessionID, channel)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, ErrNotFound
	}
	return &rows[0], nil
}

// CountChallengeTry takes one of the challenge's tries, before the code is compared.
func (tx *Tx) CountChallengeTry(id string) (bool, error) {
	return one(tx.db.Model(&models.Challenge{}).
		Where("id = ? AND consumed_at IS NULL AND expires_at > ? AND failed_tries < max_tries", id, tx.Now).
		Updates(map[string]any{"failed_tries": gorm.Expr("failed_tries + 1")}))
}

// ConsumeChallenge uses up a challenge: exactly one caller gets true.
func (tx *Tx) ConsumeChallenge(id string) (bool, error) {
	return one(tx.db.Model(&models.Challenge{}).
		Where("id = ? AND consumed_at IS NULL AND expires_at > ?", id, tx.Now).
		Updates(map[string]any{"consumed_at": tx.Now}))
}

// RenewChallenge replaces the code of a live challenge, at most limit times. It does not return
// used tries.
func (tx *Tx) RenewChallenge(id string, mac secret.Digest, limit int, expires time.Time) (bool, error) {
	return one(tx.db.Model(&models.Challenge{}).
		Where("id = ? AND consumed_at IS NULL AND expires_at > ? AND resends < ? AND failed_tries < max_tries", id, tx.Now, limit).
		Updates(map[string]any{"code_mac": mac.Bytes(), "resends": gorm.Expr("resends + 1"), "expires_at": expires}))
}

// EndSessionChallenge ends the pending challenges of a user's session for a channel; without a session,
// those of the user's logins.
func (tx *Tx) EndSessionChallenge(userID, sessionID string, channel models.Channel) (int, error) {
	return all(tx.db.Model(&models.Challenge{}).
		Where("user_id = ? AND session_id = ? AND channel = ? AND consumed_at IS NULL", userID, sessionID, channel).
		Updates(map[string]any{"consumed_at": tx.Now}))
}

// EndChallengesOfSession ends all pending challenges of a user's session.
func (tx *Tx) EndChallengesOfSession(userID, sessionID string) (int, error) {
	return all(tx.db.Model(&models.Challenge{}).Where("user_id = ? AND session_id = ? AND consumed_at IS NULL", userID, sessionID).
		Updates(map[string]any{"consumed_at": tx.Now}))
}

// EndChallengesOf ends all pending challenges of a user.
func (tx *Tx) EndChallengesOf(userID string) (int, error) {
	return all(tx.db.Model(&models.Challenge{}).Where("user_id = ? AND consumed_at IS NULL", userID).
		Updates(map[string]any{"consumed_at": tx.Now}))
}
