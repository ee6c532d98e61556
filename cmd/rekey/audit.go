package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/console"
	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/impl/transfer"
)

// auditCommands work on the database directly, since no operation of the API deletes events.
func (p *program) auditCommands() []console.Local {
	archive, verify := &auditArchive{}, &auditVerify{}
	done := func(err error) (int, bool) { return p.report(err), true }
	return []console.Local{
		{
			Words: []string{"audit", "archive"}, Help: "Move old events from the database to a signed file.", Detail: archiveDetail, Flags: archive,
			Run: func(ctx context.Context, _ func(string) string) (int, bool) { return done(archive.run(ctx, p)) },
		},
		{Words: []string{"audit", "verify"}, Flags: verify, Run: func(ctx context.Context, flag func(string) string) (int, bool) {
			switch {
			case len(verify.Archive) > 0:
			case len(verify.More) > 0:
				return done(usageError{errors.New("files are checked with --archive")})
			default:
				return 0, false
			}
			return done(verify.run(ctx, p, flag("tenant")))
		}},
	}
}

// restOfArchive is the rest between batches: deleting takes at most a tenth of the database's time.
const restOfArchive = 9

const archiveDetail = `It works on the database directly, beside a running service or without one, and needs the database's secret file. Each chain is checked first; one that is not intact is refused. The events and the checkpoints among them are written to FILE, which is signed like a checkpoint, and are deleted after the file is synced to the disk. In each chain the first event that is not old enough stays, with all events after it. It leaves the event audit.archive.

If it is stopped, run the same command again: it continues, and with a FILE that exists it only deletes the events in it. Keep the files for as long as the trail must be shown: rekey audit verify --archive FILE checks them together with the events in the database. The files contain what events contain, including client addresses, and no secret.`

type auditArchive struct {
	settings
	File      string           `arg:"" type:"path" help:"The archive, such as audit-2026.ndjson. A new file, or the file of a run that was stopped."`
	OlderThan config.Retention `placeholder:"AGE" xor:"age" required:"" help:"Archive events that are older, such as 365d."`
	Before    archiveTime      `placeholder:"TIME" xor:"age" required:"" help:"Archive events from before, such as 2026-01-01T00:00:00Z."`
	Tenant    string           `placeholder:"ID" help:"Only the chain of this tenant."`
}

// archiveTime is a time whose error message shows an example, where Go's own shows a layout.
type archiveTime struct{ time.Time }

// UnmarshalText reads the flag.
func (t *archiveTime) UnmarshalText(b []byte) error {
	if t.Time.UnmarshalText(b) != nil {
		return errors.New("must be a time such as 2026-01-01T00:00:00Z")
	}
	return nil
}

func (c *auditArchive) run(ctx context.Context, p *program) error {
	if c.OlderThan.Forever() {
		return errors.New("--older-than must be an age such as 365d")
	}
	return c.offline(p, func(i *service.Instance) error {
		past, err := i.Core.Audit.PastTime(ctx) // so that a clock that is ahead does not archive recent events
		if err != nil {
			return err
		}
		before := c.Before.Time
		if before.IsZero() {
			before = c.OlderThan.Before(past)
		}
		if before.After(past) {
			return errors.New("--before is in the future")
		}
		done, err := transfer.Archive{Audit: i.Core.Audit, File: c.File, Before: before, TenantID: c.Tenant, Rest: restOfArchive}.Run(setup.AsOperator(ctx, "audit archive"))
		if err != nil {
			return err
		}
		switch {
		case done.Events == 0:
			_, err = fmt.Fprintf(p.out, "No event is old enough; no file was written. %d rows of earlier archives were deleted.\n", done.Deleted)
		case done.Wrote:
			_, err = fmt.Fprintf(p.out, "%d events are in %s; %d rows were deleted.\n", done.Events, c.File, done.Deleted)
		default:
			_, err = fmt.Fprintf(p.out, "%d events were in %s already; %d rows were deleted.\n", done.Events, c.File, done.Deleted)
		}
		return err
	})
}

type auditVerify struct {
	settings
	More    []string `arg:"" optional:"" name:"file" type:"path" help:"More archives, after --archive."`
	Archive []string `placeholder:"FILE" type:"path" sep:"none" help:"Check the archive together with the events in the database. The command must run where the database can be opened. Give all archives, the oldest first."`
}

// verdict has the members of the API's answer.
type verdict struct {
	Intact   bool     `json:"intact"`
	Archived int64    `json:"archived"`
	Checked  int      `json:"checked"`
	Chains   int      `json:"chains"`
	FirstBad *badness `json:"firstBad,omitempty"`
}

type badness struct {
	TenantID string `json:"tenantId"`
	Sequence int64  `json:"sequence"`
	EventID  string `json:"eventId,omitempty"`
	Why      string `json:"why"`
}

func (c *auditVerify) run(ctx context.Context, p *program, tenantID string) error {
	var files []io.Reader
	for _, name := range slices.Concat(c.Archive, c.More) {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }()
		files = append(files, f)
	}
	var out verdict
	err := c.offline(p, func(i *service.Instance) error {
		found, err := transfer.VerifyArchive(setup.AsOperator(ctx, "audit verify"), i.Core.Audit, tenantID, files...)
		if err != nil {
			return err
		}
		out = verdict{Intact: found.Flaw == nil, Archived: found.Archived, Checked: found.Checked, Chains: found.Chains}
		if b := found.Flaw; b != nil {
			out.FirstBad = &badness{TenantID: b.TenantID, Sequence: b.Sequence, EventID: b.EventID, Why: string(b.Why)}
		}
		return nil
	})
	if err != nil {
		return err
	}
	e := json.NewEncoder(p.out)
	e.SetIndent("", "  ")
	if err := e.Encode(out); err != nil || out.Intact {
		return err
	}
	return errNotIntact
}
