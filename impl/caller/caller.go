// Package caller says who asks and for whom: the one value besides the request id
// that travels in a context.
package caller

import (
	"context"
	"slices"

	"github.com/rekeyhq/rekey/models"
)

// Kind of caller.
type Kind string

// The kinds.
const (
	Anonymous Kind = "anonymous"
	APIKey    Kind = "api_key"
	User      Kind = "user"
	System    Kind = "system"
)

// Caller is who asks: an API client, the user himself, or nobody known.
type Caller struct {
	Kind          Kind
	ID            string // API key or user id
	Boundary      models.Boundary
	ApplicationID string
	TenantID      string   // set for tenant keys and users
	TenantIDs     []string // of an inclusion or exclusion list
	Permissions   []string
	SessionID     string           // of a user
	KeyID         string           // of a user who is not there himself: his own API key speaks
	Budget        models.KeyBudget // of an API key
	Secret        string           // names the secret of an API key that was shown: what it is given ends with that
	Host          string           // that the request named, for anonymous callers
	RequestID     string
	Source        string // client address, IPv6 by /64
	Surface       string
	Attempt       *Attempt // of a request with an Idempotency-Key
}

// Attempt carries out what was asked for under an Idempotency-Key.
type Attempt struct {
	RecordID []byte // of the idempotency record
	ID       string // its fence: only the record's last attempt commits
}

// May tells whether the caller holds the permission. Most users hold none: what they
// may do, they may do to themselves, by an operation whose boundary lists self.
func (c Caller) May(permission string) bool {
	return slices.Contains(c.Permissions, permission) || slices.Contains(c.Permissions, All)
}

// AsHimself is the user without the rights that he holds over others: how he acts
// where an operation does not ask for one of them.
func (c Caller) AsHimself() Caller {
	if c.Kind == User {
		c.Boundary, c.Permissions = models.BoundarySelf, nil
	}
	return c
}

// OnlyHimself tells whether the caller is a user who reaches nobody else.
func (c Caller) OnlyHimself() bool { return c.Kind == User && c.Boundary == models.BoundarySelf }

// Is tells whether the caller is this user.
func (c Caller) Is(userID string) bool { return c.Kind == User && c.ID != "" && c.ID == userID }

// Present tells whether the caller is this user, in a session that proved his password.
func (c Caller) Present(userID string) bool { return c.Is(userID) && c.SessionID != "" }

// Within tells whether an operation open to these boundaries is open to the caller.
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

// From takes the caller out of a context; without one it is nobody.
func From(ctx context.Context) Caller {
	c, ok := ctx.Value(key{}).(Caller)
	if !ok {
		return Caller{Kind: Anonymous}
	}
	return c
}
