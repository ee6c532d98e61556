package core

import (
	"context"
	"fmt"
	"slices"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
)

// RequireOperator refuses every caller but the service itself and the operator's commands. It is for
// use cases that no permission stands for, because they have no operation in the contract.
func RequireOperator(ctx context.Context) error {
	if caller.From(ctx).Kind != caller.System {
		return fault.ErrForbidden
	}
	return nil
}

// CheckPermissions lists the permissions that the catalogue does not have. An unknown permission is
// refused, because a later version could give it a meaning.
func CheckPermissions(permissions []string) []fault.Violation {
	var broken []fault.Violation
	for i, p := range permissions {
		if !caller.KnownPermission(p) {
			broken = append(broken, fault.Violation{
				Pointer: fmt.Sprintf("/permissions/%d", i), Code: "unknown_permission", Message: "There is no such permission.",
			})
		}
	}
	if len(permissions) > maxPermissions {
		broken = append(broken, fault.Violation{Pointer: "/permissions", Code: "too_many", Message: fmt.Sprintf("At most %d permissions are held.", maxPermissions)})
	}
	return broken
}

const maxPermissions = 100

// Deduplicate removes the duplicates of a list. The result is never nil: the column stores a list.
func Deduplicate(list []string) []string {
	unique := make([]string, 0, len(list))
	for _, s := range list {
		if !slices.Contains(unique, s) {
			unique = append(unique, s)
		}
	}
	return unique
}
