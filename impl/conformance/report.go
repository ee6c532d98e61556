package conformance

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Summary counts results.
type Summary struct {
	Suite   string `json:"suite"`
	Surface string `json:"surface"`
	Passed  int    `json:"passed"`
	Failed  int    `json:"failed"`
	NotRun  int    `json:"notRun"`
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
		case NotRun:
			all[i].NotRun++
		case Skipped:
			all[i].Skipped++
		}
	}
	slices.SortStableFunc(all, func(a, b Summary) int {
		return cmp.Or(cmp.Compare(slices.Index(Suites(), a.Suite), slices.Index(Suites(), b.Suite)), cmp.Compare(a.Surface, b.Surface))
	})
	return all
}

// WriteText writes the failures and the skipped cases, and then the counts.
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
			line("%s", r.text())
		case Skipped, NotRun:
			reasons[fmt.Sprintf("%-8s %%d cases: %s", r.Verdict, strings.ReplaceAll(r.Why, "%", "%%"))]++
		}
	}
	for _, why := range slices.Sorted(maps.Keys(reasons)) {
		line(why, reasons[why])
	}
	line("%-12s %-10s %7s %7s %7s %7s", "SUITE", "SURFACE", "PASSED", "FAILED", "NOT RUN", "SKIPPED")
	for _, s := range Summaries(results) {
		line("%-12s %-10s %7d %7d %7d %7d", s.Suite, s.Surface, s.Passed, s.Failed, s.NotRun, s.Skipped)
	}
	return err
}

// text returns a failure as text: the case, the differences, and a command that repeats the request.
func (r Result) text() string {
	lines := []string{fmt.Sprintf("FAILED   %s  %s: %s", r.Suite, r.Subject(), r.Case), r.Why}
	for _, d := range r.Differences {
		lines = append(lines, d.At+": expected "+d.Expected, strings.Repeat(" ", len(d.At)+2)+"got      "+d.Got)
	}
	if r.Request != "" {
		lines = append(lines, r.Request)
	}
	return strings.Join(lines, "\n         ")
}

// WriteList writes one case per line: suite, surface, operation ("-" for a journey) and name,
// separated by tabs.
func WriteList(w io.Writer, cases []TestCase) error {
	for _, t := range cases {
		if _, err := fmt.Fprintln(w, strings.Join([]string{t.Suite, t.Surface, orDash(t.Operation), t.Case}, "\t")); err != nil {
			return err
		}
	}
	return nil
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
