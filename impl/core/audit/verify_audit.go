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

// AuditPlace is a place in the trail: behind an event of a chain.
type AuditPlace struct {
	TenantID string
	Sequence int64
}

// VerifyAuditInput says what of the trail to check.
type VerifyAuditInput struct {
	TenantID string      // empty: every chain that the caller reaches
	After    *AuditPlace // where an earlier check stopped; nil: from the start
	Most     int         // events to check
}

// VerifiedAudit is what a check found.
type VerifiedAudit struct {
	Checked int         // events
	Chains  int         // that were checked to their ends
	Bad     *trail.Flaw // the first flaw; nil: none
	Next    *AuditPlace // where to go on; nil: there is no more
}

// VerifyAudit checks that the trail is what was written: each event, their order, the
// ends of the chains and the signed checkpoints. It changes nothing.
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
		v := &verification{core: uc, most: in.Most - out.Checked, walk: trail.Walk{TenantID: place.TenantID, Sequence: place.Sequence}}
		err := v.run(ctx)
		out.Checked += v.checked
		if out.Bad = v.bad; err != nil || out.Bad != nil {
			return out, err
		}
		if !v.ended {
			out.Next = &AuditPlace{TenantID: place.TenantID, Sequence: v.walk.Sequence}
			return out, nil
		}
		out.Chains++
		if place, err = uc.chainBehind(ctx, in.TenantID, place.TenantID); err != nil {
			return out, err
		}
	}
	return out, nil
}

// firstChain is the one to begin with: the one that is named, or the first of all.
func (uc *UseCases) firstChain(ctx context.Context, tenantID string) (*AuditPlace, error) {
	switch {
	case tenantID != "":
		if err := uc.reachedChain(ctx, tenantID); err != nil {
			return nil, err
		}
		return &AuditPlace{TenantID: tenantID}, nil
	case caller.From(ctx).Boundary == models.BoundaryPlatform:
		return &AuditPlace{}, nil // the platform's own
	}
	return uc.chainBehind(ctx, "", "")
}

// reachedChain refuses chains that the caller does not reach. That of a tenant that is
// gone is the operator's alone.
func (uc *UseCases) reachedChain(ctx context.Context, tenantID string) error {
	_, err := uc.kernel.AuthorizeTenant(ctx, tenantID)
	if !errors.Is(err, core.ErrTenantNotFound) || caller.From(ctx).Boundary != models.BoundaryPlatform {
		return err
	}
	if _, gone := uc.store.Read(ctx).FindChain(tenantID); !errors.Is(gone, store.ErrNotFound) {
		return gone
	}
	return err
}

// chainBehind is the next chain that the caller reaches, unless one is named.
func (uc *UseCases) chainBehind(ctx context.Context, named, after string) (*AuditPlace, error) {
	if named != "" {
		return nil, nil
	}
	next, err := uc.store.Read(ctx).NextChain(core.CallerScope(ctx), after)
	if err != nil || next == "" {
		return nil, err
	}
	return &AuditPlace{TenantID: next}, nil
}

// eventsAtATime bounds what of a chain is in memory.
const eventsAtATime = 500

// verification walks one chain over at most so many events. It tells the first flaw, and
// whether the end was reached.
type verification struct {
	core    *UseCases
	walk    trail.Walk
	most    int // events to check
	checked int
	bad     *trail.Flaw
	ended   bool

	anchor *models.Checkpoint // behind which the part in the database begins; nil: at the start
}

// run checks the chain, again where events were archived meanwhile: what was deleted is
// behind an anchor then, and what is there begins later.
func (v *verification) run(ctx context.Context) error {
	for {
		if err := v.once(ctx); err != nil || v.bad == nil {
			return err
		}
		rd := v.core.store.Read(ctx)
		anchor, _, err := v.core.anchorOf(ctx, rd, v.walk.TenantID)
		if err != nil || anchor == nil {
			return err
		}
		first, err := rd.NextPlace(v.walk.TenantID, 0)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return err
		}
		moved := v.anchor == nil || anchor.Sequence > v.anchor.Sequence
		gone := v.bad.Why == trail.Missing && v.bad.Sequence <= anchor.Sequence && (err != nil || first.Sequence > v.walk.Sequence+1)
		if !moved && !gone {
			return nil
		}
		v.bad, v.walk.Sequence, v.walk.Hash = nil, 0, nil
	}
}

func (v *verification) once(ctx context.Context) error {
	// In this order: what is written meanwhile moves only what is read later.
	rd := v.core.store.Read(ctx)
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
		v.anchor, v.bad, err = v.core.anchorOf(ctx, rd, v.walk.TenantID)
	}
	if err == nil && v.bad == nil {
		err = v.begin(rd)
	}
	if err != nil || v.bad != nil {
		return err
	}
	for v.bad == nil && v.checked < v.most {
		n, err := v.batch(ctx, max(last, chain.Sequence))
		if err != nil || v.bad != nil {
			return err
		}
		if n == 0 {
			v.ended = true
			v.end(chain, signed)
			return nil
		}
	}
	return nil
}

// begin finds where to begin: where an earlier check stopped, or at the start, or with an
// archive behind its end. What is there still of the archived part, since its deletion is
// under way, has to lead to that end.
func (v *verification) begin(rd *store.Reader) error {
	if v.anchor == nil || v.walk.Sequence > v.anchor.Sequence {
		return v.resume(rd)
	}
	if v.walk.Sequence > 0 { // an earlier check stopped among what is to be deleted
		err := v.resume(rd)
		if v.walk.Sequence == v.anchor.Sequence {
			v.walk.Hash = v.anchor.Head
		}
		if err != nil || v.bad == nil || v.bad.Why != trail.Missing {
			return err
		}
		v.bad = nil
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
	if errors.Is(err, store.ErrNotFound) { // deleted in this moment: so are those before it
		return nil
	}
	if err != nil {
		return err
	}
	v.walk.Sequence, v.walk.Hash = e.Sequence-1, e.PreviousHash
	return nil
}

// resume takes the hash of the event behind which an earlier check stopped.
func (v *verification) resume(rd *store.Reader) error {
	if v.walk.Sequence == 0 {
		return nil
	}
	e, err := rd.EventAt(v.walk.TenantID, v.walk.Sequence)
	switch {
	case errors.Is(err, store.ErrNotFound):
		v.bad = &trail.Flaw{TenantID: v.walk.TenantID, Sequence: v.walk.Sequence, Why: trail.Missing}
		return nil
	case err != nil:
		return err
	case !bytes.Equal(trail.Hash(e), e.Hash):
		v.bad = &trail.Flaw{TenantID: e.TenantID, Sequence: e.Sequence, EventID: e.ID, Why: trail.Changed}
	}
	v.walk.Hash = e.Hash
	return nil
}

// batch checks some events, with the checkpoints among them.
func (v *verification) batch(ctx context.Context, through int64) (int, error) {
	rd, before := v.core.store.Read(ctx), v.walk.Sequence
	events, err := rd.EventsAfter(v.walk.TenantID, before, min(eventsAtATime, v.most-v.checked))
	if err != nil {
		return v.unreadable(ctx, err)
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
		if e.Sequence > through { // written since
			break
		}
		if v.bad = v.walk.Step(e); v.bad != nil {
			return n, nil
		}
		n++
		v.checked++
		if v.anchor != nil && e.Sequence == v.anchor.Sequence && !bytes.Equal(e.Hash, v.anchor.Head) {
			v.bad = &trail.Flaw{TenantID: e.TenantID, Sequence: e.Sequence, EventID: e.ID, Why: trail.CheckpointMismatch}
			return n, nil
		}
		for len(checkpoints) > 0 && checkpoints[0].Sequence == e.Sequence {
			if trail.IsAnchor(&checkpoints[0]) { // that was read before, or is new
				checkpoints = checkpoints[1:]
				continue
			}
			flaw, err := v.core.compare(ctx, &checkpoints[0], e)
			if err != nil {
				return 0, err
			}
			if flaw != "" {
				v.bad = &trail.Flaw{TenantID: e.TenantID, Sequence: e.Sequence, EventID: e.ID, Why: flaw}
				return n, nil
			}
			checkpoints = checkpoints[1:]
		}
	}
	return n, nil
}

// unreadable finds out whether it is the store that fails, or one row that somebody
// made into something that does not even scan.
func (v *verification) unreadable(ctx context.Context, cause error) (int, error) {
	if errors.Is(cause, fault.ErrUnavailable) || ctx.Err() != nil {
		return 0, cause
	}
	rd := v.core.store.Read(ctx)
	next, err := rd.NextPlace(v.walk.TenantID, v.walk.Sequence)
	if err != nil {
		return 0, errors.Join(cause, err)
	}
	e, err := rd.EventAt(v.walk.TenantID, next.Sequence)
	if err != nil {
		v.bad = &trail.Flaw{TenantID: v.walk.TenantID, Sequence: next.Sequence, EventID: next.ID, Why: trail.Changed}
		return 0, nil
	}
	if v.bad = v.walk.Step(e); v.bad == nil {
		v.checked++
	}
	return 1, nil
}

// end compares the end of the walk with where the chain ends and what was signed.
func (v *verification) end(chain *models.EventChain, signed int64) {
	bad := &trail.Flaw{TenantID: v.walk.TenantID, Sequence: v.walk.Sequence + 1}
	switch {
	case v.walk.Sequence < chain.Sequence, bad.Sequence == 1 && v.walk.TenantID != "": // a tenant begins with an event
		bad.Why = trail.Missing
	case v.walk.Sequence < signed:
		bad.Why = trail.CheckpointMismatch
	case v.walk.Sequence > chain.Sequence:
		bad.Sequence, bad.Why = chain.Sequence+1, trail.HeadMismatch
	case chain.Sequence > 0 && (!bytes.Equal(chain.Head, v.walk.Hash) || !v.core.sealed(chain)):
		bad.Sequence, bad.Why = chain.Sequence, trail.HeadMismatch
	default:
		return
	}
	v.bad = bad
}

// compare tells what is wrong with a checkpoint, or with the event that it is about.
func (uc *UseCases) compare(ctx context.Context, p *models.Checkpoint, e *models.Event) (trail.Reason, error) {
	statement, err := uc.attested(ctx, trail.CheckpointType, p.Signature)
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
