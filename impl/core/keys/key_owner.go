package keys

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// keyOwner reads the user whose key it is to be, and gives the key his place; of other
// keys it is nil. It is somebody whom the caller reaches and who holds no more than he
// does: the key acts as that user.
func (uc *UseCases) keyOwner(ctx context.Context, in *CreateAPIKeyInput) (*core.Subject, error) {
	if in.Boundary != models.BoundarySelf || in.UserID == "" {
		return nil, nil
	}
	s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	var broken []fault.Violation
	for _, place := range []struct{ pointer, given, is string }{
		{"/applicationId", in.ApplicationID, s.User.ApplicationID}, {"/tenantId", in.TenantID, s.User.TenantID},
	} {
		if place.given != "" && place.given != place.is {
			broken = append(broken, fault.Violation{Pointer: place.pointer, Code: "unknown", Message: "There is no such user."})
		}
	}
	switch {
	case len(broken) > 0:
		return nil, core.ErrAPIKey.With(broken...)
	case !s.User.Active():
		return nil, core.ErrUserInactive
	}
	in.ApplicationID, in.TenantID = s.User.ApplicationID, s.User.TenantID
	return s, nil
}

// refuseChangedOwner refuses a key for a user who was disabled or locked, or whose password was
// changed, since the user was read: a key must not outlive the change that ends all of them. A
// key without an owner has nothing to compare.
func refuseChangedOwner(tx *store.Tx, owner *core.Subject) error {
	if owner == nil {
		return nil
	}
	current, err := tx.OpenSession(owner.User.ID, owner.Credential.Version)
	if err != nil {
		return err
	}
	if !current {
		return core.ErrCredentialChanged
	}
	return nil
}
