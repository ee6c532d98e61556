// Package lifecycle is the core: one use case a file. Every path that sets a
// password ends in replace_credential.go, in one transaction.
package lifecycle

import (
	"context"
	"errors"
	"net/url"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/hostname"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Deps are what the core needs; all but Breached are required.
type Deps struct {
	Store     *store.Store
	Hasher    *passhash.Hasher
	Blocklist *policy.Blocklist
	Keyring   *secret.Keyring
	Clock     clock.Clock
	PublicURL string       // where the hosted pages are; links are built from it alone
	Product   string       // the service's name, in mails and as a context word
	Wake      func()       // tells the workers that something was queued
	Refused   func(Budget) // counts what a budget refuses
	// HostRecords reads for a tenant what a host's record in the DNS says: nothing if there is none.
	HostRecords func(ctx context.Context, tenantID, host string) ([]string, error)

	// Attest signs a statement of a type with the keys that are published; Attested gives
	// back what was signed so, or nothing.
	Attest   func(ctx context.Context, kind string, statement []byte) (string, error)
	Attested func(ctx context.Context, kind, signed string) ([]byte, error)
	// NewSigningKey generates one of those keys; RereadSigningKeys has this server read
	// them again, which others do within a minute.
	NewSigningKey     func() (*models.SigningKey, error)
	RereadSigningKeys func()
	// Breached looks a password up among those known from breaches; nil: there is no
	// look-up, and no policy may ask for it.
	Breached func(context.Context, secret.Password) (bool, error)
}

// Core decides. It hands nothing of what it works with to its callers.
type Core struct {
	store             *store.Store
	hasher            *passhash.Hasher
	blocklist         *policy.Blocklist
	keyring           *secret.Keyring
	clock             clock.Clock
	publicURL         string
	product           string
	wake              func()
	refused           func(Budget)
	hostRecords       func(ctx context.Context, tenantID, host string) ([]string, error)
	attest            func(ctx context.Context, kind string, statement []byte) (string, error)
	attested          func(ctx context.Context, kind, signed string) ([]byte, error)
	newSigningKey     func() (*models.SigningKey, error)
	rereadSigningKeys func()
	isBreached        func(context.Context, secret.Password) (bool, error) // nil: there is no look-up

	turns      *turns
	publicHost string // of PublicURL
}

// New checks that nothing is missing.
func New(d Deps) (*Core, error) {
	u, err := url.Parse(d.PublicURL)
	if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") {
		return nil, errors.New("lifecycle: PublicURL must be an absolute http or https URL")
	}
	if d.Store == nil || d.Hasher == nil || d.Blocklist == nil || d.Keyring == nil ||
		d.Clock == nil || d.Product == "" || d.Wake == nil || d.Refused == nil || d.HostRecords == nil || d.Attest == nil || d.Attested == nil ||
		d.NewSigningKey == nil || d.RereadSigningKeys == nil {
		return nil, errors.New("lifecycle: Store, Hasher, Blocklist, Keyring, Clock, Product, Wake, Refused, HostRecords, Attest, Attested, NewSigningKey and RereadSigningKeys are required")
	}
	return &Core{
		store: d.Store, hasher: d.Hasher, blocklist: d.Blocklist, keyring: d.Keyring, clock: d.Clock,
		publicURL: d.PublicURL, product: d.Product, wake: d.Wake, refused: d.Refused, hostRecords: d.HostRecords,
		attest: d.Attest, attested: d.Attested, newSigningKey: d.NewSigningKey, rereadSigningKeys: d.RereadSigningKeys,
		isBreached: d.Breached, turns: newTurns(), publicHost: hostname.OfURL(d.PublicURL),
	}, nil
}

// subject is a user with what decides about him.
type subject struct {
	user       *models.User
	tenant     *models.Tenant
	credential *models.Credential
	claims     []string // addresses of somebody who is no user yet; nil: those on record
	unanswered bool     // the breach look-up, for the audit trail
	flaw       error    // why the stored hash cannot be verified, for the audit trail
}

// subject reads a user to whom the caller is going to do something: one that he
// reaches, and who holds no more than he does. Otherwise a password, a link or a lock
// would be a way up (CVE-2025-23391, CVE-2026-55077). Everybody may do to himself what
// his boundary admits.
func (c *Core) subject(ctx context.Context, userID string) (*subject, error) {
	s, err := c.seen(ctx, userID)
	if err != nil {
		return nil, err
	}
	return s, s.mayActOn(ctx)
}

// seen reads a user that the caller reaches; one he does not reach is answered like one
// that does not exist. It is for use cases that only read, and for those that ask for
// a proof that only the user himself can give; tests/shape keeps their list.
func (c *Core) seen(ctx context.Context, userID string) (*subject, error) {
	rd := c.store.Read(ctx)
	s, err := readUser(rd, userID)
	if err != nil {
		return nil, err
	}
	if !caller.From(ctx).InScope(s.user.ApplicationID, s.user.TenantID, s.user.ID) {
		return nil, ErrUserNotFound
	}
	s.tenant, err = rd.FindTenant(s.user.TenantID)
	return s, err
}

// tenant is the one an unaddressed request acts in: the caller's own, else the one
// that the request's host selects, else the default.
func (c *Core) tenant(ctx context.Context) (*models.Tenant, error) {
	who, rd := caller.From(ctx), c.store.Read(ctx)
	var t *models.Tenant
	var err error
	switch {
	case who.TenantID != "":
		t, err = rd.FindTenant(who.TenantID)
	case who.ApplicationID != "":
		t, err = rd.FindTenantOf(who.ApplicationID)
	default:
		t, err = c.hostedTenant(rd, who.Host)
	}
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrTenantNotFound
	}
	return t, err
}

// event is the audit line of what the caller does to a subject.
func event(ctx context.Context, action models.Action, t *models.Tenant, userID string) *models.Event {
	who := caller.From(ctx)
	e := &models.Event{
		UserID: userID, Action: action, Outcome: models.OutcomeDone,
		ActorKind: who.Kind, ActorID: who.ID,
		Surface: who.Surface, RequestID: who.RequestID, Source: who.Source,
	}
	if t != nil {
		e.ApplicationID, e.TenantID = t.ApplicationID, t.ID
	}
	return e
}

// ownTenant is a tenant that the caller reaches; without an id it is his own.
func (c *Core) ownTenant(ctx context.Context, tenantID string) (*models.Tenant, error) {
	if tenantID == "" {
		return c.tenant(ctx)
	}
	t, err := c.store.Read(ctx).FindTenant(tenantID)
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrTenantNotFound
	}
	if err != nil {
		return nil, err
	}
	who := caller.From(ctx)
	if who.Kind == caller.Anonymous { // he may name the one in which he acts anyway
		selected, err := c.tenant(ctx)
		if err == nil && selected.ID != t.ID {
			err = ErrTenantNotFound
		}
		return t, err
	}
	if !who.InScope(t.ApplicationID, t.ID, who.ID) || who.OnlyHimself() && who.TenantID != t.ID {
		return nil, ErrTenantNotFound
	}
	return t, nil
}
