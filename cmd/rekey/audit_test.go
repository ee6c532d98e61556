package main_test

import (
	"os"
	"strings"
	"testing"
	"time"
)

// TestAuditArchive: the events of an installation go to a file and are checked with it, by the
// binary as it is run.
func TestAuditArchive(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	if o := p.run("init", "--public-url", "https://id.example.test"); o.code != 0 {
		t.Fatal(o.err)
	}
	env := []string{"--env-file", "rekey.env"}
	audit := func(args ...string) outcome { return p.run(append(append([]string{"audit"}, args...), env...)...) }
	p.check("what is meant has to be said, and lie in the past", func(t *testing.T) {
		for _, args := range [][]string{
			{"archive", "a.ndjson"}, {"archive", "--older-than", "30d"}, {"archive", "a.ndjson", "--older-than", "30"},
			{"archive", "a.ndjson", "--older-than", "forever"}, {"archive", "a.ndjson", "--before", time.Now().Add(time.Hour).Format(time.RFC3339)},
			{"archive", "a.ndjson", "--older-than", "30d", "--before", "2026-01-01T00:00:00Z"}, {"verify", "a.ndjson"},
			{"archive", "a.ndjson", "--older-than", "30d", "--tenant", "nobody"},
		} {
			if o := audit(args...); o.code == 0 || o.err == "" {
				t.Errorf("%q: %d %s", args, o.code, o.out)
			}
		}
	})
	p.check("a time that is none is answered with one", func(t *testing.T) {
		contains(t, audit("archive", "a.ndjson", "--before", "yesterday").err, "--before: must be a time such as 2026-01-01T00:00:00Z")
	})
	p.check("nothing is that old", func(t *testing.T) {
		o := audit("archive", "a.ndjson", "--older-than", "1h")
		if _, err := os.Stat(p.path("a.ndjson")); o.code != 0 || !strings.HasPrefix(o.out, "No event is old enough") || err == nil {
			t.Errorf("%d %s %s", o.code, o.out, o.err)
		}
	})
	now := time.Now().UTC().Format(time.RFC3339Nano)
	p.step("all of it is moved", func(t *testing.T) {
		o := audit("archive", "a.ndjson", "--before", now)
		if o.code != 0 || !strings.Contains(o.out, " events are in ") {
			t.Fatalf("%d %s %s", o.code, o.out, o.err)
		}
		if again := audit("archive", "a.ndjson", "--before", now); again.code != 0 || !strings.Contains(again.out, "already; 0 rows") {
			t.Errorf("%d %s %s", again.code, again.out, again.err)
		}
	})
	p.check("it is checked with what is there", func(t *testing.T) {
		if o := audit("verify", "--archive", "a.ndjson"); o.code != 0 || !strings.Contains(o.out, `"intact": true`) || strings.Contains(o.out, `"archived": 0`) {
			t.Errorf("%d %s %s", o.code, o.out, o.err)
		}
		p.write("b.ndjson", "")
		if o := audit("verify", "--archive", "b.ndjson"); o.code != 8 || !strings.Contains(o.out, `"why": "missing"`) || o.err != "" {
			t.Errorf("left out: %d %s %s", o.code, o.out, o.err)
		}
		p.write("d.ndjson", "a letter\n")
		if o := audit("verify", "--archive", "a.ndjson", "d.ndjson"); o.code != 1 || o.err != "rekey: "+p.path("d.ndjson")+": line 1 is not a line of an archive\n" {
			t.Errorf("a letter: %d %s %s", o.code, o.out, o.err)
		}
		p.write("c.ndjson", strings.Replace(p.read("a.ndjson"), "tenant.create", "tenant.crEate", 1))
		if o := audit("verify", "--archive", "c.ndjson", "b.ndjson"); o.code != 8 || !strings.Contains(o.out, `"why": "changed"`) {
			t.Errorf("changed: %d %s %s", o.code, o.out, o.err)
		}
	})
}
