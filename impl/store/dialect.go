package store

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net"
	"net/url"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/glebarez/sqlite"
	mysqldriver "github.com/go-sql-driver/mysql"
	"gorm.io/driver/mysql"
	"gorm.io/gorm"
)

// dialect is what differs between the engines. gorm's dialects write the SQL; pools, connection
// strings and questions about the engine itself are left to the program.
type dialect interface {
	name() string
	writer() gorm.Dialector
	writers() int
	reader() gorm.Dialector // nil: reads share the writer's pool
	readers() int
	life() time.Duration // the life of a connection; 0: unlimited
	countTables() string // the statement that counts the tables of a name
}

func dialectFor(raw string, within time.Duration) (dialect, error) {
	if path, ok := strings.CutPrefix(raw, "sqlite:"); ok && path != "" {
		return sqliteDialect{path: path}, CheckFile(path)
	}
	if strings.HasPrefix(raw, "mysql://") {
		return newMySQL(raw, within)
	}
	return nil, errors.New("must be sqlite:PATH or mysql://user:pass@host:port/name")
}

// CheckFile refuses a path that looks like the rest of a URL: settings after a ? would become
// part of the file's name, and a name after // would be a file of the root folder.
func CheckFile(path string) error {
	switch {
	case strings.Contains(path, "?"):
		return errors.New("sqlite: takes a path alone, without settings behind a ?")
	case strings.HasPrefix(path, "//") && !strings.HasPrefix(path, "///"):
		return errors.New("sqlite: takes a path, as in sqlite:rekey.db or sqlite:/var/lib/rekey/rekey.db, without // before it")
	}
	return nil
}

type sqliteDialect struct{ path string }

func (sqliteDialect) name() string { return "sqlite" }

// dsn returns the connection string. With WAL readers do not wait for the writer;
// synchronous=FULL because a used code must stay used after a power failure; immediate
// transactions because deferred ones fail with SQLITE_BUSY when their first write follows a read.
func (d sqliteDialect) dsn(extra string) string {
	// These characters end the path of a URI: unescaped, another file would be opened.
	path := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(d.path)
	return "file:" + path + "?_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)" +
		"&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)&_txlock=immediate" + extra
}
func (d sqliteDialect) writer() gorm.Dialector { return sqlite.Open(d.dsn("")) }
func (sqliteDialect) writers() int             { return 1 }
func (d sqliteDialect) reader() gorm.Dialector {
	return sqlite.Open(d.dsn("&_pragma=query_only(1)"))
}

// readers is near the number of cores, where the p99 is flat; with 64 readers on two cores it was
// 60 ms.
func (sqliteDialect) readers() int        { return max(4, runtime.NumCPU()) }
func (sqliteDialect) life() time.Duration { return 0 }
func (sqliteDialect) countTables() string {
	return "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = ?"
}

type mysqlDialect struct {
	config      *mysqldriver.Config
	connector   driver.Connector
	connections int
}

var plainName = regexp.MustCompile(`^[a-zA-Z_]{1,30}$`)

// defaultConnections is how many connections one server of Rekey holds at most.
const defaultConnections = 32

// newMySQL converts the URL to a DSN with the settings with which both engines behave alike:
// matched rows counted, binary collation, strict mode, UTC.
func newMySQL(raw string, within time.Duration) (dialect, error) {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" || strings.Trim(u.Path, "/") == "" {
		return nil, errors.New("must be mysql://user:pass@host:port/name; are special characters of the password percent-encoded?") // err would carry the password
	}
	if strings.ContainsAny(strings.Trim(u.Path, "/"), "/@:") || u.Fragment != "" { // a password cut in two, whose end must not be printed
		return nil, errors.New("ends with the name of the database; a / or # of the password must be percent-encoded")
	}
	c := mysqldriver.NewConfig()
	c.User = u.User.Username()
	c.Passwd, _ = u.User.Password()
	c.Net, c.Addr = "tcp", u.Host
	if u.Port() == "" {
		c.Addr = net.JoinHostPort(u.Hostname(), "3306")
	}
	c.DBName = strings.Trim(u.Path, "/")
	c.ParseTime, c.Loc, c.Collation, c.ClientFoundRows = true, time.UTC, "utf8mb4_bin", true
	c.InterpolateParams = true // one round trip for a statement that is not prepared; safe with utf8mb4
	c.Timeout, c.ReadTimeout, c.WriteTimeout = 5*time.Second, within, within
	c.RejectReadOnly = true // leaves a demoted primary, and finds the new one by the same name
	connections := defaultConnections
	c.Params = map[string]string{
		"sql_mode": "'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
	}
	for name, values := range u.Query() {
		switch name {
		case "tls":
			c.TLSConfig = values[0]
		case "socket":
			c.Net, c.Addr = "unix", values[0]
		case "wsrep_sync_wait": // causal reads on a Galera cluster
			c.Params[name] = values[0]
		case "connections":
			if connections, err = strconv.Atoi(values[0]); err != nil || connections < 2 || connections > 1000 {
				return nil, errors.New("has a bad number of connections: 2 to 1000")
			}
		default:
			if !plainName.MatchString(name) { // it may be the end of a password with a ? in it
				name = "other settings"
			}
			return nil, fmt.Errorf("after ? it knows connections, tls, socket and wsrep_sync_wait, not %s", name)
		}
	}
	c.Logger = &mysqldriver.NopLogger{}           // broken connections come back as errors
	connector, err := mysqldriver.NewConnector(c) // a DSN cannot carry the logger
	if err != nil {
		return nil, errors.New("has a bad tls setting: true, false, skip-verify or preferred")
	}
	return mysqlDialect{config: c, connector: connector, connections: connections}, nil
}

func (mysqlDialect) name() string { return "mysql" }
func (d mysqlDialect) writer() gorm.Dialector {
	precision := 6
	return mysql.New(mysql.Config{
		Conn: sql.OpenDB(d.connector), DSNConfig: d.config,
		DefaultDatetimePrecision: &precision, DefaultStringSize: 255,
		SkipInitializeWithVersion: true, // no query before the first ping
	})
}
func (d mysqlDialect) writers() int         { return d.connections }
func (mysqlDialect) reader() gorm.Dialector { return nil }
func (mysqlDialect) readers() int           { return 0 }

// life is limited, since after a while another server may answer at the same name or proxy.
func (mysqlDialect) life() time.Duration { return 3 * time.Minute }

func (mysqlDialect) countTables() string {
	return "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?"
}
