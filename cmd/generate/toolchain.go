package main

import (
	"context"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
)

// toolchain is a language that generators need.
type toolchain struct {
	name         string // with the required version
	command      string // prints its version with --version
	major, minor int    // the oldest version that works
	with         string // another required command
	imports      string // a required module, which Debian ships separately
}

var (
	node   = toolchain{name: "Node.js 20", command: "node", major: 20, with: "npm"}
	python = toolchain{name: "Python 3.11", command: "python3", major: 3, minor: 11, imports: "ensurepip"}
	java   = toolchain{name: "JDK 17 and Maven 3", command: "javac", major: 17, with: "mvn"}
)

var version = regexp.MustCompile(`(\d+)(?:\.(\d+))?\S*`)

// find returns the installed version, or what is missing.
func (t toolchain) find(ctx context.Context) (found, missing string) {
	if _, err := exec.LookPath(t.command); err != nil {
		return "", "there is no " + t.command + " here"
	}
	out, err := exec.CommandContext(ctx, t.command, "--version").Output()
	m := version.FindStringSubmatch(string(out))
	if err != nil || m == nil {
		return "", t.command + " --version does not tell its version"
	}
	major, _ := strconv.Atoi(m[1])
	minor, _ := strconv.Atoi(m[2])
	if major < t.major || major == t.major && minor < t.minor {
		return "", fmt.Sprintf("%s here is %s", t.command, m[0])
	}
	if t.with != "" {
		if _, err := exec.LookPath(t.with); err != nil {
			return "", "there is no " + t.with + " here"
		}
	}
	if t.imports != "" && exec.CommandContext(ctx, t.command, "-c", "import "+t.imports).Run() != nil {
		return "", fmt.Sprintf("%s here has no module %s", t.command, t.imports)
	}
	return t.command + " " + m[0], ""
}

func namesOf(needs []toolchain) string {
	var all []string
	for _, n := range needs {
		all = append(all, n.name)
	}
	return strings.Join(all, ", ")
}

// toolchains looks each of them up once.
type toolchains map[string]struct{ found, missing string }

// versions returns the versions of what a part needs, or what is missing.
func (seen toolchains) versions(ctx context.Context, needs []toolchain) (found, missing string) {
	var all, none []string
	for _, n := range needs {
		known, ok := seen[n.name]
		if !ok {
			known.found, known.missing = n.find(ctx)
			seen[n.name] = known
		}
		if known.missing != "" {
			none = append(none, n.name+" ("+known.missing+")")
		}
		all = append(all, known.found)
	}
	return strings.Join(all, ", "), strings.Join(none, " and ")
}
