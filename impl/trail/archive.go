package trail

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// line is an event in an archive, as exports have it. An archive is a file of JSON lines that holds
// parts of chains one after the other: events, a checkpoint after its event, and at the end of each
// part its signature:
//
//	{"id":...,"sequence":1,...,"hash":...}
//	{"checkpoint":"<JWS>"}
//	{"archive":"<JWS>"}
type line struct {
	Action        models.Action    `json:"action"`
	ActorID       string           `json:"actorId"`
	ActorKind     models.ActorKind `json:"actorKind"`
	ApplicationID string           `json:"applicationId"`
	At            time.Time        `json:"at"`
	Detail        string           `json:"detail"`
	Hash          string           `json:"hash"`
	ID            string           `json:"id"`
	Outcome       models.Outcome   `json:"outcome"`
	PreviousHash  string           `json:"previousHash"`
	RequestID     string           `json:"requestId"`
	Sequence      int64            `json:"sequence"`
	Source        string           `json:"source"`
	Surface       string           `json:"surface"`
	TenantID      string           `json:"tenantId"`
	TicketID      string           `json:"ticketId"`
	UserID        string           `json:"userId"`
}

// signature is a line that holds a JWS of its own.
type signature struct {
	Checkpoint string `json:"checkpoint,omitempty"`
	Archive    string `json:"archive,omitempty"`
}

// Writer writes an archive, part by part.
type Writer struct {
	to  *bufio.Writer
	sum hash.Hash // over the lines of the current part
}

// NewWriter begins an archive.
func NewWriter(w io.Writer) *Writer { return &Writer{to: bufio.NewWriter(w), sum: sha256.New()} }

func (w *Writer) line(v any) error {
	e := json.NewEncoder(io.MultiWriter(w.to, w.sum))
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// Event writes an event.
func (w *Writer) Event(e *models.Event) error {
	return w.line(line{
		ID: e.ID, At: e.At.UTC(), ApplicationID: e.ApplicationID, TenantID: e.TenantID, UserID: e.UserID,
		ActorKind: e.ActorKind, ActorID: e.ActorID, Action: e.Action, Outcome: e.Outcome, Surface: e.Surface,
		RequestID: e.RequestID, Source: e.Source, TicketID: e.TicketID, Detail: e.Detail, Sequence: e.Sequence,
		PreviousHash: hex.EncodeToString(e.PreviousHash), Hash: hex.EncodeToString(e.Hash),
	})
}

// Checkpoint writes a checkpoint; its event was the last line.
func (w *Writer) Checkpoint(jws string) error { return w.line(signature{Checkpoint: jws}) }

// Digest is the SHA-256 of the part's lines so far.
func (w *Writer) Digest() []byte { return w.sum.Sum(nil) }

// End ends a part with its signature.
func (w *Writer) End(jws string) error {
	err := w.line(signature{Archive: jws})
	w.sum.Reset()
	return errors.Join(err, w.to.Flush())
}

// Line is a line of an archive: an event, a checkpoint, or the signature that ends a part. Digest
// comes with the signature: it is the SHA-256 of the lines of the part.
type Line struct {
	Event      *models.Event
	Checkpoint string
	Archive    string
	Digest     []byte
}

// Reader reads an archive.
type Reader struct {
	from *bufio.Scanner
	sum  hash.Hash
	n    int
}

// maxArchiveLine is far longer than the longest event.
const maxArchiveLine = 64 << 10

// NewReader reads an archive from its beginning.
func NewReader(r io.Reader) *Reader {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 0, 4096), maxArchiveLine)
	return &Reader{from: s, sum: sha256.New()}
}

// Next reads a line. After the last one the error is io.EOF.
func (r *Reader) Next() (*Line, error) {
	if !r.from.Scan() {
		if err := r.from.Err(); err != nil {
			return nil, fmt.Errorf("line %d: %w", r.n+1, err)
		}
		return nil, io.EOF
	}
	r.n++
	text := r.from.Bytes()
	var s signature
	if strictly(text, &s) == nil && (s.Checkpoint == "") != (s.Archive == "") {
		if again, err := json.Marshal(s); err != nil || !bytes.Equal(again, text) { // no digest covers this line: a second spelling would go unnoticed
			return nil, fmt.Errorf("line %d is not a line of an archive", r.n)
		}
		out := &Line{Checkpoint: s.Checkpoint, Archive: s.Archive}
		if s.Archive != "" {
			out.Digest = r.sum.Sum(nil)
			r.sum.Reset()
			return out, nil
		}
		r.add(text)
		return out, nil
	}
	var l line
	if strictly(text, &l) != nil {
		return nil, fmt.Errorf("line %d is not a line of an archive", r.n)
	}
	r.add(text)
	e, err := l.event()
	if err != nil {
		return nil, fmt.Errorf("line %d is not a line of an archive", r.n)
	}
	return &Line{Event: e}, nil
}

func (r *Reader) add(text []byte) {
	_, _ = r.sum.Write(text)
	_, _ = r.sum.Write([]byte{'\n'})
}

func strictly(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	return d.Decode(into)
}

func (l *line) event() (*models.Event, error) {
	before, err := hex.DecodeString(l.PreviousHash)
	own, err2 := hex.DecodeString(l.Hash)
	return &models.Event{
		ID: l.ID, At: l.At, ApplicationID: l.ApplicationID, TenantID: l.TenantID, UserID: l.UserID,
		ActorKind: l.ActorKind, ActorID: l.ActorID, Action: l.Action, Outcome: l.Outcome, Surface: l.Surface,
		RequestID: l.RequestID, Source: l.Source, TicketID: l.TicketID, Detail: l.Detail, Sequence: l.Sequence,
		PreviousHash: before, Hash: own,
	}, errors.Join(err, err2)
}
