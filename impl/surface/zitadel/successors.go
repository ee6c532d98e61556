package zitadel

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// prefixes are the beginnings of the vendor's paths, in all versions of its APIs. Those of OAuth and
// the RPC services are not among them.
func prefixes() []string {
	return []string{"/v2/", "/v2beta/", "/management/v1/", "/auth/v1/", "/admin/v1/", "/system/v1/"}
}

// deprecated lists calls of the vendor's version 1 by the operation that replaces them (vendor
// protos: management, auth and admin, their google.api.http options). {} is any segment.
func deprecated() map[string][]string {
	return map[string][]string{
		"PasswordReset": {
			"POST /management/v1/users/{}/password/_reset", "POST /management/v1/users/{}/_reset_password",
		},
		"SetPassword": {
			"POST /management/v1/users/{}/password", "POST /management/v1/users/{}/password/_initialize", "PUT /auth/v1/users/me/password",
		},
		"ResendInviteCode": {"POST /management/v1/users/{}/_resend_initialization"},
		"AddHumanUser":     {"POST /management/v1/users/human", "POST /management/v1/users/human/_import"},
		"UpdateUser": {
			"PUT /v2beta/users/{}", "PUT /management/v1/users/{}/username", "PUT /management/v1/users/{}/profile", "DELETE /management/v1/users/{}/phone",
		},
		"DeleteUser":      {"DELETE /management/v1/users/{}"},
		"DeactivateUser":  {"POST /management/v1/users/{}/_deactivate"},
		"ReactivateUser":  {"POST /management/v1/users/{}/_reactivate"},
		"LockUser":        {"POST /management/v1/users/{}/_lock"},
		"UnlockUser":      {"POST /management/v1/users/{}/_unlock"},
		"SetEmail":        {"PUT /management/v1/users/{}/email", "PUT /auth/v1/users/me/email"},
		"ResendEmailCode": {"POST /management/v1/users/{}/email/_resend_verification", "POST /auth/v1/users/me/email/_resend_verification"},
		"VerifyEmail":     {"POST /auth/v1/users/me/email/_verify"},
		"SetPhone":        {"PUT /management/v1/users/{}/phone", "PUT /auth/v1/users/me/phone"},
		"ResendPhoneCode": {"POST /management/v1/users/{}/phone/_resend_verification", "POST /auth/v1/users/me/phone/_resend_verification"},
		"VerifyPhone":     {"POST /auth/v1/users/me/phone/_verify"},
		"ListAuthenticationMethodTypes": {
			"POST /management/v1/users/{}/auth_factors/_search", "POST /auth/v1/users/me/auth_factors/_search",
		},
		"ListUsers": {
			"POST /management/v1/users/_search", "GET /management/v1/users/_is_unique", "GET /management/v1/global/users/_by_login_name",
		},
		"GetUserByID": {
			"GET /management/v1/users/{}", "GET /management/v1/users/{}/profile", "GET /management/v1/users/{}/email", "GET /management/v1/users/{}/phone",
			"GET /auth/v1/users/me", "GET /auth/v1/users/me/profile", "GET /auth/v1/users/me/email", "GET /auth/v1/users/me/phone",
		},
		"ListSessions": {"POST /auth/v1/users/me/sessions/_search"},
		"GetPasswordComplexitySettings": {
			"GET /management/v1/policies/password/complexity", "GET /management/v1/policies/default/password/complexity",
			"GET /auth/v1/policies/passwords/complexity", "GET /admin/v1/policies/password/complexity",
		},
		"GetPasswordExpirySettings": {
			"GET /management/v1/policies/password/age", "GET /management/v1/policies/default/password/age", "GET /admin/v1/policies/password/age",
		},
		"GetLockoutSettings": {
			"GET /management/v1/policies/lockout", "GET /management/v1/policies/default/lockout", "GET /admin/v1/policies/lockout",
		},
		"GetLoginSettings": {
			"GET /management/v1/policies/login", "GET /management/v1/policies/default/login", "GET /auth/v1/policies/login", "GET /admin/v1/policies/login",
		},
	}
}

// replacement is a deprecated call and the operation that replaces it.
type replacement struct {
	method, path string // {} is any segment
	operation    string
	call         string // of the operation: method and path
}

// replacements lists the deprecated calls. The services of v2beta have the paths of their successors
// in v2, so those are made from the contract.
func replacements(spec *openapi3.T) ([]replacement, error) {
	var all []replacement
	calls := map[string]string{}
	for path, item := range spec.Paths.Map() {
		for method, op := range item.Operations() {
			calls[op.OperationID] = method + " " + path
			if rest, ok := strings.CutPrefix(path, "/v2/"); ok {
				all = append(all, replacement{method, parameter.ReplaceAllString("/v2beta/"+rest, "{}"), op.OperationID, method + " " + path})
			}
		}
	}
	for operation, former := range deprecated() {
		call, ok := calls[operation]
		if !ok {
			return nil, fmt.Errorf("zitadel: %s replaces deprecated calls and is not in the contract", operation)
		}
		for _, f := range former {
			method, path, _ := strings.Cut(f, " ")
			all = append(all, replacement{method, path, operation, call})
		}
	}
	slices.SortFunc(all, func(a, b replacement) int { // a word goes before any segment
		return cmp.Or(cmp.Compare(strings.Count(a.path, "{}"), strings.Count(b.path, "{}")), cmp.Compare(a.path, b.path))
	})
	return all, nil
}

// deprecatedCall is ErrNotServed for a call that an operation replaces.
type deprecatedCall struct{ replacement }

func (*deprecatedCall) Error() string { return fault.ErrNotServed.Error() }

// Unwrap returns the fault.
func (*deprecatedCall) Unwrap() error { return fault.ErrNotServed }

// unrouted says which operation replaces a deprecated call. Nothing is at any other path.
func unrouted(all []replacement) func(*http.Request) error {
	return func(r *http.Request) error {
		for _, d := range all {
			if d.method == r.Method && surface.Fits(d.path, r.URL.EscapedPath()) {
				return &deprecatedCall{d}
			}
		}
		return fault.ErrNoRoute
	}
}
