package contract_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models/migrations"
	"github.com/rekeyhq/rekey/tests/harness"
)

// migrateLinkTemplates plays the migrations of version 0.2 that bring stored link templates into
// the core's notation, again.
func migrateLinkTemplates(w *harness.World) {
	w.T.Helper()
	engine := "sqlite"
	if strings.HasPrefix(w.DBURL, "mysql") {
		engine = "mysql"
	}
	for _, name := range []string{"0091_tickets_link_template", "0092_applications_link_templates", "0093_tenants_link_templates"} {
		raw, err := migrations.Files.ReadFile(engine + "/" + name + ".sql")
		if err != nil {
			w.T.Fatal(err)
		}
		up, _, _ := strings.Cut(string(raw), "-- +goose Down")
		w.Spoil(up)
	}
}

// An invitation that was written before the upgrade is sent again with the link that it had, by a
// template that an entry of the allow-list from before the upgrade begins.
func TestALinkTemplateFromBeforeTheUpgradeMakesTheSameLink(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const entry = zitApp + "/{{.OrgID}}/"
		const template = entry + "invite/{{.UserID}}?code={{.Code}}&org={{.OrgID}}"
		n, z := asOwner(w), zitadel(w)
		p, q := w.Person("minnie", harness.NoPassword, harness.Unverified), w.Person("donald", harness.NoPassword, harness.Unverified)
		link := func(p *harness.Person) *regexp.Regexp {
			return regexp.MustCompile(regexp.QuoteMeta(zitApp+"/"+w.Tenant.ID+"/invite/"+p.ID+"?code=") + `[A-Za-z0-9]{20}` + regexp.QuoteMeta("&org="+w.Tenant.ID+"\n"))
		}
		tenant, application := tenantPolicy(w.Tenant.ID), applicationPolicy(w.Tenant.ApplicationID)
		braces := zitApp + "/" + strings.Repeat("{", 199-len(zitApp)) // as long as an entry may be
		allow := j{"rules": j{"linkTemplates": []string{entry, zitApp + "/{odd}}/{code}/", braces}}}
		shown := `"linkTemplates":["` + entry + `","` + zitApp + `/{odd}}/{code}/","` + braces + `"]`
		w.Step("an entry of the allow-list is shown as it was given", func(t *testing.T) {
			for _, path := range []string{application, tenant, application, tenant} {
				if a := n.must(200, http.MethodPut, path, allow); !strings.Contains(a.Body, shown) {
					t.Errorf("answered: %s", a.Body)
				}
				if a := n.must(200, http.MethodPatch, path, allow); !strings.Contains(a.Body, shown) {
					t.Errorf("answered: %s", a.Body)
				}
				if a := n.get(path); !strings.Contains(a.Body, shown) {
					t.Errorf("read: %s", a.Body)
				}
			}
			if a := n.get("/v1/tenants/" + w.Tenant.ID + "/effective-policy"); !strings.Contains(a.Body, shown) {
				t.Errorf("in effect: %s", a.Body)
			}
		})
		w.Step("a template that begins with it makes the link", func(t *testing.T) {
			for _, p := range []*harness.Person{p, q} {
				z.expect(z.user(p, "invite_code", j{"sendCode": j{"urlTemplate": template}}), 200)
				if m := w.LastMail(p.Email); !link(p).MatchString(m.Text) {
					t.Errorf("mailed: %s", m.Text)
				}
			}
		})
		w.Step("what is stored as before the upgrade makes the same link after it", func(t *testing.T) {
			before := `{"linkTemplates":["` + zitApp + `","` + entry + `"]}`
			w.Spoil("UPDATE tenants SET policy = ? WHERE id = ?", before, w.Tenant.ID)
			w.Spoil("UPDATE applications SET policy = ? WHERE id = ?", before, w.Tenant.ApplicationID)
			w.Spoil("UPDATE tickets SET link_template = ? WHERE user_id = ?", template, p.ID)
			for range 2 { // once more changes nothing
				migrateLinkTemplates(w)
				for _, p := range []*harness.Person{p, q} {
					z.expect(z.user(p, "invite_code/resend", `{}`), 200)
					if m := w.LastMail(p.Email); !link(p).MatchString(m.Text) {
						t.Errorf("mailed: %s", m.Text)
					}
				}
			}
		})
		w.Step("so it does by the entry of the tenant, and by that of the application", func(t *testing.T) {
			w.Clock.Advance(time.Hour) // a mailbox that nobody has proven gets a few invitations an hour
			alone := `{"linkTemplates":["` + entry + `"]}`
			for _, table := range []string{"tenants", "applications"} {
				w.Spoil("UPDATE applications SET policy = ''")
				w.Spoil("UPDATE tenants SET policy = ''")
				w.Spoil("UPDATE " + table + " SET policy = '" + alone + "'")
				migrateLinkTemplates(w)
				z.expect(z.user(p, "invite_code/resend", `{}`), 200)
				if m := w.LastMail(p.Email); !link(p).MatchString(m.Text) {
					t.Errorf("by the entry in %s was mailed: %s", table, m.Text)
				}
			}
			if a := n.get(application); !strings.Contains(a.Body, `"linkTemplates":["`+entry+`"]`) {
				t.Errorf("shown after the upgrade: %s", a.Body)
			}
		})
	})
}

// The core's own placeholders are no surface's: who writes them is refused as ever.
func TestTheCoresPlaceholdersAreNoCallers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, z, p := asOwner(w), zitadel(w), w.Person("anna")
		for _, end := range []string{"{code}", "{userId}", "{tenantId}", "{{code}}", "{{.Code}}{code}", "{{.Other}}", "{", "}"} {
			template := zitApp + "/reset?code=" + end
			order := j{"userId": p.ID, "purpose": "reset", "medium": "link", "deliver": "send", "linkTemplate": template}
			n.refused(422, "link_template_refused", http.MethodPost, "/v1/tickets", order)
			z.expect(z.user(p, "password_reset", j{"sendLink": j{"urlTemplate": template}}), 400)
		}
		if mails := w.Mails(); len(mails) != 0 {
			t.Errorf("mailed: %v", mails)
		}
	}, harness.WithSettings(zitAllowing))
}
