// Package contract_test tells the stories of the wire: what each surface answers, and
// that everything the contract declares can be reached.
package contract_test

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/rekeyhq/rekey/tests/figures"
	"github.com/rekeyhq/rekey/tests/harness"
)

func TestMain(m *testing.M) {
	harness.Share = 4
	os.Exit(harness.Main(m, reachedAll))
}

// reachedAll fails the package if a declared pair of operation and status was reached by
// no test. A run of a part cannot tell.
func reachedAll() error {
	if !harness.Whole() {
		return nil
	}
	missing, declared := harness.Unreached()
	fmt.Printf("contract coverage: %d of %d pairs of operation and status\n", declared-len(missing), declared)
	errs := []error{coverage().Leave("coverage")}
	for _, m := range missing {
		errs = append(errs, errors.New("not reached: "+m))
	}
	return errors.Join(errs...)
}

func coverage() figures.Chapter {
	f := figures.Chapter{Title: "Declared answers that the tests reach", Command: "make test"}
	for _, surface := range []string{"boomi", "entrust", "rekey", "wristband", "zitadel"} {
		missing, declared := harness.UnreachedOf(surface)
		f.Rows = append(f.Rows, figures.Figure{Surface: surface, Label: "pairs of operation and status", Done: declared - len(missing), Of: declared})
	}
	return f
}
