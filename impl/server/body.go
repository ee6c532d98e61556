package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/spelling"
)

// Limits of a request body.
const (
	maxBody   = 64 << 10
	maxDepth  = 32
	maxValues = 1000
)

// readBody returns the body, or a fault if it is too large.
func readBody(r *http.Request) ([]byte, error) {
	if r.ContentLength > maxBody {
		return nil, fault.ErrBodyTooLarge
	}
	var body []byte
	var err error
	if b, ok := r.Body.(*receivedBody); ok {
		body, err = b.data, b.err
	} else {
		body, err = io.ReadAll(r.Body)
	}
	var full *fault.Fault
	switch {
	case errors.As(err, &full):
		return nil, full
	case err != nil:
		return nil, fault.ErrMalformed.With(fault.Violation{Code: "unreadable", Message: "The body could not be read."})
	case len(body) > maxBody:
		return nil, fault.ErrBodyTooLarge
	}
	return body, nil
}

// mediaType returns the media type of the body; empty if it is not accepted. Compressed bodies are
// not accepted: maxBody limits the bytes that are sent, and a small body may expand to a large one.
func mediaType(r *http.Request) string {
	if e := r.Header.Get("Content-Encoding"); e != "" && e != "identity" {
		return ""
	}
	t, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if c := params["charset"]; err != nil || c != "" && !asciiFold(c, "utf-8") {
		return ""
	}
	return t
}

func malformed(pointer, code, message string) error {
	return fault.ErrMalformed.With(fault.Violation{Pointer: pointer, Code: code, Message: message})
}

// strictForm refuses parameters that appear twice (RFC 6749 section 3.2).
func strictForm(body []byte) error {
	values, err := url.ParseQuery(string(body))
	if err != nil || !utf8.Valid(body) {
		return malformed("", "invalid_form", "The body is not a valid form.")
	}
	for name, v := range values {
		if len(v) > 1 {
			return malformed("/"+name, fault.BrokenDuplicate, "A field appears twice.")
		}
	}
	return nil
}

// scanJSON refuses what encoding/json accepts: duplicate names, trailing data, invalid UTF-8, lone
// surrogates (two different passwords must not become equal), and bodies that are too deep or have
// too many values. It also compares the names with those of the contract.
func scanJSON(body []byte, declared *members, n naming) (*scan, error) {
	if !utf8.Valid(body) || bytes.HasPrefix(body, []byte("\xef\xbb\xbf")) {
		return nil, malformed("", "invalid_json", "The body is not valid UTF-8 JSON without a byte order mark.")
	}
	if hasLoneSurrogate(body) {
		return nil, malformed("", "invalid_json", "The body contains half of a surrogate pair.")
	}
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	s := &scan{decoder: d, naming: n}
	if _, err := s.value(declared); err != nil {
		var f *fault.Fault
		if errors.As(err, &f) {
			return nil, f
		}
		return nil, malformed("", "invalid_json", "The body is not valid JSON.")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, malformed("", "trailing_data", "The body holds more than one JSON value.")
	}
	return s, nil
}

// scan is the state of one pass over a body.
type scan struct {
	decoder *json.Decoder
	path    []step
	values  int
	empty   bool // the last list or object that was read has nothing in it
	naming
	unknown  []fault.Violation // names that the contract does not declare
	unserved []fault.Violation // members that are known and not implemented
	variants bool              // a name differs from a known one by case alone, and has to be renamed or removed
}

// step is one part of a JSON pointer: a name, or an index of a list.
type step struct {
	name  string
	index int
	list  bool
}

// pointer returns the JSON pointer of the current value.
func (s *scan) pointer() string {
	var b strings.Builder
	for _, at := range s.path {
		b.WriteByte('/')
		if at.list {
			b.WriteString(strconv.Itoa(at.index))
		} else {
			b.WriteString(escapePointer(at.name))
		}
	}
	return b.String()
}

// value reads one value and returns its first token.
func (s *scan) value(m *members) (json.Token, error) {
	if len(s.path) > maxDepth {
		return nil, malformed("", "too_deep", "The body is nested too deeply.")
	}
	t, err := s.decoder.Token()
	if err != nil {
		return nil, err
	}
	switch t := t.(type) {
	case json.Number:
		if _, err := t.Float64(); err != nil { // 1e999: some parsers read infinity, others fail
			return nil, malformed(s.pointer(), "number_out_of_range", "A number is too large.")
		}
	case json.Delim:
		read, empty := s.list, !s.decoder.More()
		if t == '{' {
			read = s.object
		}
		err := read(m)
		s.empty = empty
		return t, err
	}
	return t, nil
}

func (s *scan) list(m *members) error {
	var items *members
	if m != nil {
		items = m.items
	}
	for i := 0; s.decoder.More(); i++ {
		s.path = append(s.path, step{index: i, list: true})
		if _, err := s.value(items); err != nil {
			return err
		}
		s.path = s.path[:len(s.path)-1]
		if err := s.countValue(); err != nil {
			return err
		}
	}
	_, err := s.decoder.Token()
	return err
}

func (s *scan) countValue() error {
	if s.values++; s.values > maxValues {
		return malformed("", "too_many_values", "The body holds too many values.")
	}
	return nil
}

func (s *scan) object(m *members) error {
	names := map[string]bool{}
	for s.decoder.More() {
		t, err := s.decoder.Token()
		if err != nil {
			return err
		}
		name, _ := t.(string)
		if known := s.spelling(m, name); known != name {
			name, s.variants = known, true
		}
		s.path = append(s.path, step{name: name})
		if names[name] {
			return malformed(s.pointer(), fault.BrokenDuplicate, "A field appears twice.")
		}
		names[name] = true
		if err := s.countValue(); err != nil {
			return err
		}
		if err := s.member(s.lookup(m, name)); err != nil {
			return err
		}
		s.path = s.path[:len(s.path)-1]
	}
	_, err := s.decoder.Token()
	return err
}

// member reads the value of a member.
func (s *scan) member(m *members) error {
	t, err := s.value(m)
	if err == nil && m != nil && m.unserved && s.asks(t, m) && len(s.unserved) < maxViolations {
		s.unserved = append(s.unserved, unservedName(s.pointer()))
	}
	return err
}

// asks reports whether the value that was just read, with this first token, asks for anything. Null and
// the default do not; the default of a list or an object can only be the empty one.
func (s *scan) asks(t json.Token, m *members) bool {
	if _, composed := t.(json.Delim); composed {
		return !s.empty || m.absent == nil
	}
	return t != nil && t != m.absent
}

// lookup returns the schema of a member of an object, and records the name if the contract does not
// declare it.
func (s *scan) lookup(m *members, name string) *members {
	if m == nil {
		return nil
	}
	if known, ok := m.known[name]; ok {
		return known
	}
	switch variant := m.hasCaseVariant(name); {
	case s.strict && (m.closed || variant):
		if len(s.unknown) < maxViolations {
			s.unknown = append(s.unknown, unknownName(s.pointer(), "unknown_member", "There is no such member.", spelling.Near(name, maps.Keys(m.known), maxTypos)))
		}
		return nil
	case variant:
		s.variants = true
		return nil
	}
	return m.other
}

// unknownName is the violation for a name that the contract does not declare. The message suggests
// meant, a known name that is close to it, unless it is empty.
func unknownName(pointer, code, message, meant string) fault.Violation {
	v := fault.Violation{Pointer: pointer, Code: code, Message: message}
	if meant != "" {
		v.Message += " Did you mean " + meant + "?"
		v.Params = fault.Params{fault.Near: meant}
	}
	return v
}

// unservedName is the violation for a member or parameter that is not implemented.
func unservedName(pointer string) fault.Violation {
	return fault.Violation{Pointer: pointer, Code: "not_served", Message: "This is not served."}
}

// hasLoneSurrogate reports whether there is an escape from \ud800 to \udfff without its other
// half. encoding/json would replace it by U+FFFD.
func hasLoneSurrogate(body []byte) bool {
	for i := 0; i+5 < len(body); i++ {
		if body[i] != '\\' {
			continue
		}
		if body[i+1] != 'u' {
			i++ // an escaped character, perhaps a backslash
			continue
		}
		switch unit := hex16(body[i+2 : i+6]); {
		case unit >= 0xdc00 && unit <= 0xdfff:
			return true
		case unit >= 0xd800 && unit <= 0xdbff:
			low := -1
			if i+11 < len(body) && body[i+6] == '\\' && body[i+7] == 'u' {
				low = hex16(body[i+8 : i+12])
			}
			if low < 0xdc00 || low > 0xdfff {
				return true
			}
			i += 11
		}
	}
	return false
}

func hex16(b []byte) int {
	n, err := strconv.ParseUint(string(b), 16, 16)
	if err != nil {
		return -1
	}
	return int(n)
}
