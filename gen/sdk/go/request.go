package rekey

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"time"
)

// operation is one operation of the contract.
type operation struct {
	id, method, path string
	surface          string
	sends, accepts   string               // media types
	idempotent       bool                 // takes an Idempotency-Key
	bearer           bool                 // takes an API key or a token
	failure          func() error         // the shape of an error
	failures         map[int]func() error // those statuses that have another
}

// request is an operation with its values.
type request struct {
	operation
	path  []string // the values of the parameters, in their order
	query url.Values
	body  any
}

// queryOf reads a struct of query parameters, whose tags are the names in the contract.
func queryOf[T any](params *T) url.Values {
	query := url.Values{}
	if params == nil {
		return query
	}
	v := reflect.ValueOf(params).Elem()
	for i := range v.NumField() {
		member := v.Field(i)
		if member.Kind() == reflect.Pointer {
			if member.IsNil() {
				continue
			}
			member = member.Elem()
		}
		name := v.Type().Field(i).Tag.Get("query")
		switch x := member.Interface().(type) {
		case Secret:
			query.Set(name, string(x))
		case time.Time:
			query.Set(name, x.Format(time.RFC3339Nano))
		default:
			query.Set(name, fmt.Sprint(x))
		}
	}
	return query
}

// target is the address of the call.
func (r *request) target(base *url.URL) string {
	path := r.operation.path
	for _, value := range r.path {
		start, end := strings.IndexByte(path, '{'), strings.IndexByte(path, '}')
		path = path[:start] + url.PathEscape(value) + path[end+1:]
	}
	target := strings.TrimSuffix(base.String(), "/") + path
	if len(r.query) > 0 {
		target += "?" + r.query.Encode()
	}
	return target
}

// encoded is the body as it travels.
func (r *request) encoded() ([]byte, error) {
	if r.body == nil {
		return nil, nil
	}
	raw, err := json.Marshal(r.body)
	if err != nil || r.sends != "application/x-www-form-urlencoded" {
		return raw, err
	}
	var members map[string]any
	if err := json.Unmarshal(raw, &members); err != nil {
		return nil, err
	}
	form := url.Values{}
	for name, value := range members {
		form.Set(name, fmt.Sprint(value))
	}
	return []byte(form.Encode()), nil
}

func (r *request) header(s *settings) http.Header {
	h := http.Header{"User-Agent": {s.agent}, "Accept": {"application/json, application/problem+json"}}
	if r.accepts != "" {
		h.Set("Accept", r.accepts+", application/problem+json;q=0.9, application/json;q=0.8")
	}
	if r.sends != "" {
		h.Set("Content-Type", r.sends)
	}
	if r.idempotent {
		h.Set("Idempotency-Key", s.key)
	}
	if s.match != "" {
		h.Set("If-Match", s.match)
	}
	if r.bearer && s.token != "" {
		h.Set("Authorization", "Bearer "+string(s.token))
	}
	return h
}

// answered makes a call whose success has a body.
func answered[T any](ctx context.Context, c *Client, r request, opts []Option) (*T, error) {
	a, err := c.call(ctx, r, opts)
	if err != nil {
		return nil, err
	}
	value := new(T)
	if err := json.Unmarshal(a.Body, value); err != nil {
		return nil, fmt.Errorf("rekey: %s: the answer (status %d) is not what the contract says: %w", r.id, a.Status, err)
	}
	return value, nil
}

// done makes a call whose success has no body.
func done(ctx context.Context, c *Client, r request, opts []Option) error {
	_, err := c.call(ctx, r, opts)
	return err
}

// mostAnswer bounds what an answer may need of memory.
const mostAnswer = 64 << 20

func (c *Client) call(ctx context.Context, r request, opts []Option) (*Response, error) {
	s, body, err := c.prepare(&r, opts)
	if err != nil {
		return nil, err
	}
	resp, attempts, done, err := c.send(ctx, &r, s, body)
	if err != nil {
		return nil, err
	}
	defer done()
	raw, err := io.ReadAll(io.LimitReader(resp.Body, mostAnswer))
	if err != nil {
		return nil, fmt.Errorf("rekey: %s: %w", r.id, err)
	}
	s.trace(ctx, &r, resp, raw, attempts)
	a := &Response{
		Status: resp.StatusCode, Header: resp.Header, Body: raw, Attempts: attempts,
		RequestID: resp.Header.Get("X-Request-Id"), ETag: resp.Header.Get("ETag"),
	}
	if s.into != nil {
		*s.into = *a
	}
	if a.Status < 200 || a.Status > 299 {
		return nil, failed(&r, a)
	}
	return a, nil
}

// stream makes a call whose answer may be long, and leaves the reading to the caller.
// The time for an attempt ends with the headers.
func stream(ctx context.Context, c *Client, r request, opts []Option) (io.ReadCloser, error) {
	s, body, err := c.prepare(&r, opts)
	if err != nil {
		return nil, err
	}
	resp, attempts, done, err := c.send(ctx, &r, s, body)
	if err != nil {
		return nil, err
	}
	a := &Response{
		Status: resp.StatusCode, Header: resp.Header, Attempts: attempts, RequestID: resp.Header.Get("X-Request-Id"),
	}
	if a.Status >= 200 && a.Status <= 299 {
		if s.into != nil {
			*s.into = *a
		}
		return &streamed{resp.Body, done}, nil
	}
	defer done()
	if a.Body, err = io.ReadAll(io.LimitReader(resp.Body, mostAnswer)); err != nil {
		return nil, fmt.Errorf("rekey: %s: %w", r.id, err)
	}
	return nil, failed(&r, a)
}

type streamed struct {
	io.ReadCloser
	done func()
}

func (s *streamed) Close() error {
	err := s.ReadCloser.Close()
	s.done()
	return err
}

func (c *Client) prepare(r *request, opts []Option) (*settings, []byte, error) {
	s := c.settings
	for _, o := range opts {
		o(&s)
	}
	for _, value := range r.path {
		if value == "" || value == "." || value == ".." { // would name another path
			return nil, nil, fmt.Errorf("rekey: %s: a parameter of the path is empty or not a name", r.id)
		}
	}
	if r.idempotent && s.key == "" {
		s.key = newKey()
	}
	body, err := r.encoded()
	if err != nil {
		return nil, nil, fmt.Errorf("rekey: %s: %w", r.id, err)
	}
	return &s, body, nil
}

func newRequest(ctx context.Context, r *request, target string, s *settings, body []byte) (*http.Request, error) {
	var reader io.Reader
	if body != nil {
		reader = bytes.NewReader(body)
	}
	req, err := http.NewRequestWithContext(ctx, r.method, target, reader)
	if err != nil {
		return nil, err
	}
	req.Header = r.header(s)
	if !r.bearer && s.id != "" {
		req.SetBasicAuth(url.QueryEscape(s.id), url.QueryEscape(string(s.secret)))
	}
	return req, nil
}

// everyPage walks a list.
func everyPage[T any](ctx context.Context, c *Client, r request, opts []Option) iter.Seq2[T, error] {
	type page struct {
		Items      []T    `json:"items"`
		NextCursor string `json:"nextCursor"`
	}
	return func(yield func(T, error) bool) {
		r := r
		r.query = maps.Clone(r.query) // the list may be walked again, from its beginning
		for {
			p, err := answered[page](ctx, c, r, opts)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, item := range p.Items {
				if !yield(item, nil) {
					return
				}
			}
			if p.NextCursor == "" {
				return
			}
			r.query.Set("cursor", p.NextCursor)
		}
	}
}
