package zitadel

import (
	"errors"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// reason is the finer cause of a fault, for which the vendor has an id of its own.
type reason string

const (
	anyReason       reason = ""
	codeWrong       reason = "code wrong"
	codeExpired     reason = "code expired"
	phoneMissing    reason = "phone missing"
	templateSyntax  reason = "template syntax"
	templateField   reason = "template field"
	sessionEnded    reason = "session ended"
	sessionExpired  reason = "session expired"
	tokenWrong      reason = "session token wrong"
	bySMS           reason = "by SMS"
	codeOfNobody    reason = "a code without a user"
	smsCodeOfNobody reason = "an SMS code without a user"
	codeForNobody   reason = "a challenge without a user"
	smsForNobody    reason = "an SMS challenge without a user"
	headerMissing   reason = "header missing"
	permissionsNone reason = "no permissions"
)

// refusal is a fault with a reason that this surface alone knows.
type refusal struct {
	fault *fault.Fault
	why   reason
}

func (r *refusal) Error() string { return r.fault.Error() }
func (r *refusal) Unwrap() error { return r.fault }

// reasonOf finds the reason in the fault, in what wraps it, or in the request.
func reasonOf(g *gin.Context, f *fault.Fault) reason {
	own, ticket, session := (*refusal)(nil), (*core.TicketRefusal)(nil), (*logins.SessionRefusal)(nil)
	code, address := (*logins.NoSessionCode)(nil), (*logins.NoCodeAddress)(nil)
	switch {
	case errors.As(f, &own):
		return own.why
	case errors.As(f, &ticket):
		return ticketReason(ticket.Why)
	case errors.As(f, &session):
		return sessionReason(session.Why)
	case errors.As(f, &code) && code.Channel == core.ChannelSMS, errors.As(f, &address) && address.Channel == core.ChannelSMS:
		return bySMS
	}
	who := caller.From(g.Request.Context())
	_, shown := surface.Bearer(g.Request)
	switch {
	case f.Code == fault.ErrUnauthenticated.Code && !shown:
		return headerMissing
	case f.Code == fault.ErrForbidden.Code && who.Kind == caller.APIKey && len(who.Permissions) == 0:
		return permissionsNone
	}
	return anyReason
}

func ticketReason(why core.TicketReason) reason {
	switch why {
	case core.TicketWrong:
		return codeWrong
	case core.TicketExpired:
		return codeExpired
	}
	return anyReason
}

func sessionReason(why logins.SessionReason) reason {
	if why == logins.SessionEnded {
		return sessionEnded
	}
	return sessionExpired
}
