package surface

import (
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/audit"
	"github.com/rekeyhq/rekey/impl/core/factors"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/core/tenants"
	"github.com/rekeyhq/rekey/impl/core/tickets"
)

// Core is the core as surfaces see it: use cases, by their rooms.
type Core struct {
	Tickets   *tickets.UseCases
	Passwords *passwords.UseCases
	Logins    *logins.UseCases
	Factors   *factors.UseCases
	Accounts  *accounts.UseCases
	Tenants   *tenants.UseCases
	Keys      *keys.UseCases
	Audit     *audit.UseCases
}
