package outbox

import (
	"context"
	"encoding/json"
	"html/template"
	"net/http"
	"regexp"
	"slices"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// mailboxSize is the number of messages that a DevMailbox keeps.
const mailboxSize = 200

// Mail is a message in a DevMailbox.
type Mail struct {
	ID      string         `json:"id"`
	Channel models.Channel `json:"channel"`
	To      string         `json:"to"`
	Subject string         `json:"subject"`
	Text    string         `json:"text"`
	HTML    string         `json:"html"`
	At      time.Time      `json:"at"`
}

// DevMailbox is a sender that keeps messages in memory, for the development profile. It shows links and codes
// to everyone who can reach it.
type DevMailbox struct {
	mu    sync.Mutex
	mails []Mail
	page  *template.Template
}

// NewDevMailbox makes an empty mailbox.
func NewDevMailbox() (*DevMailbox, error) {
	page, err := template.New("mailbox.html").Funcs(template.FuncMap{"links": links}).
		ParseFS(files, "templates/mailbox.html")
	if err != nil {
		return nil, err
	}
	return &DevMailbox{page: page}, nil
}

// Send keeps the message.
func (b *DevMailbox) Send(_ context.Context, m Outgoing) (string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.mails = append(b.mails, Mail(m))
	if over := len(b.mails) - mailboxSize; over > 0 {
		b.mails = slices.Delete(b.mails, 0, over)
	}
	return "kept in the development mailbox", nil
}

// Messages lists the last 200 messages, the oldest first.
func (b *DevMailbox) Messages() []Mail {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.mails)
}

// ServeJSON answers with an array of the messages, the newest first.
func (b *DevMailbox) ServeJSON(w http.ResponseWriter, _ *http.Request) {
	setPrivateHeaders(w.Header(), "application/json")
	mails := b.Messages()
	slices.Reverse(mails)
	if mails == nil {
		mails = []Mail{}
	}
	_ = json.NewEncoder(w).Encode(mails) // an error means that the reader has disconnected
}

// ServeHTML answers with a page of the messages, the newest first.
func (b *DevMailbox) ServeHTML(w http.ResponseWriter, _ *http.Request) {
	setPrivateHeaders(w.Header(), "text/html; charset=utf-8")
	mails := b.Messages()
	slices.Reverse(mails)
	_ = b.page.Execute(w, mails) // an error means that the reader has disconnected
}

// setPrivateHeaders keeps links and codes out of caches and Referer headers.
func setPrivateHeaders(h http.Header, contentType string) {
	h.Set("Content-Type", contentType)
	h.Set("Cache-Control", "no-store")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'")
}

var linkInText = regexp.MustCompile(`https?://[^\s<>"]+`)

// links finds the links in a text.
func links(text string) []string { return linkInText.FindAllString(text, -1) }
