package audit

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
)

// DropArchived moves the anchor of each chain to the end of its archived part. Then the archived
// events may be deleted. It skips a part if an earlier run moved the anchor.
func (uc *UseCases) DropArchived(ctx context.Context, parts []trail.Part) error {
	for i := range parts {
		if err := uc.moveAnchor(ctx, &parts[i]); err != nil {
			return err
		}
	}
	return nil
}

func (uc *UseCases) moveAnchor(ctx context.Context, part *trail.Part) error {
	rd := uc.store.Read(ctx)
	anchor, flaw, err := uc.anchorOf(ctx, rd, part.TenantID)
	anchored := int64(0)
	if anchor != nil {
		anchored = anchor.Sequence
	}
	switch {
	case err != nil || flaw != nil:
		return errors.Join(err, notIntact(flaw))
	case anchored >= part.Last:
		return nil // an earlier run moved it
	case anchored != part.First-1 || anchor != nil && !bytes.Equal(anchor.Head, part.Previous):
		return ErrArchiveMoved
	}
	e, err := rd.EventAt(part.TenantID, part.Last)
	if errors.Is(err, store.ErrNotFound) || err == nil && !bytes.Equal(e.Hash, part.Head) {
		return ErrArchiveMoved
	}
	if err != nil {
		return err
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		moved, err := tx.MoveAnchor(anchor, part.Anchor())
		if err != nil || !moved {
			return errors.Join(err, ErrArchiveMoved)
		}
		done := core.NewEvent(ctx, models.ActionAuditArchive, nil, "")
		done.Detail = fmt.Sprintf("tenant %s, events %d to %d, sha256 %s", part.TenantID, part.First, part.Last, hex.EncodeToString(part.Digest))
		return tx.AppendEvent(done)
	})
	if errors.Is(err, store.ErrDuplicate) {
		return ErrArchiveMoved
	}
	return err
}
