package transfer

import (
	"context"
	"io"

	"github.com/rekeyhq/rekey/impl/core/audit"
)

// VerifiedArchive is the result of a check of files and database.
type VerifiedArchive struct {
	audit.VerifiedAudit
	Archived int64 // events in the files
}

// checkedAtATime is the number of events that are checked in one call.
const checkedAtATime = 50_000

// VerifyArchive checks files, in order from the oldest, together with the events in the database.
// A tenant id limits the check to the events of that tenant.
func VerifyArchive(ctx context.Context, events *audit.UseCases, tenantID string, files ...io.Reader) (*VerifiedArchive, error) {
	out := &VerifiedArchive{}
	var err error
	if out.Archived, out.Flaw, err = events.VerifyArchive(ctx, tenantID, files...); err != nil || out.Flaw != nil {
		return out, err
	}
	in := audit.VerifyAuditInput{TenantID: tenantID, Limit: checkedAtATime}
	for {
		found, err := events.VerifyAudit(ctx, in)
		if err != nil {
			return out, err
		}
		out.Checked, out.Chains, out.Flaw = out.Checked+found.Checked, out.Chains+found.Chains, found.Flaw
		if in.After = found.Next; found.Next == nil || found.Flaw != nil {
			return out, nil
		}
	}
}
