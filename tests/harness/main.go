package harness

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rekeyhq/rekey/tests/figures"
	"github.com/rekeyhq/rekey/tests/seed"
)

// Main runs the tests of a package in the seed's order, puts away what worlds left on the
// server, and says in its last line what the run left out. Then, if all went well, it
// asks each check, which may still fail the package.
func Main(m *testing.M, checks ...func() error) int {
	flag.Parse()
	if err := flag.Set("test.shuffle", strconv.FormatUint(seed.Value(), 10)); err != nil {
		panic(err) // go test has no such flag
	}
	code := m.Run()
	err := dropIdle()
	if code == 0 {
		for _, check := range checks {
			err = errors.Join(err, check())
		}
		err = errors.Join(err, figures.Note(filepath.Join("left-out", leftOutName()), seed.Counted()))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = max(code, 1)
	}
	if flag.Lookup("test.list").Value.String() == "" {
		fmt.Println(seed.LeftOut(seed.Counted()))
	}
	return code
}

// leftOutName tells apart what several runs of one gate leave.
func leftOutName() string {
	name := string(seed.Cases()) + "-" + filepath.Base(os.Args[0])
	if seed.RaceDetector {
		name += "-race"
	}
	return name
}

// Whole tells whether every test of the package runs, with every assertion: a filter or
// the race detector leaves some out.
func Whole() bool {
	return !seed.RaceDetector && flag.Lookup("test.run").Value.String() == "" && flag.Lookup("test.skip").Value.String() == "" &&
		flag.Lookup("test.list").Value.String() == ""
}
