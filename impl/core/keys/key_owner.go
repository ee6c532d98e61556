package keys

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// findKeyOwner reads the user who will own the key, and sets the user's application and tenant in
// the input. For a key without an owner, it returns nil. The owner must be in the caller's scope
// and must not have rights that the caller lacks, because the key acts as this user.
func (uc *UseCases) findKeyOwner(ctx context.Context, in *CreateAPIKeyInput) (*core.Subject, error) {
	if in.Boundary != models.BoundarySelf || in.UserID == "" {
		return nil, nil
	}
	s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	var broken []fault.Violation
	for _, place := range []struct{ pointer, requested, actual string }{
		{"/applicationId", in.ApplicationID, s.User.ApplicationID}, {"/tenantId", in.TenantID, s.User.TenantID},
	} {
		if place.requested != "" && place.requested != place.actual {
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

// refuseChangedOwner refuses a key if its owner was disabled or locked, or got a new password,
// after the owner was read: such a change ends all keys of the user, so that a new key must not
// survive it. A key without an owner has nothing to compare.
func refuseChangedOwner(tx *store.Tx, owner *core.Subject) error {
	if owner == nil {
		return nil
	}
	current, err := tx.LockVersion(owner.User.ID, owner.Credential.Version)
	if err != nil {
		return err
	}
	if !current {
		return core.ErrCredentialChanged
	}
	return nil
}
