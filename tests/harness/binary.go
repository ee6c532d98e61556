package harness

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// WithBinary runs the tests of a package that has the command built into a folder of its
// own, and notes its path. REKEY_BIN names one that is built already.
func WithBinary(m *testing.M, binary *string) int {
	if *binary = os.Getenv("REKEY_BIN"); *binary != "" {
		return Main(m)
	}
	dir, err := os.MkdirTemp("", "rekey-binary")
	if err != nil {
		panic(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	*binary = filepath.Join(dir, "rekey")
	build := exec.CommandContext(context.Background(), "go", "build", "-o", *binary, "github.com/rekeyhq/rekey/cmd/rekey")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build: %v\n%s", err, out)
		return 1
	}
	return Main(m)
}

// FreeAddress is one that nobody listens at yet.
func FreeAddress(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}
