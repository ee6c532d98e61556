package tenants

import (
	"context"
	"crypto/rand"
	"errors"
	"math/big"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// maxNumberAttempts is how many numbers are tried for a tenant. With a million tenants, one random number
// in a thousand is taken.
const maxNumberAttempts = 8

// NumberTenant returns the number of a tenant in the caller's scope, for APIs whose ids are integers. A
// tenant that an earlier version created gets it at the first call, and keeps it.
func (uc *UseCases) NumberTenant(ctx context.Context, tenantID string) (int32, error) {
	t, err := uc.kernel.ResolveTenant(ctx, tenantID)
	for range maxNumberAttempts {
		if err != nil {
			return 0, err
		}
		if t.Number != nil {
			return *t.Number, nil
		}
		n, err := randomNumber()
		if err != nil {
			return 0, err
		}
		// Of concurrent requests one sets the number, and all read it.
		err = uc.store.Write(ctx).NumberTenant(t.ID, n)
		if err != nil && !errors.Is(err, store.ErrDuplicate) {
			return 0, err
		}
		if t, err = uc.store.Read(ctx).FindTenant(t.ID); err != nil {
			return 0, err
		}
	}
	return 0, fault.ErrUnavailable.Because(store.ErrDuplicate)
}

// chooseNumber gives a new tenant a number that no other has: the one that was given, unless it is 0.
func chooseNumber(rd *store.Reader, t *models.Tenant, given int32) error {
	if given != 0 {
		used, err := rd.TenantNumberUsed(given)
		if err == nil && used {
			return core.ErrTenantNumberTaken
		}
		t.Number = &given
		return err
	}
	for range maxNumberAttempts {
		n, err := randomNumber()
		if err != nil {
			return err
		}
		used, err := rd.TenantNumberUsed(n)
		if err != nil {
			return err
		}
		if !used {
			t.Number = &n
			return nil
		}
	}
	return fault.ErrUnavailable.Because(store.ErrDuplicate)
}

// randomNumber returns a number from 2^30 to 2^31-1. Consecutive numbers would reveal how many tenants
// there are.
func randomNumber() (int32, error) {
	n, err := rand.Int(rand.Reader, big.NewInt(1<<30))
	if err != nil {
		return 0, err
	}
	return int32(n.Int64()) + 1<<30, nil
}
