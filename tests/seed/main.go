package seed

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/figures"
)

// Main runs the tests of a package in the seed's order, unless -shuffle says another, and says in its last line what
// the run left out. If all went well, it asks each check, which may still fail the package.
func Main(m *testing.M, checks ...func() error) int {
	flag.Parse()
	ordered := false
	flag.Visit(func(f *flag.Flag) { ordered = ordered || f.Name == "test.shuffle" })
	if !ordered {
		if err := flag.Set("test.shuffle", strconv.FormatUint(Value(), 10)); err != nil {
			panic(err) // go test always has this flag
		}
	}
	code := m.Run()
	if flag.Lookup("test.list").Value.String() != "" {
		return code
	}
	if code == 0 {
		errs := []error{figures.Note(filepath.Join("left-out", runName(), packageName()), Counted())}
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

// runName tells apart the runs of one gate.
func runName() string {
	if RaceDetector {
		return string(Cases()) + "-race"
	}
	return string(Cases())
}

// packageName is that of the package under test, as a file's name.
func packageName() string {
	path := filepath.Base(os.Args[0])
	if built, ok := debug.ReadBuildInfo(); ok && built.Path != "" {
		path = built.Path
	}
	return strings.ReplaceAll(path, "/", "-")
}
