package factors

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// SecondFactor is the state of a user's second factor.
type SecondFactor struct {
	Method       core.FactorMethod
	ConfirmedAt  *time.Time
	PendingUntil *time.Time // of an app that no code has confirmed yet
	CodesLeft    int        // recovery codes that are not used
}

// DescribeSecondFactor reads the state of a user's second factor.
func (uc *UseCases) DescribeSecondFactor(ctx context.Context, userID string) (*SecondFactor, error) {
	s, err := uc.kernel.ReadUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	out := &SecondFactor{Method: core.FactorNone}
	if s.User.MFA {
		out.Method = core.FactorMail
	}
	rd := uc.store.Read(ctx)
	app, err := rd.FindTOTP(userID)
	if errors.Is(err, store.ErrNotFound) {
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	if until := app.CreatedAt.Add(enrollmentLife); app.ConfirmedAt == nil {
		if uc.clock.Now().Before(until) {
			out.PendingUntil = &until
		}
		return out, nil
	}
	codes, err := rd.RecoveryCodesOf(userID)
	if err != nil {
		return nil, err
	}
	out.Method, out.ConfirmedAt, out.CodesLeft = core.FactorTOTP, app.ConfirmedAt, len(codes)
	return out, nil
}
