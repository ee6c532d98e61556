// Package cluster_test breaks servers and databases under load, and holds what clients were told.
package cluster_test

import (
	"os"
	"testing"

	"github.com/rekeyhq/rekey/tests/cluster/rig"
	"github.com/rekeyhq/rekey/tests/harness"
)

func TestMain(m *testing.M) { os.Exit(play(m)) }

func play(m *testing.M) (code int) {
	defer func() {
		if err := rig.Tidy(); err != nil {
			code = max(code, 1)
		}
	}()
	return harness.WithBinary(m, &rig.Binary)
}
