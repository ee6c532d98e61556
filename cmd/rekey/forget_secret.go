package main

import (
	"fmt"

	"github.com/rekeyhq/rekey/impl/setup"
)

type forgetSecretCommand struct {
	settings
	Yes bool `help:"Do it. Without this, it tells what is lost and changes nothing."`
}

// Help is the long text of rekey forget-secret --help.
func (forgetSecretCommand) Help() string {
	return `A database and its secret file belong together: without the file, no command goes on. This is the way on when a file is lost for good. It declares lost what none of the secret files here can read, and makes the one at REKEY_SECRET_FILE the database's own. If that is lost too, make a new one first: (umask 077; head -c 48 /dev/urandom | base64 > rekey.secret)

Users whose password is lost set a new one by mail. Users whose authenticator app is lost need it removed: rekey second-factor remove. Access tokens end, since lost signing keys are retired, and audit verify tells from then on that the ends of chains of events do not match until their tenants have another event. It leaves the event secret.forget.

A file that turns up later can be put beside the new one, as rekey.secret.previous: what was made with it is read again.`
}

func (c *forgetSecretCommand) Run(p *program) error {
	conf, err := c.config()
	if err != nil {
		return err
	}
	lost, err := setup.ForgetSecret(p, conf, p.logger(conf), c.Yes)
	if err != nil {
		return err
	}
	if lost == "" {
		lost = "nothing"
	}
	if !c.Yes {
		fmt.Fprintf(p.out, "This would be lost: %s.\nNothing was changed; to do it, run it again with --yes.\n", lost)
		return errReported
	}
	_, err = fmt.Fprintf(p.out, "Given up: %s.\nThe file %s is this database's secret now.\n", lost, conf.SecretFile)
	return err
}
