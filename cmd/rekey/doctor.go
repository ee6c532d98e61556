package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/doctor"
	"github.com/rekeyhq/rekey/impl/spec"
)

type doctorCommand struct {
	settings
	Checkpoint string `placeholder:"FILE" type:"path" help:"Compare the database with the checkpoints of the audit trail in FILE, which was kept elsewhere: a log of the service, or what rekey audit checkpoints printed."`
	Health     bool   `help:"Only ask the service at REKEY_ADDR whether it is ready; for health checks of containers."`
}

// Help is the long text of rekey doctor --help.
func (doctorCommand) Help() string {
	return `It examines the settings, secret file, database and its servers, schema, clocks, mail server and disk, and prints a line for each: ok, warn or fail, and what to do. It changes nothing and sends nothing. The exit code is 1 if anything failed.`
}

func (c *doctorCommand) Run(p *program) error {
	values, err := c.environment()
	if err != nil {
		return err
	}
	conf, configErr := config.FromEnvironment(values)
	if c.Health {
		return healthy(p, conf.Addr)
	}
	findings := doctor.Doctor{Config: conf, ConfigErr: configErr, Clock: clock.System{}, Log: p.logger(conf), Checkpoints: c.Checkpoint}.Examine(p)
	for _, f := range findings {
		fmt.Fprintf(p.out, "%-4s  %-13s  %s\n", f.State, f.About, f.Text)
	}
	if !doctor.Healthy(findings) {
		return errReported
	}
	return nil
}

// healthy asks the service on its own address whether it is ready.
func healthy(p *program, addr string) error {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return errors.New("REKEY_ADDR must be host:port")
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	client := &http.Client{Timeout: 3 * time.Second}
	request, err := http.NewRequestWithContext(p, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/readyz", nil)
	if err != nil {
		return err
	}
	answer, err := client.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = answer.Body.Close() }()
	_, _ = io.Copy(io.Discard, answer.Body)
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("the service is not ready: %s", answer.Status)
	}
	fmt.Fprintln(p.out, "ready")
	return nil
}

type openapiCommand struct {
	YAML    bool   `name:"yaml" help:"Print YAML instead of JSON."`
	Surface string `help:"Only one surface: ${enum}." enum:"all,rekey,boomi,entrust,wristband,zitadel" default:"all"`
}

func (c *openapiCommand) Run(p *program) error {
	body, err := openapi.JSON, error(nil)
	if c.Surface != "all" {
		body, err = spec.JSON(c.Surface)
	}
	if err == nil && c.YAML {
		body, err = spec.YAML(body)
	}
	if err != nil {
		return err
	}
	_, err = p.out.Write(body)
	return err
}

type versionCommand struct{}

// build returns the information that the compiler recorded in this program.
func build() *debug.BuildInfo {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{GoVersion: "unknown"}
	}
	return info
}

func (versionCommand) Run(p *program) error {
	info := build()
	built := map[string]string{}
	for _, s := range info.Settings {
		built[s.Key] = s.Value
	}
	commit := cmp.Or(built["vcs.revision"], "unknown")
	if built["vcs.modified"] == "true" {
		commit += " (modified)"
	}
	_, err := fmt.Fprintf(p.out, "rekey %s\ncommit %s\n%s\n", openapi.Version, commit, info.GoVersion)
	return err
}
