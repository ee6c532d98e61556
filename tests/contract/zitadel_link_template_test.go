package contract_test

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// zitRefusedTemplates lists attacks by the id of their answer.
func zitRefusedTemplates() map[string][]string {
	return map[string][]string{
		"REKEY-UrlTemplateNotAllowed": {
			"https://evil.test/reset?code={{.Code}}", "http://app.example/reset?code={{.Code}}",
			"https://app.example@evil.test/", "https://app.example.evil.test", "https://app.example.evil.test/", "https://evil.test\\@app.example",
			"https://app.example%2f@evil", "//evil", "//app.example/", "https:evil", "https:app.example/", "HTTPS://app.example/", "https://APP.example/",
			"https://app.example./", "https://app.exаmple/", "https://xn--app-example/", "https://app.example:443#@evil", "https://app.example:443/",
			"https://app.exam\tple/", "https://app.exam\nple/", "https://app.example/\n", "https://app.example/a b", "https://app.example/\u2028",
			"https://app.example/../..//evil", "https://app.example//evil", "https://app.example/%2e%2e/", "https://app.example/a%2Fb", "https://app.example/a\\b",
			"https://app.example/x#{{.Code}}", "https://app.example/'x", "https://app.example/<x>", "https://app.example/\"x", "https://app.example/é",
			"https://app.example", "javascript:alert(1)", "data:text/html,x", "mailto:a@b.test", "app.example/", "/reset?code={{.Code}}", "x",
			"https://user:pw@app.example/", "https://{{.OrgID}}.app.example/", "https://app.example{{.Code}}/", "https://app.example.\u202e/", "{{.Code}}",
			"https://127.0.0.1/reset", "http://localhost/reset",
		},
		"DOMAIN-oGh5e": {
			"https://app.example/{{.}}", `https://app.example/{{printf "%s" .}}`, "https://app.example/{{call .Code}}", "https://app.example/{{range}}",
			`https://app.example/{{template "x"}}`, "https://app.example/{{.UserID.Foo}}", "https://app.example/{{index .Code 0}}",
			`https://app.example/{{printf "%0999999999d" 1}}`, "https://app.example/{{ .Code }}", "https://app.example/{{-.Code-}}", "https://app.example/{{.Code|html}}",
			"https://app.example/{{.Code", "https://app.example/.Code}}", "https://app.example/{.Code}", "https://app.example/{{{.Code}}}", "https://app.example/{{}}",
			"https://app.example/{{/*x*/}}", "https://app.example/{{$x:=.Code}}{{$x}}", "{{", "https://app.example/{{.Code\n}}",
		},
		"DOMAIN-ieYa7": {
			"https://app.example/{{.Password}}", "https://app.example/{{.code}}", "https://app.example/{{.UserId}}", "https://app.example/{{.Code}}{{.Secret}}",
			"https://evil.test/{{.Env}}", "https://app.example/{{.UserID2}}",
		},
	}
}

func TestZitadelATemplateThatIsNotAllowedMakesNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, guest := zitadel(w), w.Person("minnie"), w.Person("donald", harness.NoPassword)
		for id, templates := range seed.InOrder(zitRefusedTemplates()) {
			for _, template := range templates {
				z.expect(z.user(p, "password_reset", j{"sendLink": j{"urlTemplate": template}}), 400, zitFault(3, id)...)
				z.expect(z.user(guest, "invite_code", j{"sendCode": j{"urlTemplate": template}}), 400, zitFault(3, id)...)
			}
		}
		long := zitApp + "/" + strings.Repeat("x", 200)
		z.expect(z.user(p, "password_reset", j{"sendLink": j{"urlTemplate": long}}), 400,
			zitMalformed("invalid PasswordResetRequest: /sendLink/urlTemplate: the value is too long")...)
		z.untouched(p)
		z.untouched(guest)
	}, harness.WithSettings(zitAllowing))
}

func TestZitadelATenantWithoutAnAllowListAllowsNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		for _, list := range [][]string{nil, {""}, {"/"}, {"https://"}, {"https://app.example/reset"}} {
			w.Settings(func(s *models.Settings) { s.LinkTemplates = list }) // also what no policy may say today
			z.expect(z.user(p, "password_reset", j{"sendLink": j{"urlTemplate": zitTemplate}}), 400, zitFault(3, "REKEY-UrlTemplateNotAllowed")...)
			z.untouched(p)
		}
	})
}

func TestZitadelABadTemplateIsReportedBeforeAnUnknownUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z := zitadel(w)
		z.expect(z.post("/v2/users/nobody/password_reset", j{"sendLink": j{"urlTemplate": "{{"}}), 400, zitFault(3, "DOMAIN-oGh5e")...)
	})
}

func TestZitadelAnAllowedTemplateIsMailedByteForByte(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		code := ""
		for _, template := range []string{
			zitApp + "/{{.OrgID}}/{{.UserID}}/{{.Code}}", zitApp + "?c={{.Code}}", zitApp + "/r?c={{.Code}}&again={{.Code}}&x=%20~1", zitTemplate,
		} {
			z.expect(z.user(p, "password_reset", j{"sendLink": j{"urlTemplate": template}}), 200)
			form := regexp.QuoteMeta(strings.NewReplacer("{{.UserID}}", p.ID, "{{.OrgID}}", w.Tenant.ID).Replace(template))
			form = strings.Replace(form, `\{\{\.Code\}\}`, "([A-Za-z0-9]{20})", 1)
			mail := w.LastMail(p.Email)
			found := regexp.MustCompile(`(?m)^` + strings.ReplaceAll(form, `\{\{\.Code\}\}`, "[A-Za-z0-9]{20}") + `$`).FindStringSubmatch(mail.Text)
			if found == nil {
				t.Fatalf("%s is not in the mail:\n%s", form, mail.Text)
			}
			if !strings.Contains(html.UnescapeString(mail.HTML), `href="`+found[0]+`"`) {
				t.Errorf("the link is not in the HTML part:\n%s", mail.HTML)
			}
			code = found[1]
		}
		z.expect(z.user(p, "password", zitSet("verificationCode", code)), 200)
	}, harness.WithSettings(zitAllowing))
}

func TestZitadelValuesCannotBreakOutOfALink(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const id = `a&code=x#"%0a<b>'`
		p := w.Person("minnie", func(in *accounts.CreateUserInput) { in.ID = id; in.Username = `minnie&code=x#"%0a` })
		z := zitadel(w)
		z.expect(z.post("/v2/users/"+url.PathEscape(id)+"/password_reset", j{"sendLink": j{"urlTemplate": zitTemplate}}), 200)
		link := regexp.MustCompile(`(?m)^https://app\.example/\S+$`).FindString(w.LastMail(p.Email).Text)
		u, err := url.Parse(link)
		if err != nil {
			t.Fatal(err)
		}
		q := u.Query()
		if len(q["code"]) != 1 || len(q["code"][0]) != 20 || q.Get("userID") != id || q.Get("orgID") != w.Tenant.ID || u.Fragment != "" || len(q) != 3 {
			t.Errorf("the link means something else: %s", link)
		}
	}, harness.WithSettings(zitAllowing))
}

func TestZitadelHostHeadersDoNotMoveTheLink(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		c := z.user(p, "password_reset", `{}`)
		c.Host = "evil.test"
		c.Header = map[string]string{"X-Forwarded-Host": "evil.test", "Forwarded": "host=evil.test", "X-Forwarded-Proto": "http", "Origin": "https://evil.test"}
		z.expect(c, 200)
		if m := w.LastMail(p.Email); strings.Contains(m.Text+m.HTML, "evil") || !zitHosted.MatchString(m.Text) {
			t.Errorf("the link was moved:\n%s", m.Text)
		}
	})
}

// zitSeedTemplate is the template of the vendor's own sample request.
const zitSeedTemplate = "https://example.com/password/changey?userID={{.UserID}}&code={{.Code}}&orgID={{.OrgID}}"

// TestZitadelTrialLinksAreForDevelopmentAlone: what the samples of documents lead to is allowed in a
// trial, and never in production.
func TestZitadelTrialLinksAreForDevelopmentAlone(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, production := w.Person("minnie"), w.Twin(func(c *config.Config) { c.Profile = config.Production })
		send := func(w *harness.World, template string, status int, has ...string) harness.Answer {
			z := zitadel(w)
			return z.expect(z.user(p, "password_reset", j{"sendLink": j{"urlTemplate": template}}), status, has...)
		}
		trial := []string{
			zitSeedTemplate, "https://app.example.com/?c={{.Code}}", "http://localhost:3000/new?c={{.Code}}", "https://localhost/{{.Code}}",
			"http://127.0.0.1:8080/{{.Code}}", "https://127.0.0.1/?c={{.Code}}", "http://[::1]:3000/{{.Code}}",
		}
		for _, template := range trial {
			send(w, template, 200)
			send(production, template, 400, zitFault(3, "REKEY-UrlTemplateNotAllowed")...)
		}
		for _, template := range []string{
			"http://example.com/{{.Code}}", "https://example.com:8443/{{.Code}}", "https://badexample.com/{{.Code}}", "https://example.com.evil.test/{{.Code}}",
			"https://EXAMPLE.com/{{.Code}}", "https://{{.OrgID}}.example.com/", "https://localhost.evil.test/{{.Code}}", "https://127.0.0.1.nip.test/",
			"https://127.1/{{.Code}}", "https://0.0.0.0/{{.Code}}", "https://10.0.0.1/{{.Code}}", "https://example.net/{{.Code}}", "https://example.com@evil.test/",
		} {
			send(w, template, 400, zitFault(3, "REKEY-UrlTemplateNotAllowed")...)
		}
		z := zitadel(w)
		z.expect(z.user(p, "password_reset", j{"sendLink": j{"urlTemplate": zitSeedTemplate}, "returnCode": j{}}), 400, `exclude each other`)
		w.Settings(zitAllowing) // a list of the tenant's own holds in a trial, too
		for _, template := range trial {
			send(w, template, 400, zitFault(3, "REKEY-UrlTemplateNotAllowed")...)
		}
	}, harness.WithSenders(outbox.Unconfigured{}, outbox.Unconfigured{}))
}

// TestZitadelARefusedTemplateNamesTheCommandThatAllowsIt, and no other part of the template.
func TestZitadelARefusedTemplateNamesTheCommandThatAllowsIt(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, n, p := zitadel(w), asOwner(w), w.Person("minnie")
		for _, replaces := range []bool{false, true} {
			for template, origin := range seed.InOrder(map[string]string{
				"https://app.acme.test/canary?canary={{.Code}}": "https://app.acme.test", "https://app.acme.test:8443/canary": "https://app.acme.test:8443",
				"http://localhost:3000?canary": "http://localhost:3000",
				"https://APP.acme.test/canary": "", "https://app.acme.test%24(canary)/": "", "https://a.test;canary/": "", "https://-canary/": "",
				"https://{{.OrgID}}.canary.test/": "", "https://app.acme.test": "", "http://canary.test/": "", "https://canary.test//": "", "https://[::1]/canary": "",
			}) {
				if !replaces && (strings.Contains(template, "//localhost") || strings.Contains(template, "//[::1]")) {
					continue // allowed without a list
				}
				refused := z.expect(z.user(p, "password_reset", j{"sendLink": j{"urlTemplate": template}}), 400, zitFault(3, "REKEY-UrlTemplateNotAllowed")...)
				problem := n.refused(422, "link_template_refused", "POST", "/v1/tickets", j{
					"userId": p.ID, "purpose": "reset", "medium": "link", "deliver": "return", "linkTemplate": template,
				})
				for _, body := range []string{refused.Body, problem.Body} {
					want := "To allow it: rekey tenants set-policy " + w.Tenant.ID + " --rules.link-templates " + origin
					if strings.Contains(body, want) != (origin != "") || strings.Contains(body, "canary") {
						t.Errorf("%s: %s", template, body)
					}
					if strings.Contains(body, "this replaces the list") != (replaces && origin != "") {
						t.Errorf("%s: what happens to the list: %s", template, body)
					}
				}
			}
			w.Settings(zitAllowing)
		}
	})
}
