package main

import (
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"runtime"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/core/tenants"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// The clients of a run.
const (
	loginClients = 16 // log in while links are validated
	setClients   = 8  // set passwords at once
	linkClients  = 16 // validate links in a closed loop
	linkCount    = 500
)

// unlimited is a hash limit that no run reaches.
const unlimited = 10_000

// swallow accepts every message: the speed of a mail server is not measured here.
type swallow struct{}

func (swallow) Send(context.Context, outbox.Outgoing) (string, error) { return "250 accepted", nil }

// open builds the service as it runs in production, but for the limits on what one
// client may ask: all load comes from one address.
func open(ctx context.Context, r role, log io.Writer, migrate bool, mail outbox.Sender, opened ...func(*store.Store)) (*service.Instance, error) {
	keyring, err := secret.NewKeyring(r.Secret)
	if err != nil {
		return nil, err
	}
	limit := runtime.NumCPU()
	if !r.Limited {
		limit = unlimited
	}
	parts := service.Parts{
		Config: &config.Config{
			PublicURL: "http://127.0.0.1", DatabaseURL: r.DatabaseURL, Profile: config.Production, Product: "Rekey",
			HashLimit: limit, HashQueue: 64, InFlight: 512, PerMinute: 1_000_000_000,
		},
		Clock: clock.System{}, Keyring: keyring, Log: slog.New(slog.NewJSONHandler(log, nil)),
		Hash: passhash.Default(), Surfaces: service.Surfaces(), Email: mail,
	}
	for _, look := range opened {
		parts.Opened = look
	}
	return service.Open(ctx, parts, migrate)
}

func serveRekey(ctx context.Context, r role) (http.Handler, func(), error) {
	runtime.GOMAXPROCS(runtime.NumCPU())
	if r.Limited {
		runtime.GOMAXPROCS(passhash.SchedulerThreads(runtime.NumCPU()))
	}
	i, err := open(ctx, r, os.Stderr, false, swallow{})
	if err != nil {
		return nil, nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() { defer close(ended); i.Run(ctx) }()
	return i, func() { cancel(); <-ended; _ = i.Close() }, nil
}

// seed is what the clients know.
type seed struct {
	Key     string   // of an API client who may set passwords
	Links   []string // keys of live reset links
	Lookups []string // the digests of these keys, as they are stored
	Users   []string // user names, each with the password below
	IDs     []string // their ids
}

const password = "a bench of old grey wood"

// plant fills the database: people who log in, and people with a live link.
func plant(ctx context.Context, r role) (*seed, error) {
	var rows *store.Store
	i, err := open(ctx, r, io.Discard, true, swallow{}, func(st *store.Store) { rows = st })
	if err != nil {
		return nil, err
	}
	defer func() { _ = i.Close() }()
	ctx = caller.Into(ctx, caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
	t, err := i.Core.Tenants.CreateTenant(ctx, tenants.CreateTenantInput{
		ApplicationName: "Measured", Name: "Measured", Default: true, Settings: models.DefaultSettings(),
	})
	if err != nil {
		return nil, err
	}
	key, err := i.Core.Keys.CreateAPIKey(ctx, keys.CreateAPIKeyInput{
		Name: "bench", Boundary: models.BoundaryApplication, ApplicationID: t.ApplicationID, Permissions: []string{"*"},
		RequestsPerMinute: new(1_000_000), RequestsAtOnce: new(10_000),
	})
	if err != nil {
		return nil, err
	}
	out := &seed{Key: key.Key.Reveal()}
	pw, err := secret.NewPassword(password)
	if err != nil {
		return nil, err
	}
	for n := range loginClients + setClients {
		u, err := person(ctx, i, t, fmt.Sprintf("user%d", n), pw)
		if err != nil {
			return nil, err
		}
		out.Users, out.IDs = append(out.Users, u.Username), append(out.IDs, u.ID)
	}
	for n := range linkCount {
		if err := out.addLink(ctx, i, rows, t, n); err != nil {
			return nil, err
		}
	}
	return out, i.Settle(ctx)
}

func person(ctx context.Context, i *service.Instance, t *tenants.Tenant, name string, pw secret.Password) (*core.User, error) {
	return i.Core.Accounts.CreateUser(ctx, accounts.CreateUserInput{
		TenantID: t.ID, Username: name, Email: name + "@example.test", Verified: true, Password: pw,
	})
}

func (s *seed) addLink(ctx context.Context, i *service.Instance, rows *store.Store, t *tenants.Tenant, n int) error {
	u, err := person(ctx, i, t, fmt.Sprintf("link%d", n), secret.Password{})
	if err != nil {
		return err
	}
	ticket, err := i.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{
		UserID: u.ID, Purpose: models.PurposeReset, Medium: models.MediumReturned, Form: models.ProofKey,
	})
	if err != nil {
		return err
	}
	row, err := rows.Read(ctx).FindTicketByID(ticket.Ticket.ID)
	if err != nil {
		return err
	}
	s.Links = append(s.Links, ticket.Secret.Reveal())
	s.Lookups = append(s.Lookups, hex.EncodeToString(row.Lookup))
	return nil
}
