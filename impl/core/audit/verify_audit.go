package audit

import (
	"bytes"
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
)

// ChainPlace is a position in the trail: after an event of a chain.
type ChainPlace struct {
	TenantID string
	Sequence int64
}

// VerifyAuditInput selects the events to check.
type VerifyAuditInput struct {
	TenantID string      // empty: every chain in the caller's scope
	After    *ChainPlace // where an earlier check stopped; nil: from the start
	Limit    int         // of events to check
}

// VerifiedAudit is the result of a check.
type VerifiedAudit struct {
	Checked int         // number of events
	Chains  int         // number of chains that were checked to their ends
	Flaw    *trail.Flaw // the first flaw; nil: none
	Next    *ChainPlace // where the next check starts; nil: the check is complete
}

// VerifyAudit checks that the trail was not changed: each event, their order, the ends of the
// chains and the signed checkpoints. It writes nothing.
func (uc *UseCases) VerifyAudit(ctx context.Context, in VerifyAuditInput) (*VerifiedAudit, error) {
	place := in.After
	if place == nil {
		var err error
		if place, err = uc.firstChain(ctx, in.TenantID); err != nil {
			return nil, err
		}
	}
	out := &VerifiedAudit{}
	for place != nil {
		v := &verification{audit: uc, limit: in.Limit - out.Checked, walk: trail.Walk{TenantID: place.TenantID, Sequence: place.Sequence}}
		err := v.run(ctx)
		out.Checked += v.checked
		if out.Flaw = v.flaw; err != nil || out.Flaw != nil {
			return out, err
		}
		if !v.ended {
			out.Next = &ChainPlace{TenantID: place.TenantID, Sequence: v.walk.Sequence}
			return out, nil
		}
		out.Chains++
		if place, err = uc.nextChain(ctx, in.TenantID, place.TenantID); err != nil {
			return out, err
		}
	}
	return out, nil
}

// firstChain returns the start of the named chain, or of the first chain in the caller's scope.
func (uc *UseCases) firstChain(ctx context.Context, tenantID string) (*ChainPlace, error) {
	switch {
	case tenantID != "":
		if err := uc.authorizeChain(ctx, tenantID); err != nil {
			return nil, err
		}
		return &ChainPlace{TenantID: tenantID}, nil
	case caller.From(ctx).Boundary == models.BoundaryPlatform:
		return &ChainPlace{}, nil // the platform's chain
	}
	return uc.nextChain(ctx, "", "")
}

// authorizeChain refuses a chain outside the caller's scope. Only callers of the platform may read
// the chain of a deleted tenant.
func (uc *UseCases) authorizeChain(ctx context.Context, tenantID string) error {
	_, err := uc.kernel.AuthorizeTenant(ctx, tenantID)
	if !errors.Is(err, core.ErrTenantNotFound) || caller.From(ctx).Boundary != models.BoundaryPlatform {
		return err
	}
	if _, chainErr := uc.store.Read(ctx).FindChain(tenantID); !errors.Is(chainErr, store.ErrNotFound) {
		return chainErr
	}
	return err
}

// nextChain returns the start of the next chain in the caller's scope. After a named chain, there is
// no next chain.
func (uc *UseCases) nextChain(ctx context.Context, named, after string) (*ChainPlace, error) {
	if named != "" {
		return nil, nil
	}
	next, err := uc.store.Read(ctx).NextChain(core.CallerScope(ctx), after)
	if err != nil || next == "" {
		return nil, err
	}
	return &ChainPlace{TenantID: next}, nil
}

// eventsAtATime is the largest number of events of a chain in memory.
const eventsAtATime = 500

// verification is the state of a check of one chain.
type verification struct {
	audit   *UseCases
	walk    trail.Walk
	limit   int // of events to check
	checked int
	flaw    *trail.Flaw // the first one; nil: none was found
	ended   bool        // the check reached the end of the chain

	anchor *models.Checkpoint // the events in the database start after it; nil: nothing was archived
}

// run checks the chain. It repeats the check if a concurrent run archived events: then the anchor
// replaces the deleted events, and the events in the database start later.
func (v *verification) run(ctx context.Context) error {
	for {
		if err := v.check(ctx); err != nil || v.flaw == nil {
			return err
		}
		rd := v.audit.store.Read(ctx)
		anchor, _, err := v.audit.anchorOf(ctx, rd, v.walk.TenantID)
		if err != nil || anchor == nil {
			return err
		}
		first, err := rd.NextPlace(v.walk.TenantID, 0)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return err
		}
		anchorMoved := v.anchor == nil || anchor.Sequence > v.anchor.Sequence
		deleted := v.flaw.Why == trail.Missing && v.flaw.Sequence <= anchor.Sequence && (err != nil || first.Sequence > v.walk.Sequence+1)
		if !anchorMoved && !deleted {
			return nil
		}
		v.flaw, v.walk.Sequence, v.walk.Hash = nil, 0, nil
	}
}

func (v *verification) check(ctx context.Context) error {
	// The order matters: a concurrent write changes only what is read after it.
	rd := v.audit.store.Read(ctx)
	last, err := rd.LastPlace(v.walk.TenantID)
	if err != nil {
		return err
	}
	signed, err := rd.LastCheckpoint(v.walk.TenantID)
	if err != nil {
		return err
	}
	chain, err := rd.FindChain(v.walk.TenantID)
	if errors.Is(err, store.ErrNotFound) {
		chain, err = &models.EventChain{TenantID: v.walk.TenantID}, nil
	}
	if err == nil {
		v.anchor, v.flaw, err = v.audit.anchorOf(ctx, rd, v.walk.TenantID)
	}
	if err == nil && v.flaw == nil {
		err = v.findStart(rd)
	}
	if err != nil || v.flaw != nil {
		return err
	}
	for v.flaw == nil && v.checked < v.limit {
		n, err := v.checkBatch(ctx, max(last, chain.Sequence))
		if err != nil || v.flaw != nil {
			return err
		}
		if n == 0 {
			v.ended = true
			v.checkEnd(chain, signed)
			return nil
		}
	}
	return nil
}

// findStart finds the first event to check: the one after an earlier check, or the first event of
// the chain, or the first event after the anchor. If some archived events are not deleted yet, the
// check starts with them, because they must lead to the anchor.
func (v *verification) findStart(rd *store.Reader) error {
	if v.anchor == nil || v.walk.Sequence > v.anchor.Sequence {
		return v.loadHash(rd)
	}
	if v.walk.Sequence > 0 { // an earlier check stopped at an archived event, which may be deleted now
		err := v.loadHash(rd)
		if v.walk.Sequence == v.anchor.Sequence {
			v.walk.Hash = v.anchor.Head
		}
		if err != nil || v.flaw == nil || v.flaw.Why != trail.Missing {
			return err
		}
		v.flaw = nil
	}
	v.walk.Sequence, v.walk.Hash = v.anchor.Sequence, v.anchor.Head
	next, err := rd.NextPlace(v.walk.TenantID, 0)
	if errors.Is(err, store.ErrNotFound) || err == nil && next.Sequence > v.anchor.Sequence {
		return nil
	}
	if err != nil {
		return err
	}
	e, err := rd.EventAt(v.walk.TenantID, next.Sequence)
	if errors.Is(err, store.ErrNotFound) { // a concurrent run deleted it, and all events before it
		return nil
	}
	if err != nil {
		return err
	}
	v.walk.Sequence, v.walk.Hash = e.Sequence-1, e.PreviousHash
	return nil
}

// loadHash reads the hash of the last event of an earlier check.
func (v *verification) loadHash(rd *store.Reader) error {
	if v.walk.Sequence == 0 {
		return nil
	}
	e, err := rd.EventAt(v.walk.TenantID, v.walk.Sequence)
	switch {
	case errors.Is(err, store.ErrNotFound):
		v.flaw = &trail.Flaw{TenantID: v.walk.TenantID, Sequence: v.walk.Sequence, Why: trail.Missing}
		return nil
	case err != nil:
		return err
	case !bytes.Equal(trail.Hash(e), e.Hash):
		v.flaw = &trail.Flaw{TenantID: e.TenantID, Sequence: e.Sequence, EventID: e.ID, Why: trail.Changed}
	}
	v.walk.Hash = e.Hash
	return nil
}

// checkBatch checks some events with their checkpoints, and returns the number of events.
func (v *verification) checkBatch(ctx context.Context, through int64) (int, error) {
	rd, before := v.audit.store.Read(ctx), v.walk.Sequence
	events, err := rd.EventsAfter(v.walk.TenantID, before, min(eventsAtATime, v.limit-v.checked))
	if err != nil {
		return v.checkUnreadable(ctx, err)
	}
	if len(events) == 0 || events[0].Sequence > through {
		return 0, nil
	}
	checkpoints, err := rd.CheckpointsOf(v.walk.TenantID, before, events[len(events)-1].Sequence)
	if err != nil {
		return 0, err
	}
	n := 0
	for i := range events {
		e := &events[i]
		if e.Sequence > through { // it was written after the check began
			break
		}
		if v.flaw = v.walk.Step(e); v.flaw != nil {
			return n, nil
		}
		n++
		v.checked++
		if v.anchor != nil && e.Sequence == v.anchor.Sequence && !bytes.Equal(e.Hash, v.anchor.Head) {
			v.flaw = &trail.Flaw{TenantID: e.TenantID, Sequence: e.Sequence, EventID: e.ID, Why: trail.CheckpointMismatch}
			return n, nil
		}
		for len(checkpoints) > 0 && checkpoints[0].Sequence == e.Sequence {
			if trail.IsAnchor(&checkpoints[0]) { // run has read it, or a concurrent run has just written it
				checkpoints = checkpoints[1:]
				continue
			}
			reason, err := v.audit.checkCheckpoint(ctx, &checkpoints[0], e)
			if err != nil {
				return 0, err
			}
			if reason != "" {
				v.flaw = &trail.Flaw{TenantID: e.TenantID, Sequence: e.Sequence, EventID: e.ID, Why: reason}
				return n, nil
			}
			checkpoints = checkpoints[1:]
		}
	}
	return n, nil
}

// checkUnreadable finds out why a batch cannot be read: either the database fails, or a row was
// changed so that it cannot be decoded, which is a flaw.
func (v *verification) checkUnreadable(ctx context.Context, cause error) (int, error) {
	if errors.Is(cause, fault.ErrUnavailable) || ctx.Err() != nil {
		return 0, cause
	}
	rd := v.audit.store.Read(ctx)
	next, err := rd.NextPlace(v.walk.TenantID, v.walk.Sequence)
	if err != nil {
		return 0, errors.Join(cause, err)
	}
	e, err := rd.EventAt(v.walk.TenantID, next.Sequence)
	if err != nil {
		v.flaw = &trail.Flaw{TenantID: v.walk.TenantID, Sequence: next.Sequence, EventID: next.ID, Why: trail.Changed}
		return 0, nil
	}
	if v.flaw = v.walk.Step(e); v.flaw == nil {
		v.checked++
	}
	return 1, nil
}

// checkEnd compares the last checked event with the stored end of the chain and the last checkpoint.
func (v *verification) checkEnd(chain *models.EventChain, signed int64) {
	flaw := &trail.Flaw{TenantID: v.walk.TenantID, Sequence: v.walk.Sequence + 1}
	switch {
	case v.walk.Sequence < chain.Sequence, flaw.Sequence == 1 && v.walk.TenantID != "": // every tenant has a first event
		flaw.Why = trail.Missing
	case v.walk.Sequence < signed:
		flaw.Why = trail.CheckpointMismatch
	case v.walk.Sequence > chain.Sequence:
		flaw.Sequence, flaw.Why = chain.Sequence+1, trail.HeadMismatch
	case chain.Sequence > 0 && (!bytes.Equal(chain.Head, v.walk.Hash) || !v.audit.endIsIntact(chain)):
		flaw.Sequence, flaw.Why = chain.Sequence, trail.HeadMismatch
	default:
		return
	}
	v.flaw = flaw
}

// checkCheckpoint returns the flaw of a checkpoint or of its event; empty: both are intact.
func (uc *UseCases) checkCheckpoint(ctx context.Context, p *models.Checkpoint, e *models.Event) (trail.Reason, error) {
	statement, err := uc.readAttested(ctx, trail.CheckpointType, p.Signature)
	switch {
	case err != nil:
		return "", err
	case !trail.MatchesCheckpoint(statement, p):
		return trail.CheckpointSignature, nil
	case !bytes.Equal(p.Head, e.Hash):
		return trail.CheckpointMismatch, nil
	}
	return "", nil
}
