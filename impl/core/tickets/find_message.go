package tickets

import "context"

// FindMessage reads a message to a user in the caller's scope.
func (uc *UseCases) FindMessage(ctx context.Context, id string) (*Message, error) {
	m, err := uc.findMessageInScope(ctx, id)
	if err != nil {
		return nil, err
	}
	return new(newMessage(m)), nil
}
