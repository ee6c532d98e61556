// Package doctor examines an installation from outside, as an operator would, and reports for
// each part whether it is in order, and what to do if it is not.
//
// A Doctor is one examination; each Finding of its report has a State and a sentence for the
// operator. The command doctor of cmd/rekey calls it.
//
// It works where the service does not start: a part that cannot be examined is a finding and not
// an error. It changes nothing and sends nothing, and its texts contain no secret and name users
// by their ids. Rules are not repeated here: it calls those of config, identifier and keycheck.
package doctor

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/hostname"
	"github.com/rekeyhq/rekey/impl/keycheck"
	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// State tells how serious a finding is.
type State string

// The states.
const (
	OK   State = "ok"
	Warn State = "warn"
	Fail State = "fail"
)

// Finding is one line of the report.
type Finding struct {
	State State
	About string
	Text  string // a sentence, which for Warn and Fail says what to do
}

// Doctor is one examination; every field but Checkpoints is required.
type Doctor struct {
	Config      *config.Config
	ConfigErr   error // the error of reading the configuration
	Clock       clock.Clock
	Log         *slog.Logger
	Checkpoints string // a file with checkpoints of the audit trail, such as a log; empty: none is compared
}

// timeout is the deadline of each check that connects to another machine.
const timeout = 15 * time.Second

// Examine runs every check. It changes nothing and sends nothing.
func (d Doctor) Examine(ctx context.Context) []Finding {
	out := d.configuration()
	keyring, finding := d.secretFile()
	out = append(out, finding)
	out = append(out, d.database(ctx, keyring)...)
	out = append(out, d.mail(ctx))
	if path, ok := setup.DatabaseFile(d.Config.DatabaseURL); ok {
		out = append(out, disk(path))
	}
	return out
}

// Healthy tells whether no check failed.
func Healthy(findings []Finding) bool {
	for _, f := range findings {
		if f.State == Fail {
			return false
		}
	}
	return true
}

func (d Doctor) configuration() []Finding {
	var out []Finding
	for _, err := range Each(errors.Join(d.ConfigErr, d.Config.CheckServe())) {
		out = append(out, Finding{Fail, "configuration", err.Error()})
	}
	switch {
	case len(out) > 0:
	case d.Config.Profile == config.Development:
		out = append(out, Finding{Warn, "configuration", "the development profile shows every mail to anyone who can reach the service; set REKEY_PROFILE=production"})
	default:
		out = append(out, Finding{OK, "configuration", "complete"})
	}
	return out
}

// Each returns the errors that errors.Join joined.
func Each(err error) []error {
	if err == nil {
		return nil
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var out []error
	for _, e := range joined.Unwrap() {
		out = append(out, Each(e)...)
	}
	return out
}

func (d Doctor) secretFile() (*secret.Keyring, Finding) {
	keyring, err := secret.LoadKeyring(d.Config.SecretFile)
	if err != nil {
		return nil, Finding{Fail, "secret file", err.Error()}
	}
	return keyring, Finding{OK, "secret file", "readable by its owner only; keep a copy: without it no password can be checked"}
}

func (d Doctor) database(ctx context.Context, keyring *secret.Keyring) []Finding {
	failed := func(err error) []Finding { return []Finding{{Fail, "database", err.Error()}} }
	if err := setup.RequireDatabase(d.Config.DatabaseURL); err != nil {
		return failed(err)
	}
	whole := ctx
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	st, err := store.Open(ctx, store.Options{URL: d.Config.DatabaseURL, Clock: d.Clock, Log: d.Log})
	if err != nil {
		return failed(err)
	}
	defer func() { _ = st.Close() }()
	out := []Finding{{OK, "database", st.Dialect() + " answers"}}
	if path, ok := setup.DatabaseFile(d.Config.DatabaseURL); ok {
		if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
			out = append(out, Finding{Warn, "database", fmt.Sprintf("%s is readable by others; run: chmod 600 %s*", path, path)})
		}
	}
	out = append(out, servers(ctx, st)...)
	found, current := schema(ctx, st)
	out = append(out, found...)
	if current {
		if err := st.Ready(ctx); err != nil {
			out = append(out, Finding{Fail, "database", "it accepts no changes: " + store.ForOperator(err)})
		}
		out = append(out, d.publicHost(ctx, st)...)
		out = append(out, identifiers(whole, st)...)
		if d.Checkpoints != "" {
			out = append(out, d.checkpoints(whole, st)...)
		}
	}
	if current && keyring != nil {
		out = append(out, keys(whole, keycheck.Checker{Store: st, Keyring: keyring}))
	}
	return append(out, d.clocks(ctx, st))
}

// publicHost reports a tenant that has the host of the public URL although no platform key set
// it: the host was added before hosts had to be proven, or when the public URL was another one.
func (d Doctor) publicHost(ctx context.Context, st *store.Store) []Finding {
	h, err := st.Read(ctx).FindHost(hostname.OfURL(d.Config.PublicURL))
	switch {
	case errors.Is(err, store.ErrNotFound) || err == nil && h.Basis == models.HostPlatform:
		return nil
	case err != nil:
		return []Finding{{Fail, "hosts", "the hosts of the tenants cannot be read: " + store.ForOperator(err)}}
	}
	return []Finding{{Warn, "hosts", fmt.Sprintf("tenant %s lists %s, the host of REKEY_PUBLIC_URL, and no platform key set it: requests to it act in the "+
		"default tenant; find out who listed it, then run rekey tenants update --hosts with a platform key, and list the host only if that is intended", h.TenantID, h.Host)}}
}

// keys checks that the secret file belongs to this database.
func keys(ctx context.Context, c keycheck.Checker) Finding {
	r, err := c.Report(ctx)
	switch {
	case err != nil:
		return Finding{Fail, "secret key", err.Error()}
	case !r.Complete:
		return Finding{Warn, "secret key", r.Text}
	}
	return Finding{OK, "secret key", r.Text}
}

// schema checks that this binary can use the schema. Only then the other checks can read
// the tables.
func schema(ctx context.Context, st *store.Store) (out []Finding, current bool) {
	found, err := st.Schema(ctx)
	if err != nil {
		return []Finding{{Fail, "schema", "its version cannot be read: " + store.ForOperator(err)}}, false
	}
	text := fmt.Sprintf("version %d", found.Version)
	switch err := found.Check(); {
	case errors.Is(err, store.ErrNewerSchema):
		return []Finding{{Fail, "schema", fmt.Sprintf("%s, made for binaries that know version %d; this binary knows only %d; run the newer binary", text, found.Floor, found.Needed)}}, false
	case err != nil:
		return []Finding{{Fail, "schema", fmt.Sprintf("%s, this binary needs %d; run: rekey migrate up", text, found.Needed)}}, false
	case found.Newer():
		text += fmt.Sprintf(", and this binary, which knows %d, may serve beside newer ones", found.Needed)
	}
	out = []Finding{{OK, "schema", text}}
	some, err := st.Read(ctx).HasAPIKey()
	switch {
	case err != nil:
		out = append(out, Finding{Fail, "keys", "the API keys cannot be read: " + store.ForOperator(err)})
	case !some:
		out = append(out, Finding{Warn, "keys", "there is no API key, so no client can call the service; run: rekey init"})
	}
	return out, true
}

// clocks compares the clock of this machine with the database's. Times in tokens and tickets
// come from this machine, and other nodes of the same database differ from it by about as much.
func (d Doctor) clocks(ctx context.Context, st *store.Store) Finding {
	ahead, err := st.Ahead(ctx)
	if err != nil {
		return Finding{Warn, "clock", "the database's time cannot be read: " + err.Error()}
	}
	text := fmt.Sprintf("differs from the database's by %s", ahead.Abs().Round(time.Millisecond))
	switch clock.SkewOf(ahead) {
	case clock.FarApart:
		return Finding{Fail, "clock", text + "; synchronise both with NTP"}
	case clock.Differ:
		return Finding{Warn, "clock", text + "; synchronise both with NTP"}
	}
	return Finding{OK, "clock", text}
}

func (d Doctor) mail(ctx context.Context) Finding {
	if d.Config.SMTPURL == "" {
		if d.Config.Profile == config.Development {
			return Finding{OK, "mail", "kept in memory, at /dev/mailbox"}
		}
		return Finding{Fail, "mail", "no mail server is configured; set REKEY_SMTP_URL"}
	}
	if d.Config.SMTP == nil {
		return Finding{Fail, "mail", "not examined, since its settings cannot be read"}
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	sender, err := outbox.NewSMTP(*d.Config.SMTP)
	if err == nil {
		err = sender.Check(ctx)
	}
	if err != nil {
		return Finding{Fail, "mail", "REKEY_SMTP_URL: " + err.Error()}
	}
	return Finding{OK, "mail", "the mail server accepts the login; nothing was sent"}
}
