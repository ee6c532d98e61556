package logins

import (
	"encoding/json"
	"fmt"
	"maps"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
)

// Limits of the notes of one session: the size of the column, and a number that people can read.
const (
	maxSessionNotes     = 50
	maxSessionNoteBytes = 60_000
)

// Notes are the client's notes on the session, by name. The core does not use them.
func (s *Session) Notes() (map[string][]byte, error) { return readNotes(s.Metadata) }

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

// mergeNotes adds notes to the stored ones and returns the new text to store. An empty note deletes
// its name.
func mergeNotes(stored string, more map[string][]byte) (string, error) {
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
