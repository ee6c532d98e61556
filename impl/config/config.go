// Package config reads the settings from the environment into a typed Config, and reports
// all mistakes at once, so that an operator does not find them one after the other.
//
// Config lists every setting with its variable, default and help text; the documentation and
// --help are generated from it. FromEnvironment reads the settings; a variable that looks like a
// setting and is not one is an error (Unknown). CheckServe adds what serving needs, such as a
// public URL and a mail server. The commands in cmd/rekey read the configuration once and pass it
// on; nothing else reads the environment.
//
// The package promises that no error contains the value of a setting, since values can be
// secrets. It must not open the database or a connection: impl/doctor does that.
package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"reflect"
	"runtime"
	"strconv"
	"strings"

	"github.com/caarlos0/env/v11"

	"github.com/rekeyhq/rekey/impl/breach"
	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/tracing"
)

// Profiles.
const (
	Production  = "production"
	Development = "development"
)

// Config has a field for each setting; docs and --help are made from its tags.
type Config struct {
	Addr           string     `env:"REKEY_ADDR" envDefault:"127.0.0.1:8080" help:"address to listen on"`
	PublicURL      string     `env:"REKEY_PUBLIC_URL" help:"public URL of this service; links are built from it"`
	DatabaseURL    string     `env:"REKEY_DATABASE_URL" envDefault:"sqlite:rekey.db" help:"sqlite:PATH, or mysql://user:pass@host:3306/rekey with one or several hosts"`
	SecretFile     string     `env:"REKEY_SECRET_FILE" envDefault:"rekey.secret" help:"32+ random bytes, mode 0600; created by rekey init"`
	SMTPURL        string     `env:"REKEY_SMTP_URL" help:"smtp://user:pass@host:587?tls=required&from=address"`
	SMTPCA         string     `env:"REKEY_SMTP_CA" help:"PEM file of the private certificate authority of the mail server"`
	SMSURL         string     `env:"REKEY_SMS_URL" help:"URL of the SMS gateway; empty: no SMS"`
	SMSSecret      SecretText `env:"REKEY_SMS_SECRET" help:"key that signs the requests to the SMS gateway"`
	Profile        string     `env:"REKEY_PROFILE" envDefault:"production" help:"production, or development (mailbox in memory)"`
	Product        string     `env:"REKEY_PRODUCT" envDefault:"Rekey" help:"name of the service in mails and pages"`
	TrustedProxies string     `env:"REKEY_TRUSTED_PROXIES" help:"addresses or networks whose X-Forwarded-For is trusted, comma separated"`
	HashLimit      int        `env:"REKEY_HASH_LIMIT" help:"password hashes at the same time; default: number of cores"`
	HashQueue      int        `env:"REKEY_HASH_QUEUE" envDefault:"64" help:"callers that may wait for a hash; beyond it 503"`
	InFlight       int        `env:"REKEY_IN_FLIGHT" envDefault:"512" help:"requests at the same time; beyond it 503"`
	PerMinute      int        `env:"REKEY_ANONYMOUS_PER_MINUTE" envDefault:"120" help:"requests of one client address a minute where no credential is needed, API keys excepted; beyond it 429"`
	BlocklistFile  string     `env:"REKEY_BLOCKLIST_FILE" help:"passwords to refuse besides the common ones: UTF-8, one a line, at most 16 MiB"`
	BreachURL      string     `env:"REKEY_BREACH_URL" help:"range API of breached passwords, asked as URL/ABCDE if a policy requires it; empty: no policy may"`
	DNSServer      string     `env:"REKEY_DNS_SERVER" help:"DNS server (host:port) that is asked for the TXT records of tenants' hosts; empty: the system's resolver"`
	KeepSessions   Retention  `env:"REKEY_RETENTION_SESSIONS" envDefault:"30d" help:"sessions, their refresh tokens and login challenges are deleted this long after their end; forever: never"`
	KeepTickets    Retention  `env:"REKEY_RETENTION_TICKETS" envDefault:"30d" help:"tickets are deleted this long after they were used, ended or expired; forever: never"`
	KeepMessages   Retention  `env:"REKEY_RETENTION_MESSAGES" envDefault:"30d" help:"messages are deleted this long after they were sent or failed; forever: never"`
	KeepAPIKeys    Retention  `env:"REKEY_RETENTION_API_KEYS" envDefault:"30d" help:"API keys are deleted this long after they were revoked or expired; forever: never"`
	LogLevel       slog.Level `env:"REKEY_LOG_LEVEL" envDefault:"info" help:"debug, info, warn or error"`
	AdminAddr      string     `env:"REKEY_ADMIN_ADDR" help:"loopback address for profiles (pprof), /metrics and /readyz, such as 127.0.0.1:8081; empty: none"`

	OTLPEndpoint    string     `env:"OTEL_EXPORTER_OTLP_ENDPOINT" help:"URL of the collector of traces, such as http://127.0.0.1:4318; empty: no traces"`
	OTLPTraces      string     `env:"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT" help:"whole URL to which traces are posted, instead of the endpoint with /v1/traces"`
	OTLPProtocol    string     `env:"OTEL_EXPORTER_OTLP_PROTOCOL" envDefault:"http/protobuf" help:"http/protobuf is the only one"`
	OTLPHeaders     SecretText `env:"OTEL_EXPORTER_OTLP_HEADERS" help:"headers for the collector, as name=value,name=value"`
	OTLPCertificate string     `env:"OTEL_EXPORTER_OTLP_CERTIFICATE" help:"PEM file of the private certificate authority of the collector"`
	OTELService     string     `env:"OTEL_SERVICE_NAME" help:"name of the service in traces; default: rekey"`
	OTELAttributes  string     `env:"OTEL_RESOURCE_ATTRIBUTES" help:"attributes of this node in traces, as name=value,name=value"`
	OTELSampler     string     `env:"OTEL_TRACES_SAMPLER" envDefault:"parentbased_always_on" help:"which requests are traced: always_on, always_off or traceidratio, each also with parentbased_ before it"`
	OTELSamplerArg  string     `env:"OTEL_TRACES_SAMPLER_ARG" help:"share of the requests for traceidratio, from 0 to 1"`
	OTELDisabled    bool       `env:"OTEL_SDK_DISABLED" help:"true: no traces, whatever the endpoint"`

	SMTP    *outbox.SMTPConfig `env:"-"`
	Proxies []netip.Prefix     `env:"-"`
	Traces  *tracing.Settings  `env:"-"`
}

// SecretText is a secret setting; it redacts itself.
type SecretText struct{ secret.Text }

// UnmarshalText reads the setting.
func (s *SecretText) UnmarshalText(b []byte) error {
	s.Text = secret.NewText(string(b))
	return nil
}

// FromEnvironment reads the settings, and refuses unknown variables that look like settings. It
// reads the map; nil means the environment of this process. If it returns an error, it also
// returns the settings that could be read, so that the caller can check these at the same time.
func FromEnvironment(environment map[string]string) (*Config, error) {
	c := &Config{}
	opts := env.Options{}
	if environment != nil {
		opts.Environment = environment
	}
	err := env.ParseWithOptions(c, opts)
	if c.HashLimit == 0 {
		c.HashLimit = runtime.NumCPU()
	}
	var errs []error
	for _, u := range UnknownSettings(environment) {
		errs = append(errs, u)
	}
	if err != nil {
		errs = append(errs, readable(err))
	}
	return c, errors.Join(errs...)
}

// readable names the settings that could not be read, without their values.
func readable(err error) error {
	var all env.AggregateError
	if !errors.As(err, &all) {
		return errors.New("the environment could not be read")
	}
	var out []error
	for _, e := range all.Errors {
		var parse env.ParseError
		if errors.As(e, &parse) {
			if errors.Is(parse.Err, errRetention) {
				out = append(out, fmt.Errorf("%s %w", variable(parse.Name), errRetention))
				continue
			}
			out = append(out, fmt.Errorf("%s %s", variable(parse.Name), shape(parse.Type)))
			continue
		}
		out = append(out, errors.New("a setting could not be read"))
	}
	return errors.Join(out...)
}

// shape describes for the operator what is wrong with the value of a setting.
func shape(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[slog.Level]():
		return "is not debug, info, warn or error"
	case t.Kind() == reflect.Bool:
		return "is not true or false"
	case t.Kind() == reflect.Int:
		return "is not a whole number"
	}
	return "cannot be read"
}

// CheckServe reports every mistake for which a server with this configuration cannot start.
func (c *Config) CheckServe() error {
	var errs []error
	add := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if err := c.CheckPublicURL(); err != nil {
		errs = append(errs, err)
	}
	if c.Profile != Production && c.Profile != Development {
		add("REKEY_PROFILE must be production or development")
	}
	if !strings.HasPrefix(c.DatabaseURL, "sqlite:") && !strings.HasPrefix(c.DatabaseURL, "mysql://") {
		add("REKEY_DATABASE_URL must be sqlite:PATH or mysql://user:pass@host:port/name")
	}
	if _, _, err := net.SplitHostPort(c.Addr); err != nil {
		add("REKEY_ADDR must be host:port, such as 127.0.0.1:8080")
	}
	if host, port, err := net.SplitHostPort(c.DNSServer); c.DNSServer != "" && (err != nil || host == "" || !isPort(port)) {
		add("REKEY_DNS_SERVER must be host:port, such as 192.0.2.53:53")
	}
	if c.HashLimit < 1 || c.HashQueue < 0 || c.InFlight < 1 || c.PerMinute < 1 {
		add("REKEY_HASH_LIMIT, REKEY_IN_FLIGHT and REKEY_ANONYMOUS_PER_MINUTE must be at least 1, REKEY_HASH_QUEUE at least 0")
	}
	errs = append(errs, c.checkSenders(), c.checkProxies(), c.checkLists(), c.checkTraces(), c.checkAdmin())
	return errors.Join(errs...)
}

func (c *Config) checkSenders() error {
	var errs []error
	if c.SMTPURL == "" && c.Profile != Development {
		errs = append(errs, errors.New("REKEY_SMTP_URL is required in the production profile: without a mail server no link can be sent"))
	}
	if c.SMTPURL != "" {
		errs = append(errs, c.checkSMTP())
	}
	if c.SMSURL != "" {
		if err := (outbox.SMSConfig{URL: c.SMSURL, Secret: c.SMSSecret.Text}).Check(); err != nil {
			errs = append(errs, fmt.Errorf("REKEY_SMS_URL and REKEY_SMS_SECRET: %w", err))
		}
	}
	return errors.Join(errs...)
}

// checkSMTP leaves SMTP empty unless all of it is valid. Later checks would otherwise report the
// mail server for a URL that cannot be read.
func (c *Config) checkSMTP() error {
	parsed, err := outbox.ParseSMTPURL(c.SMTPURL)
	if err == nil && parsed.From == "" {
		err = errors.New("needs the sender's address, as from=address")
	}
	if err != nil {
		err = fmt.Errorf("REKEY_SMTP_URL: %w", err)
	}
	if c.SMTPCA != "" {
		var missing error
		if parsed.RootCAs, missing = outbox.LoadRootCAs(c.SMTPCA); missing != nil {
			err = errors.Join(err, fmt.Errorf("REKEY_SMTP_CA: %w", missing))
		}
	}
	if err != nil {
		return err
	}
	if _, err := outbox.NewSMTP(parsed); err != nil {
		return fmt.Errorf("REKEY_SMTP_URL: %w", err)
	}
	c.SMTP = &parsed
	return nil
}

func (c *Config) checkLists() error {
	var errs []error
	if c.BlocklistFile != "" {
		if _, err := policy.LoadWords(c.BlocklistFile); err != nil {
			errs = append(errs, fmt.Errorf("REKEY_BLOCKLIST_FILE: %w", err))
		}
	}
	if c.BreachURL != "" {
		if err := (breach.Config{URL: c.BreachURL}).Check(); err != nil {
			errs = append(errs, fmt.Errorf("REKEY_BREACH_URL: %w", err))
		}
	}
	return errors.Join(errs...)
}

func (c *Config) checkProxies() error {
	c.Proxies = nil
	for _, part := range strings.FieldsFunc(c.TrustedProxies, func(r rune) bool { return r == ',' || r == ' ' }) {
		if p, err := netip.ParsePrefix(part); err == nil {
			c.Proxies = append(c.Proxies, p.Masked())
			continue
		}
		a, err := netip.ParseAddr(part)
		if err != nil {
			return fmt.Errorf("REKEY_TRUSTED_PROXIES: %q is neither an address nor a network", part)
		}
		c.Proxies = append(c.Proxies, netip.PrefixFrom(a, a.BitLen()))
	}
	return nil
}

// CheckPublicURL checks the public URL. There is no default: a service that takes its own
// address from requests mails links that an attacker chose (CVE-2017-8295).
func (c *Config) CheckPublicURL() error {
	raw := c.PublicURL
	if raw == "" {
		return errors.New("REKEY_PUBLIC_URL is required: links in mails are built from it, never from request headers")
	}
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return errors.New("REKEY_PUBLIC_URL must be an absolute URL without user, query or fragment")
	}
	if err := checkPath(u); err != nil {
		return err
	}
	if u.Scheme == "https" || u.Scheme == "http" && (c.Profile == Development || isLoopback(u.Hostname())) {
		return nil
	}
	return errors.New("REKEY_PUBLIC_URL must be https; http is for this machine and the development profile only")
}

func isPort(s string) bool {
	n, err := strconv.ParseUint(s, 10, 16)
	return err == nil && n > 0
}

func isLoopback(host string) bool {
	a, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && a.IsLoopback()
}
