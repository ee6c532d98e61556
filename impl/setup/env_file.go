package setup

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/rekeyhq/rekey/impl/config"
)

var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// ReadEnv reads lines of NAME=value as docker's --env-file does: everything after the first =
// is the value, unchanged; blank lines and lines that begin with # are ignored. Errors give the
// number of the line and never its text.
func ReadEnv(r io.Reader) (map[string]string, error) {
	out := map[string]string{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, value, ok := strings.Cut(line, "=")
		if !ok || !variableName.MatchString(name) {
			return nil, fmt.Errorf("line %d is not NAME=value", n)
		}
		if quoted(value) {
			return nil, fmt.Errorf("line %d: the value is in quotes, which would become part of it; leave them out", n)
		}
		out[name] = value
	}
	return out, lines.Err()
}

// quoted tells whether a value is in quotes. systemd removes them and docker does not, so the
// same file would have two meanings.
func quoted(value string) bool {
	value = strings.TrimSpace(value)
	return len(value) > 1 && (value[0] == '"' || value[0] == '\'') && value[len(value)-1] == value[0]
}

// ReadEnvFile reads a file in the format of ReadEnv.
func ReadEnvFile(path string) (map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	values, err := ReadEnv(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return values, nil
}

const configHead = `# Settings of Rekey. Lines are NAME=value, without quotes and without "export".
# Use it in one of these ways; a variable of the environment wins over this file:
#   rekey serve --env-file rekey.env
#   systemd:  EnvironmentFile=/etc/rekey/rekey.env
#   docker:   docker run --env-file rekey.env ...
# It may hold passwords: keep it to the service's own user (mode 0600).
`

// required tells whether a setting has no default that is usable in production.
func required(name string) bool { return name == "REKEY_PUBLIC_URL" || name == "REKEY_SMTP_URL" }

// configText writes every setting: the given values as lines that take effect, the others as
// comments that show the default.
func configText(given map[string]string) string {
	var b strings.Builder
	b.WriteString(configHead)
	for _, s := range config.Settings() {
		fmt.Fprintf(&b, "\n# %s\n", s.Help)
		value, ok := given[s.Name]
		switch {
		case ok && value != "":
			fmt.Fprintf(&b, "%s=%s\n", s.Name, value)
		case required(s.Name):
			fmt.Fprintf(&b, "# Required in the production profile.\n#%s=\n", s.Name)
		default:
			fmt.Fprintf(&b, "#%s=%s\n", s.Name, s.Default)
		}
	}
	return b.String()
}
