package logins

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/store"
)

// The methods.
const (
	FactorNone FactorMethod = "none"
	FactorMail FactorMethod = "mail" // a code by mail at each login
	FactorTOTP FactorMethod = "totp" // a code of an authenticator app, or a recovery code
)

// DescribedFactor is what may be known of a second factor.
type DescribedFactor struct {
	Method       FactorMethod
	ConfirmedAt  *time.Time
	PendingUntil *time.Time // of an app that waits for its first code
	CodesLeft    int        // recovery codes
}

// DescribeSecondFactor reads the state of a user's second factor.
func (uc *UseCases) DescribeSecondFactor(ctx context.Context, userID string) (*DescribedFactor, error) {
	s, err := uc.kernel.ReadUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	out := &DescribedFactor{Method: FactorNone}
	if s.User.MFA {
		out.Method = FactorMail
	}
	rd := uc.store.Read(ctx)
	app, err := rd.FindTOTP(userID)
	if errors.Is(err, store.ErrNotFound) {
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	if until := app.CreatedAt.Add(enrollLife); app.ConfirmedAt == nil {
		if uc.clock.Now().Before(until) {
			out.PendingUntil = &until
		}
		return out, nil
	}
	codes, err := rd.RecoveryCodesOf(userID)
	if err != nil {
		return nil, err
	}
	out.Method, out.ConfirmedAt, out.CodesLeft = FactorTOTP, app.ConfirmedAt, len(codes)
	return out, nil
}
