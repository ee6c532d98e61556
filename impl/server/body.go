package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"unicode/utf8"

	"github.com/rekeyhq/rekey/impl/fault"
)

// Limits of a request body.
const (
	maxBody  = 64 << 10
	maxDepth = 32
	maxKeys  = 1000
)

// readBody reads a bounded body.
func readBody(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	if r.ContentLength > maxBody {
		return nil, fault.ErrBodyTooLarge
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return nil, fault.ErrBodyTooLarge
	}
	if err != nil {
		return nil, fault.ErrMalformed.With(fault.Violation{Code: "unreadable", Message: "The body could not be read."})
	}
	return body, nil
}

// mediaType gives the body's media type. Compressed bodies are not accepted: the
// limit is on what was sent.
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

func asciiFold(a, b string) bool {
	return len(a) == len(b) && bytes.EqualFold([]byte(a), []byte(b))
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
			return malformed("/"+name, "duplicate_field", "A field appears twice.")
		}
	}
	return nil
}

// strictJSON refuses what encoding/json lets pass: duplicate keys, trailing data,
// invalid UTF-8, lone surrogates (two different passwords must not become equal) and
// bodies whose shape alone is an attack.
func strictJSON(body []byte) error {
	if !utf8.Valid(body) || bytes.HasPrefix(body, []byte("\xef\xbb\xbf")) {
		return malformed("", "invalid_json", "The body is not valid UTF-8 JSON without a byte order mark.")
	}
	if loneSurrogate(body) {
		return malformed("", "invalid_json", "The body contains half of a surrogate pair.")
	}
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	s := scan{decoder: d}
	if err := s.value("", 0); err != nil {
		var f *fault.Fault
		if errors.As(err, &f) {
			return f
		}
		return malformed("", "invalid_json", "The body is not valid JSON.")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return malformed("", "trailing_data", "The body holds more than one JSON value.")
	}
	return nil
}

type scan struct {
	decoder *json.Decoder
	keys    int
}

func (s *scan) value(pointer string, depth int) error {
	if depth > maxDepth {
		return malformed("", "too_deep", "The body is nested too deeply.")
	}
	t, err := s.decoder.Token()
	if err != nil {
		return err
	}
	if n, ok := t.(json.Number); ok {
		if _, err := n.Float64(); err != nil { // 1e999: infinite for one reader, an error for the next
			return malformed(pointer, "number_out_of_range", "A number is too large.")
		}
		return nil
	}
	switch t {
	case json.Delim('{'):
		return s.object(pointer, depth)
	case json.Delim('['):
		for i := 0; s.decoder.More(); i++ {
			if err := s.value(pointer+"/"+strconv.Itoa(i), depth+1); err != nil {
				return err
			}
			if s.keys++; s.keys > maxKeys {
				return malformed("", "too_many_values", "The body holds too many values.")
			}
		}
		_, err = s.decoder.Token()
		return err
	}
	return nil
}

func (s *scan) object(pointer string, depth int) error {
	seen := map[string]bool{}
	for s.decoder.More() {
		t, err := s.decoder.Token()
		if err != nil {
			return err
		}
		name, _ := t.(string)
		if seen[name] {
			return malformed(pointer+"/"+escapePointer(name), "duplicate_field", "A field appears twice.")
		}
		seen[name] = true
		if s.keys++; s.keys > maxKeys {
			return malformed("", "too_many_values", "The body holds too many values.")
		}
		if err := s.value(pointer+"/"+escapePointer(name), depth+1); err != nil {
			return err
		}
	}
	_, err := s.decoder.Token()
	return err
}

// loneSurrogate finds a \ud800 to \udfff escape without its partner, which
// encoding/json would silently turn into U+FFFD.
func loneSurrogate(body []byte) bool {
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
