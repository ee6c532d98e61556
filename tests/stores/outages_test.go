package stores_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

// jobsThatRead are the background jobs that read the database, and every how many seconds.
var jobsThatRead = map[string]int{
	"reset_requests": 1, "expiry_warnings": 1, "audit_checkpoints": 60, "wrong_tries": 1,
	"sweep_idempotency_answers": 10, "sweep_idempotency_keys": 10, "sweep_tries": 10, "sweep_counters": 10, "sweep_expired_tickets": 10,
	"sweep_challenges": 10, "sweep_messages": 10, "sweep_tickets": 10, "sweep_sessions": 10, "sweep_api_keys": 120,
}

// logged returns the lines of the log with one of the messages, in order. It does not clear the log.
func logged(t *testing.T, w *harness.World, messages ...string) (lines []map[string]any) {
	t.Helper()
	for text := range strings.Lines(w.Log.String()) {
		line := map[string]any{}
		must(t, json.Unmarshal([]byte(text), &line))
		if message, _ := line["msg"].(string); slices.Contains(messages, message) {
			lines = append(lines, line)
		}
	}
	return lines
}

// TestAnOutageIsOneLineAndACount: two minutes without a database are one line a job, and one
// more when it works again; the metric has every failure.
func TestAnOutageIsOneLineAndACount(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const begins, ends = "a background job fails; it is tried again, and not told again", "a background job works again"
		minutes := func() {
			for second := range 120 {
				w.Work(t.Context(), second)
				if second%10 == 0 {
					w.Sweeper.Sweep(t.Context(), second/10)
				}
				w.Clock.Advance(time.Second)
			}
		}
		minutes()
		if lines := logged(t, w, begins, ends); len(lines) != 0 {
			t.Fatalf("nothing failed, and the log says %v", lines)
		}
		for outage := 1; outage <= 2; outage++ {
			w.BreakStore(func(string) bool { return true })
			minutes()
			if lines := logged(t, w, begins); len(lines) != outage*len(jobsThatRead) {
				t.Fatalf("outage %d: %d lines, want one of each of %d jobs: %v", outage, len(lines), len(jobsThatRead), lines)
			}
			w.BreakStore(nil)
			minutes()
			lines := logged(t, w, ends)
			if len(lines) != outage*len(jobsThatRead) {
				t.Fatalf("outage %d: %d lines say that it is over", outage, len(lines))
			}
			for _, line := range lines {
				job, _ := line["job"].(string)
				if want := 120 / jobsThatRead[job]; line["failures"] != float64(want) || line["after_seconds"].(float64) <= 0 {
					t.Errorf("outage %d: %v, want %d failures", outage, line, want)
				}
				counted := fmt.Sprintf("rekey_job_failures_total{background_job=%q} %d\n", job, outage*120/jobsThatRead[job])
				if !strings.Contains(metrics(t, w), counted) {
					t.Errorf("the metrics do not say %s", counted)
				}
			}
		}
	})
}

func metrics(t *testing.T, w *harness.World) string {
	t.Helper()
	return harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{Method: http.MethodGet, Path: "/metrics"}).Body
}

// TestANodeThatIsNotReadyLogsItOnce: monitoring asks it every few seconds.
func TestANodeThatIsNotReadyLogsItOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for range 3 {
			for _, status := range []int{http.StatusServiceUnavailable, http.StatusOK} {
				w.BreakStore(func(string) bool { return status != http.StatusOK })
				for range 5 {
					w.Clock.Advance(2 * time.Second)
					if a := harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{Method: http.MethodGet, Path: "/readyz"}); a.Status != status {
						t.Fatalf("status %d, want %d", a.Status, status)
					}
				}
			}
		}
		if not, again := logged(t, w, "not ready"), logged(t, w, "ready again"); len(not) != 3 || len(again) != 3 {
			t.Errorf("%d and %d lines of three outages", len(not), len(again))
		}
	})
}

// TestAClockThatPartsFromTheDatabases is told at the start, at each change, and in the metrics.
func TestAClockThatPartsFromTheDatabases(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		twin := w.TwinAhead(time.Second)
		for _, step := range []struct {
			by    time.Duration // from now on
			level string        // of the line; none: it says nothing
			ahead string
		}{
			{0, "", "1"},
			{2 * time.Second, "WARN", "3"},
			{10 * time.Second, "", "13"},
			{18 * time.Second, "ERROR", "31"},
			{5 * time.Minute, "", "331"},
			{-331 * time.Second, "INFO", "0"},
			{-3 * time.Second, "WARN", "-3"},
			{3 * time.Second, "INFO", "0"},
		} {
			before := len(logged(t, w, skewed, agrees))
			twin.Clock.Advance(step.by)
			for second := range 120 {
				twin.Work(t.Context(), second)
				w.Work(t.Context(), second) // whose clock is right
			}
			lines := logged(t, w, skewed, agrees)[before:]
			switch {
			case step.level == "" && len(lines) == 0:
			case len(lines) != 1 || lines[0]["level"] != step.level || fmt.Sprint(lines[0]["ahead_seconds"]) != step.ahead:
				t.Errorf("ahead by %s s: %v, want one line at level %q", step.ahead, lines, step.level)
			}
			if want := "rekey_clock_ahead_seconds " + step.ahead + "\n"; !strings.Contains(metrics(t, twin), want) {
				t.Errorf("the metrics do not say %s", want)
			}
		}
	})
}

const (
	skewed = "the clock differs from the database's; synchronise both with NTP"
	agrees = "the clock agrees with the database's again"
)

// TestTheOutboxSaysWhatItCannotRead: its rounds are reported as all jobs are.
func TestTheOutboxSaysWhatItCannotRead(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		wake, reports, stop := make(chan struct{}, 1), make(chan error), make(chan struct{})
		go w.Worker.Run(t.Context(), wake, func(err error) {
			select {
			case reports <- err:
			case <-stop:
			}
		})
		defer close(stop)
		must(t, <-reports)
		w.BreakStore(func(string) bool { return true })
		wake <- struct{}{}
		for {
			err := <-reports
			if errors.Is(err, harness.ErrBroken) {
				return
			}
			must(t, err) // of a round that had begun
		}
	})
}
