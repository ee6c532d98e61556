package caller

import "github.com/rekeyhq/rekey/impl/fault"

// MissingPermission is fault.ErrForbidden for the want of one permission, which the
// caller may be told.
type MissingPermission struct{ Permission string }

// Lacks refuses a caller who does not hold the permission.
func Lacks(permission string) error { return &MissingPermission{permission} }

func (m *MissingPermission) Error() string { return fault.ErrForbidden.Error() }

// Unwrap gives the fault.
func (m *MissingPermission) Unwrap() error { return fault.ErrForbidden }
