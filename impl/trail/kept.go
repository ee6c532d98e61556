package trail

import (
	"bufio"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io"
	"regexp"
	"time"
)

// Kept is what a checkpoint says that was kept outside of the database. Its signature was not verified.
type Kept struct {
	TenantID string // empty: the platform's chain
	Sequence int64
	Head     []byte
	At       time.Time
}

// maxLine bounds the lines of a file with checkpoints; those of a log are much shorter.
const maxLine = 1 << 20

var compactJWS = regexp.MustCompile(`(eyJ[\w-]+)\.(eyJ[\w-]+)\.[\w-]+`)

// LastKept finds the checkpoints in a text, such as a log of the service or the answer of an operation,
// and returns the last one of each chain.
func LastKept(text io.Reader) (map[string]Kept, error) {
	last := map[string]Kept{}
	lines := bufio.NewScanner(text)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		for _, found := range compactJWS.FindAllSubmatch(lines.Bytes(), -1) {
			k, ok := kept(found[1], found[2])
			if before, known := last[k.TenantID]; ok && (!known || before.Sequence < k.Sequence) {
				last[k.TenantID] = k
			}
		}
	}
	return last, lines.Err()
}

func kept(header, payload []byte) (Kept, bool) {
	var h struct {
		Type string `json:"typ"`
	}
	var s statement
	if !decode(header, &h) || h.Type != CheckpointType || !decode(payload, &s) {
		return Kept{}, false
	}
	head, err := hex.DecodeString(s.Head)
	return Kept{TenantID: s.TenantID, Sequence: s.Sequence, Head: head, At: time.Unix(s.IssuedAt, 0).UTC()}, err == nil
}

func decode(encoded []byte, into any) bool {
	text, err := base64.RawURLEncoding.DecodeString(string(encoded))
	return err == nil && json.Unmarshal(text, into) == nil
}
