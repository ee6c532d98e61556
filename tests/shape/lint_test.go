package shape_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// script runs one of ours beside this file with a stand-in for the tool that it calls.
func script(t *testing.T, name, tool string, env ...string) (said string, code int) {
	t.Helper()
	stand := filepath.Join(t.TempDir(), "tool")
	if err := os.WriteFile(stand, []byte(tool), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), "./"+name, "sh", stand)
	c.Env = append(os.Environ(), env...)
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(out), c.ProcessState.ExitCode()
}

// A database that cannot be reached fails nothing and is not silent; all else is told apart from it.
func TestVulnerabilitiesFailAndAnUnreachableDatabaseIsReported(t *testing.T) {
	t.Parallel()
	const unreachable = `echo 'govulncheck: fetching vulnerabilities: Get "https://db.test/index": no such host' >&2; exit 1`
	onlyImported := func(then string) string { return "case $* in *package*) exit 3;; *) " + then + ";; esac" }
	for _, c := range []struct {
		name, tool, says string
		code             int
	}{
		{"nothing is known", "exit 0", "no vulnerability is known", 0},
		{"what is called", "echo GO-2026-1; exit 3", "GO-2026-1", 1},
		{"what is imported and not called", onlyImported("exit 0"), "no known vulnerability is reached", 0},
		{"the database is unreachable", unreachable, `SKIPPED, its database cannot be reached: Get "https://db.test/index": no such host`, 0},
		{"it is lost half-way", onlyImported(unreachable), "SKIPPED", 0},
		{"the code does not compile", "echo loading packages: undefined: x >&2; exit 1", "undefined: x", 1},
		{"a flag that is not known", "echo usage >&2; exit 2", "usage", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			said, code := script(t, "govulncheck.sh", c.tool)
			if code != c.code || !strings.Contains(said, c.says) {
				t.Errorf("%d, want %d with %q:\n%s", code, c.code, c.says, said)
			}
		})
	}
}

// What bounds the time is a command that not every system has.
func TestADatabaseThatSaysNothingIsLeft(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("timeout"); err != nil {
		return
	}
	said, code := script(t, "govulncheck.sh", "exec tail -f /dev/null", "GOVULNCHECK_SECONDS=0.1")
	if code != 0 || !strings.Contains(said, "SKIPPED, its database did not answer in time") {
		t.Errorf("%d:\n%s", code, said)
	}
}

// deadcode succeeds whatever it finds, so that the script has to fail.
func TestDeadFunctionsFail(t *testing.T) {
	t.Parallel()
	const dead = `case $* in *-test*) echo "$NOBODY";; *) echo "$NO_PROGRAM";; esac`
	line := func(names ...string) string {
		for i, n := range names {
			names[i] = module + "/" + n + " place.go:1"
		}
		return strings.Join(names, "\n")
	}
	for _, c := range []struct {
		name, tool, nobody, noProgram string
		says                          string
		code                          int
	}{
		{"all is reached but what is known", dead, "", line("models.All"), "clean", 0},
		{"nobody reaches one", dead, line("impl/a.Dead"), line("impl/a.Dead", "models.All"), "nothing reaches these; delete them:\n  impl/a.Dead place.go:1", 1},
		{"nobody reaches one of the tests", dead, line("tests/harness.Dead"), line("models.All"), "  tests/harness.Dead place.go:1", 1},
		{"tests alone reach one", dead, "", line("impl/a.T.Dead", "models.All"), "only tests reach these", 1},
		{"one that is known is reached", dead, "", line(), "only_tests.txt has these, which a program reaches or nothing does:\n  models.All", 1},
		{"the code does not compile", "echo undefined: x >&2; exit 1", "", "", "undefined: x", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			top := t.TempDir()
			if err := os.MkdirAll(top+"/tests/shape", 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(top+"/tests/shape/only_tests.txt", []byte("# why\nmodels.All\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			env := []string{"DEADCODE_ROOT=" + top, "NOBODY=" + c.nobody, "NO_PROGRAM=" + c.noProgram}
			for range 2 { // what was clean is not asked again, what was not is
				said, code := script(t, "deadcode.sh", c.tool, env...)
				if code != c.code || !strings.Contains(said, c.says) {
					t.Errorf("%d, want %d with %q:\n%s", code, c.code, c.says, said)
				}
			}
			remembers(t, top, c.code == 0, env)
		})
	}
}

// remembers tries whether a clean run is remembered until a file of Go changes.
func remembers(t *testing.T, top string, clean bool, env []string) {
	t.Helper()
	const broken = "exit 9"
	if _, code := script(t, "deadcode.sh", broken, env...); (code == 0) != clean {
		t.Errorf("exit code %d after a run that was clean: %v", code, clean)
	}
	if err := os.WriteFile(top+"/new.go", []byte("package new\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, code := script(t, "deadcode.sh", broken, env...); code != 9 {
		t.Errorf("exit code %d although a file is new", code)
	}
}
