package tickets

import "context"

// MinLength returns the least length of the password that the ticket's holder chooses.
func (uc *UseCases) MinLength(ctx context.Context, t *InspectedTicket) (int, error) {
	tenant, err := uc.store.Read(ctx).FindTenant(t.TenantID)
	if err != nil {
		return 0, err
	}
	if t.MFA {
		return tenant.Settings.Password.MinLengthMFA, nil
	}
	return tenant.Settings.Password.MinLength, nil
}
