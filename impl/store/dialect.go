package store

import (
	"errors"
	"log/slog"
	"runtime"
	"strings"
	"time"

	"github.com/glebarez/sqlite"
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
	hosts() int          // the servers to choose from
	countTables() string // the statement that counts the tables of a name
}

func dialectFor(raw string, within time.Duration, log *slog.Logger) (dialect, error) {
	if path, ok := strings.CutPrefix(raw, "sqlite:"); ok && path != "" {
		return sqliteDialect{path: path}, CheckFile(path)
	}
	if strings.HasPrefix(raw, "mysql://") {
		return newMySQL(raw, within, log)
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
func (sqliteDialect) hosts() int          { return 1 }
func (sqliteDialect) countTables() string {
	return "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = ?"
}
