// Command rekey is the password lifecycle service and the tools to operate it.
//
// A command is a struct with its flags, its help text and a Run method; cli lists them. The
// commands that run a service are in this package, and hand over to impl/service, impl/setup,
// impl/demo, impl/doctor and impl/transfer. The commands that manage a service come from the
// contract: impl/console makes them.
//
// This package reads arguments, environment and terminal, and decides the exit code; it promises
// that a secret is never taken from an argument list without a warning, and is printed only when
// it was just created. It has no logic of its own: nothing else can import it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/console"
	"github.com/rekeyhq/rekey/impl/doctor"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/impl/store"
)

// Exit codes; impl/console has more.
const (
	exitOK     = console.ExitDone
	exitFailed = console.ExitFailed
	exitUsage  = console.ExitRefused
)

const description = `Rekey looks after passwords: set, change, reset and import them over one HTTP service.

` + console.ExitCodesInHelp

// errReported ends a command whose failure was printed already.
var errReported = errors.New("failed")

// errNotIntact ends a check of the audit trail that found a change and printed where.
var errNotIntact = fmt.Errorf("the trail is not intact: %w", errReported)

// cli lists the commands.
type cli struct {
	Init         initCommand         `cmd:"" group:"run" help:"Create the secret file, the settings, the schema and the first owner key."`
	Migrate      migrateCommand      `cmd:"" group:"run" help:"Migrate the database to the schema of this version, or show its version."`
	Serve        serveCommand        `cmd:"" group:"run" help:"Answer requests and deliver messages."`
	Demo         demoCommand         `cmd:"" group:"run" help:"Try it: a service with demo data, on SQLite, with a mailbox to read its mails."`
	Import       importCommand       `cmd:"" group:"run" help:"Read users from JSON lines."`
	Export       exportCommand       `cmd:"" group:"run" help:"Write users as JSON lines."`
	OwnerKey     ownerKeyCommand     `cmd:"" group:"run" name:"owner-key" help:"Create another owner key, if the first one is lost."`
	ForgetSecret forgetSecretCommand `cmd:"" group:"run" name:"forget-secret" help:"Continue without a secret file that is permanently lost."`
	Backup       backupCommand       `cmd:"" group:"run" help:"Copy an SQLite database while the service runs."`
	Restored     restoredCommand     `cmd:"" group:"run" help:"End what could be used again after a backup was restored."`
	Doctor       doctorCommand       `cmd:"" group:"run" help:"Examine an installation and suggest what to do."`
	OpenAPI      openapiCommand      `cmd:"" group:"run" name:"openapi" help:"Print the API description."`
	ContractTest contractTestCommand `cmd:"" group:"run" name:"contract-test" help:"Test whether a server conforms to the contract."`
	Completion   completionCommand   `cmd:"" group:"run" help:"Print a script for the shell that completes commands and flags."`
	Version      versionCommand      `cmd:"" group:"run" help:"Print the version; so do --version and -v."`
	HelpWord     helpCommand         `cmd:"" group:"run" name:"help" help:"Explain a command: rekey help users create."`
}

// program is the environment of a command: its context and its streams.
type program struct {
	context.Context
	in       io.Reader
	out, err io.Writer
}

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	p := &program{Context: ctx, in: os.Stdin, out: os.Stdout, err: os.Stderr}

	args, asked := spelledOut(args)
	parser, manage, err := p.parser(args)
	if err != nil {
		return p.report(err)
	}
	named := namedBy(parser.Model.Node, args)
	if len(named) == len(args) && len(named) > 0 && !asked && len(named[len(named)-1].Children) > 0 {
		// An incomplete command does nothing, so it is an error: a script must not continue.
		parser.Stdout, parser.Exit = p.err, func(int) {}
		_, _ = parser.Parse(append(args, "--help"))
		return exitUsage
	}
	helped := false
	parser.Exit = func(int) { helped = true }
	parsed, err := parser.Parse(args)
	switch {
	case helped:
		return exitOK
	case err != nil:
		words := []string{"rekey"}
		for _, n := range named {
			words = append(words, n.Name)
		}
		fmt.Fprintf(p.err, "rekey: %v; see %s --help\n", err, strings.Join(words, " "))
		return exitUsage
	}
	if manage != nil {
		if code, ok := manage.Run(p, parsed); ok {
			return code
		}
	}
	return p.report(parsed.Run(p))
}

// spelledOut replaces other spellings, such as -v, by the arguments that they mean, and tells
// whether help is requested. Without arguments rekey shows help and succeeds, as gh, kubectl and
// docker do.
func spelledOut(args []string) (meant []string, help bool) {
	switch {
	case len(args) == 0:
		return []string{"--help"}, true
	case len(args) == 1 && (args[0] == "--version" || args[0] == "-v"):
		return []string{"version"}, false
	case args[0] == "help" && !slices.Contains(args, "--help"):
		return append(slices.Clone(args[1:]), "--help"), true
	}
	return args, false
}

// namedBy returns the commands and subcommands that the arguments begin with.
func namedBy(n *kong.Node, args []string) (named []*kong.Node) {
	for _, word := range args {
		i := slices.IndexFunc(n.Children, func(child *kong.Node) bool { return child.Name == word })
		if i < 0 {
			break
		}
		n = n.Children[i]
		named = append(named, n)
	}
	return named
}

// helpCommand only adds help to the list of commands: spelledOut replaces it before the parser
// runs.
type helpCommand struct {
	Command []string `arg:"" optional:"" help:"The words of a command."`
}

// parser returns a parser of all commands. If the first argument names a command that runs a
// service, the parser has only these and manage is nil: reading the contract takes longer than most
// of these commands.
func (p *program) parser(args []string) (parser *kong.Kong, manage *console.Console, err error) {
	options := []kong.Option{
		kong.Name("rekey"), kong.Description(description), kong.Vars{"shells": strings.Join(console.Shells(), ",")},
		kong.Writers(p.out, p.err), kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
		kong.ExplicitGroups([]kong.Group{
			{Key: "run", Title: "Run a service:"},
			{Key: console.Group, Title: "Manage a service:", Description: "These ask the service at $REKEY_URL with the key in $REKEY_API_KEY; they are the operations of its API, with the API's names."},
		}),
	}
	if parser, err = kong.New(&cli{}, options...); err != nil {
		return nil, nil, err
	}
	named := func(n *kong.Node) bool {
		return len(args) > 0 && n.Name == args[0] && n.Name != "completion" && n.Name != "help"
	}
	if slices.ContainsFunc(parser.Model.Children, named) {
		return parser, nil, nil
	}
	if manage, err = p.console(); err != nil {
		return nil, nil, err
	}
	parser, err = kong.New(&cli{}, append(manage.Options(), options...)...)
	return parser, manage, err
}

// report prints each error on a line of its own, and returns the exit code.
func (p *program) report(err error) int {
	if err == nil {
		return exitOK
	}
	for _, e := range doctor.Each(err) {
		if !errors.Is(e, errReported) {
			fmt.Fprintln(p.err, "rekey:", store.ForOperator(e))
		}
	}
	return exitCode(err)
}

// settings is the flag with which a command finds its configuration.
type settings struct {
	EnvFile string `name:"env-file" placeholder:"FILE" type:"path" help:"Read settings from FILE, as lines of NAME=value. Variables of the environment take precedence."`
}

// environment merges the file and the environment of the process.
func (s settings) environment() (map[string]string, error) {
	values := map[string]string{}
	if s.EnvFile != "" {
		var err error
		if values, err = setup.ReadEnvFile(s.EnvFile); err != nil {
			return nil, err
		}
	}
	for _, v := range os.Environ() {
		if name, value, ok := strings.Cut(v, "="); ok {
			values[name] = value
		}
	}
	return values, nil
}

// config reads the settings. It does not check whether they are sufficient to serve.
func (s settings) config() (*config.Config, error) {
	values, err := s.environment()
	if err != nil {
		return nil, err
	}
	c, err := config.FromEnvironment(values)
	if err != nil {
		return nil, err
	}
	return c, nil
}

// logger writes JSON to standard error.
func (p *program) logger(c *config.Config) *slog.Logger {
	return slog.New(slog.NewJSONHandler(p.err, &slog.HandlerOptions{Level: c.LogLevel}))
}
