package outbox_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

func newRenderer(t *testing.T) *outbox.Renderer {
	t.Helper()
	r, err := outbox.NewRenderer("Acme Login")
	must(t, err)
	return r
}

// samples holds, for each template, the data that the core gives it.
func samples() map[models.Template]map[string]string {
	const until = "2026-11-21T20:15:00Z"
	return map[models.Template]map[string]string{
		models.TemplateResetLink:        {"Link": link, "ExpiresAt": until},
		models.TemplateResetOTP:         {"Code": "048213", "ExpiresAt": until},
		models.TemplateSetLink:          {"Link": link, "ExpiresAt": until},
		models.TemplateInvite:           {"Link": link, "ExpiresAt": until},
		models.TemplateVerifyLink:       {"Link": link, "Code": "w7HnC2vKq9TzR4mXb5Ld", "ExpiresAt": until},
		models.TemplateVerifyCode:       {"Code": "048213", "ExpiresAt": until},
		models.TemplateUsername:         {},
		models.TemplateLoginCode:        {"Code": "048213", "ExpiresAt": until},
		models.TemplateSessionCode:      {"Code": "048213", "ExpiresAt": until},
		models.TemplatePasswordUpdated:  {"ExpiresAt": "21 Nov 2026 19:15 UTC"}, // the time of the change
		models.TemplateAddressesChanged: {"ExpiresAt": "21 Nov 2026 19:15 UTC"},
		models.TemplateNewPassword:      {"Password": `Tr1cky<b>&"pass'`, "ExpiresAt": until},
		models.TemplatePasswordExpiry:   {"Days": "7", "ExpiresAt": until, "Link": link},
		models.TemplateMFAChanged:       {"Change": "on", "ExpiresAt": "21 Nov 2026 19:15 UTC"}, // the same
		models.TemplateLockedOut:        {"Change": "password", "ExpiresAt": "21 Nov 2026 19:15 UTC"},
	}
}

// TestRenderIsWhatPeopleRead compares with the files of testdata; REKEY_UPDATE_GOLDEN=1
// writes them again.
func TestRenderIsWhatPeopleRead(t *testing.T) {
	t.Parallel()
	r := newRenderer(t)
	for template, data := range seed.InOrder(samples()) {
		data["Username"], data["Name"], data["Tenant"] = "jane.doe", "Jane", "Acme & Sons"
		for _, locale := range []string{"en", "de"} {
			content := models.MessageContent{To: recipient, Locale: locale, Data: data}
			mail, err := r.Render(models.ChannelEmail, template, content)
			must(t, err)
			sms, err := r.Render(models.ChannelSMS, template, content)
			must(t, err)
			golden(t, filepath.Join("testdata", locale, string(template)+".txt"), fmt.Sprintf(
				"Subject: %s\n\n%s\n===== HTML =====\n%s\n===== SMS =====\n%s\n", mail.Subject, mail.Text, mail.HTML, sms.Text))
			if sms.Subject != "" || sms.HTML != "" {
				t.Errorf("%s: a short message has a subject or HTML", template)
			}
		}
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("REKEY_UPDATE_GOLDEN") != "" {
		must(t, os.MkdirAll(filepath.Dir(path), 0o755))
		must(t, os.WriteFile(path, []byte(got), 0o600))
	}
	want, err := os.ReadFile(path)
	must(t, err)
	if got != string(want) {
		t.Errorf("%s differs:\n%s", path, got)
	}
}

func TestRenderWalksFromLocaleToEnglish(t *testing.T) {
	t.Parallel()
	r := newRenderer(t)
	const english, german = "Your username for Acme Login", "Ihr Benutzername für Acme Login"
	for locale, want := range seed.InOrder(map[string]string{
		"de": german, "de-AT": german, "DE_de": german, "de-Latn-CH-1996": german, "de_DE.UTF-8": german,
		"en": english, "en-GB": english, "": english, "fr-CH": english, "deu": german, // the shorter code names it, too
		"../de": english, "-": english, "d": english,
	}) {
		out, err := r.Render(models.ChannelEmail, models.TemplateUsername, models.MessageContent{
			Locale: locale, Data: map[string]string{"Username": "jane"},
		})
		must(t, err)
		if out.Subject != want {
			t.Errorf("locale %q gives %q", locale, out.Subject)
		}
	}
}

// S88: a value is a value, in each form of each message.
func TestRenderNoValueBecomesMarkupOrLink(t *testing.T) {
	t.Parallel()
	r := newRenderer(t)
	payloads := []string{
		`<a href="https://evil.example/x">click</a>`, `"><img src=https://evil.example/p.png onerror=alert(1)>`,
		`<script>alert(1)</script>`, `{{.Link}}`, `{{define "hello"}}x{{end}}`, `[click](https://evil.example/x)`,
		`https://evil.example/x`, `HTTPS://evil.example`, `evil.example/x`, `www.evil.example`, `evil.com`, `Win at evil.com/prize now`,
		`//evil.example/x`, `mailto:x@evil.example`, `javascript:alert(1)`, "evil\u3002example", "evil\u200b.example", "евил.рф", "xn--80ak6aa92e.com",
		"http://192.0.2.1/x", "192.0.2.1", "evil.example:8443/x", "user@evil.example/x", "itms-services://x", "\u202Emoc.live\u202C", "evil\n.example", "Jane\r\n\r\nhttps://evil.example",
	}
	laidOut := []models.Template{models.TemplateResetLink, models.TemplateResetOTP, models.TemplateNewPassword} // each part of the one layout
	for template, data := range seed.InOrder(samples()) {
		for _, payload := range payloads {
			for _, key := range []string{"Username", "Name", "Tenant"} {
				data[key] = payload
			}
			content := models.MessageContent{To: recipient, Data: data}
			mail, err := r.Render(models.ChannelEmail, template, content)
			must(t, err)
			sms, err := r.Render(models.ChannelSMS, template, content)
			must(t, err)
			for _, text := range []string{mail.Subject, mail.Text, sms.Text} {
				onlyOurLink(t, payload, linked.FindAllString(text, -1))
				if strings.ContainsAny(text, "\r\x00\u202E\u202C\u200b\u2028") {
					t.Errorf("%q: invisible characters in %q", payload, text)
				}
			}
			if slices.Contains(laidOut, template) {
				onlyOurMarkup(t, payload, mail.HTML)
			}
		}
	}
}

// linked finds what mail programs make links of, in plain text.
var linked = regexp.MustCompile(`(?i)(?:[a-z][a-z0-9+.-]*://|www\.|mailto:|javascript:)[^\s]*|[\pL\pN-]+[.。](?:example|com|рф)\b[^\s]*|\b\d+\.\d+\.\d+\.\d+\b`)

func onlyOurLink(t *testing.T, payload string, found []string) {
	t.Helper()
	for _, l := range found {
		if l != link {
			t.Errorf("%q becomes the link %q", payload, l)
		}
	}
}

// onlyOurMarkup reads the HTML as a mail program does.
func onlyOurMarkup(t *testing.T, payload, page string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	must(t, err)
	allowed := " html head meta title style body main p a br "
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			if !strings.Contains(allowed, " "+n.Data+" ") {
				t.Errorf("%q becomes the element %s", payload, n.Data)
			}
			for _, a := range n.Attr {
				if a.Key == "href" && a.Val != link || strings.HasPrefix(a.Key, "on") || a.Key == "src" {
					t.Errorf("%q becomes the attribute %s=%q", payload, a.Key, a.Val)
				}
			}
		case html.TextNode:
			if n.Parent.Data != "style" {
				onlyOurLink(t, payload, linked.FindAllString(n.Data, -1))
			}
		}
	}
}

func TestRenderKeepsHonestNames(t *testing.T) {
	t.Parallel()
	r := newRenderer(t)
	for _, c := range []struct{ key, value, want string }{
		{"Username", "jane.doe", "jane.doe"},
		{"Username", "jane@acme.example", "jane@acme.example"},
		{"Username", "jane@acme.example, jd@acme.com", "jane@acme.example, jd@acme.com"},
		{"Username", `ACME\jane`, `ACME\jane`},
		{"Username", strings.Repeat("u", 200), strings.Repeat("u", 200)},
		{"Name", "Zoë O'Neill-García", "Zoë O'Neill-García"},
		{"Name", "  Dr. Jane   Doe ", "Dr. Jane Doe"},
		{"Name", "山田 太郎", "山田 太郎"},
		{"Name", strings.Repeat("n", 200), strings.Repeat("n", 79) + "…"},
		{"Tenant", "Acme & Sons, Inc.", "Acme & Sons, Inc."},
		{"Tenant", "Acme.com", "Acme[.]com"},
	} {
		out, err := r.Render(models.ChannelEmail, models.TemplateUsername, models.MessageContent{
			Data: map[string]string{"Username": "jane", c.key: c.value},
		})
		must(t, err)
		if !strings.Contains(out.Text, c.want) || strings.Contains(out.Text, c.want+"n") {
			t.Errorf("%s %q is not shown as %q:\n%s", c.key, c.value, c.want, out.Text)
		}
	}
}

func TestRenderRefusesWhatItCannotShow(t *testing.T) {
	t.Parallel()
	r := newRenderer(t)
	for _, c := range []struct {
		template   models.Template
		key, value string
	}{
		{models.TemplateResetLink, "Link", ""},
		{models.TemplateResetLink, "Link", "/reset?key=canary"},
		{models.TemplateResetLink, "Link", "javascript:canary"},
		{models.TemplateResetLink, "Link", "data:text/html,canary"},
		{models.TemplateResetLink, "Link", "https://u:canary@acme.example/"},
		{models.TemplateResetLink, "Link", "https://acme.example/ canary"},
		{models.TemplateResetLink, "Link", "https://acme.example/\r\ncanary"},
		{models.TemplateResetLink, "Link", `https://acme.example/"canary`},
		{models.TemplateResetLink, "Link", "https://acme.example/{{canary}}"},
		{models.TemplateResetLink, "ExpiresAt", "canary"},
		{models.TemplateResetOTP, "Code", "canary canary"},
		{models.TemplateResetOTP, "Code", "<b>canary"},
		{models.TemplatePasswordExpiry, "Days", "canary"},
		{models.TemplateMFAChanged, "Change", "canary canary"},
		{models.TemplateNewPassword, "Password", "canary https://evil.example/"},
		{models.TemplateNewPassword, "Password", "canary\nsecond line"},
		{models.TemplateNewPassword, "Password", "canary\u202Ex"},
		{models.TemplateNewPassword, "Password", " canary"},
		{models.TemplateNewPassword, "Password", strings.Repeat("canary", 100)},
	} {
		data := samples()[c.template]
		data[c.key] = c.value
		for _, channel := range []models.Channel{models.ChannelEmail, models.ChannelSMS} {
			_, err := r.Render(channel, c.template, models.MessageContent{Data: data})
			if err == nil {
				t.Errorf("%s with %s %q is rendered", c.template, c.key, c.value)
			} else if strings.Contains(err.Error(), "canary") {
				t.Errorf("the error holds the value: %v", err)
			}
		}
	}
}

func TestRenderShowsPasswordsUnchanged(t *testing.T) {
	t.Parallel()
	r := newRenderer(t)
	for _, password := range []string{"two  spaces inside", `<b>&amp;"'` + "`", "{{.Link}}", "ümläut-密码-пароль", strings.Repeat("x", 128)} {
		content := models.MessageContent{Data: map[string]string{"Password": password}}
		mail, err := r.Render(models.ChannelEmail, models.TemplateNewPassword, content)
		must(t, err)
		sms, err := r.Render(models.ChannelSMS, models.TemplateNewPassword, content)
		must(t, err)
		if !strings.Contains(mail.Text, "\n    "+password+"\n") || !strings.Contains(sms.Text, "\n"+password+"\n") {
			t.Errorf("%q is not shown as it is:\n%s\n%s", password, mail.Text, sms.Text)
		}
		root, err := html.Parse(strings.NewReader(mail.HTML))
		must(t, err)
		shown := false
		for n := range root.Descendants() {
			shown = shown || n.Type == html.TextNode && n.Data == password
		}
		if !shown {
			t.Errorf("%q is not in the HTML", password)
		}
	}
}

func TestNoMailLoadsAnythingFromAfar(t *testing.T) {
	t.Parallel()
	r := newRenderer(t)
	for template, data := range seed.InOrder(samples()) {
		delete(data, "Link")
		if slices.Contains([]models.Template{models.TemplateResetLink, models.TemplateSetLink, models.TemplateInvite, models.TemplateVerifyLink}, template) {
			continue
		}
		data["Username"] = "jane"
		out, err := r.Render(models.ChannelEmail, template, models.MessageContent{Data: data})
		must(t, err)
		if regexp.MustCompile(`(?i)https?:|url\(|@import|<img|<link`).MatchString(out.HTML) {
			t.Errorf("%s refers to something outside:\n%s", template, out.HTML)
		}
	}
}

// A message about a password that expires in 2099 has the days: an administrator may choose any day.
func TestRenderCountsDaysOfALifetime(t *testing.T) {
	t.Parallel()
	data := samples()[models.TemplatePasswordExpiry]
	data["Days"] = "26732"
	mail, err := newRenderer(t).Render(models.ChannelEmail, models.TemplatePasswordExpiry, models.MessageContent{Data: data})
	must(t, err)
	if !strings.Contains(mail.Text, "26732") {
		t.Errorf("the days are not told: %s", mail.Text)
	}
}
