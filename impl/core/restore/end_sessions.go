package restore

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// EndedSessions is what ended with some sessions.
type EndedSessions struct {
	Sessions      int
	RefreshTokens int
}

// EndSessions ends a batch of live sessions, with their refresh tokens. Access tokens name their
// session, and end with it.
func (uc *UseCases) EndSessions(ctx context.Context) (ended EndedSessions, more bool, err error) {
	if err := authorize(ctx); err != nil {
		return ended, false, err
	}
	live, err := uc.store.Read(ctx).LiveSessions(recordedAtATime)
	if err != nil || len(live) == 0 {
		return ended, false, err
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		ended = EndedSessions{}
		for i := range live {
			s := &live[i]
			mine, err := tx.EndSession(s.ID)
			if err != nil {
				return err
			}
			if !mine {
				continue
			}
			ended.Sessions++
			tokens, err := tx.RevokeRefreshTokensOfSession(s.ID)
			if err != nil {
				return err
			}
			ended.RefreshTokens += tokens
			e := core.NewEvent(ctx, models.ActionSessionEnd, &models.Tenant{ID: s.TenantID, ApplicationID: s.ApplicationID}, s.UserID)
			e.Detail = "restored from a backup"
			if err := tx.AppendEvent(e); err != nil {
				return err
			}
		}
		return nil
	})
	return ended, len(live) == recordedAtATime, err
}
