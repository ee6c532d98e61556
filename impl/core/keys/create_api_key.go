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

// CreateAPIKeyInput describes a new API key. The key is also an OAuth client.
type CreateAPIKeyInput struct {
	Name          string
	Boundary      caller.Boundary
	ApplicationID string // empty: the caller's application, unless the boundary is the platform
	TenantID      string
	TenantIDs     []string
	UserID        string // only with the boundary self; the key has the application and tenant of this user
	Permissions   []string
	ExpiresAt     *time.Time

	// Only callers of the platform may set the budgets; nil: the default.
	RequestsPerMinute, RequestsAtOnce *int
}

// CreatedAPIKey is an API key with its secret, which is answered only once.
type CreatedAPIKey struct {
	ID     string      // the OAuth client id
	Secret secret.Text // the OAuth client secret
	Key    secret.Text // id and secret together, as a bearer credential
	APIKey APIKey
}

// CreateAPIKey stores a new key. The key has no rights that the caller lacks.
func (uc *UseCases) CreateAPIKey(ctx context.Context, in CreateAPIKeyInput) (*CreatedAPIKey, error) {
	owner, err := uc.findKeyOwner(ctx, &in)
	if err != nil {
		return nil, err
	}
	k, err := uc.newKey(ctx, &in)
	if err != nil {
		return nil, err
	}
	out := generateSecret(k, uuid.Must(uuid.NewV7()))
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := refuseChangedOwner(tx, owner); err != nil {
			return err
		}
		k.CreatedAt, k.UpdatedAt = tx.Now, tx.Now
		if err := tx.InsertAPIKey(k); err != nil {
			return err
		}
		return tx.AppendEvent(newKeyEvent(ctx, models.ActionAPIKeyCreate, k))
	})
	if err != nil {
		return nil, err
	}
	out.APIKey = apiKeyOf(k)
	return out, nil
}

// newKey makes the row of a new key without its credential, and refuses an invalid one or one with rights that the
// caller lacks.
func (uc *UseCases) newKey(ctx context.Context, in *CreateAPIKeyInput) (*models.APIKey, error) {
	if in.ApplicationID == "" && in.Boundary != models.BoundaryPlatform {
		in.ApplicationID = caller.From(ctx).ApplicationID
	}
	k := &models.APIKey{
		Name: in.Name, Boundary: in.Boundary, ApplicationID: in.ApplicationID, TenantID: in.TenantID,
		UserID: in.UserID, TenantIDs: core.Deduplicate(in.TenantIDs), Permissions: core.Deduplicate(in.Permissions), ExpiresAt: in.ExpiresAt, Version: 1,
		RequestsPerMinute: in.RequestsPerMinute, RequestsAtOnce: in.RequestsAtOnce,
	}
	if err := authorizeBudget(ctx, in.RequestsPerMinute != nil || in.RequestsAtOnce != nil); err != nil {
		return nil, err
	}
	inheritBudget(ctx, k)
	if err := uc.kernel.CheckExpiry(k.ExpiresAt); err != nil {
		return nil, err
	}
	return k, uc.checkKey(ctx, k)
}

// generateSecret generates a secret for a key. The row stores only the digest of the secret.
func generateSecret(k *models.APIKey, id uuid.UUID) *CreatedAPIKey {
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

// authorizeBudget refuses a caller who sets a budget and is not of the platform: budgets protect
// resources that all applications share.
func authorizeBudget(ctx context.Context, requested bool) error {
	if requested && caller.From(ctx).Boundary != models.BoundaryPlatform {
		return core.ErrPlatformOnly
	}
	return nil
}

// inheritBudget limits the budget of a key that an API key creates to the budget of its creator.
func inheritBudget(ctx context.Context, k *models.APIKey) {
	creator := caller.From(ctx)
	if creator.Kind != caller.APIKey || creator.Boundary == models.BoundaryPlatform {
		return
	}
	if n := creator.Budget.PerMinute; n < models.KeyRequestsPerMinute {
		k.RequestsPerMinute = &n
	}
	if n := creator.Budget.AtOnce; n < models.KeyRequestsAtOnce {
		k.RequestsAtOnce = &n
	}
}

// checkKey refuses an invalid key, and a key with rights that the caller lacks. It compares the
// rights before it reads the application and tenants, so that the answer does not reveal which
// of them exist.
func (uc *UseCases) checkKey(ctx context.Context, k *models.APIKey) error {
	broken := append(checkKeyShape(k), core.CheckPermissions(k.Permissions)...)
	if len(broken) > 0 {
		return core.ErrAPIKey.With(broken...)
	}
	if !caller.From(ctx).Holds(caller.OfKey(k)) {
		return core.ErrGrantsMore
	}
	return uc.checkBoundaryExists(ctx, k)
}

func checkKeyShape(k *models.APIKey) []fault.Violation {
	var broken []fault.Violation
	refuse := func(wrong bool, pointer, code, message string) {
		if wrong {
			broken = append(broken, fault.Violation{Pointer: pointer, Code: code, Message: message})
		}
	}
	listed := k.Boundary == models.BoundaryTenantInclusion || k.Boundary == models.BoundaryTenantExclusion
	self := k.Boundary == models.BoundarySelf
	known := self || listed || k.Boundary == models.BoundaryPlatform || k.Boundary == models.BoundaryApplication || k.Boundary == models.BoundaryTenant
	refuse(k.Name == "" || utf8.RuneCountInString(k.Name) > maxKeyName, "/name", "length", fmt.Sprintf("A name has 1 to %d characters.", maxKeyName))
	refuse(!known, "/boundary", "not_allowed", "The boundary is platform, application, tenant, tenant-inclusion-list, tenant-exclusion-list or self.")
	refuse(self != (k.UserID != ""), "/userId", "boundary", "A user belongs to the boundary self, and to no other.")
	refuse(k.Boundary == models.BoundaryPlatform && k.ApplicationID != "", "/applicationId", "must_be_absent", "A key of the platform has no application.")
	refuse(known && k.Boundary != models.BoundaryPlatform && k.ApplicationID == "", "/applicationId", "required", "The boundary needs an application.")
	refuse(k.Boundary == models.BoundaryTenant && k.TenantID == "", "/tenantId", "required", "The boundary needs a tenant.")
	refuse(!self && k.Boundary != models.BoundaryTenant && k.TenantID != "", "/tenantId", "boundary", "A tenant belongs to the boundary tenant, and to no other.")
	refuse(listed != (len(k.TenantIDs) > 0), "/tenantIds", "boundary", "A list of tenants belongs to the boundaries that are lists, and to no other.")
	budget := k.Budget()
	refuse(budget.PerMinute < 1 || budget.PerMinute > maxKeyMinute, "/requestsPerMinute", "out_of_range", fmt.Sprintf("A key has 1 to %d requests a minute.", maxKeyMinute))
	refuse(budget.AtOnce < 1 || budget.AtOnce > maxKeyAtOnce, "/requestsAtOnce", "out_of_range", fmt.Sprintf("A key has 1 to %d requests at once.", maxKeyAtOnce))
	refuse(len(k.TenantIDs) > maxKeyTenants, "/tenantIds", "too_many", fmt.Sprintf("A list has at most %d tenants.", maxKeyTenants))
	return broken
}

// checkBoundaryExists refuses a key whose application or tenant does not exist, or whose tenant
// belongs to another application.
func (uc *UseCases) checkBoundaryExists(ctx context.Context, k *models.APIKey) error {
	if k.ApplicationID == "" {
		return nil
	}
	rd := uc.store.Read(ctx)
	if _, err := rd.FindApplication(k.ApplicationID); errors.Is(err, store.ErrNotFound) {
		return boundaryNotFound("/applicationId")
	} else if err != nil {
		return err
	}
	for i, id := range append([]string{k.TenantID}, k.TenantIDs...) {
		if id == "" {
			continue // the key is not bound to one tenant
		}
		pointer := "/tenantId"
		if i > 0 {
			pointer = fmt.Sprintf("/tenantIds/%d", i-1)
		}
		t, err := rd.FindTenant(id)
		if errors.Is(err, store.ErrNotFound) || err == nil && t.ApplicationID != k.ApplicationID {
			return boundaryNotFound(pointer)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func boundaryNotFound(pointer string) error {
	return core.ErrAPIKey.With(fault.Violation{Pointer: pointer, Code: "unknown", Message: "There is no such application or tenant in it."})
}

// newKeyEvent returns the audit event for an action on an API key.
func newKeyEvent(ctx context.Context, action models.Action, k *models.APIKey) *models.Event {
	e := core.NewEvent(ctx, action, &models.Tenant{ID: k.TenantID, ApplicationID: k.ApplicationID}, k.UserID)
	e.Detail = "key " + k.ID
	return e
}
