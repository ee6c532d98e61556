package attacks_test

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/tests/harness"
)

// witness keeps every answer, to be searched when all secrets are known.
type witness struct {
	*stage
	silent  strings.Builder // answers that may hold no secret at all
	telling []told
}

// told is an answer that carries secrets to the one who may have them.
type told struct {
	text   string
	lawful []string
}

// do makes a call of an act and records the answer. The secrets of a refusal belong to no caller.
func (w *witness) do(a act, c harness.Call) harness.Answer {
	w.T.Helper()
	answer := w.Do(c)
	w.record(a, c, answer)
	return answer
}

func (w *witness) record(a act, c harness.Call, answer harness.Answer) {
	w.T.Helper()
	text := fmt.Sprintf("%s\n%v\n%s\n", a.name, answer.Header, answer.Body)
	lawful := w.harvest(a, answer)
	if a.own && answer.Status == http.StatusOK {
		_, key, _ := strings.Cut(c.Path, "key=")
		lawful = append(lawful, key)
	}
	if len(lawful) == 0 {
		w.silent.WriteString(text)
		return
	}
	w.telling = append(w.telling, told{text: text, lawful: lawful})
}

var storedHash = regexp.MustCompile(`\$argon2|\$2[abxy]\$|\$scrypt|\$pbkdf2`)

// leaks searches everything: answers, log, metrics, database.
func (w *witness) leaks() []string {
	w.T.Helper()
	all := w.canaries()
	metrics := harness.DoWith(w.T, http.DefaultClient, w.URL, get("/metrics"))
	places := []place{{"an answer", w.silent.String()}, {"the log", w.Log.String()}, {"the metrics", metrics.Body}}
	if w.Traces != nil {
		if err := w.FlushTraces(w.T.Context()); err != nil || w.Traces.Text() == "" {
			w.T.Errorf("there are no traces to search: %v", err)
		}
		places = append(places, place{"the traces", w.Traces.Text()})
	}
	found := search(places, all)
	for _, t := range w.telling {
		others := slices.DeleteFunc(slices.Clone(all), func(c canary) bool {
			return slices.ContainsFunc(t.lawful, func(l string) bool { return l == c.value || strings.Contains(l, c.value) })
		})
		found = append(found, search([]place{{"the answer of " + t.text, t.text}}, others)...)
		if storedHash.MatchString(t.text) {
			found = append(found, "a hash in "+t.text)
		}
	}
	for _, p := range places {
		if hash := storedHash.FindStringIndex(p.text); hash != nil {
			found = append(found, "a hash in "+p.name+": ..."+p.text[max(0, hash[0]-200):hash[0]])
		}
	}
	atRest := slices.DeleteFunc(slices.Clone(all), func(c canary) bool { return c.stored })
	return append(found, search(w.bytes(), atRest)...)
}

// clean reports what leaked, and demands that there was something to look for.
func (w *witness) clean(when string) {
	w.T.Helper()
	if n := len(w.canaries()); n < 10 {
		w.T.Fatalf("%d secrets were planted: too few to prove anything", n)
	}
	for _, leak := range w.leaks() {
		w.T.Errorf("%s: %s", when, leak)
	}
}
