package transfer

import (
	"context"
	"io"

	"github.com/rekeyhq/rekey/impl/lifecycle"
)

// VerifiedArchive is what a check of files and database found.
type VerifiedArchive struct {
	lifecycle.VerifiedAudit
	Archived int64 // events in the files
}

// checkedAtATime is what is checked between two looks at whether to go on.
const checkedAtATime = 50_000

// VerifyArchive checks files, the oldest first, together with what is in the database, of one
// tenant if it is named.
func VerifyArchive(ctx context.Context, core *lifecycle.Core, tenantID string, files ...io.Reader) (*VerifiedArchive, error) {
	out := &VerifiedArchive{}
	var err error
	if out.Archived, out.Bad, err = core.VerifyArchive(ctx, tenantID, files...); err != nil || out.Bad != nil {
		return out, err
	}
	in := lifecycle.VerifyAudit{TenantID: tenantID, Most: checkedAtATime}
	for {
		found, err := core.VerifyAudit(ctx, in)
		if err != nil {
			return out, err
		}
		out.Checked, out.Chains, out.Bad = out.Checked+found.Checked, out.Chains+found.Chains, found.Bad
		if in.After = found.Next; found.Next == nil || found.Bad != nil {
			return out, nil
		}
	}
}
