package outbox

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rekeyhq/rekey/models"
)

func TestAnswersAreTellable(t *testing.T) {
	t.Parallel()
	content := models.MessageContent{To: "jane@acme.example", Data: map[string]string{
		"Link": "https://login.acme.example/reset?key=7F3C9A52-0e1d&x=1", "Code": "048213", "Password": "Canary-Pass", "Username": "jane",
	}}
	for _, c := range []struct{ name, given, want string }{
		{"an ordinary answer stays, without the recipient", "550 5.1.1 <Jane@acme.example>: unknown", "550 5.1.1 <[recipient]>: unknown"},
		{"lines become one", "550-first\r\n550 \x1b[31msecond\x00\u202E", "550-first 550 [31msecond"},
		{"a help page stays", "421 see https://login.acme.example/help", "421 see https://login.acme.example/help"},
		{"a quoted link goes", "554 bad URL https://login.acme.example/reset?key=7f3c9a52-0e1d", "554 " + withheldText},
		{"a piece of a link goes", "554 bad URL ...ey=7f3c9a5...", "554 " + withheldText},
		{"a quoted code goes", "554 spam: 048213", "554 " + withheldText},
		{"a quoted password goes", "refused: canary-pass", withheldText},
		{"nothing stays nothing", "", ""},
	} {
		if got := redacted(c.given, content); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	long := redacted("550 "+strings.Repeat("é", 400), models.MessageContent{})
	if len(long) > maxAnswer || !utf8.ValidString(long) {
		t.Errorf("a long answer keeps %d bytes", len(long))
	}
}

func TestWaitsGrowAndEndWithinADay(t *testing.T) {
	t.Parallel()
	var whole time.Duration
	last := time.Duration(0)
	for attempt := 1; ; attempt++ {
		d, more := backoff(attempt)
		if !more {
			break
		}
		if d < last {
			t.Errorf("the wait after attempt %d shrinks to %s", attempt, d)
		}
		for range 50 {
			if j := jitter(d); j < d*9/10 || j > d*11/10 {
				t.Errorf("%s is jittered to %s", d, j)
			}
		}
		whole, last = whole+d, d
	}
	if whole > 24*time.Hour || whole < 23*time.Hour || last != time.Hour {
		t.Errorf("gives up after %s, the last wait being %s", whole, last)
	}
	if jitter(0) != 0 {
		t.Error("no wait is jittered")
	}
}
