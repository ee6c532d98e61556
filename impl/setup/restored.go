package setup

import (
	"context"
	"fmt"

	"github.com/rekeyhq/rekey/impl/core/restore"
	"github.com/rekeyhq/rekey/impl/service"
)

// Restored is what ended after a restore.
type Restored struct {
	restore.EndedSessions
	Tickets       int
	Codes         int
	Messages      int
	ResetRequests int
	SigningKeys   int
}

// String lists the counts.
func (r Restored) String() string {
	return fmt.Sprintf("%d tickets, %d sessions, %d refresh tokens, %d codes of logins and %d signing keys ended; %d messages and %d reset requests dropped",
		r.Tickets, r.Sessions, r.RefreshTokens, r.Codes, r.SigningKeys, r.Messages, r.ResetRequests)
}

// AfterRestore ends everything in a restored database that could be used a second time. Messages come
// first: if it is stopped and somebody starts the service nevertheless, none is sent again. After a
// failure the result has what was done; a second run does the rest.
func AfterRestore(ctx context.Context, i *service.Instance) (done Restored, err error) {
	ctx = AsOperator(ctx, "restored")
	uc := i.Restore
	steps := []func() (more bool, err error){
		inBatches(ctx, &done.Messages, uc.DropMessages),
		inBatches(ctx, &done.ResetRequests, uc.DropResetRequests),
		func() (bool, error) {
			n, err := uc.RetireSigningKeys(ctx)
			if err == nil {
				done.SigningKeys += n
			}
			return false, err
		},
		inBatches(ctx, &done.Tickets, uc.EndTickets),
		func() (bool, error) {
			ended, more, err := uc.EndSessions(ctx)
			if err == nil {
				done.Sessions += ended.Sessions
				done.RefreshTokens += ended.RefreshTokens
			}
			return more, err
		},
		inBatches(ctx, &done.Codes, uc.EndCodes),
	}
	for _, step := range steps {
		for more := true; more; {
			if more, err = step(); err != nil {
				return done, err
			}
		}
	}
	return done, uc.RecordRestore(ctx, restore.RecordRestoreInput{Detail: done.String()})
}

// inBatches adds up the counts of a use case.
func inBatches(ctx context.Context, sum *int, batch func(context.Context) (int, bool, error)) func() (bool, error) {
	return func() (bool, error) {
		n, more, err := batch(ctx)
		if err == nil {
			*sum += n
		}
		return more, err
	}
}
