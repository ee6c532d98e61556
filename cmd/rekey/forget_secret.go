package main

import (
	"fmt"

	"github.com/rekeyhq/rekey/impl/setup"
)

type forgetSecretCommand struct {
	settings
	Yes bool `help:"Do it. Without this flag the command shows what would be lost and changes nothing."`
}

// Help is the long text of rekey forget-secret --help.
func (forgetSecretCommand) Help() string {
	return `A database and its secret file belong together: without the file, every command stops. Use this command if the file is permanently lost. It declares lost what none of the present secret files can decrypt or check, and makes the file at REKEY_SECRET_FILE the secret file of the database. If that file is lost too, create a new one first: (umask 077; head -c 48 /dev/urandom | base64 > rekey.secret)

Users whose password is lost set a new one by mail. For users whose authenticator app is lost, remove it: rekey second-factor remove. Access tokens end, since lost signing keys are retired. Until a tenant has another event, audit verify reports that the end of its chain does not match. The command records the event secret.forget.

A file that is found later can be put beside the new one, as rekey.secret.previous: data that was made with it can be read again.`
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
		fmt.Fprintf(p.out, "This would be lost: %s.\nNothing was changed; to do it, run the command again with --yes.\n", lost)
		return errReported
	}
	_, err = fmt.Fprintf(p.out, "Declared lost: %s.\nThe file %s is this database's secret now.\n", lost, conf.SecretFile)
	return err
}
