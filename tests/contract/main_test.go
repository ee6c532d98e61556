// Package contract_test tells the stories of the wire: what each surface answers, and
// that everything the contract declares can be reached.
package contract_test

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/rekeyhq/rekey/tests/figures"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestMain fails the package if a declared pair of operation and status was reached
// by no test. A filtered run cannot tell, nor one that draws.
func TestMain(m *testing.M) {
	harness.Share = 3
	code := m.Run()
	filtered := flag.Lookup("test.run").Value.String() != "" || flag.Lookup("test.list").Value.String() != ""
	if code == 0 && !filtered && !harness.Sparing {
		missing, declared := harness.Unreached()
		fmt.Printf("contract coverage: %d of %d pairs of operation and status\n", declared-len(missing), declared)
		for _, m := range missing {
			fmt.Println("  not reached:", m)
			code = 1
		}
		if err := coverage().Leave("coverage"); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

func coverage() figures.Chapter {
	f := figures.Chapter{Title: "Declared answers that the tests reach", Command: "make test"}
	for _, surface := range []string{"boomi", "entrust", "rekey", "wristband", "zitadel"} {
		missing, declared := harness.UnreachedOf(surface)
		f.Rows = append(f.Rows, figures.Figure{Surface: surface, Label: "pairs of operation and status", Done: declared - len(missing), Of: declared})
	}
	return f
}
