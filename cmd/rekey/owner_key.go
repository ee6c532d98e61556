package main

import (
	"fmt"

	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/setup"
)

type ownerKeyCommand struct {
	settings
	Name string `default:"owner" help:"Name of the key, as api-keys list shows it."`
}

// Help is the long text of rekey owner-key --help.
func (ownerKeyCommand) Help() string {
	return `Use it if the owner key is lost: it creates another one, which has every permission, and prints it once. It works on the database directly, beside a running service or without one, and needs the database's secret file. It records the event api_key.create with the actor system owner-key.

The existing keys stay valid. Revoke the lost one with the new one: rekey api-keys list, rekey api-keys revoke ID.`
}

func (c *ownerKeyCommand) Run(p *program) error {
	return c.offline(p, func(i *service.Instance) error {
		made, err := setup.MakeOwnerKey(p, i, c.Name)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(p.out, "Owner key %s, shown this once:\n\n  %s\n\n"+
			"The other keys stay valid; revoke the lost one: rekey api-keys list, rekey api-keys revoke ID\n", made.ID, made.Key.Reveal())
		return err
	})
}
