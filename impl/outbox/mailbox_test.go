package outbox_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestMailboxKeepsTheLast200(t *testing.T) {
	t.Parallel()
	box := newMailbox(t)
	for i := range 205 {
		_, err := box.Send(t.Context(), outbox.Outgoing{ID: fmt.Sprint(i), Channel: models.ChannelEmail, At: start})
		must(t, err)
	}
	all := box.Messages()
	if len(all) != 200 || all[0].ID != "5" || all[199].ID != "204" {
		t.Errorf("keeps %d messages from %s to %s", len(all), all[0].ID, all[len(all)-1].ID)
	}
}

func TestMailboxServes(t *testing.T) {
	t.Parallel()
	box := newMailbox(t)
	if body := serve(t, box.ServeJSON); body != "[]\n" {
		t.Errorf("an empty mailbox is %q", body)
	}
	if body := serve(t, box.ServeHTML); !strings.Contains(body, "Nothing yet.") {
		t.Errorf("an empty mailbox is %q", body)
	}
	p := newPost(t, box, box)
	first := p.queue(letter{data: map[string]string{"Link": link, "Username": "jane", "Name": "<script>alert(1)</script>"}})
	p.drain(1)
	second := p.queue(letter{channel: models.ChannelSMS, to: "+41790000000", template: models.TemplateResetOTP, data: map[string]string{"Code": "048213"}})
	p.drain(1)

	var mails []map[string]any
	must(t, json.Unmarshal([]byte(serve(t, box.ServeJSON)), &mails))
	if len(mails) != 2 || mails[0]["id"] != second || mails[1]["id"] != first {
		t.Fatalf("want the newest first, got %v", mails)
	}
	for key, want := range seed.InOrder(map[string]any{
		"channel": "email", "to": recipient, "subject": "Reset your password for Acme Login", "at": "2026-11-21T19:15:00Z",
	}) {
		if mails[1][key] != want {
			t.Errorf("%s is %v, want %v", key, mails[1][key], want)
		}
	}
	page := serve(t, box.ServeHTML)
	if !strings.Contains(page, `<a href="`+link+`">Open the link</a>`) || !strings.Contains(page, "048213") || strings.Contains(page, "<script") {
		t.Errorf("page:\n%s", page)
	}
}

func serve(t *testing.T, handler http.HandlerFunc) string {
	t.Helper()
	w := httptest.NewRecorder()
	handler(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/dev/mailbox", nil))
	for name, want := range seed.InOrder(map[string]string{"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}) {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	return w.Body.String()
}
