package docs_test

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"regexp"
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
	s.replace = append(s.replace, shownDatabase, u.String(), "DATABASE rekey ", "DATABASE "+name+" ", "--databases rekey ", "--databases "+name+" ")
	s.t.Cleanup(func() {
		if said, err := s.command(context.WithoutCancel(s.t.Context()), "mysql", "-e", "DROP DATABASE IF EXISTS "+name).CombinedOutput(); err != nil {
			s.t.Errorf("%v %s", err, said)
		}
	})
}

var metricName = regexp.MustCompile(`\brekey_[a-z_]+`)

// metricsOf finds the metrics that a page's rules name in what the service offers.
func (s *stage) metricsOf(p *page) []string {
	var wrong []string
	for _, b := range p.blocks {
		if b.mark.verb != "metrics" {
			continue
		}
		// The first of the two is the request that the second one counts.
		at := "http://" + s.address + "/metrics"
		said, err := s.command(s.t.Context(), "curl", "-fsS", at, at).CombinedOutput()
		if err != nil {
			return []string{fmt.Sprintf("%s:%d: %v %s", p.name, b.line, err, said)}
		}
		for _, name := range metricName.FindAllString(b.text, -1) {
			if !strings.Contains(string(said), "# TYPE "+name+" ") {
				wrong = append(wrong, fmt.Sprintf("%s:%d: the service has no metric %s", p.name, b.line, name))
			}
		}
	}
	return wrong
}
