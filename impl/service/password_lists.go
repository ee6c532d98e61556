package service

import (
	"context"
	"fmt"

	"github.com/rekeyhq/rekey/impl/breach"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
)

// passwordLists returns what passwords are compared with: the blocklist, with the operator's own words
// if a file is configured, and the look-up in the breach service, which is nil if none is configured.
func passwordLists(c *config.Config) (*policy.Blocklist, func(context.Context, secret.Password) (bool, error), error) {
	list := policy.NewBlocklist()
	if c.BlocklistFile != "" {
		own, err := policy.LoadWords(c.BlocklistFile)
		if err != nil {
			return nil, nil, fmt.Errorf("REKEY_BLOCKLIST_FILE: %w", err)
		}
		list = list.With(own)
	}
	if c.BreachURL == "" {
		return list, nil, nil
	}
	lookup, err := breach.New(breach.Config{URL: c.BreachURL})
	if err != nil {
		return nil, nil, fmt.Errorf("REKEY_BREACH_URL: %w", err)
	}
	return list, lookup.Breached, nil
}
