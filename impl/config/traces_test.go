package config_test

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestProfilesAreRefusedToOtherMachines(t *testing.T) {
	t.Parallel()
	for addr, good := range seed.InOrder(map[string]bool{
		"": true, "127.0.0.1:8081": true, "[::1]:8081": true, "localhost:8081": true, "127.0.0.1:0": true,
		":8081": false, "0.0.0.0:8081": false, "192.0.2.1:8081": false, "127.0.0.1": false, "rekey.example.com:8081": false,
	}) {
		err := (&config.Config{AdminAddr: addr}).CheckServe()
		if refused := err != nil && strings.Contains(err.Error(), "REKEY_ADMIN_ADDR"); refused == good {
			t.Errorf("%q: %v", addr, err)
		}
	}
}
