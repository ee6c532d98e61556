package logins

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// refreshDigest is the stored digest of a refresh token.
func refreshDigest(token secret.Text) secret.Digest { return secret.Sum("refresh", token.Reveal()) }

// refreshClient is the API client that uses a refresh token; empty if the user does. The first
// client that refreshes a token in its scope binds the family to itself. The result ok is false if
// the caller may not use the token.
func refreshClient(c caller.Caller, t *models.RefreshToken) (clientID string, ok bool) {
	if c.Kind != caller.APIKey {
		return "", t.ClientID == ""
	}
	inScope := c.InScope(t.ApplicationID, t.TenantID, t.UserID)
	return c.ID, inScope && (t.ClientID == "" || t.ClientID == c.ID)
}

// revokeFamily ends the family of a refresh token and its session.
func (uc *UseCases) revokeFamily(ctx context.Context, t *models.RefreshToken) error {
	tenant, err := uc.store.Read(ctx).FindTenant(t.TenantID)
	if err != nil {
		return err
	}
	return uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if _, err := tx.RevokeFamily(t.FamilyID); err != nil {
			return err
		}
		if _, err := tx.EndSession(t.SessionID); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionRefreshTokenRevoke, tenant, t.UserID))
	})
}
