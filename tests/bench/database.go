package main

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	_ "github.com/glebarez/go-sqlite" // both engines, for the floor
	_ "github.com/go-sql-driver/mysql"

	"github.com/rekeyhq/rekey/impl/secret"
)

// database is a fresh one, and what its server spends.
type database struct {
	URL     string
	process string // /proc/PID of a server of its own; empty: none, or not to be seen
	drop    func()
}

func openDatabase(ctx context.Context, store, dir, name string) (*database, error) {
	switch store {
	case "sqlite":
		return &database{URL: "sqlite:" + filepath.Join(dir, name+".db"), drop: func() {}}, nil
	case "mysql":
		return freshMySQL(ctx, os.Getenv("REKEY_TEST_MYSQL_DSN"))
	}
	return nil, fmt.Errorf("-store is sqlite or mysql, not %q", store)
}

func freshMySQL(ctx context.Context, base string) (*database, error) {
	if base == "" {
		return nil, errors.New("-store mysql needs REKEY_TEST_MYSQL_DSN=mysql://user:pass@host:port/; make bench sets it")
	}
	dsn, err := mysqlDSN(base)
	if err != nil {
		return nil, err
	}
	admin, err := sql.Open("mysql", dsn)
	if err != nil {
		return nil, err
	}
	name := "rekey_bench_" + strings.ReplaceAll(secret.NewID(), "-", "")
	if _, err := admin.ExecContext(ctx, "CREATE DATABASE "+name+" CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"); err != nil {
		return nil, errors.Join(err, admin.Close())
	}
	u, err := url.Parse(base)
	if err != nil {
		return nil, errors.Join(err, admin.Close())
	}
	u.Path = "/" + name
	d := &database{URL: u.String(), process: serverProcess(ctx, admin)}
	d.drop = func() {
		_, _ = admin.ExecContext(context.WithoutCancel(ctx), "DROP DATABASE "+name)
		_ = admin.Close()
	}
	return d, nil
}

func mysqlDSN(raw string) (string, error) {
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "mysql" {
		return "", errors.New("REKEY_TEST_MYSQL_DSN must be mysql://user:pass@host:port/")
	}
	password, _ := u.User.Password()
	return fmt.Sprintf("%s:%s@tcp(%s)/%s", u.User.Username(), password, u.Host, strings.Trim(u.Path, "/")), nil
}

// serverProcess finds the database server on this machine by its pid file. In a
// container or on another machine there is none to be found, and its CPU is left out.
func serverProcess(ctx context.Context, admin *sql.DB) string {
	var file string
	if err := admin.QueryRowContext(ctx, "SELECT @@pid_file").Scan(&file); err != nil {
		return ""
	}
	pid, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	process := filepath.Join("/proc", strings.TrimSpace(string(pid)))
	name, err := os.ReadFile(filepath.Join(process, "comm"))
	if err != nil || !strings.HasPrefix(string(name), "mariadb") && !strings.HasPrefix(string(name), "mysql") {
		return ""
	}
	return process
}

// used is the CPU time of the database server so far: fields 14 and 15 of
// /proc/PID/stat, in hundredths of a second (man 5 proc).
func (d *database) used() time.Duration {
	if d.process == "" {
		return 0
	}
	line, err := os.ReadFile(filepath.Join(d.process, "stat"))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(line[bytes.LastIndexByte(line, ')')+1:])) // the name may hold blanks
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.ParseInt(fields[11], 10, 64)
	system, _ := strconv.ParseInt(fields[12], 10, 64)
	return time.Duration(user+system) * 10 * time.Millisecond
}

// openPlain opens the database without the store, with as many connections as the
// store reads with, kept open.
func openPlain(raw string) (*sql.DB, error) {
	driver, dsn, conns := "mysql", "", 32
	var err error
	if path, ok := strings.CutPrefix(raw, "sqlite:"); ok {
		driver, conns = "sqlite", max(4, runtime.NumCPU())
		dsn = "file:" + path + "?_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=query_only(1)"
	} else if dsn, err = mysqlDSN(raw); err != nil {
		return nil, err
	}
	db, err := sql.Open(driver, dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(conns)
	db.SetMaxIdleConns(conns)
	return db, nil
}
