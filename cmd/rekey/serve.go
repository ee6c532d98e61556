package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/demo"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/setup"
)

type serveCommand struct{ settings }

// Help is the long text of rekey serve --help.
func (serveCommand) Help() string {
	var b strings.Builder
	b.WriteString("It runs until SIGTERM or SIGINT, then waits up to 20 seconds for the requests that are being answered. It creates neither the secret file nor the schema: use rekey init and rekey migrate up. It waits up to 2 minutes for a MySQL or MariaDB server that is not there yet; meanwhile /healthz answers 200 and everything else 503.\n\nSettings, from the environment or --env-file:\n\n")
	for _, s := range config.Settings() {
		fmt.Fprintf(&b, "    %s\n        %s\n", s.Name, s.Help)
		if s.Default != "" {
			fmt.Fprintf(&b, "        default: %s\n", s.Default)
		}
	}
	b.WriteString("\nGOMAXPROCS is set to two more than REKEY_HASH_LIMIT, so that password hashes do not delay other requests, unless the environment sets it. The memory limit of the Go runtime (GOMEMLIMIT) is 64 MiB and 19 MiB for each of these hashes, unless the environment sets it.")
	return b.String()
}

func (c *serveCommand) Run(p *program) error {
	values, err := c.environment()
	if err != nil {
		return err
	}
	conf, err := config.FromEnvironment(values)
	keyring, keyErr := secret.LoadKeyring(conf.SecretFile)
	if err := errors.Join(err, conf.CheckServe(), keyErr); err != nil {
		return err
	}
	if err := setup.RequireDatabase(conf.DatabaseURL); err != nil {
		return err
	}
	l, err := (&net.ListenConfig{}).Listen(p, "tcp", conf.Addr)
	if err != nil {
		return fmt.Errorf("REKEY_ADDR: %w", err)
	}
	i, err := service.Await(p, parts(p, conf, keyring), l)
	switch {
	case err != nil && p.Err() != nil: // stopped while it waited for the database
		return closed(l)
	case err != nil:
		return errors.Join(err, closed(l))
	}
	fmt.Fprintf(p.out, "rekey answers at http://%s\n", l.Addr())
	return errors.Join(i.Serve(p, l), i.Close())
}

// parts returns what a service is made of, after it set GOMAXPROCS for it.
func parts(p *program, conf *config.Config, keyring *secret.Keyring) service.Parts {
	if os.Getenv("GOMAXPROCS") == "" {
		runtime.GOMAXPROCS(passhash.SchedulerThreads(conf.HashLimit))
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(passhash.MemoryLimit(conf.HashLimit))
	}
	return service.Parts{
		Config: conf, Clock: clock.System{}, Keyring: keyring, Log: p.logger(conf), Hash: passhash.Default(),
		Surfaces: service.Surfaces(),
	}
}

type demoCommand struct {
	Addr  string `default:"127.0.0.1:8080" env:"REKEY_ADDR" help:"Address to listen on. The demo shows its mails to anyone who can connect to it."`
	Dir   string `default:".rekey" help:"Folder for database, secret and demo.env."`
	Fresh bool   `help:"Remove an earlier demo first."`
}

// Help is the long text of rekey demo --help.
func (demoCommand) Help() string {
	return `It starts a service in the development profile: SQLite in a folder, one application, tenant, user and owner key, and mails that are read at /dev/mailbox and /dev/mailbox.json. It prints what to try. It writes address, ids, key and password to demo.env in the folder, for a shell's dot command.

If REKEY_PUBLIC_URL is set, links, discovery and the issuer of tokens follow it, so that clients that demand https can be tried through a TLS proxy. The printed commands go to the demo itself.

The data is kept for the next start; the user's password is then set to the known one again.`
}

func (c *demoCommand) Run(p *program) error {
	l, err := (&net.ListenConfig{}).Listen(p, "tcp", c.Addr) // before anything is changed, since another demo may be running
	if err != nil {
		return err
	}
	return errors.Join(c.serve(p, l), closed(l))
}

func closed(l net.Listener) error {
	if err := l.Close(); !errors.Is(err, net.ErrClosed) {
		return err
	}
	return nil
}

func (c *demoCommand) serve(p *program, l net.Listener) error {
	place, url := demo.Place{Dir: c.Dir}, demo.URL(l)
	if c.Fresh {
		if err := place.Clear(); err != nil {
			return err
		}
	}
	values, err := settings{}.environment()
	if err != nil {
		return err
	}
	conf, err := place.Prepare(values, url)
	if err != nil {
		return err
	}
	keyring, err := secret.LoadKeyring(conf.SecretFile)
	if err != nil {
		return err
	}
	i, err := service.Open(p, parts(p, conf, keyring), true)
	if err != nil {
		return err
	}
	facts, err := demo.Seed(context.WithoutCancel(p), i, place, url)
	if err != nil {
		return errors.Join(err, i.Close())
	}
	fmt.Fprint(p.out, demo.Greeting(facts, place, conf.PublicURL))
	return errors.Join(i.Serve(p, l), i.Close())
}
