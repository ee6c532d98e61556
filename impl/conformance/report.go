package conformance

import (
	"cmp"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Summary counts results.
type Summary struct {
	Suite   string `json:"suite"`
	Surface string `json:"surface"`
	Passed  int    `json:"passed"`
	Failed  int    `json:"failed"`
	Skipped int    `json:"skipped"`
}

// Summaries counts the results by suite and surface.
func Summaries(results []Result) []Summary {
	var all []Summary
	for _, r := range results {
		i := slices.IndexFunc(all, func(s Summary) bool { return s.Suite == r.Suite && s.Surface == r.Surface })
		if i < 0 {
			i, all = len(all), append(all, Summary{Suite: r.Suite, Surface: r.Surface})
		}
		switch r.Verdict {
		case Passed:
			all[i].Passed++
		case Failed:
			all[i].Failed++
		case Skipped:
			all[i].Skipped++
		}
	}
	slices.SortStableFunc(all, func(a, b Summary) int {
		return cmp.Or(cmp.Compare(slices.Index(Suites(), a.Suite), slices.Index(Suites(), b.Suite)), cmp.Compare(a.Surface, b.Surface))
	})
	return all
}

// WriteText writes what failed and what could not be asked, and then the counts.
func WriteText(w io.Writer, results []Result) error {
	var err error
	line := func(format string, a ...any) {
		if err == nil {
			_, err = fmt.Fprintf(w, format+"\n", a...)
		}
	}
	reasons := map[string]int{}
	for _, r := range results {
		switch r.Verdict {
		case Failed:
			line("FAILED   %s  %s: %s\n         %s", r.Suite, r.Operation, r.Case, r.Why)
		case Skipped:
			reasons[r.Why]++
		}
	}
	for _, why := range slices.Sorted(maps.Keys(reasons)) {
		line("skipped  %d cases: %s", reasons[why], why)
	}
	line("%-12s %-10s %7s %7s %7s", "SUITE", "SURFACE", "PASSED", "FAILED", "SKIPPED")
	for _, s := range Summaries(results) {
		line("%-12s %-10s %7d %7d %7d", s.Suite, s.Surface, s.Passed, s.Failed, s.Skipped)
	}
	return err
}

// WriteJSON writes the counts and every result.
func WriteJSON(w io.Writer, results []Result) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		Summary []Summary `json:"summary"`
		Results []Result  `json:"results"`
	}{Summaries(results), results})
}

// The elements that CI servers read of JUnit's XML.
type (
	junit struct {
		XMLName xml.Name     `xml:"testsuites"`
		Tests   int          `xml:"tests,attr"`
		Failed  int          `xml:"failures,attr"`
		Skipped int          `xml:"skipped,attr"`
		Suites  []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name    string      `xml:"name,attr"`
		Tests   int         `xml:"tests,attr"`
		Failed  int         `xml:"failures,attr"`
		Skipped int         `xml:"skipped,attr"`
		Cases   []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Failure *junitMessage `xml:"failure"`
		Skipped *junitMessage `xml:"skipped"`
	}
	junitMessage struct {
		Message string `xml:"message,attr"`
	}
)

// WriteJUnit writes the results as CI servers read them.
func WriteJUnit(w io.Writer, results []Result) error {
	doc := junit{Tests: len(results)}
	for _, s := range Summaries(results) {
		suite := junitSuite{
			Name: s.Suite + "." + s.Surface, Tests: s.Passed + s.Failed + s.Skipped, Failed: s.Failed, Skipped: s.Skipped,
		}
		doc.Failed += s.Failed
		doc.Skipped += s.Skipped
		for _, r := range results {
			if r.Suite != s.Suite || r.Surface != s.Surface {
				continue
			}
			c := junitCase{Class: r.Operation, Name: r.Case}
			switch r.Verdict {
			case Failed:
				c.Failure = &junitMessage{r.Why}
			case Skipped:
				c.Skipped = &junitMessage{r.Why}
			}
			suite.Cases = append(suite.Cases, c)
		}
		doc.Suites = append(doc.Suites, suite)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
