package wristband

import (
	"net/http"
	"slices"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// Every declared fault has a declared answer: only an internal one is
// a 500, and what a caller can cause is a 4xx in both shapes.
func TestEveryFaultHasAnAnswer(t *testing.T) {
	t.Parallel()
	edge := []*fault.Fault{
		fault.ErrUnavailable, fault.ErrTooManyRequests, fault.ErrBodyTooLarge, fault.ErrMediaType, fault.ErrMalformed,
		fault.ErrUnauthenticated, fault.ErrForbidden, fault.ErrNoRoute, fault.ErrNoMethod, surface.ErrGrantType, errTokenType, surface.ErrTwoClients,
	}
	for _, f := range slices.Concat(core.Faults(), surface.Faults(), edge) {
		status, body := explain(f)
		oauth := oauthProblem(f)
		if status == http.StatusInternalServerError || oauth.Status == http.StatusInternalServerError {
			t.Errorf("%s is answered %d and %d", f.Code, status, oauth.Status)
		}
		if body.Code == "" || body.Message == "" || oauth.Code == "" || oauth.Description == "" {
			t.Errorf("%s has no message: %+v %+v", f.Code, body, oauth)
		}
	}
	status, body := explain(fault.ErrInternal)
	if oauth := oauthProblem(fault.ErrInternal); status != 500 || body.Code != "internal_error" || oauth.Status != 500 || oauth.Code != "server_error" {
		t.Errorf("%d %+v %+v", status, body, oauth)
	}
}

// The statuses that callers program against.
func TestFaultsHaveTheirStatus(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		fault  *fault.Fault
		status int
		code   string
		field  string
		rule   string
	}{
		{core.ErrUserNotFound, 404, "user_not_found", "", ""},
		{core.ErrTenantNotFound, 404, "tenant_not_found", "", ""},
		{core.ErrRefreshTokenNotFound, 404, "refresh_token_not_found", "", ""},
		{core.ErrUserInactive, 400, "user_inactive", "", ""},
		{core.ErrWrongCurrent, 400, codeBody, "currentPassword", "invalid_current_password"},
		{core.ErrCredentialChanged, 400, codeBody, "currentPassword", "invalid_current_password"},
		{core.ErrPasswordMissing, 400, codeBody, "newPassword", "not_blank"},
		{core.ErrPasswordText, 400, codeBody, "newPassword", "invalid_format"},
		{core.ErrTooYoung, 400, codeBody, "newPassword", "password_policy_violation"},
		{core.ErrTicketUnusable.With(broken("emailAuthCode", "invalid_email_auth_code", "", "")), 400, codeBody, "emailAuthCode", "invalid_email_auth_code"},
		{fault.ErrMalformed.With(fault.Violation{Pointer: "path:userId", Code: "too_long", Params: fault.Params{fault.Max: "36"}}), 400, codePath, "userId", "too_long"},
		{fault.ErrMalformed.With(fault.Violation{Code: "invalid_json", Message: "The body is not valid JSON."}), 400, "invalid_request", "", ""},
	} {
		status, body := explain(c.fault)
		if status != c.status || body.Code != c.code || (body.Violations != nil) != (c.field != "") {
			t.Errorf("%s: %d %+v", c.fault.Code, status, body)
			continue
		}
		if c.field == "" {
			continue
		}
		if list := (*body.Violations)[c.field]; len(list) != 1 || list[0].Code != c.rule {
			t.Errorf("%s: %+v", c.fault.Code, body.Violations)
		}
	}
}
