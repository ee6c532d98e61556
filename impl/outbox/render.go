package outbox

import (
	"embed"
	"fmt"
	htmltemplate "html/template"
	"io/fs"
	"path"
	"strings"
	texttemplate "text/template"

	"github.com/rekeyhq/rekey/impl/locale"
	"github.com/rekeyhq/rekey/models"
)

//go:embed templates
var files embed.FS

// Renderer turns the stored content of messages into mails and short messages, in the recipient's language.
// Its templates are part of the program: no request can set a subject or a body.
type Renderer struct {
	product string
	locales map[string]texts
	text    *texttemplate.Template
	html    *htmltemplate.Template
}

// texts is one language: its layout of times, and the sentences of each message.
type texts struct {
	layout   string
	messages map[models.Template]*texttemplate.Template
}

// mailParts are the parts of a mail that the text layout and the HTML layout arrange. The sentences are plain
// text; the HTML layout escapes them like every value.
type mailParts struct {
	Locale, Subject, Hello, Lead, Action, Link, LinkHint string
	Code, Password, Hold, Otherwise, Footer              string
}

// NewRenderer parses the templates; product names the service in every message.
func NewRenderer(product string) (*Renderer, error) {
	if plainLine(product) == "" {
		return nil, fmt.Errorf("outbox: messages need the name of the product")
	}
	r := &Renderer{product: product, locales: map[string]texts{}}
	var err error
	if r.text, err = texttemplate.ParseFS(files, "templates/layout.txt"); err != nil {
		return nil, fmt.Errorf("outbox: %w", err)
	}
	if r.html, err = htmltemplate.ParseFS(files, "templates/layout.html"); err != nil {
		return nil, fmt.Errorf("outbox: %w", err)
	}
	layouts := map[string]string{"en": TimeLayout, "de": "02.01.2006 15:04 MST"}
	for _, name := range locale.Spoken() {
		if r.locales[name], err = readTexts(name, layouts[name]); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func readTexts(name, layout string) (texts, error) {
	l := texts{layout: layout, messages: map[models.Template]*texttemplate.Template{}}
	phrases := path.Join("templates", name, "phrases.tmpl")
	shared, err := texttemplate.New(name).Option("missingkey=error").ParseFS(files, phrases)
	if err != nil {
		return texts{}, fmt.Errorf("outbox: %w", err)
	}
	paths, err := fs.Glob(files, path.Join("templates", name, "*.tmpl"))
	if err != nil {
		return texts{}, fmt.Errorf("outbox: %w", err)
	}
	for _, file := range paths {
		if file == phrases {
			continue
		}
		t, err := shared.Clone()
		if err == nil {
			t, err = t.ParseFS(files, file)
		}
		if err != nil {
			return texts{}, fmt.Errorf("outbox: %w", err)
		}
		l.messages[models.Template(strings.TrimSuffix(path.Base(file), ".tmpl"))] = t
	}
	return l, nil
}

// needs lists the values that the message of a template must have.
func needs(template models.Template) ([]string, bool) {
	switch template {
	case models.TemplateResetLink, models.TemplateSetLink, models.TemplateInvite, models.TemplateVerifyLink:
		return []string{keyLink}, true
	case models.TemplateResetOTP, models.TemplateLoginCode, models.TemplateVerifyCode, models.TemplateSessionCode:
		return []string{keyCode}, true
	case models.TemplateUsername:
		return []string{keyUsername}, true
	case models.TemplateNewPassword:
		return []string{keyPassword}, true
	case models.TemplatePasswordExpiry:
		return []string{keyDays}, true
	case models.TemplateMFAChanged, models.TemplateLockedOut:
		return []string{keyChange}, true
	case models.TemplatePasswordUpdated, models.TemplateAddressesChanged:
		return nil, true
	}
	return nil, false
}

// Render renders one message. Its errors contain nothing of the content.
func (r *Renderer) Render(channel models.Channel, template models.Template, content models.MessageContent) (Outgoing, error) {
	required, known := needs(template)
	if !known {
		return Outgoing{}, fmt.Errorf("there is no template %q", template)
	}
	for _, key := range required {
		if content.Data[key] == "" {
			return Outgoing{}, fmt.Errorf("template %s needs %s", template, key)
		}
	}
	name := locale.Nearest(content.Locale)
	l := r.locales[name]
	f, err := newFields(content.Data, r.product, l.layout)
	if err != nil {
		return Outgoing{}, err
	}
	out := Outgoing{Channel: channel, To: content.To}
	say := &sentences{template: l.messages[template], fields: f}
	switch channel {
	case models.ChannelSMS:
		out.Text = say.part("sms")
	case models.ChannelEmail:
		out.Subject = say.part("subject")
		out.Text, out.HTML = r.layOut(name, f, say)
	default:
		return Outgoing{}, fmt.Errorf("there is no channel %q", channel)
	}
	return out, say.err
}

// layOut writes the text form and the HTML form of a mail, which have the same content (RFC 2046 section
// 5.1.4).
func (r *Renderer) layOut(language string, f fields, say *sentences) (text, html string) {
	mail := mailParts{
		Locale: language, Subject: say.part("subject"), Hello: say.part("hello"), Lead: say.part("lead"),
		Link: f.Link, LinkHint: say.part("linkhint"), Code: f.Code, Password: f.Password,
		Hold: say.part("hold"), Otherwise: say.part("otherwise"), Footer: say.part("footer"),
	}
	if f.Link != "" {
		mail.Action = say.part("action")
	}
	var t, h strings.Builder
	if err := r.text.Execute(&t, mail); err != nil && say.err == nil {
		say.err = err
	}
	if err := r.html.Execute(&h, mail); err != nil && say.err == nil {
		say.err = err
	}
	return t.String(), h.String()
}

// sentences renders the parts of one message and keeps the first error.
type sentences struct {
	template *texttemplate.Template
	fields   fields
	err      error
}

// part renders one part. The values contain no line breaks.
func (s *sentences) part(name string) string {
	var b strings.Builder
	if err := s.template.ExecuteTemplate(&b, name, s.fields); err != nil && s.err == nil {
		s.err = err
	}
	return strings.TrimSpace(b.String())
}
