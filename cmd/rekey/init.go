package main

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"

	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/impl/store"
)

type initCommand struct {
	settings
	Application string `default:"Main" help:"Name of the first application."`
	Tenant      string `default:"Main" help:"Name of its first tenant, which is the default tenant."`
	PublicURL   string `name:"public-url" placeholder:"URL" help:"Public URL of the service; links in mails are built from it. It can be set in the settings file later."`
	DatabaseURL string `name:"database-url" placeholder:"URL" help:"sqlite:PATH or mysql://user:pass@host:3306/rekey; default: REKEY_DATABASE_URL, else sqlite:rekey.db."`
	SecretFile  string `name:"secret-file" placeholder:"FILE" help:"The secret file; default: REKEY_SECRET_FILE, else rekey.secret. An existing one is used and never overwritten."`
	Output      string `default:"rekey.env" placeholder:"FILE" help:"The settings file to write. An existing one is not changed."`
	IfNeeded    bool   `help:"Succeed without doing anything if the database has API keys already."`
}

// Help is the long text of rekey init --help.
func (initCommand) Help() string {
	return `It creates, in this folder unless the flags say otherwise: the secret file (mode 0600), a file with every setting (mode 0600), the schema of the database, an application with a tenant, and an owner key, which has every permission and is printed once.

It does not change existing files, or a database that has API keys already.`
}

func (c *initCommand) Run(p *program) error {
	conf, err := c.config()
	if err != nil {
		return err
	}
	if u, err := url.Parse(c.DatabaseURL); err == nil {
		if password, _ := u.User.Password(); password != "" {
			fmt.Fprintln(p.err, "Every process of this machine can read the password in --database-url. Pass it in REKEY_DATABASE_URL instead.")
		}
	}
	conf.PublicURL = cmp.Or(c.PublicURL, conf.PublicURL)
	conf.DatabaseURL = cmp.Or(c.DatabaseURL, conf.DatabaseURL)
	conf.SecretFile = cmp.Or(c.SecretFile, conf.SecretFile)
	made, err := setup.Run(p, setup.Init{
		Config: conf, ConfigFile: c.Output, Application: c.Application, Tenant: c.Tenant, Log: p.logger(conf),
	})
	if errors.Is(err, setup.ErrInitialised) && c.IfNeeded {
		fmt.Fprintln(p.out, "The database has API keys already; nothing was changed.")
		return nil
	}
	if err != nil {
		return err
	}
	wrote := map[bool]string{true: "made", false: "was there and is kept"}
	fmt.Fprintf(p.out, "Secret file %s: %s. Keep a copy apart from the database: without it no password can be checked.\n",
		conf.SecretFile, wrote[made.WroteSecret])
	fmt.Fprintf(p.out, "Settings %s: %s.\n", c.Output, wrote[made.WroteConfig])
	fmt.Fprintf(p.out, "Database: %d migrations applied.\n", made.Steps)
	fmt.Fprintf(p.out, "Application %s, tenant %s.\n", made.Tenant.ApplicationID, made.Tenant.ID)
	fmt.Fprintf(p.out, "\nOwner key, shown this once:\n\n  %s\n\n", made.Key.Key.Reveal())
	fmt.Fprintf(p.out, "Next: complete %s, then run: rekey serve --env-file %s\n", c.Output, c.Output)
	return nil
}

type migrateCommand struct {
	Up     migrateUpCommand     `cmd:"" help:"Apply the missing migrations, while the nodes serve. Safe to run again."`
	Status migrateStatusCommand `cmd:"" help:"Show the version of the schema and the version that this binary needs."`
}

type migrateUpCommand struct{ settings }

func (c *migrateUpCommand) Run(p *program) error {
	conf, err := c.config()
	if err != nil {
		return err
	}
	steps, err := setup.MigrateUp(p, conf, p.logger(conf))
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "%d migrations applied; the schema is up to date.\n", steps)
	return nil
}

type migrateStatusCommand struct{ settings }

func (c *migrateStatusCommand) Run(p *program) error {
	conf, err := c.config()
	if err != nil {
		return err
	}
	schema, err := setup.Status(p, conf, p.logger(conf))
	if err != nil {
		return err
	}
	have, need := schema.Version, schema.Needed
	switch err := schema.Check(); {
	case errors.Is(err, store.ErrNewerSchema):
		fmt.Fprintf(p.out, "The schema has version %d, and only binaries that know version %d can use it; this one knows %d. Run the newer binary.\n", have, schema.Floor, need)
	case err != nil:
		fmt.Fprintf(p.out, "The schema has version %d, this binary needs %d; run: rekey migrate up\n", have, need)
		fmt.Fprintf(p.out, "Nodes whose binary knows version %d or a later one may serve meanwhile; stop older ones first.\n", schema.FloorAfter)
	case schema.Newer():
		fmt.Fprintf(p.out, "The schema has version %d; this binary knows %d and may serve beside newer ones.\n", have, need)
	default:
		fmt.Fprintf(p.out, "The schema has version %d and is up to date.\n", have)
	}
	return nil
}
