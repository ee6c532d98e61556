package config

import (
	"errors"
	"fmt"
	"net"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/tracing"
)

// checkTraces reads the settings of traces.
func (c *Config) checkTraces() error {
	traces, err := tracing.Parse(tracing.Input{
		Endpoint: c.OTLPEndpoint, TracesEndpoint: c.OTLPTraces, Protocol: c.OTLPProtocol, Headers: c.OTLPHeaders.Reveal(),
		Service: c.OTELService, Attributes: c.OTELAttributes, Sampler: c.OTELSampler, Argument: c.OTELSamplerArg, Disabled: c.OTELDisabled,
	})
	if err == nil && traces != nil && c.OTLPCertificate != "" {
		if traces.RootCAs, err = outbox.LoadRootCAs(c.OTLPCertificate); err != nil {
			err = fmt.Errorf("OTEL_EXPORTER_OTLP_CERTIFICATE: %w", err)
		}
	}
	c.Traces = traces
	return err
}

// checkAdmin refuses an address that other machines reach: profiles have no credential of their own.
func (c *Config) checkAdmin() error {
	if c.AdminAddr == "" {
		return nil
	}
	host, port, err := net.SplitHostPort(c.AdminAddr)
	if err != nil || !isLoopback(host) || port != "0" && !isPort(port) {
		return errors.New("REKEY_ADMIN_ADDR must be a port of this machine's loopback address, such as 127.0.0.1:8081; use a tunnel to read profiles from elsewhere")
	}
	return nil
}
