package outbox_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// texter sends to a test gateway under a clock that stands at start.
func texter(t *testing.T, gateway *harness.SMS) *outbox.SMS {
	t.Helper()
	s, err := outbox.NewSMS(outbox.SMSConfig{
		URL: gateway.URL, Secret: secret.NewText(gateway.Secret), Clock: harness.NewClock(start),
	})
	must(t, err)
	return s
}

func text() letter {
	return letter{
		channel: models.ChannelSMS, template: models.TemplateResetOTP, to: "+41 79 000-00-00",
		data: map[string]string{"Code": "048213", "Username": "jane"},
	}
}

func TestSMSDeliversSigned(t *testing.T) {
	t.Parallel()
	gateway := harness.NewSMS(t)
	p := newPost(t, outbox.Unconfigured{}, texter(t, gateway))
	id := p.queue(text())
	p.drain(1)
	p.expect(id, models.MessageSent, "HTTP 202")
	got := gateway.Received()
	want := harness.ReceivedSMS{
		ID: id, To: "+41790000000", SignedAt: start.Unix(), Genuine: true, Status: http.StatusAccepted,
		Text: "Acme Login: 048213 is the code to reset the password of the account jane. Never share it. Not you? Ignore this.",
	}
	if len(got) != 1 || got[0] != want {
		t.Fatalf("received %+v, want %+v", got, want)
	}
}

func TestSMSAnswers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		given harness.SMSAnswer
		want  models.MessageState
		again time.Duration // when it must be due at the latest
		early time.Duration // when it must not be due yet
	}{
		{"429 is retried", harness.SMSAnswer{Status: 429}, models.MessageQueued, time.Minute, 20 * time.Second},
		{"429 is retried when the gateway says", harness.SMSAnswer{Status: 429, RetryAfter: "300"}, models.MessageQueued, 5 * time.Minute, 299 * time.Second},
		{"503 is retried at the gateway's date", harness.SMSAnswer{Status: 503, RetryAfter: "Sat, 21 Nov 2026 20:15:00 GMT"}, models.MessageQueued, time.Hour, 59 * time.Minute},
		{"a Retry-After beyond a day is not believed", harness.SMSAnswer{Status: 503, RetryAfter: "99999999"}, models.MessageQueued, 24 * time.Hour, 23 * time.Hour},
		{"a Retry-After that is none is ignored", harness.SMSAnswer{Status: 503, RetryAfter: "-5 soon"}, models.MessageQueued, time.Minute, 20 * time.Second},
		{"500 is retried", harness.SMSAnswer{Status: 500}, models.MessageQueued, time.Minute, 20 * time.Second},
		{"a refused signature is the operator's to mend", harness.SMSAnswer{Status: 401}, models.MessageQueued, time.Minute, 20 * time.Second},
		{"400 is final", harness.SMSAnswer{Status: 400, Body: "048213 is no good"}, models.MessageFailed, 0, 0},
		{"404 is final", harness.SMSAnswer{Status: 404}, models.MessageFailed, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			gateway := harness.NewSMS(t)
			gateway.Answer(c.given)
			p := newPost(t, outbox.Unconfigured{}, texter(t, gateway))
			id := p.queue(text())
			p.drain(0)
			p.expect(id, c.want, "HTTP ")
			if contains(p.log.String(), "048213") || contains(p.message(id).LastAnswer, "048213") {
				t.Error("the code is in the log or in the answer")
			}
			if c.want == models.MessageFailed {
				return
			}
			gateway.Answer(harness.SMSAnswer{})
			p.clock.Advance(c.early)
			p.drain(0)
			p.clock.Advance(c.again - c.early)
			p.drain(1)
			all := gateway.Received()
			if len(all) != 2 || all[0].ID != all[1].ID {
				t.Errorf("received %+v, want the same message twice", all)
			}
		})
	}
}

// S90: a redirect is never followed; the code goes only to the configured host.
func TestSMSRefusesRedirects(t *testing.T) {
	t.Parallel()
	var stolen atomic.Int32
	thief := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { stolen.Add(1) }))
	t.Cleanup(thief.Close)
	for _, status := range []int{301, 302, 307, 308} {
		gateway := harness.NewSMS(t)
		gateway.Answer(harness.SMSAnswer{Status: status, Location: thief.URL})
		p := newPost(t, outbox.Unconfigured{}, texter(t, gateway))
		id := p.queue(text())
		p.drain(0)
		p.expect(id, models.MessageQueued, "HTTP 30")
		if !contains(p.log.String(), `"level":"ERROR"`) {
			t.Errorf("%d: the outcome does not ask for the operator", status)
		}
	}
	if stolen.Load() != 0 {
		t.Error("a redirect was followed")
	}
}

func TestSMSGatewayDownIsRetriedWithoutItsURLInTheAnswer(t *testing.T) {
	t.Parallel()
	down := httptest.NewServer(nil)
	down.Close()
	s, err := outbox.NewSMS(outbox.SMSConfig{
		URL: down.URL + "/?token=canary", Secret: secret.NewText("0123456789abcdef"), Clock: harness.NewClock(start),
	})
	must(t, err)
	answer, err := s.Send(t.Context(), outbox.Outgoing{ID: "m", To: "+41790000000", Text: "x"})
	wantTemporary(t, err)
	if !strings.Contains(answer, "refused") || strings.Contains(answer+err.Error(), "canary") {
		t.Errorf("answer %q", answer)
	}
}

func TestSMSRefusesWhatIsNoNumber(t *testing.T) {
	t.Parallel()
	gateway := harness.NewSMS(t)
	s := texter(t, gateway)
	for _, to := range []string{"", "0790000000", "+0790000000", "+41", "+4179000000000000", "+41790000000,+41790000001", "jane@acme.example", "+4179000000\n"} {
		_, err := s.Send(t.Context(), outbox.Outgoing{ID: "m", To: to, Text: "x"})
		if _, ok := err.(*outbox.PermanentError); !ok {
			t.Errorf("%q: %v, want a permanent error", to, err)
		}
	}
	if len(gateway.Received()) != 0 {
		t.Error("the gateway was asked")
	}
}

func TestNewSMSRefusesHalfConfigurations(t *testing.T) {
	t.Parallel()
	long, manual := secret.NewText("0123456789abcdef"), harness.NewClock(start)
	for name, config := range seed.InOrder(map[string]outbox.SMSConfig{
		"no URL":              {Secret: long, Clock: manual},
		"http abroad":         {URL: "http://sms.acme.example/", Secret: long, Clock: manual},
		"http at a lookalike": {URL: "http://localhost.evil.example/", Secret: long, Clock: manual},
		"another scheme":      {URL: "file:///etc/passwd", Secret: long, Clock: manual},
		"no secret":           {URL: "https://sms.acme.example/", Clock: manual},
		"short secret":        {URL: "https://sms.acme.example/", Secret: secret.NewText("short"), Clock: manual},
		"no clock":            {URL: "https://sms.acme.example/", Secret: long},
	}) {
		if _, err := outbox.NewSMS(config); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if _, err := outbox.NewSMS(outbox.SMSConfig{URL: "https://sms.acme.example/", Secret: long, Clock: manual}); err != nil {
		t.Error(err)
	}
}
