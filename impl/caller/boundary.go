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
