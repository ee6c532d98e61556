package conformance

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

const small = `
{"openapi":"3.0.3","info":{"title":"small","version":"1"},"x-tagGroups":[{"name":"shop","tags":["things"]}],
"paths":{"/things":{"post":{"operationId":"createThing","tags":["things"],"security":[{"bearer":[]}],
"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/New"},
"examples":{"chair":{"value":{"name":"chair"}}}}}},
"responses":{"201":{"description":"made","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"},
"examples":{"made":{"value":{"id":"0192f3a4-1111-7d8e-9f01-23456789abcd","name":"chair","at":"2026-11-02T09:30:00Z"}}}}}},
"401":{"description":"who?","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"},
"examples":{"who":{"value":{"error":"who are you"}}}}}}}}},
"/things/{thingId}":{"get":{"operationId":"getThing","tags":["things"],"security":[{"bearer":[]}],
"parameters":[{"name":"thingId","in":"path","required":true,"schema":{"type":"string"}}],
"responses":{"200":{"description":"it","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"},
"examples":{"one":{"value":{"id":"0192f3a4-1111-7d8e-9f01-23456789abcd","name":"chair","at":"2026-11-02T09:30:00Z"}}}}}},
"401":{"description":"who?","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"},
"examples":{"who":{"value":{"error":"who are you"}}}}}}}}}},
"components":{"securitySchemes":{"bearer":{"type":"http","scheme":"bearer"}},"schemas":{
"New":{"type":"object","properties":{"name":{"type":"string"}}},
"Error":{"type":"object","properties":{"error":{"type":"string"}}},
"Thing":{"type":"object","required":["id","name","at"],"properties":{"id":{"type":"string"},"name":{"type":"string"},"at":{"type":"string","format":"date-time"}}}}}}`

const book = `
{"fixtures":{"given":{"ownerKey":"rk_owner"},"chosen":{},"made":{"thingId":"0192f3a4-1111-7d8e-9f01-23456789abcd"}},
"surfaces":{"shop":{"as":"ownerKey","standing":{"401 who":{"as":"none"}}}},
"situations":{"a thing":{"steps":[{"call":"createThing"}]}},
"operations":{"createThing":{"try":[{"send":"chair","answer":"201 made"}]},
"getThing":{"given":["a thing"],"try":[{"answer":"200 one"}]}},
"journeys":[],
"probes":{"unauthorised":[{"name":"nobody","as":"none","wants":[401]}],"rights":[],"enumeration":[]}}`

// shop is a server that keeps the small contract, but for what spoil does to its answers.
// It is a stub: the service itself is tested in tests/contract.
func shop(t *testing.T, spoil func(r *http.Request, status *int, body map[string]any)) string {
	t.Helper()
	const id = "0192f3a4-9999-7d8e-9f01-000000000001"
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		status, body := http.StatusOK, map[string]any{"id": id, "name": "chair", "at": "2027-01-01T00:00:00Z"}
		switch {
		case r.Header.Get("Authorization") != "Bearer rk_live":
			status, body = http.StatusUnauthorized, map[string]any{"error": "who are you"}
		case r.Method == http.MethodPost:
			status = http.StatusCreated
		}
		if spoil != nil {
			spoil(r, &status, body)
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(body)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

func run(t *testing.T, url string) (all []Result, complaints string) {
	t.Helper()
	c, err := Read([]byte(small), []byte(book))
	if err != nil {
		t.Fatal(err)
	}
	s := Server{URL: url, Client: http.DefaultClient, Given: map[string]string{"ownerKey": "rk_live"}}
	c.Run(context.Background(), s, Selection{}, func(r Result) bool { all = append(all, r); return true })
	var said strings.Builder
	for _, r := range all {
		if r.Verdict != Passed && r.Suite != "reads" { // nothing lists the things
			said.WriteString(r.Suite + " " + r.Operation + " " + r.Case + ": " + r.Why + "\n")
		}
	}
	if missing, _ := c.Untried("shop", all); said.Len() == 0 && len(missing) > 0 {
		t.Errorf("not tried: %v", missing)
	}
	return all, said.String()
}

func TestAServerThatKeepsTheContractPasses(t *testing.T) {
	t.Parallel()
	all, complaints := run(t, shop(t, nil))
	if complaints != "" || len(all) == 0 {
		t.Errorf("%d results: %s", len(all), complaints)
	}
}

func TestEachKindOfBreachIsNamed(t *testing.T) {
	t.Parallel()
	get := func(r *http.Request) bool { return r.Method == http.MethodGet }
	for name, c := range seed.InOrder(map[string]struct {
		spoil func(r *http.Request, status *int, body map[string]any)
		said  string
	}{
		"another value":     {func(r *http.Request, _ *int, b map[string]any) { b["name"] = "table" }, `/name is "table", in the example "chair"`},
		"a missing member":  {func(r *http.Request, _ *int, b map[string]any) { delete(b, "at") }, "/at"},
		"another type":      {func(r *http.Request, _ *int, b map[string]any) { b["name"] = 3 }, "/name"},
		"an unknown member": {func(r *http.Request, _ *int, b map[string]any) { b["more"] = true }, "more"},
		"no time":           {func(r *http.Request, _ *int, b map[string]any) { b["at"] = "yesterday" }, "/at"},
		"another id": {func(r *http.Request, _ *int, b map[string]any) {
			if get(r) {
				b["id"] = "0192f3a4-9999-7d8e-9f01-000000000002"
			}
		}, "/id is not the value of thingId"},
		"an undeclared status": {func(r *http.Request, s *int, _ map[string]any) { *s = http.StatusTeapot }, "status 418 is not declared"},
		"a stranger is let in": {func(r *http.Request, s *int, b map[string]any) {
			if *s == http.StatusUnauthorized {
				*s = http.StatusCreated
				delete(b, "error")
				b["id"], b["name"], b["at"] = "x", "y", "2027-01-01T00:00:00Z"
			}
		}, "answers 201, wanted one of [401]"},
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, complaints := run(t, shop(t, c.spoil)); !strings.Contains(complaints, c.said) {
				t.Errorf("said %q, want %q in it", complaints, c.said)
			}
		})
	}
}

func TestAPlaybookOfAnotherContractIsRefused(t *testing.T) {
	t.Parallel()
	for name, c := range seed.InOrder(map[string][2]string{
		"an operation":          {`"call":"createThing"`, `"call":"makeThing"`},
		"a request's example":   {`"send":"chair"`, `"send":"table"`},
		"an answer's example":   {`"answer":"200 one"`, `"answer":"200 two"`},
		"a status":              {`"answer":"200 one"`, `"answer":"204"`},
		"a situation":           {`"given":["a thing"]`, `"given":["two things"]`},
		"a situation in a ring": {`"a thing":{"steps"`, `"a thing":{"after":["a thing"],"steps"`},
		"two of one value":      {`"chosen":{}`, `"chosen":{"host":"rk_owner"}`},
		"a word of no meaning":  {`"chosen":{}`, `"chosen":{},"found":{}`},
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := Read([]byte(small), []byte(strings.Replace(book, c[0], c[1], 1))); err == nil {
				t.Error("it was read")
			}
		})
	}
}

func TestReportsSayTheSame(t *testing.T) {
	t.Parallel()
	results := []Result{
		{TestCase: TestCase{Suite: "examples", Surface: "shop", Operation: "getThing", Case: "200 one"}, Verdict: Passed},
		{TestCase: TestCase{Suite: "examples", Surface: "shop", Operation: "getThing", Case: "500 down"}, Verdict: Skipped, Why: "needs a test bed"},
		{TestCase: TestCase{Suite: "race", Surface: "shop", Operation: "createThing", Case: "twice"}, Verdict: Failed, Why: `2 of 16 <won> & "lost"`},
	}
	var text, junit, asJSON strings.Builder
	for _, err := range []error{WriteText(&text, results), WriteJUnit(&junit, Origin{Host: "ci-1"}, results), WriteJSON(&asJSON, results)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for out, want := range seed.InOrder(map[string]string{
		text.String():   "FAILED   race  createThing: twice",
		junit.String():  `<testsuites tests="3" failures="1" skipped="1" time="0.000">`,
		asJSON.String(): `"verdict": "failed"`,
	}) {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in %s", want, out)
		}
	}
	if strings.Contains(junit.String(), "<won>") {
		t.Error("JUnit's XML is not escaped")
	}
}

// TestWhatVariesIsInOneOrder: the generated collection shows it, and one that differs from run to run fails make verify.
func TestWhatVariesIsInOneOrder(t *testing.T) {
	t.Parallel()
	s := Step{Learn: map[string]string{}}
	s.Varies = []string{"/at"}
	want := []string{"/at"}
	for name := 'a'; name <= 'z'; name++ {
		s.Learn[string(name)] = "/" + string(name)
		want = append(want, "/"+string(name))
	}
	if got := s.varies(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
