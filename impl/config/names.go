package config

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/spelling"
)

// prefix of every setting.
const prefix = "REKEY_"

// clients lists the variables of clients: those of the command line, and those that rekey demo
// writes into demo.env. A service may be started from a shell that has them.
func clients() []string {
	return []string{
		"REKEY_URL", "REKEY_API_KEY", "REKEY_APPLICATION_ID", "REKEY_TENANT_ID", "REKEY_USER_ID", "REKEY_USERNAME",
		"REKEY_EMAIL", "REKEY_PASSWORD", "REKEY_CLIENT_ID", "REKEY_CLIENT_SECRET",
	}
}

// tests is the prefix of the variables of Rekey's own tests, which start the program.
const tests = "REKEY_TEST_"

// Unknown is a variable that looks like a setting but is not one.
type Unknown struct {
	Name  string
	Meant string // the setting that was probably meant; empty if none is close
}

func (u Unknown) Error() string {
	if u.Meant != "" {
		return fmt.Sprintf("%s is not a setting; did you mean %s?", u.Name, u.Meant)
	}
	return u.Name + " is not a setting; rekey serve --help lists them"
}

// UnknownSettings lists variables that were meant as settings and would be ignored. With a
// misspelt REKEY_TRUSTED_PROXIES, for example, all clients would share the limits of one address,
// and nothing would report it. The names are sorted; nil means the environment of this process.
func UnknownSettings(environment map[string]string) []Unknown {
	if environment == nil {
		environment = processEnvironment()
	}
	var settings []string
	for _, s := range Settings() {
		settings = append(settings, s.Name)
	}
	var out []Unknown
	for name := range environment {
		folded := strings.ToUpper(name)
		near := spelling.Near(name, slices.Values(append(clients(), settings...)), min(3, len(name)/6))
		switch {
		case slices.Contains(settings, name), slices.Contains(clients(), name), strings.HasPrefix(name, tests), injected(name, environment):
		case strings.HasPrefix(folded, prefix):
			out = append(out, Unknown{name, near})
		case spelling.Near(name, slices.Values(settings), 1) != "": // REKY_SMTP_URL
			out = append(out, Unknown{name, near})
		}
	}
	slices.SortFunc(out, func(a, b Unknown) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func processEnvironment() map[string]string {
	values := map[string]string{}
	for _, v := range os.Environ() {
		if name, value, ok := strings.Cut(v, "="); ok {
			values[name] = value
		}
	}
	return values
}

// These match the variables that Kubernetes sets in every container of a namespace for each
// service in it, and those of Docker's links
// (https://kubernetes.io/docs/tutorials/services/connect-applications-service/#environment-variables).
// A service that is called rekey, or rekey-db, has variables with the prefix of the settings.
var (
	injectedName = regexp.MustCompile(`^(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?|PORT|PORT_[0-9]+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?|NAME|ENV_.+)$`)
	injectedPort = regexp.MustCompile(`^(?:tcp|udp|sctp)://`)
)

// injected tells whether a platform set the variable. Each of its variables comes with the PORT
// variable of the same service, whose value no setting can have.
func injected(name string, environment map[string]string) bool {
	for i, r := range name {
		if r == '_' && injectedName.MatchString(name[i+1:]) && injectedPort.MatchString(environment[name[:i]+"_PORT"]) {
			return true
		}
	}
	return false
}
