package setup

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"unicode/utf8"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/core/tenants"
	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/store"
)

// Init creates a new installation; every field is required.
type Init struct {
	Config      *config.Config
	ConfigFile  string // where the settings are written
	Application string // names of the first application and tenant
	Tenant      string
	Log         *slog.Logger
}

// Initialised is what Run created. Its key is shown once.
type Initialised struct {
	Key         *keys.CreatedAPIKey
	Tenant      *tenants.Tenant
	Steps       int  // migrations that were applied
	WroteSecret bool // false: the file existed already
	WroteConfig bool
}

// ErrInitialised means that the database has API keys already.
var ErrInitialised = errors.New("the database has API keys already; nothing was changed")

// Run creates the secret file, the settings file, the schema, the first application and
// tenant, and the first owner key, in an order in which it can be repeated after a failure.
func Run(ctx context.Context, in Init) (*Initialised, error) {
	c := *in.Config
	if c.PublicURL != "" {
		if err := c.CheckPublicURL(); err != nil {
			return nil, err
		}
	}
	if in.Application == "" || in.Tenant == "" || utf8.RuneCountInString(in.Application) > 200 || utf8.RuneCountInString(in.Tenant) > 200 {
		return nil, errors.New("the names of application and tenant must have 1 to 200 characters")
	}
	var err error
	if c.DatabaseURL, err = absolute(c.DatabaseURL); err != nil {
		return nil, err
	}
	if c.SecretFile, err = filepath.Abs(c.SecretFile); err != nil {
		return nil, err
	}
	if err := untouched(ctx, &c, in.Log); err != nil {
		return nil, err
	}
	if err := belongs(ctx, &c, in.Log); err != nil {
		return nil, err
	}
	out := &Initialised{}
	if out.WroteSecret, err = WriteSecret(c.SecretFile); err != nil {
		return nil, fmt.Errorf("the secret file: %w", err)
	}
	keyring, err := secret.LoadKeyring(c.SecretFile)
	if err != nil {
		return nil, err
	}
	if out.WroteConfig, err = writeNew(in.ConfigFile, []byte(configText(given(&c)))); err != nil {
		return nil, fmt.Errorf("the settings file:  %w", err)
	}
	if out.Steps, err = MigrateUp(ctx, &c, in.Log); err != nil {
		return nil, err
	}
	return out, out.populate(ctx, &c, keyring, in)
}

// untouched returns an error if the database holds data that could be overwritten or
// duplicated.
func untouched(ctx context.Context, c *config.Config, log *slog.Logger) error {
	if errors.Is(RequireDatabase(c.DatabaseURL), ErrNoDatabase) {
		return nil
	}
	st, err := store.Open(ctx, store.Options{URL: c.DatabaseURL, Clock: clock.System{}, Log: log})
	if err != nil {
		return err
	}
	defer func() { _ = st.Close() }()
	schema, err := st.Schema(ctx)
	if err != nil || schema.Version == 0 {
		return err
	}
	if err := schema.Check(); err != nil {
		return err
	}
	found, err := st.Read(ctx).HasAPIKey()
	if err == nil && found {
		err = ErrInitialised
	}
	return err
}

// belongs returns an error, before anything is created, if the database belongs to another
// secret file, as one that an earlier run did not finish.
func belongs(ctx context.Context, c *config.Config, log *slog.Logger) error {
	if errors.Is(RequireDatabase(c.DatabaseURL), ErrNoDatabase) {
		return nil
	}
	_, err := Status(ctx, c, log)
	return err
}

// given returns the values that the new settings file contains.
func given(c *config.Config) map[string]string {
	values := map[string]string{
		"REKEY_PUBLIC_URL": c.PublicURL, "REKEY_DATABASE_URL": c.DatabaseURL, "REKEY_SECRET_FILE": c.SecretFile,
		"REKEY_SMTP_URL": c.SMTPURL, "REKEY_SMTP_CA": c.SMTPCA,
	}
	for _, s := range config.Settings() {
		if s.Name == "REKEY_ADDR" && c.Addr != s.Default {
			values[s.Name] = c.Addr
		}
		if s.Name == "REKEY_PROFILE" && c.Profile != s.Default {
			values[s.Name] = c.Profile
		}
	}
	return values
}

// Offline opens an instance for a command. It needs neither a public URL nor a mail server,
// since it serves no requests and sends no mail.
func Offline(ctx context.Context, c *config.Config, keyring *secret.Keyring, log *slog.Logger) (*service.Instance, error) {
	offline := *c
	if offline.PublicURL == "" {
		offline.PublicURL = "https://rekey.invalid" // RFC 6761 section 6.4
	}
	offline.Profile = config.Production // without the development mailbox
	return service.Open(ctx, service.Parts{
		Config: &offline, Clock: clock.System{}, Keyring: keyring, Log: log, Hash: passhash.Default(),
		Surfaces: service.Surfaces(), Email: outbox.Unconfigured{}, SMS: outbox.Unconfigured{},
	}, false)
}

// AsOperator records in the context that the operator does what a command does.
func AsOperator(ctx context.Context, command string) context.Context {
	return caller.Into(ctx, caller.Caller{Kind: caller.System, ID: command, Boundary: caller.BoundaryPlatform})
}

func (out *Initialised) populate(ctx context.Context, c *config.Config, keyring *secret.Keyring, in Init) error {
	i, err := Offline(ctx, c, keyring, in.Log)
	if err != nil {
		return err
	}
	defer func() { _ = i.Close() }()
	ctx = AsOperator(ctx, "init")
	out.Tenant, err = i.Core.Tenants.ResolveTenant(ctx, "") // the default tenant, of a run that failed before the key was made
	if errors.Is(err, core.ErrTenantNotFound) {
		out.Tenant, err = i.Core.Tenants.CreateTenant(ctx, tenants.CreateTenantInput{
			ApplicationName: in.Application, Name: in.Tenant, Default: true, Settings: core.DefaultSettings(),
		})
	}
	if err != nil {
		return err
	}
	out.Key, err = i.Core.Keys.CreateAPIKey(ctx, OwnerKey())
	return err
}

// OwnerKey is an API key with every permission on the whole platform.
func OwnerKey() keys.CreateAPIKeyInput {
	return keys.CreateAPIKeyInput{Name: "owner", Boundary: caller.BoundaryPlatform, Permissions: []string{"*"}}
}

// MakeOwnerKey creates a further owner key, for an operator who lost the first one. It gives him
// nothing new: he has the database and the secret file.
func MakeOwnerKey(ctx context.Context, i *service.Instance, name string) (*keys.CreatedAPIKey, error) {
	in := OwnerKey()
	in.Name = name
	return i.Core.Keys.CreateAPIKey(AsOperator(ctx, "owner-key"), in)
}
