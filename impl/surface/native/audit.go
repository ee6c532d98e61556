package native

import (
	"context"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core/audit"
	"github.com/rekeyhq/rekey/impl/trail"
)

// verifyAtATime is what one request checks: a fraction of a second of work.
const verifyAtATime = 5_000

// VerifyAudit checks the audit trail.
func (h *handlers) VerifyAudit(ctx context.Context, r rekeyapi.VerifyAuditRequestObject) (rekeyapi.VerifyAuditResponseObject, error) {
	in := audit.VerifyAuditInput{TenantID: orZero(r.Params.TenantID), Limit: verifyAtATime}
	l := h.list(ctx, "audit", in.TenantID)
	l.parameter = "resume"
	p, err := l.page(nil, r.Params.Resume)
	if err != nil {
		return nil, err
	}
	if in.After, err = auditPlace(p.After); err != nil {
		return nil, err
	}
	found, err := h.Core.Audit.VerifyAudit(ctx, in)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.VerifyAudit200JSONResponse{
		Intact: found.Flaw == nil, Checked: int64(found.Checked), Chains: int64(found.Chains), FirstBad: flaw(found.Flaw),
	}
	if found.Next != nil {
		out.Resume, err = l.next(true, strconv.FormatInt(found.Next.Sequence, 10)+" "+found.Next.TenantID)
	}
	return out, err
}

func flaw(b *trail.Flaw) *rekeyapi.AuditFlaw {
	if b == nil {
		return nil
	}
	out := &rekeyapi.AuditFlaw{TenantID: b.TenantID, Sequence: b.Sequence, Why: rekeyapi.AuditFlawKind(b.Why)}
	if b.EventID != "" {
		out.EventID = &b.EventID
	}
	return out
}

// auditPlace reads the place at which a check stopped.
func auditPlace(text string) (*audit.ChainPlace, error) {
	if text == "" {
		return nil, nil
	}
	number, tenantID, _ := strings.Cut(text, " ")
	sequence, err := strconv.ParseInt(number, 10, 64)
	return &audit.ChainPlace{TenantID: tenantID, Sequence: sequence}, err
}

// ListCheckpoints lists signed statements of where the chains ended.
func (h *handlers) ListCheckpoints(ctx context.Context, r rekeyapi.ListCheckpointsRequestObject) (rekeyapi.ListCheckpointsResponseObject, error) {
	tenantID := orZero(r.Params.TenantID)
	l := h.list(ctx, "checkpoints", tenantID)
	p, err := l.page(r.Params.Limit, r.Params.Cursor)
	if err != nil {
		return nil, err
	}
	rows, more, err := h.Core.Audit.ListCheckpoints(ctx, tenantID, p)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.ListCheckpoints200JSONResponse{Items: make([]rekeyapi.Checkpoint, len(rows))}
	for i, c := range rows {
		out.Items[i] = rekeyapi.Checkpoint{
			ID: c.ID, TenantID: c.TenantID, Sequence: c.Sequence, Head: hex.EncodeToString(c.Head),
			CreatedAt: c.CreatedAt, Jws: c.Signature,
		}
		p.After = c.ID
	}
	out.NextCursor, err = l.next(more, p.After)
	return out, err
}
