package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/models"
)

// DescribeUser reads a user that the caller reaches.
func (c *Core) DescribeUser(ctx context.Context, userID string) (*models.User, error) {
	s, err := c.seen(ctx, userID)
	if err != nil {
		return nil, err
	}
	return s.user, nil
}
