package zitadel

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/fault"
)

// ListSessions searches sessions.
func (h *handlers) ListSessions(ctx context.Context, r zitadelapi.ListSessionsRequestObject) (zitadelapi.ListSessionsResponseObject, error) {
	in, err := search(r.Body)
	if err != nil {
		return nil, err
	}
	found, total, err := h.Core.Logins.ListSessions(ctx, in)
	if err != nil {
		return nil, err
	}
	out := zitadelapi.ListSessions200JSONResponse{Details: zitadelapi.ListDetails{TotalResult: count(total), Timestamp: at(h.Clock.Now())}}
	var shown []zitadelapi.Session
	for _, s := range found {
		one, err := session(s)
		if err != nil {
			return nil, err
		}
		shown = append(shown, *one)
	}
	if len(shown) > 0 {
		out.Sessions = &shown
	}
	return out, nil
}

const pageSize = 100

// search reads the criteria, all of which must hold.
func search(b *zitadelapi.ListSessionsJSONRequestBody) (logins.ListSessionsInput, error) {
	q := orZero(b.Query)
	in := logins.ListSessionsInput{Limit: pageSize, Ascending: orZero(q.Asc)}
	if n := orZero(q.Limit); n > 0 {
		in.Limit = int(n)
	}
	if text := orZero(q.Offset); text != "" {
		var err error
		if in.Offset, err = strconv.Atoi(text); err != nil {
			return in, fault.ErrMalformed.With(fault.Violation{Pointer: "/query/offset", Code: "too_large", Message: "The value is too large."})
		}
	}
	for i, c := range orZero(b.Queries) {
		pointer := fmt.Sprintf("/queries/%d", i)
		ids, byID := optional(c.IdsQuery)
		user, byUser := optional(c.UserIDQuery)
		switch {
		case byID && byUser:
			return in, exclusive(pointer+"/idsQuery", pointer+"/userIdQuery")
		case byID:
			in.IDs = intersection(in.IDs, ids.Ids)
		case byUser && in.UserID != "" && in.UserID != user.ID:
			in.IDs = []string{} // no session has two users
		case byUser:
			in.UserID = user.ID
		default:
			return in, fault.ErrMalformed.With(fault.Violation{Pointer: pointer, Code: "required", Message: "Needs either idsQuery or userIdQuery."})
		}
	}
	return in, nil
}

// intersection keeps what two lists have in common; nil is the list of everything.
func intersection(one, other []string) []string {
	if one == nil {
		return other
	}
	return slices.DeleteFunc(slices.Clone(one), func(id string) bool { return !slices.Contains(other, id) })
}
