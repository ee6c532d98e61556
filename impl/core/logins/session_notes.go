package logins

import (
	"encoding/json"
	"fmt"
	"maps"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
)

// Bounds on the notes of one session: what the column holds, and what a person can read.
const (
	maxSessionNotes     = 50
	maxSessionNoteBytes = 60_000
)

// Notes are what the API client that holds the session noted on it, by name. The core does not
// read them.
func (s CheckedSession) Notes() (map[string][]byte, error) { return readNotes(s.Session.Metadata) }

func readNotes(stored string) (map[string][]byte, error) {
	notes := map[string][]byte{}
	if stored == "" {
		return notes, nil
	}
	if err := json.Unmarshal([]byte(stored), &notes); err != nil {
		return nil, fmt.Errorf("logins: the notes of a session: %w", err)
	}
	return notes, nil
}

// withNotes is what is stored of a session's notes once more are written beside them. An empty
// one removes its name.
func withNotes(stored string, more map[string][]byte) (string, error) {
	if len(more) == 0 {
		return stored, nil
	}
	notes, err := readNotes(stored)
	if err != nil {
		return "", err
	}
	maps.Copy(notes, more)
	maps.DeleteFunc(notes, func(_ string, note []byte) bool { return len(note) == 0 })
	if len(notes) == 0 {
		return "", nil
	}
	text, err := json.Marshal(notes)
	if err != nil {
		return "", fmt.Errorf("logins: the notes of a session: %w", err)
	}
	if len(notes) > maxSessionNotes || len(text) > maxSessionNoteBytes {
		return "", fault.ErrMalformed.With(core.NewViolation("/metadata", "too_many", "The session would hold too many notes."))
	}
	return string(text), nil
}
