package setup

import (
	"context"
	"errors"
	"log/slog"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/keycheck"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
)

// ForgetSecret describes what the present secret file cannot decrypt or check. If really is
// set, it declares that data lost.
func ForgetSecret(ctx context.Context, c *config.Config, log *slog.Logger, really bool) (lost string, err error) {
	if err := RequireDatabase(c.DatabaseURL); err != nil {
		return "", err
	}
	keyring, err := secret.LoadKeyring(c.SecretFile)
	if err != nil {
		return "", err
	}
	st, err := store.Open(ctx, store.Options{URL: c.DatabaseURL, Clock: clock.System{}, Log: log, Keyring: keyring})
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	if err := st.CheckSchema(ctx); err != nil {
		return "", err
	}
	keys := keycheck.Checker{Store: st, Keyring: keyring}
	give := keys.Lost
	if really {
		give = keys.GiveUp
	}
	gone, err := give(ctx)
	return gone.String(), err
}
