package transfer

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

const (
	maxLine   = 256 << 10
	batchSize = 100 // users per transaction
)

// Import reads users from JSON lines. Tenant and Batch may be empty.
type Import struct {
	Accounts     *accounts.UseCases
	From         io.Reader
	Tenant       string // id or name, for lines without a tenant; empty: the default tenant
	DryRun       bool   // check everything, write nothing
	SkipExisting bool   // a line whose user name the tenant has already is skipped, not refused
	MaxErrors    int    // stop after this number of refused lines
	Refuse       func(line int, why error)
	Batch        func(Imported) // is called after each batch
}

// Imported counts lines.
type Imported struct {
	Users   int // imported, or in a dry run importable
	Mute    int // of these, users without a verified e-mail address, who receive no mail
	Skipped int // users that existed already
	Refused int
}

// ErrTooManyRefused ends an import early.
var ErrTooManyRefused = errors.New("too many lines were refused; the rest was not read")

// importer is one run.
type importer struct {
	Import
	done    Imported
	tenants map[string]string // id of the tenant by the id or name in a line
	seen    map[uint64]int    // number of the line by name or address
	lines   []int             // numbers of the batch's lines
	batch   []accounts.ImportUser
}

// Run reads the lines in batches. Each refused line is reported to Refuse; the others are
// imported nevertheless.
func (in Import) Run(ctx context.Context) (Imported, error) {
	if in.Accounts == nil || in.From == nil || in.Refuse == nil || in.MaxErrors < 1 {
		return Imported{}, errors.New("transfer: Accounts, From, Refuse and MaxErrors are required")
	}
	r := &importer{Import: in, tenants: map[string]string{}, seen: map[uint64]int{}}
	lines := bufio.NewScanner(in.From)
	lines.Buffer(make([]byte, 0, 4096), maxLine)
	n := 0
	for lines.Scan() {
		n++
		raw := lines.Bytes()
		if n == 1 {
			raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
		}
		if len(bytes.TrimSpace(raw)) == 0 {
			continue
		}
		if err := r.add(ctx, n, raw); err != nil {
			return r.done, err
		}
	}
	if err := r.flush(ctx); err != nil {
		return r.done, err
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return r.done, fmt.Errorf("line %d has more than 256 KiB; nothing after it was read", n+1)
	}
	return r.done, lines.Err()
}

func (r *importer) add(ctx context.Context, n int, raw []byte) error {
	l, err := parse(raw)
	if err != nil {
		return r.refuse(n, err)
	}
	tenantID, err := r.tenant(ctx, l)
	if errors.Is(err, errTenant) {
		return r.refuse(n, err)
	}
	if err != nil {
		return err
	}
	if first, ok := r.duplicateOf(n, tenantID, l); ok {
		return r.refuse(n, fmt.Errorf("its name, an id or an address is the name, an id or an address of line %d", first))
	}
	r.lines, r.batch = append(r.lines, n), append(r.batch, l.user(tenantID))
	if len(r.batch) < batchSize {
		return nil
	}
	return r.flush(ctx)
}

func (r *importer) flush(ctx context.Context) error {
	if len(r.batch) == 0 {
		return nil
	}
	write := r.Accounts.ImportUsers
	if r.DryRun {
		write = r.Accounts.CheckImport
	}
	refused, err := write(ctx, r.batch)
	if err != nil {
		return fmt.Errorf("lines %d to %d: %w", r.lines[0], r.lines[len(r.lines)-1], err)
	}
	for i, why := range refused {
		switch {
		case why == nil:
			r.done.Users++
			if !r.batch[i].Directory && !slices.ContainsFunc(r.batch[i].Emails, func(a accounts.UserAddress) bool { return a.Verified }) {
				r.done.Mute++
			}
			continue
		case r.SkipExisting && (errors.Is(why, core.ErrNameTaken) || errors.Is(why, core.ErrExternalIDTaken)):
			there, err := r.Accounts.HasUsername(ctx, r.batch[i].TenantID, r.batch[i].Username)
			if err != nil {
				return err
			}
			if there {
				r.done.Skipped++
				continue
			}
		}
		if err := r.refuse(r.lines[i], describe(why)); err != nil {
			return err
		}
	}
	r.lines, r.batch = r.lines[:0], r.batch[:0]
	if r.Batch != nil {
		r.Batch(r.done)
	}
	return nil
}

func (r *importer) refuse(n int, why error) error {
	r.done.Refused++
	r.Refuse(n, why)
	if r.done.Refused >= r.MaxErrors {
		return ErrTooManyRefused
	}
	return nil
}

// describe returns a fault as a text for the operator, with the broken rule. The causes of an
// import's faults give bounds and formats, never values.
func describe(err error) error {
	f := fault.From(err)
	text := f.Message
	for _, v := range f.Violations {
		text += " " + v.Message
	}
	if f.Cause() != nil && len(f.Violations) == 0 {
		return fmt.Errorf("%s (%w)", text, f.Cause())
	}
	return errors.New(text)
}

var errTenant = errors.New("there is no such tenant, or several of that name")

// tenant finds the tenant of a line: by id, else by name. Each is looked up once.
func (r *importer) tenant(ctx context.Context, l *line) (string, error) {
	key := l.TenantID + "\n" + l.Tenant
	if id, ok := r.tenants[key]; ok {
		return id, nil
	}
	byID, byName := l.TenantID, l.Tenant
	if byID == "" && byName == "" {
		byID, byName = r.Tenant, r.Tenant
	}
	id, err := r.Accounts.FindImportTenant(ctx, byID, byName)
	if errors.Is(err, core.ErrTenantNotFound) {
		return "", errTenant
	}
	if err != nil {
		return "", err
	}
	r.tenants[key] = id
	return id, nil
}

// duplicateOf finds an earlier line with the same name, address or id. A name also counts as an
// address, since the core refuses a name that is the address of another user.
func (r *importer) duplicateOf(n int, tenantID string, l *line) (int, bool) {
	keys := map[uint64]bool{}
	add := func(kind models.AddressKind, value string) {
		if canonical, ok := identifier.Canonical(value); ok {
			if number, err := identifier.Phone(value); kind == models.AddressPhone && err == nil {
				canonical = number
			}
			d := secret.Sum(string(kind), tenantID, canonical)
			keys[binary.BigEndian.Uint64(d[:8])] = true // with 8 bytes each, millions of lines fit in memory
		}
	}
	add(models.AddressEmail, l.Username)
	for _, a := range addresses(l.Email, false, l.Emails) {
		add(models.AddressEmail, a.Value)
	}
	for _, a := range addresses(l.Phone, false, l.Phones) {
		add(models.AddressPhone, a.Value)
	}
	addID := func(scope, id string) {
		d := secret.Sum("id", scope, id)
		keys[binary.BigEndian.Uint64(d[:8])] = true
	}
	if l.ID != "" {
		addID("", l.ID)
	}
	if id, err := uuid.Parse(l.ExternalID); err == nil && len(l.ExternalID) == 36 {
		addID("", id.String()) // an id in the form of a native one is unique in the installation
	} else if l.ExternalID != "" {
		addID(tenantID, l.ExternalID)
	}
	for k := range keys {
		if first, ok := r.seen[k]; ok {
			return first, true
		}
	}
	for k := range keys {
		r.seen[k] = n
	}
	return 0, false
}
