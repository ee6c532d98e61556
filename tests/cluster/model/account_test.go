package model

import (
	"testing"

	"github.com/anishathalye/porcupine"
)

// TestTheModelFindsWhatIsWrong shows short histories to the check, one after the other or side by
// side. What must never happen has no explanation.
func TestTheModelFindsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		history []porcupine.Operation
		legal   bool
	}{
		{"a ticket is redeemed once", after(
			did(Operation{Number: 1, Kind: Issue}, Done), did(Operation{Number: 2, Kind: Redeem, Ticket: 1, Next: 2}, Done)), true},
		{"a ticket is redeemed twice", after(
			did(Operation{Number: 1, Kind: Issue}, Done), did(Operation{Number: 2, Kind: Redeem, Ticket: 1, Next: 2}, Done),
			did(Operation{Number: 3, Kind: Redeem, Ticket: 1, Next: 3}, Done)), false},
		{"a ticket is redeemed twice at once", append(
			after(did(Operation{Number: 1, Kind: Issue}, Done)), beside(
				did(Operation{Number: 2, Kind: Redeem, Ticket: 1, Next: 2}, Done), did(Operation{Number: 3, Kind: Redeem, Ticket: 1, Next: 3}, Done))...), false},
		{"nobody can redeem a live ticket", after(
			did(Operation{Number: 1, Kind: Issue}, Done), did(Operation{Number: 2, Kind: Redeem, Ticket: 1, Next: 2}, Refused)), false},
		{"the old password logs in after a reset", after(
			did(Operation{Number: 1, Kind: Reset, Next: 1}, Done), did(Operation{Number: 2, Kind: Login}, Done)), false},
		{"the old password logs in beside a reset", beside(
			did(Operation{Number: 1, Kind: Reset, Next: 1}, Done), did(Operation{Number: 2, Kind: Login}, Done)), true},
		{"the new password is refused", after(
			did(Operation{Number: 1, Kind: Reset, Next: 1}, Done), did(Operation{Number: 2, Kind: Login, Password: 1}, Refused)), false},
		{"a change that conflicted took place", after(
			did(Operation{Number: 1, Kind: Change, Next: 1}, Conflict), did(Operation{Number: 2, Kind: Login, Password: 1}, Done)), false},
		{"a reset without an answer took place", after(
			did(Operation{Number: 1, Kind: Reset, Next: 1}, Unknown), did(Operation{Number: 2, Kind: Login, Password: 1}, Done)), true},
		{"a reset without an answer took place, and then did not", after(
			did(Operation{Number: 1, Kind: Reset, Next: 1}, Unknown), did(Operation{Number: 2, Kind: Login, Password: 1}, Done),
			did(Operation{Number: 3, Kind: Login}, Done)), false},
		{"a session outlives a reset", after(
			did(Operation{Number: 1, Kind: Login}, Done), did(Operation{Number: 2, Kind: Reset, Next: 2}, Done),
			did(Operation{Number: 3, Kind: Use, Session: 1}, Done)), false},
		{"a session outlives that its user is disabled and enabled", after(
			did(Operation{Number: 1, Kind: Login}, Done), did(Operation{Number: 2, Kind: Disable}, Done), did(Operation{Number: 3, Kind: Enable}, Done),
			did(Operation{Number: 4, Kind: Refresh, Session: 1, Token: 1}, Done)), false},
		{"a refresh token works twice", after(
			did(Operation{Number: 1, Kind: Login}, Done), did(Operation{Number: 2, Kind: Refresh, Session: 1, Token: 1}, Done),
			did(Operation{Number: 3, Kind: Refresh, Session: 1, Token: 1}, Done)), false},
		{"a session outlives that a used refresh token is shown", after(
			did(Operation{Number: 1, Kind: Login}, Done), did(Operation{Number: 2, Kind: Refresh, Session: 1, Token: 1}, Done),
			did(Operation{Number: 3, Kind: Refresh, Session: 1, Token: 1}, Refused), did(Operation{Number: 4, Kind: Use, Session: 1}, Done)), false},
		{"a ticket outlives a change of the address", after(
			did(Operation{Number: 1, Kind: Issue}, Done), did(Operation{Number: 2, Kind: Address}, Done),
			did(Operation{Number: 3, Kind: Redeem, Ticket: 1, Next: 3}, Done)), false},
		{"the right code after four guesses", guesses(maxTries-1, Done), true},
		{"the right code after five guesses", guesses(maxTries, Done), false},
		{"the right code is refused after four guesses", guesses(maxTries-1, Refused), false},
		{"a disabled user logs in", after(
			did(Operation{Number: 1, Kind: Disable}, Done), did(Operation{Number: 2, Kind: Login}, Done)), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if legal := porcupine.CheckOperations(linear(), c.history); legal != c.legal {
				t.Errorf("it is explained: %v, want %v", legal, c.legal)
			}
		})
	}
}

func did(o Operation, got Outcome) porcupine.Operation {
	return porcupine.Operation{Input: o, Output: got}
}

// after is a history of one operation after the other.
func after(list ...porcupine.Operation) []porcupine.Operation {
	for i := range list {
		list[i].Call, list[i].Return = int64(10*i), int64(10*i+5)
		if list[i].Output == Unknown {
			list[i].Return = forever
		}
	}
	return list
}

// beside is a history of operations that all begin before one ends.
func beside(list ...porcupine.Operation) []porcupine.Operation {
	for i := range list {
		list[i].Call, list[i].Return = int64(1000+i), int64(2000+i)
	}
	return list
}

// guesses is a history of wrong codes and then the right one.
func guesses(wrong int, last Outcome) []porcupine.Operation {
	list := []porcupine.Operation{did(Operation{Number: 1, Kind: Issue, Code: true}, Done)}
	for i := range wrong {
		list = append(list, did(Operation{Number: 2 + i, Kind: Redeem, Ticket: 1, Code: true, Wrong: true}, Refused))
	}
	return after(append(list, did(Operation{Number: 90, Kind: Redeem, Ticket: 1, Code: true, Next: 90}, last))...)
}
