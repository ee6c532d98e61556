package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// keyOwner reads the user whose key it is to be, and gives the key his place; of other
// keys it is nil. It is somebody whom the caller reaches and who holds no more than he
// does: the key acts as that user.
func (c *Core) keyOwner(ctx context.Context, in *CreateAPIKey) (*subject, error) {
	if in.Boundary != models.BoundarySelf || in.UserID == "" {
		return nil, nil
	}
	s, err := c.subject(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	var broken []fault.Violation
	for _, place := range []struct{ pointer, given, is string }{
		{"/applicationId", in.ApplicationID, s.user.ApplicationID}, {"/tenantId", in.TenantID, s.user.TenantID},
	} {
		if place.given != "" && place.given != place.is {
			broken = append(broken, fault.Violation{Pointer: place.pointer, Code: "unknown", Message: "The user is not there."})
		}
	}
	switch {
	case len(broken) > 0:
		return nil, ErrAPIKey.With(broken...)
	case !s.user.Active():
		return nil, ErrUserInactive
	}
	in.ApplicationID, in.TenantID = s.user.ApplicationID, s.user.TenantID
	return s, nil
}

// stillIn refuses a key for a user who was shut out, or whose password was changed,
// since he was read: a key must not outlive the change that ends all of them.
func (s *subject) stillIn(tx *store.Tx) error {
	if s == nil {
		return nil
	}
	current, err := tx.OpenSession(s.user.ID, s.credential.Version)
	if err != nil {
		return err
	}
	if !current {
		return ErrCredentialChanged
	}
	return nil
}
