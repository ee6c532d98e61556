package core

import (
	"context"
	"errors"
	"net/url"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/hostname"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Deps are what the kernel needs; all but Breached, TrialLinks and CountTicket are required.
type Deps struct {
	Store     *store.Store
	Hasher    *passhash.Hasher
	Blocklist *policy.Blocklist
	Keyring   *secret.Keyring
	Clock     clock.Clock
	PublicURL string // where the hosted pages are; links are built from it alone
	Product   string // the service's name, in mails and as a context word
	// Breached looks a password up among those known from breaches. If it is nil, there is
	// no look-up, and no policy may ask for one.
	Breached func(context.Context, secret.Password) (bool, error)
	// TrialLinks allows link templates to example.com and to this machine where the tenant has no
	// allow-list. In production no template is allowed unless an operator says so.
	TrialLinks bool
	// CountTicket counts for metrics that a ticket reached a state; nil: nothing is counted.
	CountTicket func(models.TicketState, models.Purpose, models.Medium)
}

// Kernel has the steps that several use cases share. The rooms of the core call it; nothing above
// the core does.
type Kernel struct {
	store      *store.Store
	hasher     *passhash.Hasher
	blocklist  *policy.Blocklist
	keyring    *secret.Keyring
	clock      clock.Clock
	publicURL  string
	publicHost string // of publicURL
	product    string
	isBreached func(context.Context, secret.Password) (bool, error)
	queues     *tryQueues
	trialLinks bool
	tally      func(models.TicketState, models.Purpose, models.Medium)
}

// New returns a kernel, or an error if a required part is missing.
func New(d Deps) (*Kernel, error) {
	u, err := url.Parse(d.PublicURL)
	if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") {
		return nil, errors.New("core: PublicURL must be an absolute http or https URL")
	}
	if d.Store == nil || d.Hasher == nil || d.Blocklist == nil || d.Keyring == nil || d.Clock == nil || d.Product == "" {
		return nil, errors.New("core: Store, Hasher, Blocklist, Keyring, Clock and Product are required")
	}
	return &Kernel{
		store: d.Store, hasher: d.Hasher, blocklist: d.Blocklist, keyring: d.Keyring, clock: d.Clock,
		publicURL: d.PublicURL, publicHost: hostname.OfURL(d.PublicURL), product: d.Product,
		isBreached: d.Breached, queues: newTryQueues(), trialLinks: d.TrialLinks, tally: d.CountTicket,
	}, nil
}
