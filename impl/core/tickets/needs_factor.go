package tickets

import "context"

// NeedsFactor reports whether the ticket's holder must also pass the second factor.
func (uc *UseCases) NeedsFactor(ctx context.Context, t *InspectedTicket) (bool, error) {
	tenant, err := uc.store.Read(ctx).FindTenant(t.TenantID)
	if err != nil || !tenant.Settings.ResetNeedsFactor {
		return false, err
	}
	app, err := uc.kernel.ConfirmedApp(ctx, t.UserID)
	return app != nil, err
}
