package harness

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// Main runs the tests of a package as seed.Main does, and then drops the databases that
// its worlds returned.
func Main(m *testing.M, checks ...func() error) int {
	code := seed.Main(m, checks...)
	if err := dropIdle(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = max(code, 1)
	}
	return code
}

// Whole tells whether every test of the package runs with every assertion; a filter and
// the race detector leave some out.
func Whole() bool {
	for _, filter := range []string{"run", "skip", "list"} {
		if flag.Lookup("test."+filter).Value.String() != "" {
			return false
		}
	}
	return !seed.RaceDetector
}
