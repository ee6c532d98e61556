package tickets

import (
	"context"
)

// FindMessage reads a message to a user whom the caller reaches.
func (uc *UseCases) FindMessage(ctx context.Context, id string) (*Message, error) {
	m, err := uc.reachedMessage(ctx, id)
	if err != nil {
		return nil, err
	}
	return new(messageOf(m)), nil
}
