package lifecycle

import (
	"context"
)

// DescribeUser reads a user that the caller reaches, without his addresses.
func (c *Core) DescribeUser(ctx context.Context, userID string) (*User, error) {
	s, err := c.seen(ctx, userID)
	if err != nil {
		return nil, err
	}
	return new(userOf(s.user, nil)), nil
}
