package docs_test

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"strings"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/tests/harness"
)

func mysqlDSN() string { return os.Getenv("REKEY_TEST_MYSQL_DSN") }

// What the pages call the servers of a production installation.
const (
	shownDatabase = "mysql://rekey:PASSWORD@db.example.com:3306/rekey?tls=true"
	shownMail     = "smtp://rekey:PASSWORD@mail.example.com:587?tls=required&from=id@example.com"
)

// likeProduction puts a mail server that wants TLS, and the database server of the tests,
// in the place of those that the page names.
func (s *stage) likeProduction(p *page) {
	s.t.Helper()
	if strings.Contains(p.commands(), shownMail) {
		mail := harness.NewSMTP(s.t)
		s.replace = append(s.replace, shownMail,
			fmt.Sprintf("smtp://%s:%s@%s?tls=required&from=id@example.com", mail.Username, mail.Password, mail.Addr))
		s.env = append(s.env, "REKEY_SMTP_CA="+mail.CAFile)
	}
	if !strings.Contains(p.commands(), shownDatabase) || mysqlDSN() == "" {
		return
	}
	u, err := url.Parse(mysqlDSN())
	if err != nil {
		s.t.Fatal(err)
	}
	password, _ := u.User.Password()
	// The programs of the database find their server as an operator's do, in the file in the home folder.
	s.write(s.dir, ".my.cnf", fmt.Sprintf("[client]\nprotocol=tcp\nhost=%s\nport=%s\nuser=%s\npassword=%s\n",
		u.Hostname(), u.Port(), u.User.Username(), password))
	name := "rekey_" + strings.ReplaceAll(secret.NewID(), "-", "")
	u.Path = "/" + name
	// The private server has no certificate, and a server that is shared may have a database of this name.
	s.replace = append(s.replace, shownDatabase, u.String(), "DATABASE rekey ", "DATABASE "+name+" ", " rekey_backup", " "+name)
	s.t.Cleanup(func() {
		if said, err := s.command(context.WithoutCancel(s.t.Context()), "mysql", "-e", "DROP DATABASE IF EXISTS "+name).CombinedOutput(); err != nil {
			s.t.Errorf("%v %s", err, said)
		}
	})
}
