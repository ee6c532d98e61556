package wristband

import (
	"net/http"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// unservedCalls lists calls of the vendor that its packages and apps make and that are not served,
// with what to use instead. {} is any segment.
func unservedCalls() []unservedCall {
	const login = "Log users in with POST /v1/sessions, on a page of your own."
	const ticket = "That call needs the permission tickets:write, and takes the UUID of the user."
	const invitation = "Activate the user with PATCH /api/v1/users/{userId}, and mail an invitation with POST /v1/tickets, the purpose invite and the medium link. " + ticket
	return []unservedCall{
		{http.MethodGet, "/api/v1/oauth2/authorize", login},
		{http.MethodGet, "/api/v1/oauth2/userinfo", "Read the user with GET /api/v1/users/{userId}."},
		{http.MethodGet, "/api/v1/logout", "End the session with POST /api/v1/oauth2/revoke or DELETE /api/v1/users/{userId}/auth-sessions."},
		{http.MethodGet, "/api/v1/clients/{}/sdk-configuration", "Switch the automatic configuration of the package off. " + login},
		{http.MethodPost, "/api/v1/new-user-invitation/invite-user", "Create the user with POST /api/v1/users. " + invitation},
		{http.MethodPost, "/api/v1/existing-user-invitation/invite-user", invitation},
		{http.MethodPost, "/api/v1/tenant-discovery/find-user-tenant", "Find the tenants of an address with GET /api/v1/applications/{applicationId}/users."},
		{http.MethodPost, "/api/v1/email-verification/request-email-verification", "Mail a verification with POST /v1/tickets, the purpose verify and the medium link. " + ticket},
	}
}

type unservedCall struct{ method, path, instead string }

// unrouted says what to use instead of a call of the vendor. Nothing is at any other path.
func unrouted(r *http.Request) error {
	for _, c := range unservedCalls() {
		if c.method == r.Method && surface.Fits(c.path, r.URL.EscapedPath()) {
			return fault.ErrNotServed.With(fault.Violation{Code: unsupported, Message: c.instead})
		}
	}
	return fault.ErrNoRoute
}
