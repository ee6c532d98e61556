package service

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// idempotencyRecords gives impl/idempotency access to its rows, and to no others.
type idempotencyRecords struct{ store *store.Store }

func (i idempotencyRecords) Times(ctx context.Context) (local, lease time.Time, err error) {
	tx := i.store.Write(ctx)
	lease, err = tx.LeaseTime()
	return tx.Now, lease, err
}

func (i idempotencyRecords) Insert(ctx context.Context, r *models.IdempotencyRecord) (bool, error) {
	err := i.store.Write(ctx).InsertIdempotencyRecord(r)
	if errors.Is(err, store.ErrDuplicate) {
		return false, nil
	}
	return err == nil, err
}

func (i idempotencyRecords) DropExpired(ctx context.Context, id secret.Digest) (bool, error) {
	return i.store.Write(ctx).DropExpiredRecord(id)
}

// Find reads through a writing handle, so that it finds the row that made Insert fail.
func (i idempotencyRecords) Find(ctx context.Context, id secret.Digest) (*models.IdempotencyRecord, bool, error) {
	r, err := i.store.Write(ctx).FindIdempotencyRecord(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, false, nil
	}
	return r, err == nil, err
}

func (i idempotencyRecords) TakeOver(ctx context.Context, former string, r *models.IdempotencyRecord, now time.Time) (bool, error) {
	return i.store.Write(ctx).TakeOverAttempt(former, r, now)
}

func (i idempotencyRecords) Renew(ctx context.Context, r *models.IdempotencyRecord, lease time.Duration) (bool, error) {
	return i.store.Write(ctx).RenewAttempt(r.ID, r.Attempt, lease)
}

func (i idempotencyRecords) StoreAnswer(ctx context.Context, r *models.IdempotencyRecord, sealed []byte) error {
	_, err := i.store.Write(ctx).AnswerAttempt(r.ID, r.Attempt, sealed)
	return err
}

func (i idempotencyRecords) Drop(ctx context.Context, r *models.IdempotencyRecord) error {
	_, err := i.store.Write(ctx).DropAttempt(r.ID, r.Attempt)
	return err
}
