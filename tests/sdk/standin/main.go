// Command standin runs the snippets of an SDK: it starts a stand-in for the server, runs the command that follows with
// its address in REKEY_STANDIN_URL, and fails unless each example of a request arrived there as the contract has it.
//
// It is no mock to develop against (that is `make mock`): it only knows the examples that a real server was seen to
// keep, which the replay of all examples noted in the file -proved.
//
//	go run ./tests/sdk/standin go test ./snippets
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/tests/figures"
)

func main() {
	proved := flag.String("proved", ".report/proved/examples.json", "the examples that were seen to be true")
	name := flag.String("report", "", "where the figures go below REKEY_REPORT")
	flag.Parse()
	if err := run(*proved, *name, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "standin:", err)
		os.Exit(1)
	}
}

func run(proved, name string, command []string) error {
	if len(command) == 0 {
		return errors.New("which command?")
	}
	s, err := read(proved)
	if err != nil {
		return err
	}
	server := httptest.NewServer(s.mux)
	defer server.Close()
	c := exec.Command(command[0], command[1:]...)
	c.Env = append(os.Environ(), "REKEY_STANDIN_URL="+server.URL, "REKEY_CLIENT_ID=shop", "REKEY_CLIENT_SECRET=a secret")
	c.Stderr = os.Stderr // what it prints of the answers is of no interest
	if err := c.Run(); err != nil {
		return errors.Join(err, s.verdict())
	}
	if err := s.verdict(); err != nil {
		return err
	}
	fmt.Printf("standin: %d of %d examples arrived\n", len(s.arrived), len(s.expected))
	if name == "" {
		return nil
	}
	return s.figures(name).Leave(name)
}

// standin answers as the examples say.
type standin struct {
	mux      *http.ServeMux
	expected map[string]expectation // by operation and example
	mu       sync.Mutex
	arrived  map[string]bool // guarded by mu
	wrong    []error         // guarded by mu
}

type expectation struct {
	surface string
	body    any
}

func read(proved string) (*standin, error) {
	raw, err := os.ReadFile(proved)
	if err != nil {
		return nil, fmt.Errorf("%w; run: make prove", err)
	}
	var values map[string]any
	if err := json.Unmarshal(raw, &values); err != nil {
		return nil, err
	}
	spec, err := openapi3.NewLoader().LoadFromData(openapi.JSON)
	if err != nil {
		return nil, err
	}
	s := &standin{mux: http.NewServeMux(), expected: map[string]expectation{}, arrived: map[string]bool{}}
	for path, item := range spec.Paths.Map() {
		for method, o := range item.Operations() {
			parameters := slices.Concat(item.Parameters, o.Parameters)
			surface, _, _ := strings.Cut(o.Tags[0], ": ")
			s.expect(surface, o, values)
			s.mux.HandleFunc(method+" "+path, func(w http.ResponseWriter, r *http.Request) { s.answer(w, r, o, parameters, values) })
		}
	}
	s.mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.record("", fmt.Errorf("the contract has no %s %s", r.Method, r.URL.Path))
		http.NotFound(w, r)
	})
	return s, nil
}

// expect notes what must arrive for an operation: each example of its request.
func (s *standin) expect(surface string, o *openapi3.Operation, values map[string]any) {
	if o.RequestBody == nil {
		s.expected[o.OperationID] = expectation{surface, nil}
		return
	}
	for _, content := range o.RequestBody.Value.Content {
		for name := range content.Examples {
			key := o.OperationID + " request " + name
			s.expected[key] = expectation{surface, moments(values[key])}
		}
	}
}

func (s *standin) answer(w http.ResponseWriter, r *http.Request, o *openapi3.Operation, parameters openapi3.Parameters, values map[string]any) {
	body, err := received(r)
	if err == nil {
		err = asShown(r, parameters)
	}
	var key string
	if err == nil {
		key, err = s.which(o, body)
	}
	if err != nil {
		s.record(key, err)
		http.Error(w, err.Error(), http.StatusTeapot) // nothing repeats a request for it
		return
	}
	status, media, value, err := success(o, values)
	s.record(key, err)
	if media != "" {
		w.Header().Set("Content-Type", media)
	}
	w.WriteHeader(status)
	if text, ok := value.(string); ok && media != "application/json" {
		_, _ = io.WriteString(w, text)
	} else if value != nil {
		_ = json.NewEncoder(w).Encode(value)
	}
}

// success is an example of an answer that is not an error. A server must have been seen to give it, and all others.
func success(o *openapi3.Operation, values map[string]any) (status int, media string, value any, err error) {
	for _, status := range []int{200, 201, 202, 204} {
		declared := o.Responses.Status(status)
		if declared == nil {
			continue
		}
		for _, m := range slices.Backward(slices.Sorted(maps.Keys(declared.Value.Content))) { // JSON comes first
			for name, shown := range declared.Value.Content[m].Examples {
				seen := values[fmt.Sprintf("%s %d %s", o.OperationID, status, name)]
				if media, value = m, seen; !reflect.DeepEqual(shown.Value.Value, seen) {
					err = errors.Join(err, fmt.Errorf("%s: nobody saw the answer %d %s", o.OperationID, status, name))
				}
			}
		}
		return status, media, value, err
	}
	return http.StatusNotImplemented, "", nil, fmt.Errorf("%s declares no success", o.OperationID)
}

// which is the example that arrived.
func (s *standin) which(o *openapi3.Operation, body any) (string, error) {
	found := ""
	for key, e := range s.expected {
		if (key == o.OperationID || strings.HasPrefix(key, o.OperationID+" ")) && reflect.DeepEqual(e.body, body) {
			found = key
		}
	}
	if found == "" {
		sent, _ := json.Marshal(body)
		return "", fmt.Errorf("%s: no example of a request that a server was seen to take is %s", o.OperationID, sent)
	}
	return found, nil
}

// received reads JSON or a form; nothing is nil.
func received(r *http.Request) (any, error) {
	raw, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, 1<<20))
	if err != nil || len(raw) == 0 {
		return nil, err
	}
	if r.Header.Get("Content-Type") == "application/x-www-form-urlencoded" {
		form, err := url.ParseQuery(string(raw))
		fields := map[string]any{}
		for name := range form {
			fields[name] = form.Get(name)
		}
		return fields, err
	}
	var value any
	d := json.NewDecoder(bytes.NewReader(raw))
	if err := d.Decode(&value); err != nil {
		return nil, err
	}
	return moments(value), nil
}

// moments writes times as the contract's examples do: clients may write the fraction or the zone in another way.
func moments(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for k := range v {
			v[k] = moments(v[k])
		}
	case []any:
		for i := range v {
			v[i] = moments(v[i])
		}
	case string:
		if t, err := time.Parse(time.RFC3339Nano, v); err == nil {
			return t.UTC().Format(time.RFC3339Nano)
		}
	}
	return value
}

// asShown holds the parameters in path and query against their examples.
func asShown(r *http.Request, parameters openapi3.Parameters) error {
	for _, p := range parameters {
		shown := p.Value.Example
		if shown == nil {
			shown = p.Value.Schema.Value.Example
		}
		var got string
		switch p.Value.In {
		case openapi3.ParameterInPath:
			got = r.PathValue(p.Value.Name)
		case openapi3.ParameterInQuery:
			got = r.URL.Query().Get(p.Value.Name)
		default:
			continue
		}
		if want := asText(shown); shown != nil && got != want {
			return fmt.Errorf("%s: the parameter %s is %q, and its example %q", r.URL.Path, p.Value.Name, got, want)
		}
	}
	return nil
}

func (s *standin) record(key string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		s.wrong = append(s.wrong, err)
		return
	}
	s.arrived[key] = true
}

func (s *standin) verdict() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	errs := slices.Clone(s.wrong)
	for _, key := range slices.Sorted(maps.Keys(s.expected)) {
		e := s.expected[key]
		if !s.arrived[key] && !s.twin(e.body, key) {
			errs = append(errs, fmt.Errorf("%s did not arrive", key))
		}
	}
	return errors.Join(errs...)
}

// twin tells whether another example of the operation has the same value, and was taken for this one.
func (s *standin) twin(body any, key string) bool {
	operation, _, _ := strings.Cut(key, " ")
	for other := range s.arrived {
		if strings.HasPrefix(other, operation+" ") && reflect.DeepEqual(s.expected[other].body, body) {
			return true
		}
	}
	return false
}

func (s *standin) figures(name string) figures.Chapter {
	language := strings.TrimPrefix(name, "snippets-")
	titles := map[string]string{"go": "Go", "typescript": "TypeScript", "python": "Python", "java": "Java"}
	f := figures.Chapter{Title: "Snippets for " + titles[language], Command: "make sdk/" + language}
	count := map[string]*figures.Figure{}
	for _, key := range slices.Sorted(maps.Keys(s.expected)) {
		surface := s.expected[key].surface
		if count[surface] == nil {
			count[surface] = &figures.Figure{Surface: surface, Label: "snippets run"}
		}
		count[surface].Done++
		count[surface].Of++
	}
	for _, surface := range slices.Sorted(maps.Keys(count)) {
		f.Rows = append(f.Rows, *count[surface])
	}
	return f
}

// asText is the value of a parameter as it stands in a URL; a number has no exponent there.
func asText(value any) string {
	if number, ok := value.(float64); ok {
		return strconv.FormatFloat(number, 'f', -1, 64)
	}
	return fmt.Sprint(value)
}
