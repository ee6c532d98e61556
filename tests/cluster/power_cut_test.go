package cluster_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/cluster/disk"
	"github.com/rekeyhq/rekey/tests/cluster/history"
	"github.com/rekeyhq/rekey/tests/cluster/rig"
	"github.com/rekeyhq/rekey/tests/figures"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// recording is what a server under load did to its database, and whom it answered.
type recording struct {
	path       string // of the database
	before     []byte // the database as it was when the server started
	tenant     string
	events     []disk.Event
	operations []*history.Operation
	answers    map[string][]string // by the X-Request-Id of an answer: all of the operation that it acknowledged
	actions    map[string]string   // by the same: the action of its event
	service    *rig.Service
	acked      int
}

// TestPowerCut records a server on SQLite, and cuts the power at each sync and at points between: what was answered
// before is in the database that is left, and the database is whole.
func TestPowerCut(t *testing.T) {
	t.Parallel()
	steps, points, control := 60, 120, 40
	if seed.Cases() == seed.All {
		steps, points, control = 400, 4000, 400
	}
	r := record(t, steps)
	t.Run("what was answered is kept", func(t *testing.T) {
		cuts, faults := r.cuts(t, points, func(disk.Event) bool { return true })
		for _, f := range faults[:min(20, len(faults))] {
			t.Error(f)
		}
		t.Logf("%d power cuts in a trace of %d events with %d syncs; %d operations, %d acknowledged; %d violations", cuts, len(r.events), r.syncs(),
			len(r.operations), r.acked, len(faults))
		story := figures.Story{
			Story: "power cuts, computed from a trace", Store: "sqlite", Servers: 1, Operations: len(r.operations), Acknowledged: r.acked,
			Faults: cuts, Command: "make crash",
		}
		for _, f := range faults {
			if f.class == history.Lost {
				story.Lost++
			} else {
				story.Wrong++
			}
		}
		if err := story.Leave(); err != nil {
			t.Error(err)
		}
	})
	t.Run("the service starts from what is left", r.starts)
	// A disk that answers a sync and does not keep it, which is also what synchronous=OFF is. Nothing could help
	// there, so that these must fail.
	for _, c := range []struct {
		name string
		kept func(disk.Event) bool
	}{
		{"a log that is not synced is found", func(e disk.Event) bool { return !strings.HasSuffix(e.Path, "-wal") }},
		{"a database that is not synced is found", func(e disk.Event) bool { return e.Path != r.path }},
		{"a folder that is not synced is found", func(e disk.Event) bool { return e.Path != filepath.Dir(r.path) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			cuts, faults := r.cuts(t, control, c.kept)
			t.Logf("%d power cuts, %d violations", cuts, len(faults))
			if len(faults) == 0 {
				t.Error("nothing was found")
			}
		})
	}
}

// record plays a load on a server under strace, and ends it by SIGTERM.
func record(t *testing.T, steps int) *recording {
	t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		t.Fatal("strace is missing: install the package strace")
	}
	db := rig.SQLite(t)
	s := rig.Serve(t, db, 1)
	server := s.Servers[0]
	if code := server.Terminate(); code != 0 {
		t.Fatalf("SIGTERM: exit code %d", code)
	}
	r := &recording{path: db.Path, service: s, answers: map[string][]string{}, actions: map[string]string{}}
	var err error
	if r.before, err = os.ReadFile(db.Path); err != nil {
		t.Fatal(err)
	}
	trace := filepath.Join(t.TempDir(), "trace")
	server.Binary = script(t, append(disk.Record(trace), rig.Binary))
	server.Start()
	load := history.New(t, history.Setup{Servers: urls(s), Key: s.Key})
	load.Run(steps)
	if code := server.Terminate(); code != 0 {
		t.Fatalf("SIGTERM: exit code %d", code)
	}
	load.Stop()
	for _, v := range load.Violations() {
		t.Error(v)
	}
	if r.events, err = disk.Read(trace, db.Path); err != nil {
		t.Fatal(err)
	}
	r.tenant, r.operations, r.acked = load.Tenant(), load.Operations(), load.Figures().Acknowledged
	r.index()
	server.Binary = rig.Binary
	return r
}

// script is a command that runs another one, with all arguments.
func script(t *testing.T, words []string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "run")
	if err := os.WriteFile(path, []byte("#!/bin/sh\nexec '"+strings.Join(words, "' '")+"' \"$@\"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

// index finds the operation of each answer. What several callers sent under one Idempotency-Key is one operation.
func (r *recording) index() {
	requests := map[string][]string{}
	for _, o := range r.operations {
		for _, a := range o.Attempts {
			requests[o.Key] = append(requests[o.Key], a.RequestID)
		}
	}
	for _, o := range r.operations {
		if o.Outcome == history.Acknowledged && o.Event() != "" && o.Kind != history.RequestReset { // which a worker does later
			id := o.Attempts[len(o.Attempts)-1].RequestID
			r.answers[id], r.actions[id] = requests[o.Key], o.Event()
		}
	}
}

func (r *recording) syncs() (n int) {
	for _, e := range r.events {
		if e.Kind == disk.Sync && e.Done {
			n++
		}
	}
	return n
}

// flaw is what is wrong after a power cut.
type flaw struct {
	class history.Class
	where string
	what  string
}

func (f flaw) String() string { return f.where + ": " + string(f.class) + ": " + f.what }

// cuts cuts the power at points of the trace: before and after syncs, and between. A sync that is not kept does
// nothing.
func (r *recording) cuts(t *testing.T, points int, kept func(disk.Event) bool) (cuts int, flaws []flaw) {
	t.Helper()
	draw := seed.For(t)
	at := r.points(draw, points)
	d := disk.New(map[string][]byte{r.path: r.before})
	var acknowledged []string
	for n, e := range r.events {
		if e.Kind != disk.Sync || kept(e) {
			d.Play(e)
		}
		if e.Kind == disk.Send {
			if id := answered(e.Data); r.answers[id] != nil {
				acknowledged = append(acknowledged, id)
			}
		}
		if !at[n] {
			continue
		}
		losses := disk.Losses()
		if !d.Pending() {
			losses = losses[:1]
		}
		for _, loss := range losses {
			cuts++
			where := fmt.Sprintf("after event %d of %d (%s %s), without %s", n+1, len(r.events), e.Kind, filepath.Base(e.Path), loss)
			if loss == disk.All {
				where = fmt.Sprintf("after event %d of %d (%s %s), with nothing that was not synced", n+1, len(r.events), e.Kind, filepath.Base(e.Path))
			}
			for _, f := range r.judge(t, d.Left(loss, draw), acknowledged, draw) {
				f.where = where
				flaws = append(flaws, f)
			}
		}
	}
	if len(acknowledged) != len(r.answers) {
		t.Errorf("the trace has %d answers to operations that have an event, of %d", len(acknowledged), len(r.answers))
	}
	return cuts, flaws
}

// starts cuts the power in the middle of the work, and starts a server from what is left.
func (r *recording) starts(t *testing.T) {
	draw := seed.For(t)
	d := disk.New(map[string][]byte{r.path: r.before})
	for _, e := range r.events[:len(r.events)/4+draw.IntN(len(r.events)/2)] {
		d.Play(e)
	}
	for _, name := range []string{r.path, r.path + "-wal", r.path + "-shm"} {
		if err := os.RemoveAll(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := disk.Store(d.Left(disk.Torn, draw), filepath.Dir(r.path)); err != nil {
		t.Fatal(err)
	}
	r.service.Servers[0].Start()
	r.service.Run("audit", "verify")
	load := history.New(t, history.Setup{Servers: urls(r.service), Key: r.service.Key, Name: "after"})
	load.Run(10)
	db := harness.Beside(t, r.service.Database.URL(0))
	for _, v := range load.Check(db, history.Checks{}) {
		t.Error(v)
	}
}

// points draws where the power is cut: two thirds at syncs, where they begin and where they end.
func (r *recording) points(draw *seed.Source, most int) map[int]bool {
	var syncs, others []int
	for n, e := range r.events {
		if e.Kind == disk.Sync {
			syncs = append(syncs, n)
		} else {
			others = append(others, n)
		}
	}
	at := map[int]bool{len(r.events) - 1: true}
	for _, part := range []struct {
		list []int
		most int
	}{{syncs, most * 2 / 3}, {others, most / 3}} {
		for _, i := range draw.Perm(len(part.list))[:min(part.most, len(part.list))] {
			at[part.list[i]] = true
		}
	}
	return at
}

// answered is the X-Request-Id of an answer 2xx.
func answered(data []byte) string {
	if !bytes.HasPrefix(data, []byte("HTTP/1.1 2")) {
		return ""
	}
	_, after, ok := bytes.Cut(data, []byte("\r\nX-Request-Id: "))
	if !ok {
		return ""
	}
	id, _, _ := bytes.Cut(after, []byte("\r\n"))
	return string(id)
}

// judge opens what is left of a database, as the service would.
func (r *recording) judge(t *testing.T, files map[string][]byte, acknowledged []string, draw *seed.Source) (flaws []flaw) {
	t.Helper()
	dir := filepath.Join(filepath.Dir(r.path), "left")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	if draw.IntN(2) == 0 { // the index of the log, of which nothing is known
		files[r.path+"-shm"] = bytes.Repeat([]byte(seed.Text(draw)), 1024)
	}
	if err := disk.Store(files, dir); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, filepath.Base(r.path))+"?_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	events, err := r.whole(ctx, db)
	if err != nil {
		return []flaw{{class: history.Wrong, what: err.Error()}}
	}
	for _, id := range acknowledged {
		if !slices.ContainsFunc(r.answers[id], func(request string) bool { return events[request+" "+r.actions[id]] }) {
			flaws = append(flaws, flaw{class: history.Lost, what: "the request " + id + " was answered, and its event " + r.actions[id] + " is not there"})
		}
	}
	return flaws
}

// whole checks a database by itself, and reads its events.
func (r *recording) whole(ctx context.Context, db *sql.DB) (map[string]bool, error) {
	for _, q := range []struct{ query, want string }{
		{"PRAGMA integrity_check", "ok"},
		// Each change commits as a whole: the chain with its events, and a new password with its mail.
		{"SELECT COUNT(*) FROM event_chains c WHERE sequence <> (SELECT COUNT(*) FROM events e WHERE e.tenant_id = c.tenant_id)", "0"},
		{"SELECT COUNT(*) FROM event_chains c WHERE sequence > 0 AND head <> (SELECT hash FROM events e WHERE e.tenant_id = c.tenant_id AND e.sequence = c.sequence)", "0"},
		{"SELECT (SELECT COUNT(*) FROM messages WHERE template = 'password_updated') - " +
			"(SELECT COUNT(*) FROM events WHERE outcome = 'done' AND action IN ('password.set', 'password.change'))", "0"},
	} {
		var got string
		if err := db.QueryRowContext(ctx, q.query).Scan(&got); err != nil {
			return nil, fmt.Errorf("%s: %w", q.query, err)
		}
		if got != q.want {
			return nil, fmt.Errorf("%s: %s", q.query, got)
		}
	}
	rows, err := db.QueryContext(ctx, "SELECT request_id, action FROM events WHERE outcome = 'done'")
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	events := map[string]bool{}
	for rows.Next() {
		var request, action string
		if err := rows.Scan(&request, &action); err != nil {
			return nil, err
		}
		events[request+" "+action] = true
	}
	return events, rows.Err()
}
