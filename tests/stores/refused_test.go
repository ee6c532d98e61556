package stores_test

import (
	"context"
	"crypto/tls"
	"io"
	"log/slog"
	"net"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/doctor"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// opened tells why a database cannot be opened; a silent one within the time of the test.
func opened(t *testing.T, dbURL string, within time.Duration) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), within)
	defer cancel()
	s, err := store.Open(ctx, store.Options{URL: dbURL, Clock: clock.System{}, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	if err == nil {
		return strings.TrimSpace("open " + errorText(s.Close()))
	}
	return err.Error()
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// listening takes connections, greets each with a text and leaves; without a text it stays.
func listening(t *testing.T, greeting string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			t.Cleanup(func() { _ = c.Close() })
			if greeting != "" {
				_, _ = io.WriteString(c, greeting)
				_ = c.Close()
			}
		}
	}()
	return l.Addr().String()
}

// withTLS greets as a MySQL server that offers TLS, with a certificate that no authority
// vouches for (https://mariadb.com/kb/en/connection/).
func withTLS(t *testing.T) string {
	t.Helper()
	unvouched := httptest.NewTLSServer(nil)
	t.Cleanup(unvouched.Close)
	const protocol41, tlsOffered, secureConnection = 0x0200, 0x0800, 0x8000
	greeting := append([]byte("\x0a10.11.0-test\x00\x01\x00\x00\x00saltsalt\x00"), tlsOffered&0xff|protocol41&0xff, (tlsOffered|protocol41|secureConnection)>>8)
	greeting = append(greeting, "\x2d\x02\x00\x08\x00\x15"+strings.Repeat("\x00", 10)+"saltsaltsalt\x00mysql_native_password\x00"...)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		c, err := l.Accept()
		if err != nil {
			return
		}
		defer func() { _ = c.Close() }()
		_, _ = c.Write(append([]byte{byte(len(greeting)), 0, 0, 0}, greeting...))
		if _, err := io.ReadFull(c, make([]byte, 36)); err == nil { // the wish for TLS
			_ = tls.Server(c, &tls.Config{Certificates: unvouched.TLS.Certificates}).Handshake()
		}
	}()
	return l.Addr().String()
}

// TestADatabaseThatCannotBeOpenedSaysWhichSettingAndWhy, and never the password.
func TestADatabaseThatCannotBeOpenedSaysWhichSettingAndWhy(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			cases := sqliteMistakes(t)
			if kind.Name != "sqlite" {
				cases = serverMistakes(t, kind.Empty(t))
			}
			for name, c := range seed.InOrder(cases) {
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					within := 30 * time.Second
					if strings.Contains(c.want, "server answers") {
						within = 300 * time.Millisecond
					}
					got := opened(t, c.url, within)
					if !strings.HasPrefix(got, "REKEY_DATABASE_URL: "+c.want) || strings.Contains(got, "hunter2") {
						t.Errorf("%s, want %s", got, c.want)
					}
				})
			}
		})
	}
}

// TestAMissingRightToMakeTablesIsNamed: the user is let in, so the migration is the first to know.
func TestAMissingRightToMakeTablesIsNamed(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		if kind.Name == "sqlite" {
			continue
		}
		right := kind.Empty(t)
		u, err := url.Parse(right)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(u.Path, "/")
		user := "look_" + name[len(name)-12:]
		harness.Spoil(t, right, "CREATE USER '"+user+"'@'%' IDENTIFIED BY 'hunter2'")
		harness.Spoil(t, right, "GRANT SELECT ON `"+name+"`.* TO '"+user+"'@'%'")
		t.Cleanup(func() { harness.Spoil(t, right, "DROP USER '"+user+"'@'%'") })
		u.User = url.UserPassword(user, "hunter2")
		_, err = setup.MigrateUp(t.Context(), &config.Config{DatabaseURL: u.String()}, slog.New(slog.NewTextHandler(io.Discard, nil)))
		if got := errorText(err); !strings.HasPrefix(got, "REKEY_DATABASE_URL: the user lacks a right that migrations need") || strings.Contains(got, "hunter2") {
			t.Error(got)
		}
	}
}

type mistake struct{ url, want string }

func serverMistakes(t *testing.T, right string) map[string]mistake {
	t.Helper()
	at := func(change func(u *url.URL)) string {
		u, err := url.Parse(right)
		if err != nil {
			t.Fatal(err)
		}
		change(u)
		return u.String()
	}
	u, err := url.Parse(right)
	if err != nil {
		t.Fatal(err)
	}
	user := "only_" + strings.TrimPrefix(u.Path, "/rekey_")[:8]
	harness.Spoil(t, right, "CREATE USER '"+user+"'@'%' IDENTIFIED BY 'hunter2'")
	t.Cleanup(func() { harness.Spoil(t, right, "DROP USER '"+user+"'@'%'") })
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed := l.Addr().String()
	_ = l.Close()
	return map[string]mistake{
		"a wrong password": {at(func(u *url.URL) { u.User = url.UserPassword(user, "hunter2x") }),
			"user or password is wrong, or the user may log in over TLS alone (tls=true): Error 1045"},
		"no such user": {at(func(u *url.URL) { u.User = url.UserPassword("nobody", "hunter2") }), "user or password is wrong"},
		"no right to the database": {at(func(u *url.URL) { u.User = url.UserPassword(user, "hunter2") }),
			"the user has no right to this database, or there is none of the name: Error 1044"},
		"no such database":         {at(func(u *url.URL) { u.Path = "/rekye" }), "the server has no database of this name; create it: Error 1049"},
		"no TLS":                   {at(func(u *url.URL) { u.RawQuery = "tls=true" }), "the server at " + u.Host + " offers no TLS"},
		"a certificate of nobody":  {"mysql://ada:hunter2@" + withTLS(t) + "/rekey?tls=true", "TLS: the certificate of the server at 127.0.0.1:"},
		"an unknown host":          {at(func(u *url.URL) { u.Host = "db.invalid" }), "the host of db.invalid:3306 is not known"},
		"nobody listens":           {at(func(u *url.URL) { u.Host = closed }), "nothing listens at " + closed},
		"no such socket":           {at(func(u *url.URL) { u.RawQuery = "socket=/nowhere/mysqld.sock" }), "nothing listens at /nowhere/mysqld.sock"},
		"another kind of server":   {"mysql://ada:hunter2@" + listening(t, "220 mail.example.test ESMTP\r\n") + "/rekey", "what answers at 127.0.0.1:"},
		"a silent server":          {"mysql://ada:hunter2@" + listening(t, "") + "/rekey", "no MySQL or MariaDB server answers at 127.0.0.1:"},
		"a # in the password":      {"mysql://ada:1#hunter2@db.test/rekey", "must be mysql://"},
		"a slash in the password":  {"mysql://ada:1/hunter2@db.test/rekey", "ends with the name of the database"},
		"a ? in the password":      {"mysql://ada:1/a?hunter2@db.test/rekey", "after ? it knows connections, tls, socket and wsrep_sync_wait, not other settings"},
		"a word that is not known": {"mysql://ada:hunter2@db.test/rekey?ssl=true", "after ? it knows connections, tls, socket and wsrep_sync_wait, not ssl"},
	}
}

func sqliteMistakes(t *testing.T) map[string]mistake {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "letter"), []byte(strings.Repeat("no database at all ", 200)), 0o600); err != nil {
		t.Fatal(err)
	}
	return map[string]mistake{
		"no such folder": {"sqlite:" + dir + "/nowhere/rekey.db", "the file, or its folder, cannot be opened by this user"},
		"a folder":       {"sqlite:" + dir, "the file, or its folder, cannot be opened by this user"},
		"another file":   {"sqlite:" + dir + "/letter", "the file is not an SQLite database"},
		"settings":       {"sqlite:" + dir + "/rekey.db?mode=ro", "sqlite: takes a path alone"},
		"two slashes":    {"sqlite://rekey.db", "sqlite: takes a path, as in sqlite:rekey.db"},
		"another engine": {"postgres://ada:hunter2@db.test/rekey", "must be sqlite:PATH or mysql://"},
	}
}

// TestNoFileIsMadeOfASettingOfSQLite, before anybody looks at the URL.
func TestNoFileIsMadeOfASettingOfSQLite(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, made := range []error{setup.MakeDatabase("sqlite:" + dir + "/rekey.db?mode=rwc"), setup.RequireDatabase("sqlite:" + dir + "/rekey.db?mode=rwc")} {
		if made == nil || !strings.HasPrefix(made.Error(), "REKEY_DATABASE_URL: sqlite: takes a path alone") {
			t.Error(made)
		}
	}
	if there, err := os.ReadDir(dir); err != nil || len(there) != 0 {
		t.Errorf("%v %v", there, err)
	}
}

// TestEveryCommandSaysTheSameOfTheDatabase, since each opens it in its own way.
func TestEveryCommandSaysTheSameOfTheDatabase(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		if kind.Name == "sqlite" {
			continue
		}
		u, err := url.Parse(kind.Empty(t))
		if err != nil {
			t.Fatal(err)
		}
		u.User = url.UserPassword("nobody", "hunter2")
		keyring, err := harness.NewKeyring()
		if err != nil {
			t.Fatal(err)
		}
		secretFile := filepath.Join(t.TempDir(), "rekey.secret")
		if _, err := setup.WriteSecret(secretFile); err != nil {
			t.Fatal(err)
		}
		c := &config.Config{DatabaseURL: u.String(), SecretFile: secretFile, Profile: config.Development, PublicURL: "https://id.example.test", HashLimit: 1, InFlight: 1, PerMinute: 1}
		log := slog.New(slog.NewTextHandler(io.Discard, nil))
		ctx := t.Context()
		says := func(err error) string { return errorText(err) }
		for name, run := range seed.InOrder(map[string]func() string{
			"serve": func() string {
				_, err := service.Open(ctx, service.Parts{Config: c, Clock: clock.System{}, Keyring: keyring, Log: log, Hash: passhash.Default(), Surfaces: service.Surfaces()}, false)
				return says(err)
			},
			"migrate up":     func() string { _, err := setup.MigrateUp(ctx, c, log); return says(err) },
			"migrate status": func() string { _, err := setup.Status(ctx, c, log); return says(err) },
			"import":         func() string { _, err := setup.Offline(ctx, c, keyring, log); return says(err) },
			"forget-secret":  func() string { _, err := setup.ForgetSecret(ctx, c, log, false); return says(err) },
			"init": func() string {
				_, err := setup.Run(ctx, setup.Init{Config: c, ConfigFile: secretFile + ".env", Application: "A", Tenant: "A", Log: log})
				return says(err)
			},
			"doctor": func() string {
				for _, f := range (doctor.Doctor{Config: c, Clock: clock.System{}, Log: log}).Examine(ctx) {
					if f.About == "database" {
						return f.Text
					}
				}
				return ""
			},
		}) {
			if got := run(); !strings.HasPrefix(got, "REKEY_DATABASE_URL: user or password is wrong") || strings.Contains(got, "hunter2") {
				t.Errorf("%s: %s", name, got)
			}
		}
	}
}
