package tenants

import (
	"context"
)

// FindApplication reads an application in the scope of the caller.
func (uc *UseCases) FindApplication(ctx context.Context, id string) (*Application, error) {
	a, err := uc.kernel.AuthorizeApplication(ctx, id)
	if err != nil {
		return nil, err
	}
	return new(applicationOf(a)), nil
}
