package main

import (
	"fmt"

	"github.com/rekeyhq/rekey/impl/setup"
)

type backupCommand struct {
	settings
	File string `arg:"" type:"path" help:"A new file. It appears when it is complete."`
}

// Help is the long text of rekey backup --help.
func (backupCommand) Help() string {
	return `It copies an SQLite database while the service runs. The copy has everything that was committed when the command began, and only its owner can read it. It needs as much room on the disk as the database.

Keep the secret file and the settings too, apart from the copy. For MySQL and MariaDB use mysqldump --single-transaction.`
}

func (c *backupCommand) Run(p *program) error {
	conf, err := c.config()
	if err != nil {
		return err
	}
	if err := setup.Backup(p, conf, p.logger(conf), c.File); err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "The database was copied to %s.\n", c.File)
	return err
}
