package keys

import (
	"context"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// CreateAPIKeyInput describes a new API key, which is an OAuth client too.
type CreateAPIKeyInput struct {
	Name          string
	Boundary      caller.Boundary
	ApplicationID string // empty: the caller's own, unless the boundary is the platform
	TenantID      string
	TenantIDs     []string
	UserID        string // with the boundary self; application and tenant are the user's
	Permissions   []string
	ExpiresAt     *time.Time

	// For callers of the platform; nil: the default.
	RequestsPerMinute, RequestsAtOnce *int
}

// CreatedAPIKey is an API key, with its secret for the only time.
type CreatedAPIKey struct {
	ID     string      // the OAuth client id
	Secret secret.Text // the OAuth client secret
	Key    secret.Text // both, as a bearer credential
	APIKey APIKey
}

// CreateAPIKey writes a new key that holds no more than the caller.
func (uc *UseCases) CreateAPIKey(ctx context.Context, in CreateAPIKeyInput) (*CreatedAPIKey, error) {
	owner, err := uc.keyOwner(ctx, &in)
	if err != nil {
		return nil, err
	}
	if in.ApplicationID == "" && in.Boundary != models.BoundaryPlatform {
		in.ApplicationID = caller.From(ctx).ApplicationID
	}
	k := &models.APIKey{
		Name: in.Name, Boundary: in.Boundary, ApplicationID: in.ApplicationID, TenantID: in.TenantID,
		UserID: in.UserID, TenantIDs: core.Deduplicate(in.TenantIDs), Permissions: core.Deduplicate(in.Permissions), ExpiresAt: in.ExpiresAt, Version: 1,
		RequestsPerMinute: in.RequestsPerMinute, RequestsAtOnce: in.RequestsAtOnce,
	}
	if err := maySetBudget(ctx, in.RequestsPerMinute != nil || in.RequestsAtOnce != nil); err != nil {
		return nil, err
	}
	inheritBudget(ctx, k)
	if err := uc.kernel.CheckExpiry(k.ExpiresAt); err != nil {
		return nil, err
	}
	if err := uc.mayBecome(ctx, k); err != nil {
		return nil, err
	}
	out := freshSecret(k, uuid.Must(uuid.NewV7()))
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := refuseChangedOwner(tx, owner); err != nil {
			return err
		}
		k.CreatedAt, k.UpdatedAt = tx.Now, tx.Now
		if err := tx.InsertAPIKey(k); err != nil {
			return err
		}
		return tx.AppendEvent(keyEvent(ctx, models.ActionAPIKeyCreate, k))
	})
	if err != nil {
		return nil, err
	}
	out.APIKey = apiKeyOf(k)
	return out, nil
}

// freshSecret gives a key a new secret, of which the row keeps the digest.
func freshSecret(k *models.APIKey, id uuid.UUID) *CreatedAPIKey {
	part := secret.NewToken()
	k.ID, k.Digest = id.String(), secret.APIKeyDigest(id.String(), part).Bytes()
	return &CreatedAPIKey{ID: k.ID, Secret: part, Key: secret.APIKeyText(id, part)}
}

const (
	maxKeyName    = 200
	maxKeyTenants = 200
	maxKeyMinute  = 1_000_000
	maxKeyAtOnce  = 10_000
)

// maySetBudget keeps the budgets of a key to callers of the platform: they guard what all
// applications share.
func maySetBudget(ctx context.Context, sets bool) error {
	if sets && caller.From(ctx).Boundary != models.BoundaryPlatform {
		return core.ErrPlatformOnly
	}
	return nil
}

// inheritBudget gives a key that an API key makes no more than its maker has.
func inheritBudget(ctx context.Context, k *models.APIKey) {
	by := caller.From(ctx)
	if by.Kind != caller.APIKey || by.Boundary == models.BoundaryPlatform {
		return
	}
	if n := by.Budget.PerMinute; n < models.KeyRequestsPerMinute {
		k.RequestsPerMinute = &n
	}
	if n := by.Budget.AtOnce; n < models.KeyRequestsAtOnce {
		k.RequestsAtOnce = &n
	}
}

// mayBecome refuses what is no key, and what holds more than the caller. The latter
// comes before any look at what exists.
func (uc *UseCases) mayBecome(ctx context.Context, k *models.APIKey) error {
	broken := append(checkKeyShape(k), core.CheckPermissions(k.Permissions)...)
	if len(broken) > 0 {
		return core.ErrAPIKey.With(broken...)
	}
	if !caller.From(ctx).Holds(caller.OfKey(k)) {
		return core.ErrGrantsMore
	}
	return uc.placeExists(ctx, k)
}

func checkKeyShape(k *models.APIKey) []fault.Violation {
	var broken []fault.Violation
	refuse := func(is bool, pointer, code, message string) {
		if is {
			broken = append(broken, fault.Violation{Pointer: pointer, Code: code, Message: message})
		}
	}
	lists := k.Boundary == models.BoundaryTenantInclusion || k.Boundary == models.BoundaryTenantExclusion
	self := k.Boundary == models.BoundarySelf
	known := self || lists || k.Boundary == models.BoundaryPlatform || k.Boundary == models.BoundaryApplication || k.Boundary == models.BoundaryTenant
	refuse(k.Name == "" || utf8.RuneCountInString(k.Name) > maxKeyName, "/name", "length", fmt.Sprintf("A name has 1 to %d characters.", maxKeyName))
	refuse(!known, "/boundary", "not_allowed", "The boundary is platform, application, tenant, tenant-inclusion-list, tenant-exclusion-list or self.")
	refuse(self != (k.UserID != ""), "/userId", "boundary", "A user belongs to the boundary self, and to no other.")
	refuse(k.Boundary == models.BoundaryPlatform && k.ApplicationID != "", "/applicationId", "must_be_absent", "A key of the platform has no application.")
	refuse(known && k.Boundary != models.BoundaryPlatform && k.ApplicationID == "", "/applicationId", "required", "The boundary needs an application.")
	refuse(!self && (k.Boundary == models.BoundaryTenant) != (k.TenantID != ""), "/tenantId", "boundary", "A tenant belongs to the boundary tenant, and to no other.")
	refuse(lists != (len(k.TenantIDs) > 0), "/tenantIds", "boundary", "A list of tenants belongs to the boundaries that are lists, and to no other.")
	budget := k.Budget()
	refuse(budget.PerMinute < 1 || budget.PerMinute > maxKeyMinute, "/requestsPerMinute", "out_of_range", fmt.Sprintf("A key has 1 to %d requests a minute.", maxKeyMinute))
	refuse(budget.AtOnce < 1 || budget.AtOnce > maxKeyAtOnce, "/requestsAtOnce", "out_of_range", fmt.Sprintf("A key has 1 to %d requests at once.", maxKeyAtOnce))
	refuse(len(k.TenantIDs) > maxKeyTenants, "/tenantIds", "too_many", fmt.Sprintf("A list has at most %d tenants.", maxKeyTenants))
	return broken
}

// placeExists refuses a key for an application or tenant that does not exist, or for a
// tenant of another application.
func (uc *UseCases) placeExists(ctx context.Context, k *models.APIKey) error {
	if k.ApplicationID == "" {
		return nil
	}
	rd := uc.store.Read(ctx)
	if _, err := rd.FindApplication(k.ApplicationID); errors.Is(err, store.ErrNotFound) {
		return unknownPlace("/applicationId")
	} else if err != nil {
		return err
	}
	for i, id := range append([]string{k.TenantID}, k.TenantIDs...) {
		if id == "" {
			continue // of no single tenant
		}
		pointer := "/tenantId"
		if i > 0 {
			pointer = fmt.Sprintf("/tenantIds/%d", i-1)
		}
		t, err := rd.FindTenant(id)
		if errors.Is(err, store.ErrNotFound) || err == nil && t.ApplicationID != k.ApplicationID {
			return unknownPlace(pointer)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func unknownPlace(pointer string) error {
	return core.ErrAPIKey.With(fault.Violation{Pointer: pointer, Code: "unknown", Message: "There is no such application or tenant in it."})
}

// keyEvent is the audit line of what is done to an API key.
func keyEvent(ctx context.Context, action models.Action, k *models.APIKey) *models.Event {
	e := core.NewEvent(ctx, action, &models.Tenant{ID: k.TenantID, ApplicationID: k.ApplicationID}, k.UserID)
	e.Detail = "key " + k.ID
	return e
}
