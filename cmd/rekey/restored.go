package main

import (
	"fmt"

	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/setup"
)

type restoredCommand struct{ settings }

// Help is the long text of rekey restored --help.
func (restoredCommand) Help() string {
	return `Use it after a backup of the database was restored, before the service is started. In the restored database, tickets, sessions and codes that were used or ended since the backup can be used again, and messages that were sent since wait again. So the command ends all tickets, sessions, refresh tokens, access tokens, codes of logins and signing keys, and drops the messages and reset requests that wait. The users log in again; the next access token makes a new signing key.

Passwords, second factors, recovery codes, users, rights and API keys are those of the day of the backup: what was changed, disabled or revoked since has to be done again.

It works on the database directly, and needs the database's secret file. It works in batches: if it is stopped, run it again. Each ticket, session and signing key leaves its event, and the run leaves the event database.restore.`
}

func (c *restoredCommand) Run(p *program) error {
	return c.offline(p, func(i *service.Instance) error {
		done, err := setup.AfterRestore(p, i)
		if err != nil {
			fmt.Fprintf(p.err, "Stopped after: %s. Run it again.\n", done)
			return err
		}
		_, err = fmt.Fprintf(p.out, "%s.\nPasswords, rights and API keys are those of the day of the backup. Checkpoints of the audit trail from after that day do not match this database any more: keep them with the event database.restore.\n", done)
		return err
	})
}
