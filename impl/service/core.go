package service

import (
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/audit"
	"github.com/rekeyhq/rekey/impl/core/factors"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/core/restore"
	"github.com/rekeyhq/rekey/impl/core/tenants"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/hostname"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/surface"
)

// buildCore builds the kernel and the rooms around it. Each room gets only what it uses.
func (i *Instance) buildCore(p Parts, st *store.Store) (*surface.Core, error) {
	list, breached, err := passwordLists(p.Config)
	if err != nil {
		return nil, err
	}
	kernel, err := core.New(core.Deps{
		Store: st, Hasher: i.Hasher, Blocklist: list, Breached: breached, Keyring: p.Keyring, Clock: p.Clock,
		PublicURL: p.Config.PublicURL, Product: p.Config.Product,
		TrialLinks: p.Config.Profile == config.Development, CountTicket: i.countTicket,
	})
	if err != nil {
		return nil, err
	}
	out := &surface.Core{}
	if out.Tickets, err = tickets.New(tickets.Deps{
		Kernel: kernel, Store: st, Keyring: p.Keyring, Clock: p.Clock, Wake: i.wakeJobs, Refused: i.countRefusal,
	}); err != nil {
		return nil, err
	}
	if out.Passwords, err = passwords.New(passwords.Deps{
		Kernel: kernel, Store: st, Hasher: i.Hasher, Blocklist: list, Breached: breached, Clock: p.Clock, Wake: i.wakeJobs, Refused: i.countRefusal,
	}); err != nil {
		return nil, err
	}
	if out.Logins, err = logins.New(logins.Deps{
		Kernel: kernel, Store: st, Keyring: p.Keyring, Clock: p.Clock, Wake: i.wakeJobs, Refused: i.countRefusal, Ended: i.countLogin,
	}); err != nil {
		return nil, err
	}
	if out.Factors, err = factors.New(factors.Deps{
		Kernel: kernel, Store: st, Keyring: p.Keyring, Clock: p.Clock, Product: p.Config.Product, Wake: i.wakeJobs,
	}); err != nil {
		return nil, err
	}
	if out.Accounts, err = accounts.New(accounts.Deps{
		Kernel: kernel, Store: st, Hasher: i.Hasher, Keyring: p.Keyring, Clock: p.Clock, Wake: i.wakeJobs, Refused: i.countRefusal,
	}); err != nil {
		return nil, err
	}
	if out.Tenants, err = tenants.New(tenants.Deps{
		Kernel: kernel, Store: st,
		PublicHost: hostname.OfURL(p.Config.PublicURL), HostRecords: hostname.NewResolver(p.Config.DNSServer).Records,
	}); err != nil {
		return nil, err
	}
	if out.Keys, err = keys.New(keys.Deps{
		Kernel: kernel, Store: st, NewSigningKey: i.Access.NewSigningKey, RereadSigningKeys: i.Access.Reread,
	}); err != nil {
		return nil, err
	}
	if i.Restore, err = restore.New(restore.Deps{Kernel: kernel, Store: st, RereadSigningKeys: i.Access.Reread}); err != nil {
		return nil, err
	}
	out.Audit, err = audit.New(audit.Deps{
		Kernel: kernel, Store: st, Keyring: p.Keyring, Clock: p.Clock, PublicURL: p.Config.PublicURL,
		Attest: i.Access.Attest, ReadAttested: i.Access.ReadAttested,
	})
	return out, err
}
