package tickets

import (
	"github.com/rekeyhq/rekey/impl/core"
)

// ListTicketsInput narrows a list of tickets; empty members do not narrow it.
type ListTicketsInput struct {
	TenantID string
	UserID   string
	Purpose  core.Purpose
	State    core.TicketState
	Page     core.Page
}
