package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/tests/figures"
)

// wantedStores are those without a story of which the page of reliability is not whole.
func wantedStores() []string { return []string{"galera", "mariadb", "sqlite"} }

// reliability joins the stories that tests/cluster left into docs/reliability.md.
func reliability(from, to string) error {
	files, err := filepath.Glob(filepath.Join(from, "reliability", "*.json"))
	if err != nil {
		return err
	}
	var stories []figures.Story
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var s figures.Story
		if err := json.Unmarshal(raw, &s); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		stories = append(stories, s)
	}
	slices.SortFunc(stories, func(a, b figures.Story) int {
		return cmp.Or(cmp.Compare(a.Store, b.Store), cmp.Compare(a.Story, b.Story))
	})
	if err := os.WriteFile(to, []byte(reliabilityPage(stories)), 0o644); err != nil {
		return err
	}
	var missing []error
	for _, store := range wantedStores() {
		if !slices.ContainsFunc(stories, func(s figures.Story) bool { return s.Store == store }) {
			missing = append(missing, errors.New(store+" left no story of reliability: run make cluster and make crash first"))
		}
	}
	return errors.Join(missing...)
}

// reliabilityHead explains the table.
const reliabilityHead = `# Reliability

Rekey %s, commit %s, measured on %s. Written by ` + "`make check-long`" + `, from what the commands named below counted.

Each line is a story: servers and databases are real processes under the load of several clients, and faults are
made meanwhile, such as kill -9, SIGSTOP, SIGTERM and a network that is cut. Clients record what they were told. At the
end this history is compared with the database, with the audit trail and with the mails that were received.

- *acknowledged*: operations that were answered with success; the rest were refused, or had no answer because of a fault
- *lost*: acknowledged, and not there afterwards; *twice*: there more than once; *wrong*: any other difference
  between what clients were told and what is true, and any answer that the contract does not have
- *recovery*: time from the end of the fault's cause until every server is ready again: median and longest
- *stall*: the longest time in which no operation was acknowledged
`

func reliabilityPage(stories []figures.Story) string {
	var b strings.Builder
	line := func(format string, a ...any) { fmt.Fprintf(&b, format+"\n", a...) }
	line(reliabilityHead, version(), commit(), clock.System{}.Now().Format("2 January 2006"))
	line("| database | story | servers | operations | acknowledged | faults | lost | twice | wrong | recovery | stall |")
	line("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	var commands []string
	for _, s := range stories {
		recovery := "" // nothing to recover from
		if s.RecoveryMax > 0 {
			recovery = fmt.Sprintf("%.1f s, %.1f s", s.RecoveryMedian, s.RecoveryMax)
		}
		line("| %s | %s | %d | %d | %d | %d | %d | %d | %d | %s | %.1f s |", s.Store, s.Story, s.Servers, s.Operations, s.Acknowledged,
			s.Faults, s.Lost, s.Doubled, s.Wrong, recovery, s.Stall)
		if !slices.Contains(commands, s.Command) {
			commands = append(commands, s.Command)
		}
	}
	slices.Sort(commands)
	line("\nThe commands:\n")
	for _, c := range commands {
		var of []string
		for _, s := range stories {
			if s.Command == c {
				of = append(of, s.Store+": "+s.Story)
			}
		}
		line("- `%s` (%s)", c, strings.Join(of, "; "))
	}
	return b.String()
}
