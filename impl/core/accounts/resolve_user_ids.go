package accounts

import "context"

// ResolveUserIDs returns the native ids of the users in the caller's scope who have these ids as the
// native or as the external ones. An id that nobody in the scope has is returned as it is.
func (uc *UseCases) ResolveUserIDs(ctx context.Context, ids []string) ([]string, error) {
	return uc.kernel.ResolveUserIDs(ctx, ids)
}
