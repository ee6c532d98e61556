package entrust

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/fault"
)

const defaultLimit = 100

// orders are the attributes that a list is ordered by.
var orders = map[string]accounts.UserOrder{
	"": accounts.OrderByID, "userId": accounts.OrderByUsername, "state": accounts.OrderByDisabled,
}

// userPage is a search and a place in what it finds, which a cursor has in it: the vendor's clients send
// a cursor alone.
type userPage struct {
	Search     []entrustapi.SearchByAttribute `json:"s,omitempty"`
	Order      string                         `json:"o,omitempty"` // an attribute; empty: by id
	Descending bool                           `json:"d,omitempty"`
	Back       bool                           `json:"b,omitempty"` // the page ends before the place
	Username   string                         `json:"u,omitempty"` // of the user at the place
	Inactive   bool                           `json:"i,omitempty"`
	ID         string                         `json:"id,omitempty"` // empty: the first page
}

// UsersPagedUsingPOST searches users.
func (h *handlers) UsersPagedUsingPOST(ctx context.Context, r entrustapi.UsersPagedUsingPOSTRequestObject) (entrustapi.UsersPagedUsingPOSTResponseObject, error) {
	limit := defaultLimit
	if r.Body.Limit != nil {
		limit = int(*r.Body.Limit)
	}
	page, err := h.readPage(ctx, r.Body)
	if err != nil {
		return nil, err
	}
	where, err := page.where()
	if err != nil {
		return nil, err
	}
	found, total, err := h.Core.Accounts.SearchUsers(ctx, accounts.SearchUsersInput{
		Where: &where, Order: orders[page.Order], Descending: page.Descending != page.Back, Limit: limit,
	})
	if err != nil {
		return nil, err
	}
	if page.Back {
		slices.Reverse(found)
	}
	paging := entrustapi.Paging{Limit: int32(limit)}
	out := entrustapi.UsersPagedUsingPOST200JSONResponse{Paging: &paging, Results: make([]entrustapi.User, len(found))}
	for i := range found {
		out.Results[i] = user(&found[i])
	}
	if len(found) == 0 {
		return out, nil
	}
	more := total > int64(len(found))
	if more || page.Back {
		if paging.NextCursor, err = h.cursor(ctx, page.from(&found[len(found)-1], false)); err != nil {
			return nil, err
		}
	}
	if page.ID != "" && (more || !page.Back) {
		paging.PrevCursor, err = h.cursor(ctx, page.from(&found[0], true))
	}
	return out, err
}

// readPage reads the cursor, or else the search and the order.
func (h *handlers) readPage(ctx context.Context, p *entrustapi.SearchParms) (page userPage, err error) {
	if p.Cursor != nil {
		return h.openCursor(ctx, *p.Cursor)
	}
	if p.SearchByAttributes != nil {
		page.Search = *p.SearchByAttributes
	}
	if o := p.OrderByAttribute; o != nil {
		page.Order, page.Descending = o.Name, !o.Ascending
		if _, ok := orders[o.Name]; o.Name == "lastAuthTime" {
			return page, notServed("/orderByAttribute/name", "This is not served.")
		} else if !ok || o.Name == "" {
			return page, refusedSearch("/orderByAttribute/name", "There is no such attribute to order by.")
		}
	}
	return page, nil
}

// where is the condition on the users of the page.
func (p *userPage) where() (none accounts.UserCondition, err error) {
	all := []accounts.UserCondition{accounts.Anybody()}
	for i, s := range p.Search {
		c, err := condition(s, fmt.Sprintf("/searchByAttributes/%d", i))
		if err != nil {
			return none, err
		}
		all = append(all, c)
	}
	back := p.Descending != p.Back
	switch order := orders[p.Order]; {
	case p.ID == "":
	case order == accounts.OrderByUsername:
		all = append(all, accounts.AfterUsername(p.Username, p.ID, back))
	case order == accounts.OrderByDisabled:
		all = append(all, accounts.AfterDisabled(p.Inactive, p.ID, back))
	default:
		all = append(all, accounts.AfterID(p.ID, back))
	}
	return accounts.AllOf(all...), nil
}

// from is the page that begins after a user, or ends before him.
func (p *userPage) from(u *core.User, back bool) userPage {
	next := *p
	next.Back, next.ID = back, u.ID
	switch orders[p.Order] {
	case accounts.OrderByUsername:
		next.Username = u.Username
	case accounts.OrderByDisabled:
		next.Inactive = u.DisabledAt != nil
	}
	return next
}

// cursorName is for what a cursor is sealed: nobody else can read it or make one.
func cursorName(ctx context.Context) string {
	who := caller.From(ctx)
	return fmt.Sprintf("cursor:entrust:users:%s:%s", who.Kind, who.ID)
}

func (h *handlers) cursor(ctx context.Context, p userPage) (*string, error) {
	raw, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	sealed, err := h.Sealer.Seal(raw, cursorName(ctx))
	if err != nil {
		return nil, err
	}
	return new(base64.RawURLEncoding.EncodeToString(sealed)), nil
}

func (h *handlers) openCursor(ctx context.Context, cursor string) (p userPage, err error) {
	sealed, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err == nil && base64.RawURLEncoding.EncodeToString(sealed) == cursor { // line ends are overlooked
		var raw []byte
		if raw, err = h.Sealer.Unseal(sealed, cursorName(ctx)); err == nil {
			return p, json.Unmarshal(raw, &p)
		}
	}
	return p, refusedSearch("/cursor", "The cursor does not belong to this list. Begin again without one.")
}

func refusedSearch(pointer, message string) error {
	return fault.ErrMalformed.With(fault.Violation{Pointer: pointer, Code: "not_allowed", Message: message})
}
