// Package caller describes the caller of a request: an API client, a user, an anonymous
// caller, or the system itself, and which rights the caller has.
//
// Its nouns: a permission names one kind of operation (x-permission of the contract); a
// boundary limits the objects that a right applies to (x-boundary); the scope of a caller is
// the set of objects inside that boundary; Rights are permissions together with a scope.
//
// impl/access creates a Caller from the credentials of a request, and impl/server puts it into
// the context with Into. The caller and the request id are the only values that a context
// carries. The core and the surfaces read it with From, and ask May, InScope and Holds.
//
// The package promises that missing data never widens a right: an empty application, tenant or
// user id is in nobody's scope, and a context without a caller has an anonymous one. It only
// decides: it must not read the store, and must not produce errors or answers.
package caller

import (
	"context"
	"slices"

	"github.com/rekeyhq/rekey/models"
)

// Kind of caller, as events have it.
type Kind = models.ActorKind

// The kinds.
const (
	Anonymous = models.ActorAnonymous
	APIKey    = models.ActorAPIKey
	User      = models.ActorUser
	System    = models.ActorSystem
)

// Caller is an API client, a user, the system itself, or an anonymous caller.
type Caller struct {
	Kind          Kind
	ID            string // API key or user id
	Boundary      models.Boundary
	ApplicationID string
	TenantID      string   // set for tenant keys and users
	TenantIDs     []string // of an inclusion or exclusion list
	Named         string   // the tenant that the request is limited to; empty: no limit beyond the boundary
	Permissions   []string
	SessionID     string           // of a user
	KeyID         string           // of a user who is represented by an API key of his own
	Budget        models.KeyBudget // of an API key
	Secret        string           // identifies the API key secret that was presented: tokens issued for it end with it
	Host          string           // the Host header of the request, for anonymous callers
	RequestID     string
	Source        string // client address, IPv6 by /64
	Surface       string
	Attempt       *Attempt // of a request with an Idempotency-Key; nil without
}

// Attempt is one execution of a request with an Idempotency-Key.
type Attempt struct {
	RecordID []byte // of the idempotency record
	ID       string // the fencing token: only the record's latest attempt can commit
}

// May tells whether the caller holds the permission. Most users hold none: the operations
// on their own account are those whose x-boundary lists self, and need no permission.
func (c Caller) May(permission string) bool {
	return slices.Contains(c.Permissions, permission) || slices.Contains(c.Permissions, All)
}

// AsHimself returns the caller without the rights that a user holds over others. An
// operation that requires none of these rights is carried out with this caller.
func (c Caller) AsHimself() Caller {
	if c.Kind == User {
		c.Boundary, c.Permissions = models.BoundarySelf, nil
	}
	return c
}

// OnlyHimself tells whether the caller is a user whose scope is his own account.
func (c Caller) OnlyHimself() bool { return c.Kind == User && c.Boundary == models.BoundarySelf }

// Is tells whether the caller is this user.
func (c Caller) Is(userID string) bool { return c.Kind == User && c.ID != "" && c.ID == userID }

// Present tells whether the caller is this user in a session, where the password was proven;
// an API key of the user is not enough.
func (c Caller) Present(userID string) bool { return c.Is(userID) && c.SessionID != "" }

// Within tells whether the caller's boundary is among those that an operation admits.
func (c Caller) Within(boundaries []string) bool {
	return c.Boundary == models.BoundaryPlatform || slices.Contains(boundaries, string(c.Boundary))
}

// InScope tells whether an object of this application, tenant and user is in the caller's
// scope. An object out of scope is answered like one that does not exist.
func (c Caller) InScope(applicationID, tenantID, userID string) bool {
	if applicationID == "" || tenantID == "" {
		return false
	}
	sameApplication := c.ApplicationID != "" && c.ApplicationID == applicationID
	switch c.Boundary {
	case models.BoundaryPlatform:
		return true
	case models.BoundaryApplication:
		return sameApplication
	case models.BoundaryTenant:
		return sameApplication && c.TenantID != "" && c.TenantID == tenantID
	case models.BoundaryTenantInclusion:
		return sameApplication && slices.Contains(c.TenantIDs, tenantID)
	case models.BoundaryTenantExclusion:
		return sameApplication && !slices.Contains(c.TenantIDs, tenantID)
	case models.BoundarySelf:
		return c.Is(userID)
	}
	return false
}

type key struct{}

// Into puts the caller into a context.
func Into(ctx context.Context, c Caller) context.Context {
	return context.WithValue(ctx, key{}, c)
}

// From returns the caller of a context. A context without a caller has an anonymous one.
func From(ctx context.Context) Caller {
	c, ok := ctx.Value(key{}).(Caller)
	if !ok {
		return Caller{Kind: Anonymous}
	}
	return c
}
