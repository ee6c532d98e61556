package core

import (
	"fmt"
	"slices"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
)

// CheckPermissions refuses what the catalogue does not know: a right that means nothing
// today could mean something tomorrow.
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

// Deduplicate leaves out what is there twice. It is never nil: the column holds a list.
func Deduplicate(list []string) []string {
	once := make([]string, 0, len(list))
	for _, s := range list {
		if !slices.Contains(once, s) {
			once = append(once, s)
		}
	}
	return once
}
