package harness

import (
	"log/slog"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/server"
)

// Another starts a second server on the world's database, with its clock and its keys. It
// shares nothing else with the first one: no signal of one process reaches the other.
func (w *World) Another() *server.Instance {
	w.T.Helper()
	i, err := server.Open(testingContext(), server.Parts{
		Config: &config.Config{
			PublicURL: PublicURL, DatabaseURL: w.DBURL, Profile: config.Development, Product: "Rekey",
			HashLimit: 2, HashQueue: 4096, InFlight: 512, PerMinute: 1_000_000, LogLevel: slog.LevelInfo,
		},
		Clock: w.Clock, Keyring: w.Keyring, Log: slog.New(slog.NewJSONHandler(w.Log, nil)), Hash: CheapHash(),
		Surfaces: server.Surfaces(), Intercept: w.intercept,
	}, false)
	if err != nil {
		w.T.Fatalf("another server: %v", err)
	}
	w.T.Cleanup(func() { _ = i.Close() })
	return i
}
