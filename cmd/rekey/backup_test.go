package main_test

import (
	"os"
	"strings"
	"testing"
)

// TestABackupOfARunningService is restored, and what was open in it ends.
func TestABackupOfARunningService(t *testing.T) {
	t.Parallel()
	p := newPlace(t, "REKEY_PUBLIC_URL=http://localhost", "REKEY_PROFILE=development", "REKEY_ADDR=127.0.0.1:0")
	p.succeeds("init")
	p.write("users.jsonl", `{"username":"ada"}`)
	p.step("it is copied while the service runs", func(t *testing.T) {
		s := p.start("serve")
		s.ready()
		contains(t, p.succeeds("backup", "copy.db").out, "was copied to")
		if info, err := os.Stat(p.path("copy.db")); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v, %v", info, err)
		}
		if o := p.run("backup", "copy.db"); o.code != 1 || !strings.Contains(o.err, "exists") {
			t.Errorf("exit %d, %s", o.code, o.err)
		}
		p.succeeds("import", "users.jsonl")
		s.terminate()
		if left, err := os.ReadDir(p.dir); err != nil || strings.Contains(names(left), ".rekey-backup-") {
			t.Errorf("left behind: %s %v", names(left), err)
		}
	})
	p.step("it has what was there", func(t *testing.T) {
		restored := p.with("REKEY_DATABASE_URL=sqlite:copy.db")
		contains(t, restored.succeeds("migrate", "status").out, "is up to date")
		contains(t, restored.succeeds("restored").out, "0 tickets, 0 sessions", "API keys are those of the day of the backup")
		contains(t, restored.succeeds("export").err, "0 users exported")
		contains(t, p.succeeds("export").err, "1 users exported")
		restored.eventIs(t, "database.restore")
	})
}

func names(files []os.DirEntry) string {
	var b strings.Builder
	for _, f := range files {
		b.WriteString(f.Name() + " ")
	}
	return b.String()
}
