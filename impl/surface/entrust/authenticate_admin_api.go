package entrust

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// errApplication is one answer for unknown, revoked, expired and wrong.
var errApplication = fault.New(fault.Unauthenticated, "access_denied", "The application id or the shared secret is not correct.")

// AuthenticateAdminAPIUsingPOST issues a token to the holder of an API key. The permissions of the
// token are read from the key at each call, so it ends with the key.
func (h *handlers) AuthenticateAdminAPIUsingPOST(ctx context.Context, r entrustapi.AuthenticateAdminAPIUsingPOSTRequestObject) (entrustapi.AuthenticateAdminAPIUsingPOSTResponseObject, error) {
	who, err := h.Access.AuthenticateKey(ctx, r.Body.ApplicationID.String(), secret.NewText(text(r.Body.SharedSecret)))
	var token *access.Token
	if err == nil {
		token, err = h.Access.IssueForKey(ctx, who)
	}
	if errors.Is(err, fault.ErrUnauthenticated) {
		return nil, errApplication
	}
	if err != nil {
		return nil, err
	}
	return entrustapi.AuthenticateAdminAPIUsingPOST200JSONResponse{
		AuthToken: token.Text.Reveal(), CreationTime: token.IssuedAt, ExpirationTime: token.ExpiresAt,
	}, nil
}

// text is an optional field, empty if it is absent.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
