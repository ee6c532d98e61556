package caller

import "github.com/rekeyhq/rekey/models"

// Boundary says how far a caller's permissions go. The value is stored with a key or a user as
// it is meant here, so that one type serves both.
type Boundary = models.Boundary

// The boundaries.
const (
	BoundaryPlatform        = models.BoundaryPlatform
	BoundaryApplication     = models.BoundaryApplication
	BoundaryTenant          = models.BoundaryTenant
	BoundaryTenantInclusion = models.BoundaryTenantInclusion
	BoundaryTenantExclusion = models.BoundaryTenantExclusion
	BoundarySelf            = models.BoundarySelf
)

// Budget is what the requests of an API key may cost; a value as well.
type Budget = models.KeyBudget

// The budget of a key that was given none.
const (
	RequestsPerMinute = models.KeyRequestsPerMinute
	RequestsAtOnce    = models.KeyRequestsAtOnce
)
