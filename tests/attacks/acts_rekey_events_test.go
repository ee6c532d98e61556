package attacks_test

import "github.com/rekeyhq/rekey/tests/harness"

// anEvent is the newest one of somebody who was just created.
func (s *stage) anEvent() string {
	s.T.Helper()
	events, err := s.Store.Read(operator()).EventsOf(s.person().ID, 1)
	if err != nil || len(events) != 1 {
		s.T.Fatalf("%d events: %v", len(events), err)
	}
	return events[0].ID
}

func rekeyEventActs() []act {
	play := func(path string) func(*stage) harness.Call {
		return func(s *stage) harness.Call { return s.byOwner(get(path)) }
	}
	return []act{
		{name: "rekey listEvents", play: play("/v1/events?limit=3")},
		{name: "rekey getEvent", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/events/" + s.anEvent())) }},
		// Of one tenant with few events: all is read before the answer begins.
		{name: "rekey exportEvents", play: func(s *stage) harness.Call {
			return s.byOwner(get("/v1/events/export?tenantId=" + s.shop().ID))
		}},
		{name: "rekey verifyAudit", play: play("/v1/audit/verify")},
		{name: "rekey listCheckpoints", play: play("/v1/audit/checkpoints")},
	}
}
