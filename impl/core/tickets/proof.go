package tickets

import (
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// find reads the ticket that a proof names, live or not.
func find(rd *store.Reader, p core.Proof) (*store.ShownTicket, error) {
	if p.Secret.Empty() {
		return nil, core.TicketUnusable(core.TicketUnknown)
	}
	t, err := rd.FindShownTicket(p.Digests()...)
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.TicketUnusable(core.TicketUnknown)
	}
	return t, err
}
