// Package demo creates a small installation to try Rekey with: one application, one tenant, one
// user and an owner key, in a database of its own.
//
// A Place is the folder of a demo; Seed fills its database by the use cases of the core; Facts are
// the addresses, ids and keys that a user of the demo needs, written to demo.env. The command demo
// of cmd/rekey calls it, and the samples of the documentation run on it.
//
// It can be started again on the same folder: keys and ids stay, and the password is the known one
// again. It uses the development profile, so it must not touch a database or a setting of a real
// installation: it changes only files of its own folder.
package demo

import (
	_ "embed"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"strings"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/setup"
)

//go:embed session.txt
var session string

// envFile is the path that session.txt reads.
const envFile = ".rekey/demo.env"

// Place is the folder of a demo.
type Place struct{ Dir string }

// EnvFile is the file with the demo's addresses, ids and keys.
func (p Place) EnvFile() string  { return filepath.Join(p.Dir, "demo.env") }
func (p Place) secret() string   { return filepath.Join(p.Dir, "demo.secret") }
func (p Place) database() string { return filepath.Join(p.Dir, "demo.db") }

// Clear removes the files of an earlier demo, and no others of the folder.
func (p Place) Clear() error {
	var errs []error
	for _, file := range []string{p.EnvFile(), p.secret(), p.database(), p.database() + "-wal", p.database() + "-shm"} {
		if err := os.Remove(file); !errors.Is(err, os.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// Prepare creates the folder, the secret file and the database file, and returns the configuration
// for them. From the environment it takes only settings that do not change what the demo is.
// Other variables are ignored, unless one is a misspelt setting.
func (p Place) Prepare(environment map[string]string, url string) (*config.Config, error) {
	for _, u := range config.UnknownSettings(environment) {
		if u.Meant != "" {
			return nil, u
		}
	}
	if err := os.MkdirAll(p.Dir, 0o700); err != nil {
		return nil, err
	}
	if _, err := setup.WriteSecret(p.secret()); err != nil {
		return nil, err
	}
	settings := map[string]string{
		"REKEY_PROFILE": config.Development, "REKEY_PUBLIC_URL": url, "REKEY_SECRET_FILE": p.secret(),
		"REKEY_DATABASE_URL": "sqlite:" + p.database(), "REKEY_LOG_LEVEL": "warn",
	}
	for _, name := range []string{"REKEY_LOG_LEVEL", "REKEY_PRODUCT", "REKEY_HASH_LIMIT", "REKEY_HASH_QUEUE", "REKEY_ANONYMOUS_PER_MINUTE", "REKEY_DNS_SERVER", "REKEY_PUBLIC_URL"} {
		if v := environment[name]; v != "" {
			settings[name] = v
		}
	}
	c, err := config.FromEnvironment(settings)
	if err := errors.Join(err, c.CheckServe()); err != nil {
		return nil, err
	}
	return c, setup.MakeDatabase(c.DatabaseURL)
}

// URL returns the address of a listener for clients on this machine.
func URL(l net.Listener) string {
	addr, err := netip.ParseAddrPort(l.Addr().String())
	if err != nil {
		return "http://" + l.Addr().String()
	}
	if addr.Addr().IsUnspecified() {
		addr = netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), addr.Port())
	}
	return "http://" + addr.String()
}

// Greeting is the text that the demo prints when it is ready. It ends with Session.
func Greeting(f *Facts, p Place, publicURL string) string {
	var public string
	if publicURL != f.URL {
		public = "\n  public URL   " + publicURL + ", in links, discovery and tokens"
	}
	return fmt.Sprintf(`Rekey demo at %[1]s   (Ctrl-C ends it; the data stay in %[2]s, rekey demo --fresh begins anew)

  mails        %[1]s/dev/mailbox
  docs         %[1]s/docs
  contract     %[1]s/openapi.yaml
  user         %[3]s, password %[4]s
  key and ids  %[5]s%[7]s

Four journeys, one for each way in, to paste into another terminal in this folder:

%[6]s`, f.URL, p.Dir, f.Username, f.Password, p.EnvFile(), p.Session(), public)
}

// Session is four journeys as shell commands.
func (p Place) Session() string {
	return strings.ReplaceAll(session, envFile, p.path())
}

// path is the env file with a slash in it, as the shell's dot command requires.
func (p Place) path() string {
	if filepath.IsAbs(p.EnvFile()) || strings.Contains(p.EnvFile(), "/") {
		return p.EnvFile()
	}
	return "./" + p.EnvFile()
}
