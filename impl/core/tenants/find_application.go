package tenants

import (
	"context"
)

// FindApplication reads an application that the caller reaches: his own.
func (uc *UseCases) FindApplication(ctx context.Context, id string) (*Application, error) {
	a, err := uc.kernel.AuthorizeApplication(ctx, id)
	if err != nil {
		return nil, err
	}
	return new(applicationOf(a)), nil
}
