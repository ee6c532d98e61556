package store

import (
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	mysqldriver "github.com/go-sql-driver/mysql"
	"gorm.io/driver/mysql"
	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/store/failover"
)

type mysqlDialect struct {
	configs     []*mysqldriver.Config // one for each host, in the order of the URL
	connector   *failover.Connector
	connections int
	syncWait    *int
	log         *slog.Logger
}

var plainName = regexp.MustCompile(`^[a-zA-Z_]{1,30}$`)

// defaultConnections is how many connections one server of Rekey holds at most.
const defaultConnections = 32

// mysqlSettings are what may follow the ? of a URL.
type mysqlSettings struct {
	tls, socket string
	connections int
	syncWait    *int
}

// newMySQL converts the URL to a DSN for each host, with the settings with which both engines behave
// alike: matched rows counted, binary collation, strict mode, UTC.
func newMySQL(raw string, within time.Duration, log *slog.Logger) (dialect, error) {
	var d mysqlDialect
	var settings mysqlSettings
	for _, one := range splitHosts(raw) {
		u, err := url.Parse(one)
		if err != nil || u.Host == "" || strings.Trim(u.Path, "/") == "" {
			return nil, errors.New("must be mysql://user:pass@host:port/name; are special characters of the password percent-encoded?") // err would carry the password
		}
		if strings.ContainsAny(strings.Trim(u.Path, "/"), "/@:") || u.Fragment != "" { // a password cut in two, whose end must not be printed
			return nil, errors.New("ends with the name of the database; a / or # of the password must be percent-encoded")
		}
		if settings, err = parseSettings(u.Query()); err != nil {
			return nil, err
		}
		c := mysqlConfig(u, settings, within)
		if slices.ContainsFunc(d.configs, func(other *mysqldriver.Config) bool { return other.Addr == c.Addr }) {
			return nil, errors.New("names a host twice")
		}
		d.configs = append(d.configs, c)
	}
	if len(d.configs) > 1 {
		if settings.socket != "" {
			return nil, errors.New("names a socket and several hosts")
		}
		for _, c := range d.configs {
			c.RejectReadOnly = false // the connector itself leaves a read-only host
		}
	}
	d.connections, d.syncWait, d.log = settings.connections, settings.syncWait, log
	var err error
	if d.connector, err = failover.New(failover.Options{Hosts: d.configs, SyncWait: d.syncWait, Log: log}); err != nil {
		return nil, errors.New("has a bad tls setting: true, false, skip-verify or preferred")
	}
	return d, nil
}

// connectorWith returns a connector for other connections, with one more variable of the session.
func (d mysqlDialect) connectorWith(variable, value string) (*failover.Connector, error) {
	var configs []*mysqldriver.Config
	for _, c := range d.configs {
		c = c.Clone()
		c.Params[variable] = value
		configs = append(configs, c)
	}
	return failover.New(failover.Options{Hosts: configs, SyncWait: d.syncWait, Log: d.log})
}

// splitHosts gives a URL for each host of one that lists several, as in mysql://user:pass@a:3306,b:3306/rekey.
func splitHosts(raw string) (all []string) {
	scheme, rest, _ := strings.Cut(raw, "://")
	end := len(rest)
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		end = i
	}
	at := strings.LastIndex(rest[:end], "@") + 1
	for host := range strings.SplitSeq(rest[at:end], ",") {
		all = append(all, scheme+"://"+rest[:at]+host+rest[end:])
	}
	return all
}

func parseSettings(query url.Values) (mysqlSettings, error) {
	s := mysqlSettings{connections: defaultConnections}
	for name, values := range query {
		n, err := strconv.Atoi(values[0])
		switch name {
		case "tls":
			s.tls = values[0]
		case "socket":
			s.socket = values[0]
		case "wsrep_sync_wait": // causal reads on a Galera cluster
			if err != nil || n < 0 || n > 15 {
				return s, errors.New("has a bad wsrep_sync_wait: 0 to 15")
			}
			s.syncWait = &n
		case "connections":
			if s.connections = n; err != nil || n < 2 || n > 1000 {
				return s, errors.New("has a bad number of connections: 2 to 1000")
			}
		default:
			if !plainName.MatchString(name) { // it may be the end of a password with a ? in it
				name = "other settings"
			}
			return s, fmt.Errorf("after ? it knows connections, tls, socket and wsrep_sync_wait, not %s", name)
		}
	}
	return s, nil
}

func mysqlConfig(u *url.URL, settings mysqlSettings, within time.Duration) *mysqldriver.Config {
	c := mysqldriver.NewConfig()
	c.User = u.User.Username()
	c.Passwd, _ = u.User.Password()
	c.Net, c.Addr = "tcp", u.Host
	if u.Port() == "" {
		c.Addr = net.JoinHostPort(u.Hostname(), "3306")
	}
	if settings.socket != "" {
		c.Net, c.Addr = "unix", settings.socket
	}
	c.DBName = strings.Trim(u.Path, "/")
	c.TLSConfig = settings.tls
	c.ParseTime, c.Loc, c.Collation, c.ClientFoundRows = true, time.UTC, "utf8mb4_bin", true
	c.InterpolateParams = true // one round trip for a statement that is not prepared; safe with utf8mb4
	c.Timeout, c.ReadTimeout, c.WriteTimeout = 5*time.Second, within, within
	c.RejectReadOnly = true // leaves a demoted primary, and finds the new one by the same name
	c.Params = map[string]string{
		"sql_mode": "'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
	}
	c.Logger = &mysqldriver.NopLogger{} // broken connections come back as errors
	return c
}

func (mysqlDialect) name() string { return "mysql" }
func (d mysqlDialect) writer() gorm.Dialector {
	precision := 6
	return mysql.New(mysql.Config{
		Conn: sql.OpenDB(d.connector), DSNConfig: d.configs[0],
		DefaultDatetimePrecision: &precision, DefaultStringSize: 255,
		SkipInitializeWithVersion: true, // no query before the first ping
	})
}
func (d mysqlDialect) writers() int         { return d.connections }
func (mysqlDialect) reader() gorm.Dialector { return nil }
func (mysqlDialect) readers() int           { return 0 }
func (d mysqlDialect) hosts() int           { return len(d.configs) }

// life is limited, since after a while another server may answer at the same name or proxy.
func (mysqlDialect) life() time.Duration { return 3 * time.Minute }

func (mysqlDialect) countTables() string {
	return "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?"
}
