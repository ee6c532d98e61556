package harness

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/impl/secret"
)

// Call is a request to be made.
type Call struct {
	Method string
	Path   string
	Token  string // sent as a Bearer credential; empty: none
	Body   any    // string: as it is; nil: none; else as JSON
	Type   string // Content-Type; application/json if there is a body
	Header map[string]string
	Host   string
}

// Answer is what came back.
type Answer struct {
	Status int
	Header http.Header
	Body   string
}

// Do makes a call; the answer is checked against the contract.
func (w *World) Do(c Call) Answer {
	w.T.Helper()
	return DoWith(w.T, w.Client, w.URL, c)
}

// DoWith makes a call with a client of its own.
func DoWith(t testing.TB, client *http.Client, base string, c Call) Answer {
	t.Helper()
	var body io.Reader
	switch b := c.Body.(type) {
	case nil:
	case string:
		body = strings.NewReader(b)
	default:
		raw, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		body = strings.NewReader(string(raw))
	}
	r, err := http.NewRequestWithContext(testingContext(), c.Method, base+c.Path, body)
	if err != nil {
		t.Fatal(err)
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if c.Type != "" {
		r.Header.Set("Content-Type", c.Type)
	}
	if c.Token != "" {
		r.Header.Set("Authorization", "Bearer "+c.Token)
	}
	for k, v := range c.Header {
		if v == "" {
			r.Header.Del(k)
			continue
		}
		r.Header.Set(k, v)
	}
	if c.Host != "" {
		r.Host = c.Host
	}
	resp, err := client.Do(r)
	if err != nil {
		t.Fatalf("%s %s: %v", c.Method, c.Path, err)
	}
	defer func() { _ = resp.Body.Close() }()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return Answer{Status: resp.StatusCode, Header: resp.Header, Body: string(raw)}
}

// JSON reads the answer into a value.
func (a Answer) JSON(t testing.TB, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(a.Body), into); err != nil {
		t.Fatalf("answer %d is not the JSON expected: %v", a.Status, err)
	}
}

// Field reads a value of the answer by keys, as text; missing and null are "".
func (a Answer) Field(t testing.TB, keys ...string) string {
	t.Helper()
	var v any
	a.JSON(t, &v)
	for _, k := range keys {
		m, ok := v.(map[string]any)
		if !ok {
			return ""
		}
		v = m[k]
	}
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}

// Case is a wire test to be read aloud.
type Case struct {
	Name   string               // a sentence about behaviour
	Given  func(*World) Call    // the named situation, and the call made in it
	Status int                  // want
	Has    []string             // strings that must appear in the body
	Never  []string             // strings that must not appear anywhere in the answer
	Then   func(*World, Answer) // what must hold afterwards
	Like   func(*World) Call    // another call whose answer must be byte-equal
	With   []Option             // how the world differs
}

// Run plays each case in a world of its own, on each store.
func Run(t *testing.T, cases []Case) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			Each(t, func(t *testing.T, w *World) {
				call := c.Given(w)
				a := w.Do(call)
				if a.Status != c.Status {
					t.Fatalf("status %d, want %d; body: %s", a.Status, c.Status, a.Body)
				}
				for _, s := range c.Has {
					if !strings.Contains(a.Body, s) {
						t.Errorf("body lacks %q: %s", s, a.Body)
					}
				}
				for _, s := range c.Never {
					if strings.Contains(a.Body, s) || strings.Contains(fmt.Sprint(a.Header), s) {
						t.Errorf("answer holds %q", s)
					}
				}
				if c.Like != nil {
					if other := w.Do(c.Like(w)); Comparable(other) != Comparable(a) {
						t.Errorf("answers differ:\n%s\n%s", Comparable(a), Comparable(other))
					}
				}
				if c.Then != nil {
					c.Then(w, a)
				}
			}, c.With...)
		})
	}
}

// Comparable is an answer without what differs from one request to the next: id,
// date, what is left of the budget, and members that repeat the request's id.
func Comparable(a Answer) string {
	h := a.Header.Clone()
	id := h.Get("X-Request-Id")
	h.Del("X-Request-Id")
	h.Del("Date")
	h.Del("RateLimit") // counts down, independent of the account
	h.Del("RateLimit-Policy")
	body := a.Body
	if id != "" {
		body = strings.ReplaceAll(body, id, "<request id>")
	}
	if u, err := uuid.Parse(id); err == nil {
		body = strings.ReplaceAll(body, secret.ShortID(u), "<request id>")
	}
	return fmt.Sprintf("%d %v %s", a.Status, h, body)
}
