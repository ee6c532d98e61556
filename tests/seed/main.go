package seed

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rekeyhq/rekey/tests/figures"
)

// Main runs the tests of a package in the seed's order, and says in its last line what
// the run left out. If all went well, it asks each check, which may still fail the package.
func Main(m *testing.M, checks ...func() error) int {
	flag.Parse()
	if err := flag.Set("test.shuffle", strconv.FormatUint(Value(), 10)); err != nil {
		panic(err) // go test always has this flag
	}
	code := m.Run()
	if flag.Lookup("test.list").Value.String() != "" {
		return code
	}
	if code == 0 {
		errs := []error{figures.Note(filepath.Join("left-out", runName()), Counted())}
		for _, check := range checks {
			errs = append(errs, check())
		}
		if err := errors.Join(errs...); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	fmt.Println(LeftOut(Counted()))
	return code
}

// runName tells apart what the runs of one gate leave.
func runName() string {
	name := string(Cases()) + "-" + filepath.Base(os.Args[0])
	if RaceDetector {
		name += "-race"
	}
	return name
}
