package logins

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// ListSessionsInput filters a list of sessions. An empty UserID and nil IDs are no filters.
type ListSessionsInput struct {
	UserID        string
	IDs           []string
	Offset, Limit int
	Ascending     bool // the oldest first
}

// ListSessions reads a part of the live sessions in the caller's scope, and counts all of them.
func (uc *UseCases) ListSessions(ctx context.Context, in ListSessionsInput) ([]SessionWithUser, int64, error) {
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
	out := make([]SessionWithUser, 0, len(rows))
	for i := range rows {
		if u := users[rows[i].UserID]; u != nil { // nil: deleted in the meantime, and the session too
			out = append(out, SessionWithUser{Session: sessionOf(&rows[i]), User: core.UserOf(u, nil)})
		}
	}
	return out, total, nil
}
