package conformance

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

// The elements that CI servers read of JUnit's XML. They are written here rather than by a library: the writer of
// gotestsum is internal to it and reads the events of go test, and go-junit-report's package of these elements, of
// which nothing but the tags would be used, had its last release in 2023.
type (
	junit struct {
		XMLName xml.Name     `xml:"testsuites"`
		Tests   int          `xml:"tests,attr"`
		Failed  int          `xml:"failures,attr"`
		Skipped int          `xml:"skipped,attr"`
		Time    string       `xml:"time,attr"`
		Suites  []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name      string      `xml:"name,attr"`
		Tests     int         `xml:"tests,attr"`
		Failed    int         `xml:"failures,attr"`
		Skipped   int         `xml:"skipped,attr"`
		Time      string      `xml:"time,attr"`
		Timestamp string      `xml:"timestamp,attr"`
		Host      string      `xml:"hostname,attr"`
		Cases     []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Time    string        `xml:"time,attr"`
		Failure *junitMessage `xml:"failure"`
		Skipped *junitMessage `xml:"skipped"`
	}
	junitMessage struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// Origin is when and where a run started.
type Origin struct {
	Began time.Time
	Host  string // of the machine that the test runs on
}

// WriteJUnit writes the results as CI servers read them. The format has no cases that were not run:
// these are skipped, with the failed set-up as their reason.
func WriteJUnit(w io.Writer, from Origin, results []Result) error {
	doc := junit{Tests: len(results)}
	var all float64
	for _, s := range Summaries(results) {
		suite := junitSuite{
			Name: s.Suite + "." + s.Surface, Tests: s.Passed + s.Failed + s.NotRun + s.Skipped, Failed: s.Failed, Skipped: s.NotRun + s.Skipped,
			Timestamp: from.Began.UTC().Format(time.RFC3339), Host: from.Host,
		}
		doc.Failed += suite.Failed
		doc.Skipped += suite.Skipped
		var sum float64
		for _, r := range results {
			if r.Suite == s.Suite && r.Surface == s.Surface {
				suite.Cases = append(suite.Cases, r.junit())
				sum += r.Seconds
			}
		}
		suite.Time = seconds(sum)
		all += sum
		doc.Suites = append(doc.Suites, suite)
	}
	doc.Time = seconds(all)
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

func seconds(s float64) string { return fmt.Sprintf("%.3f", s) }

func (r Result) junit() junitCase {
	c := junitCase{Class: r.Subject(), Name: r.Case, Time: seconds(r.Seconds)}
	switch r.Verdict {
	case Failed:
		_, details, _ := strings.Cut(r.text(), "\n")
		c.Failure = &junitMessage{r.Why, strings.ReplaceAll(strings.TrimSpace(details), "\n         ", "\n")}
	case Skipped:
		c.Skipped = &junitMessage{Message: r.Why}
	case NotRun:
		c.Skipped = &junitMessage{Message: "not run: " + r.Why}
	}
	return c
}
