package models

import "testing"

// The tables give the words that trails have always had.
func TestActionsOfStatesPurposesAndKinds(t *testing.T) {
	t.Parallel()
	for _, s := range []TicketState{
		TicketIssued, TicketQueued, TicketDelivered, TicketFailed, TicketOpened, TicketVerified, TicketConsumed, TicketSuperseded, TicketRevoked, TicketExpired,
	} {
		if got := s.Action(); string(got) != "ticket."+string(s) {
			t.Errorf("a ticket that is %s: %q", s, got)
		}
	}
	for _, p := range []Purpose{PurposeSet, PurposeReset, PurposeInvite} {
		if got := p.Action(); string(got) != "password."+string(p) {
			t.Errorf("a password by a ticket to %s: %q", p, got)
		}
	}
	if got := PurposeVerify.Action(); got != ActionAddressVerify {
		t.Errorf("an address by a ticket: %q", got)
	}
	for _, k := range []TryKind{TryPassword, TryProof, TryCode, TryApp} {
		if got := k.LockoutAction(); string(got) != string(k)+".shut" {
			t.Errorf("a locked %s: %q", k, got)
		}
	}
	if got := TryRecovery.LockoutAction(); got != "" {
		t.Errorf("recovery codes are never locked: %q", got)
	}
}

// How a ticket ended says in which state it is.
func TestStateOfAnEnd(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		end  TicketEnd
		want TicketState
	}{{EndedSuperseded, TicketSuperseded}, {EndedRevoked, TicketRevoked}, {EndedExhausted, TicketRevoked}, {EndedExpired, TicketExpired}} {
		if got := c.end.State(); got != c.want {
			t.Errorf("%s: %s, want %s", c.end, got, c.want)
		}
	}
}
