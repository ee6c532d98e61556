package conformance

import (
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Server is the server under test.
type Server struct {
	URL    string
	Client *http.Client
	Given  map[string]string // fixtures: at least the owner's key

	// Mails reads the mails to an address, newest first; nil: they cannot be read.
	Mails func(ctx context.Context, to string) ([]string, error)
	// Now returns the server's time; nil: the local time.
	Now func() time.Time
	// Arrange sets up, by name, a state that no call can reach, such as a broken store. It returns
	// a function that ends the state, or nil, and the URL to use for the case, if it is another one.
	Arrange map[string]func(ctx context.Context) (url string, end func(), err error)
}

// answer is the answer of the server.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// errCannot is the reason why a case cannot be played on this server; it is not a failure.
type errCannot struct{ why string }

func (e errCannot) Error() string { return e.why }

// enact makes a call with live values, and returns the answer after checking it against the
// contract.
func (p *Player) enact(ctx context.Context, w *world, c Call) (*operation, answer, error) {
	o := p.contract.operations[c.Call]
	if err := ctx.Err(); err != nil {
		return o, answer{}, err
	}
	r, err := p.build(ctx, w, o, c)
	if err != nil {
		return o, answer{}, err
	}
	a, err := p.send(r, p.patient && !strings.HasPrefix(c.Answer, "429"))
	if err != nil {
		return o, a, err
	}
	p.remember(w, o, r.Host, a)
	p.seen[o.id+" "+strconv.Itoa(a.status)]++
	return o, a, Holds(o.route, a.status, a.header, a.body)
}

func (p *Player) build(ctx context.Context, w *world, o *operation, c Call) (*http.Request, error) {
	w.request = p.curl(w, o, c)
	target, err := p.target(w, o, c)
	if err != nil {
		return nil, err
	}
	media, body, err := p.body(w, o, c)
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, o.method, p.base(w)+target, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	if media != "" {
		r.Header.Set("Content-Type", media)
	}
	if err := w.authorize(r, o, c.As); err != nil {
		return nil, err
	}
	for name, value := range c.Headers {
		if value, err = w.fill(value); err != nil {
			return nil, err
		}
		r.Header.Set(name, value)
	}
	if c.Host != "" {
		if r.Host, err = w.fill(c.Host); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (p *Player) base(w *world) string {
	return cmp.Or(w.at, p.server.URL)
}

// target returns path and query. A path parameter is the fixture that has its name.
func (p *Player) target(w *world, o *operation, c Call) (string, error) {
	path := o.path
	for _, ref := range o.parameters {
		if ref.Value.In != "path" {
			continue
		}
		name := ref.Value.Name
		value, ok := c.Path[name]
		if !ok {
			value = name
		}
		if member, ok := w.member(value); ok {
			value = member
		}
		value, err := w.fill(value)
		if err != nil {
			return "", err
		}
		path = strings.ReplaceAll(path, "{"+name+"}", url.PathEscape(value))
	}
	query := url.Values{}
	for name, value := range c.Query {
		value, err := w.fill(value)
		if err != nil {
			return "", err
		}
		query.Set(name, value)
	}
	if len(query) == 0 {
		return path, nil
	}
	return path + "?" + query.Encode(), nil
}

// member returns the example of a fixture, whatever the case of its name.
func (w *world) member(name string) (string, bool) {
	if example, ok := w.examples[name]; ok {
		return example, true
	}
	for known, example := range w.examples {
		if strings.EqualFold(known, name) {
			return example, true
		}
	}
	return "", false
}

// huge is larger than any permitted body.
const huge = 70 << 10

func (p *Player) body(w *world, o *operation, c Call) (media string, body []byte, err error) {
	switch c.Body {
	case "broken":
		media, body = "application/json", []byte(`{"`)
	case "huge":
		media, body = "application/json", []byte(`{"padding":"`+strings.Repeat("a", huge)+`"}`)
	default:
		var example any
		if media, example, err = o.request(c.Send); err != nil || media == "" {
			return media, nil, err
		}
		if body, err = w.encode(media, example, c.Change); err != nil {
			return media, nil, err
		}
	}
	if c.Type != "" {
		media = c.Type
	}
	return media, body, nil
}

// changed returns an example with some members replaced.
func changed(example any, change map[string]any) any {
	members, ok := example.(map[string]any)
	if !ok || len(change) == 0 {
		return example
	}
	members = maps.Clone(members)
	for name, to := range change {
		if members[name] = to; to == nil {
			delete(members, name)
		}
	}
	return members
}

// encode writes an example with live values.
func (w *world) encode(media string, example any, change map[string]any) ([]byte, error) {
	value, err := w.fillAll(changed(example, change))
	if err != nil {
		return nil, err
	}
	if media != "application/x-www-form-urlencoded" {
		return json.Marshal(value)
	}
	form := url.Values{}
	fields, _ := value.(map[string]any)
	for name, v := range fields {
		form.Set(name, fmt.Sprint(v))
	}
	return []byte(form.Encode()), nil
}

// authorize sends the credential in the first of the declared forms that it fits.
func (w *world) authorize(r *http.Request, o *operation, as string) error {
	if as == "" || as == "none" {
		return nil
	}
	id, secret, pair := strings.Cut(as, " ")
	value, err := w.credential(id)
	if err != nil {
		return err
	}
	for _, s := range o.security {
		switch {
		case s.Scheme == "basic" && pair:
			password, err := w.credential(secret)
			if err != nil {
				return err
			}
			r.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(value+":"+password)))
		case s.Type == "apiKey":
			r.Header.Set(s.Name, value)
		case s.Scheme == "bearer" && !pair:
			r.Header.Set("Authorization", "Bearer "+value)
		default:
			continue
		}
		return nil
	}
	return nil
}

func (w *world) credential(name string) (string, error) {
	if _, given := w.book.Fixtures.Given[name]; given && w.live[name] == "" {
		return "", errCannot{"needs an API key"}
	}
	if example, ok := w.member(name); ok {
		return w.fill(example)
	}
	return "", fmt.Errorf("there is no fixture %s", name)
}

// maxAnswer is larger than any answer of the contract.
const maxAnswer = 4 << 20

// send sends the request. It waits for the answer even if the run ends meanwhile, since otherwise
// nobody would know what the request created. If the server answers that there were too many
// requests, a patient player waits once for as long as the server asks.
func (p *Player) send(r *http.Request, patient bool) (answer, error) {
	for again := false; ; again = true {
		resp, err := p.server.Client.Do(r.WithContext(context.WithoutCancel(r.Context())))
		if err != nil {
			return answer{}, fmt.Errorf("no answer: %w", errors.Unwrap(err))
		}
		body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
		_ = resp.Body.Close()
		if err != nil {
			return answer{}, fmt.Errorf("half an answer: %w", err)
		}
		a := answer{resp.StatusCode, resp.Header, body}
		wait, err := strconv.Atoi(resp.Header.Get("Retry-After"))
		if again || a.status != http.StatusTooManyRequests || !patient || err != nil || wait > 60 {
			return a, nil
		}
		if r.Body, err = r.GetBody(); err != nil {
			return a, nil
		}
		select {
		case <-r.Context().Done():
			return a, r.Context().Err()
		case <-time.After(time.Duration(wait) * time.Second):
		}
	}
}

// matches compares an answer with the expected example.
func (p *Player) matches(w *world, o *operation, c Call, a answer) error {
	status, media, example, err := o.answer(c.Answer)
	if err != nil {
		return err
	}
	if a.status != status {
		return &differs{
			Difference{"status", cmp.Or(c.Answer, strconv.Itoa(status)), strconv.Itoa(a.status) + " " + w.known(p.contract.mask.body(a))},
			fmt.Sprintf("answers %d, the example %q is expected: %s", a.status, c.Answer, w.known(p.contract.mask.body(a))),
		}
	}
	if media == "" {
		return nil
	}
	if got := a.header.Get("Content-Type"); !strings.HasPrefix(got, media) {
		return &differs{Difference{"header Content-Type", media, p.contract.mask.text(got)}, fmt.Sprintf("answers %q, the example is %s", p.contract.mask.text(got), media)}
	}
	may := leeway{slices.Concat(p.contract.Playbook.Surfaces[o.surface].Varies, c.Varies), c.Part}
	text, ok := example.(string)
	if ok && media == lines {
		var err error
		if example, err = parsed(media, []byte(text)); err != nil {
			return fmt.Errorf("the example %q: %w", c.Answer, err)
		}
	} else if ok && !isJSON(media) {
		return w.learn(text, string(a.body))
	}
	got, err := parsed(media, a.body)
	if err != nil {
		return err
	}
	// The example was read from YAML; as JSON both have the same types.
	raw, err := json.Marshal(example)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, &example); err != nil {
		return err
	}
	return w.compare("", example, got, may)
}

// lines is the media type of an answer with one value per line.
const lines = "application/x-ndjson"

// parsed returns an answer as a value; an answer in lines is a list.
func parsed(media string, body []byte) (value any, err error) {
	if media == lines {
		body = []byte("[" + strings.ReplaceAll(strings.TrimSpace(string(body)), "\n", ",") + "]")
	}
	if err := json.Unmarshal(body, &value); err != nil {
		return nil, errors.New("the answer is not JSON")
	}
	return value, nil
}
