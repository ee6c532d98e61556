package stores_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/impl/transfer"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestAnImportCountsUsersWithoutAVerifiedAddress: their first reset is accepted and nothing comes.
func TestAnImportCountsUsersWithoutAVerifiedAddress(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		lines := `{"username":"ada","email":"ada@example.test","emailVerified":true}
{"username":"bob","email":"bob@example.test"}
{"username":"cyd"}
{"username":"dan","email":"dan@example.test","emails":[{"address":"dan@second.test","verified":true}]}
{"username":"eve","phone":"+15550101","phoneVerified":true}
{"username":"fay","directory":true}
{"username":"ADA"}
`
		for i := range 200 {
			lines += fmt.Sprintf(`{"username":"n%d","email":"n%d@example.test","emailVerified":true}`+"\n", i, i)
		}
		for _, dry := range []bool{true, false} {
			var told []int
			done, err := transfer.Import{
				Accounts: w.Core.Accounts, From: strings.NewReader(lines), DryRun: dry, MaxErrors: 100, Refuse: func(int, error) {},
				Batch: func(d transfer.Imported) { told = append(told, d.Users) },
			}.Run(setup.AsOperator(t.Context(), "import"))
			must(t, err)
			if done.Users != 206 || done.Mute != 3 || done.Refused != 1 {
				t.Errorf("dry run %v: %+v", dry, done)
			}
			if fmt.Sprint(told) != "[100 200 206]" {
				t.Errorf("it tells of its progress at %v", told)
			}
		}
	})
}
