package native

import (
	"context"
	"encoding/base64"
	"fmt"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
)

const defaultLimit = 50

// list is one query: a cursor is valid for this query alone.
type list struct {
	h         *handlers
	name      string // for what the cursor is sealed: operation, filters and caller
	parameter string // that carries it
}

// list names the query by its operation and its filters.
func (h *handlers) list(ctx context.Context, operation string, filters ...any) list {
	who := caller.From(ctx)
	return list{h: h, name: fmt.Sprintf("cursor:%s:%s:%q", operation, who.ID, filters), parameter: "cursor"}
}

// page reads limit and cursor. A cursor of another query, or one that was changed,
// does not unseal (CVE-2026-33503).
func (l list) page(limit *int32, cursor *string) (core.Page, error) {
	p := core.Page{Limit: defaultLimit}
	if limit != nil {
		p.Limit = int(*limit)
	}
	if cursor == nil {
		return p, nil
	}
	sealed, err := base64.RawURLEncoding.DecodeString(*cursor)
	// Decoding alone overlooks line ends and the last bits, so that one cursor had several spellings.
	if err == nil && base64.RawURLEncoding.EncodeToString(sealed) == *cursor {
		var after []byte
		if after, err = l.h.Sealer.Unseal(sealed, l.name); err == nil {
			p.After = string(after)
			return p, nil
		}
	}
	return p, fault.ErrMalformed.With(fault.Violation{
		Pointer: "query:" + l.parameter, Code: "not_allowed", Message: "The " + l.parameter + " does not belong to this list. Begin again without one.",
	})
}

// next is the cursor after the last item, if there are more.
func (l list) next(more bool, last string) (*string, error) {
	if !more {
		return nil, nil
	}
	sealed, err := l.h.Sealer.Seal([]byte(last), l.name)
	if err != nil {
		return nil, err
	}
	return some(base64.RawURLEncoding.EncodeToString(sealed)), nil
}
