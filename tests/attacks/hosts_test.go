package attacks_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// lies are headers by which a request claims to have come to another address (A-001 to
//
var lies = map[string]map[string]string{
	"X-Forwarded-Host":         {"X-Forwarded-Host": "evil.test"},
	"X-Forwarded-Host, twice":  {"X-Forwarded-Host": "good.test, evil.test"},
	"X-Host":                   {"X-Host": "evil.test"},
	"X-Original-Host":          {"X-Original-Host": "evil.test"},
	"X-Forwarded-Server":       {"X-Forwarded-Server": "evil.test"},
	"X-HTTP-Host-Override":     {"X-HTTP-Host-Override": "evil.test"},
	"Forwarded: host":          {"Forwarded": `for=1.2.3.4;host=evil.test;proto=http`},
	"Forwarded: quoted host":   {"Forwarded": `host="evil.test:80"`},
	"X-Forwarded-Proto: http":  {"X-Forwarded-Proto": "http"},
	"X-Forwarded-Proto: other": {"X-Forwarded-Proto": "javascript"},
	"X-Forwarded-Scheme":       {"X-Forwarded-Scheme": "http", "X-Scheme": "http", "Front-End-Https": "off"},
	"X-Forwarded-Port":         {"X-Forwarded-Port": "1"},
	"X-Forwarded-Prefix":       {"X-Forwarded-Prefix": "//evil.test"},
	"X-Original-URL":           {"X-Original-URL": "https://evil.test/reset"},
	"X-Rewrite-URL":            {"X-Rewrite-URL": "https://evil.test/reset"},
	"Origin":                   {"Origin": "https://evil.test"},
	"Referer":                  {"Referer": "https://evil.test/reset"},
	"all of them": {
		"X-Forwarded-Host": "evil.test", "X-Forwarded-Proto": "http", "X-Forwarded-Port": "81", "Forwarded": "host=evil.test",
		"Origin": "https://evil.test", "Referer": "https://evil.test/", "X-Original-URL": "/evil", "X-Forwarded-Server": "evil.test",
	},
}

// onlyOurLink demands that the newest mail holds one link, and that it begins with the
// configured address, byte for byte.
func (s *stage) onlyOurLink(p *harness.Person, why string) {
	s.T.Helper()
	m := s.LastMail(p.Email)
	both := m.Subject + m.Text + m.HTML
	if strings.Contains(lower(both), "evil") || strings.Contains(both, "javascript") {
		s.T.Errorf("%s: the mail names the attacker:\n%s", why, m.Text)
	}
	links := strings.Count(m.Text, "://")
	if ours := strings.Count(m.Text, harness.PublicURL+"/reset?key="); ours != 1 || links != 1 {
		s.T.Errorf("%s: %d links in the mail, %d of them ours:\n%s", why, links, ours, m.Text)
	}
}

func TestMailedLinksIgnoreWhatARequestClaims(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		asks := map[string]func(p *harness.Person) harness.Call{
			"forgotPassword":         s.forgot,
			"request-password-reset": func(p *harness.Person) harness.Call { return s.request(p) },
			"send-password-reset-email": func(p *harness.Person) harness.Call {
				return s.byOwner(post(resets+"send-password-reset-email", j{"userId": p.ID}))
			},
			"password_reset": func(p *harness.Person) harness.Call { return s.user(p, "/password_reset", j{}) },
		}
		for what, ask := range seed.InOrder(asks) {
			for lie, headers := range seed.InOrder(lies) {
				p := s.person()
				c := ask(p)
				c.Header = headers
				s.must(c, http.StatusOK)
				s.onlyOurLink(p, what+", "+lie)
			}
			for _, host := range []string{"evil.test", "evil.test:443", "id.example.test.evil.test", "id.example.test:1"} {
				p := s.person()
				c := ask(p)
				c.Host = host
				s.must(c, http.StatusOK)
				s.onlyOurLink(p, what+", Host: "+host)
			}
		}
	})
}

// raw sends bytes and gives back what is answered, if anything is.
func (s *stage) raw(address, request string) (status int, body string) {
	s.T.Helper()
	conn := s.dial(address)
	defer func() { _ = conn.Close() }()
	if _, err := io.WriteString(conn, request); err != nil {
		return 0, "" // refused before it was read to the end
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return 0, ""
	}
	defer func() { _ = resp.Body.Close() }()
	all, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, string(all)
}

func (s *stage) dial(address string) *net.TCPConn {
	s.T.Helper()
	conn, err := (&net.Dialer{}).DialContext(s.T.Context(), "tcp", address)
	if err != nil {
		s.T.Fatal(err)
	}
	return conn.(*net.TCPConn)
}

func (s *stage) address() string { return strings.TrimPrefix(s.URL, "http://") }

func TestForgedHostHeadersAreInNoMail(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for name, head := range seed.InOrder(map[string]string{
			"two hosts":             "POST %s HTTP/1.1\r\nHost: id.example.test\r\nHost: evil.test\r\n",
			"an absolute line":      "POST http://evil.test%s HTTP/1.1\r\nHost: id.example.test\r\n",
			"an absolute line only": "POST http://evil.test%s HTTP/1.0\r\n",
			"no host":               "POST %s HTTP/1.0\r\n",
			"no host, a forged one": "POST %s HTTP/1.0\r\nX-Forwarded-Host: evil.test\r\n",
			"a user":                "POST %s HTTP/1.1\r\nHost: id.example.test@evil.test\r\n",
			"a user behind a port":  "POST %s HTTP/1.1\r\nHost: id.example.test:80@evil.test\r\n",
			"a folded line":         "POST %s HTTP/1.1\r\nHost: id.example.test\r\n evil.test\r\n",
			"a path":                "POST %s HTTP/1.1\r\nHost: evil.test/id.example.test\r\n",
			"a blank before colon":  "POST %s HTTP/1.1\r\nHost : evil.test\r\n",
		}) {
			p := s.person()
			body := `{"username":"` + p.Username + `"}`
			request := fmt.Sprintf(head, "/api/ForgotUser/forgotPassword") +
				fmt.Sprintf("Content-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s", len(body), body)
			switch status, answer := s.raw(s.address(), request); status {
			case http.StatusOK:
				s.onlyOurLink(p, name)
			case http.StatusBadRequest, http.StatusMisdirectedRequest, 0:
				if n := len(s.mailsTo(p)); n != 0 {
					t.Errorf("%s: refused, and %d mails left", name, n)
				}
			default:
				t.Errorf("%s: %d %s", name, status, answer)
			}
		}
	})
}

func (s *stage) mailsTo(p *harness.Person) (texts []string) {
	s.T.Helper()
	for _, m := range s.Mails() {
		if m.To == p.Email {
			texts = append(texts, m.Text)
		}
	}
	return texts
}

// tricks are link templates that look like the allowed https://app.example.test, or
// that would run.
var tricks = []string{
	"https://evil.test/", "https://evil.test/?u=https://app.example.test/", "https://app.example.test@evil.test/",
	"https://app.example.test:x@evil.test/", "https://app.example.test.evil.test/", "https://app.example.testevil.test/",
	`https://evil.test\@app.example.test/`, `https:\\evil.test/`, "https://app.example.test%2f@evil.test/",
	"https://app.example.test%2f.evil.test/", "//evil.test/", "/reset", "reset", "https:evil.test", "https:/evil.test",
	"https:app.example.test/", "https:///app.example.test/", "HTTPS://APP.EXAMPLE.TEST/", "https://APP.example.test/",
	"https://app.example.test./", "https://äpp.example.test/", "https://аpp.example.test/", "https://app.example.test:443/",
	"https://app.example.test:443#@evil.test/", "https://app.example.test#@evil.test/", "https://app.example.test/#x",
	"https://app.example.test\t.evil.test/", "https://app.example.test/\n", "\thttps://app.example.test/", " https://app.example.test/",
	"https://app.example.test/../..//evil.test", "https://app.example.test//evil.test", "https://app.example.test/%2e%2e/x",
	`https://app.example.test/\evil.test`, "https://app.example.test/%5cevil.test", "http://app.example.test/", "ftp://app.example.test/",
	"javascript:alert(1)//https://app.example.test/", "data:text/html,x", "https://app.example.test", "https://*.example.test/",
	"https://app.example.test/{{.}}", `https://app.example.test/{{printf "%s" .}}`, "https://app.example.test/{{call .Code}}",
	"https://app.example.test/{{range .}}x{{end}}", `https://app.example.test/{{template "x"}}`, "https://app.example.test/{{.UserID.Foo}}",
	"https://app.example.test/{{index .Code 0}}", `https://app.example.test/{{printf "%0999999999d" 1}}`, "https://app.example.test/{{ .Code }}",
	"https://app.example.test/{{.code}}", "https://app.example.test/{{.Code}", "https://app.example.test/{.Code}}", "https://app.example.test/{{",
	"https://{{.OrgID}}.evil.test/", "https://app.example.test{{.Code}}.evil.test/", "{{.Code}}", "https://app.example.test/\"><svg onload=x>",
	"https://app.example.test/?q=<script>", "https://app.example.test/?x='", "https://app.example.test/?x=`id`", "https://app.example.test/?x=|", "",
}

func TestForeignLinkTemplatesAreRefusedAndNothingIsWritten(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		member, invited := s.person(), s.person(harness.NoPassword)
		s.must(s.user(member, "/password_reset", j{"sendLink": j{"urlTemplate": template}}), http.StatusOK) // the allowed one works
		s.must(s.user(invited, "/invite_code", j{"sendCode": j{"urlTemplate": template}}), http.StatusOK)
		s.Deliver()
		before, mails := s.picture(), len(s.Mails())
		for _, trick := range tricks {
			for _, c := range []harness.Call{
				s.user(member, "/password_reset", j{"sendLink": j{"urlTemplate": trick}}),
				s.user(member, "/password_reset", j{"send_link": j{"url_template": trick}}),
				s.user(invited, "/invite_code", j{"sendCode": j{"urlTemplate": trick}}),
			} {
				if a := s.Do(c); a.Status != http.StatusBadRequest || trick != "" && strings.Contains(a.Body, trick) {
					t.Errorf("%q: %d %s", trick, a.Status, a.Body)
				}
			}
		}
		if changed := kept(before.changes(s.picture())); len(changed) != 0 {
			t.Errorf("refused templates left %v", changed)
		}
		if n := len(s.Mails()); n != mails {
			t.Errorf("%d mails left for refused templates", n-mails)
		}
	})
}

// TestNamesDoNotBreakOutOfALink: whatever a person or an application is
// called, the mail has one link with one code, and no markup of theirs.
func TestNamesDoNotBreakOutOfALink(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for _, name := range []string{
			`<a href="https://evil.test">`, "{{.Code}}", "{{.Link}}", "x&code=evil#", `"onmouseover="x`, "\u202etset.live", "[click](https://evil.test)",
			"https://evil.test/x", "evil.test", "%0aBcc: evil@evil.test", "a\nBcc: evil@evil.test", "www.evil.test",
		} {
			p := s.person(func(in *accounts.CreateUserInput) { in.GivenName = name })
			s.must(s.user(p, "/password_reset", j{"sendLink": j{"urlTemplate": template}}), http.StatusOK)
			m := s.LastMail(p.Email)
			if strings.Count(m.Text, "://") != 1 || strings.Count(m.Text, "code=") != 1 && !strings.Contains(name, "code=") {
				t.Errorf("%q: more than one link in the mail:\n%s", name, m.Text)
			}
			for _, never := range []string{`href="https://evil`, `<a href="https://evil.test">`, "\u202e", "\nBcc:", `"onmouseover`} {
				if strings.Contains(m.HTML, never) || strings.Contains(m.Subject, never) {
					t.Errorf("%q stands in the mail as it is: %s", name, never)
				}
			}
			link := m.Text[strings.Index(m.Text, "https://"):]
			link, _, _ = strings.Cut(link, "\n")
			if u, err := url.Parse(link); err != nil || u.Host != "app.example.test" || len(u.Query()["code"]) != 1 || u.Query().Get("user") != p.ID {
				t.Errorf("%q: the link is %q", name, link)
			}
		}
	})
}

// TestOneTenantsTemplatesAreNoOthers: the allow-list is the subject's tenant's.
func TestOneTenantsTemplatesAreNoOthers(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		other := s.Sibling("Without templates")
		p := s.person(harness.Of(other))
		ctx := caller.Into(context.Background(), caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
		_, err := s.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{
			UserID: p.ID, Purpose: models.PurposeReset, Medium: models.MediumLink, Form: models.ProofUserCode, Template: template,
		})
		if err == nil {
			t.Error("a template of another tenant was accepted")
		}
	})
}
