package logins

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// ListSessionsInput narrows a list of sessions. An empty UserID does not narrow it, nor do
// IDs that are nil.
type ListSessionsInput struct {
	UserID        string
	IDs           []string
	Offset, Limit int
	Ascending     bool // the oldest first
}

// ListSessions lists the live sessions that the caller reaches, and counts them.
func (uc *UseCases) ListSessions(ctx context.Context, in ListSessionsInput) ([]CheckedSession, int64, error) {
	rd := uc.store.Read(ctx)
	rows, total, err := rd.ListSessions(store.SessionFilter{
		Scope: core.CallerScope(ctx), UserID: in.UserID, IDs: in.IDs, Offset: in.Offset, Limit: in.Limit, Ascending: in.Ascending,
	})
	if err != nil {
		return nil, 0, err
	}
	ids := make([]string, len(rows))
	for i := range rows {
		ids[i] = rows[i].UserID
	}
	users, err := rd.FindUsers(ids...)
	if err != nil {
		return nil, 0, err
	}
	out := make([]CheckedSession, 0, len(rows))
	for i := range rows {
		if u := users[rows[i].UserID]; u != nil { // else deleted in this moment, and the session with him
			out = append(out, CheckedSession{Session: sessionOf(&rows[i]), User: core.UserOf(u, nil)})
		}
	}
	return out, total, nil
}
