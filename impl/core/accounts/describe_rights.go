package accounts

import (
	"strings"

	"github.com/rekeyhq/rekey/models"
)

// describeRights returns the rights of a user as the detail of an audit event. It is empty
// for a user with rights on their own account alone.
func describeRights(u *models.User) string {
	if u.Boundary == models.BoundarySelf {
		return ""
	}
	return truncateDetail("holds in the boundary " + string(u.Boundary) + ": " + strings.Join(u.Permissions, " "))
}

// truncateDetail cuts a detail to the length of the column.
func truncateDetail(detail string) string { return detail[:min(len(detail), 255)] }
