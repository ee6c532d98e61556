package attacks_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/audit"
	"github.com/rekeyhq/rekey/tests/seed"
)

// S91: what a call changed, it wrote into the audit trail, in the same transaction: where
// the event cannot be written, nothing else is.
func TestNoChangeWithoutAnEvent(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		told, list := 0, seed.Draw(t, acts())
		for i, a := range list {
			call := a.play(s)
			before := s.picture()
			s.BreakStore(func(statement string) bool { return statement == "insert events" })
			broken := s.Do(call)
			s.BreakStore(nil)
			after := s.picture()
			if changed := kept(before.changes(after)); broken.Status >= http.StatusInternalServerError && len(changed) > 0 {
				t.Errorf("%s: the event could not be written, and still there is %v", a.name, changed)
			}
			if broken.Status < http.StatusBadRequest || a.once {
				call = a.play(s)
				after = s.picture()
			}
			id := fmt.Sprint("trail-", i)
			if answer := s.Do(header(call, "X-Request-Id", id)); answer.Status >= http.StatusBadRequest {
				t.Errorf("%s: %d %s", a.name, answer.Status, answer.Body)
				continue
			}
			changed := kept(after.changes(s.picture()))
			events := s.query("SELECT action FROM events WHERE request_id = '" + id + "' AND surface = '" + strings.Fields(a.name)[0] + "' AND outcome = 'done'")
			if len(changed) > 0 && len(events) == 0 {
				t.Errorf("%s changed %v, and no event tells of it", a.name, changed)
			}
			told += len(events)
		}
		if seed.Cases() != seed.Some && told < len(list)/2 {
			t.Errorf("%d events of %d acts: nothing was looked at", told, len(list))
		}
		v, err := s.Core.Audit.VerifyAudit(operator(), audit.VerifyAuditInput{Limit: 100_000})
		if err != nil || v.Flaw != nil || v.Checked < len(list) {
			t.Errorf("after all of it the trail is not intact: %+v %v", v, err)
		}
	})
}
