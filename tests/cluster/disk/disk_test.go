package disk_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/cluster/disk"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestMain(m *testing.M) { os.Exit(harness.Main(m)) }

// TestWhatWasSyncedIsLeft: a write is kept when a sync that began after it ended, and a name when its folder was synced.
func TestWhatWasSyncedIsLeft(t *testing.T) {
	t.Parallel()
	write := func(at int64, text string) disk.Event {
		return disk.Event{Kind: disk.Write, Path: "/d/f", At: at, Data: []byte(text)}
	}
	begins, ends := disk.Event{Kind: disk.Sync, Path: "/d/f"}, disk.Event{Kind: disk.Sync, Path: "/d/f", Done: true}
	for _, c := range []struct {
		name         string
		events       []disk.Event
		all, nothing string // left, if everything or nothing of what was not synced is lost
	}{
		{"a write", []disk.Event{write(0, "new")}, "old text", "new text"},
		{"a sync that is not done", []disk.Event{write(0, "new"), begins}, "old text", "new text"},
		{"a sync", []disk.Event{write(0, "new"), begins, ends}, "new text", "new text"},
		{"a write during a sync", []disk.Event{write(0, "new"), begins, write(4, "TEXT"), ends}, "new text", "new TEXT"},
		{"a truncation", []disk.Event{{Kind: disk.Truncate, Path: "/d/f", At: 3}}, "old text", "old"},
		{"a gap", []disk.Event{write(9, "x"), begins, ends}, "old text\x00x", "old text\x00x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := disk.New(map[string][]byte{"/d/f": []byte("old text")})
			for _, e := range c.events {
				d.Play(e)
			}
			if got := string(d.Left(disk.All, seed.For(t))["/d/f"]); got != c.all {
				t.Errorf("all is lost: %q", got)
			}
			if got := string(d.Left(disk.Nothing, seed.For(t))["/d/f"]); got != c.nothing {
				t.Errorf("nothing is lost: %q", got)
			}
			if d.Pending() != (c.all != c.nothing) {
				t.Errorf("pending is %v", d.Pending())
			}
		})
	}
}

func TestANameIsLeftWhenItsFolderWasSynced(t *testing.T) {
	t.Parallel()
	d := disk.New(nil)
	names := func() int { return len(d.Left(disk.All, seed.For(t))) }
	play := func(events ...disk.Event) {
		for _, e := range events {
			d.Play(e)
		}
	}
	play(disk.Event{Kind: disk.Create, Path: "/d/f"}, disk.Event{Kind: disk.Write, Path: "/d/f", Data: []byte("x")},
		disk.Event{Kind: disk.Sync, Path: "/d/f"}, disk.Event{Kind: disk.Sync, Path: "/d/f", Done: true})
	if names() != 0 {
		t.Error("the file is there before its folder was synced")
	}
	play(disk.Event{Kind: disk.Sync, Path: "/d"}, disk.Event{Kind: disk.Sync, Path: "/d", Done: true}, disk.Event{Kind: disk.Remove, Path: "/d/f"})
	if names() != 1 {
		t.Error("the file is gone before its folder was synced again")
	}
	play(disk.Event{Kind: disk.Sync, Path: "/d"}, disk.Event{Kind: disk.Sync, Path: "/d", Done: true})
	if names() != 0 {
		t.Error("the file is there after it was removed, and its folder synced")
	}
}

// TestATraceIsRead: what strace prints, with a call that another thread interrupts, and with paths as they are or escaped.
func TestATraceIsRead(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "trace")
	text := strings.Join([]string{
		`7  open("/d/f-wal", O_RDWR|O_CREAT|O_NOFOLLOW|O_CLOEXEC, 0644) = 9</d/f-wal>`,
		`7  pwrite64(9</d/f-wal>, "\x61\x62", 2, 4096 <unfinished ...>`,
		`8  write(12<\x73\x6f\x63\x6b\x65\x74\x3a\x5b\x31\x5d>, "\x48\x54\x54\x50", 4) = 4`,
		`7  <... pwrite64 resumed>)             = 2`,
		`7  fsync(9<\x2f\x64\x2f\x66\x2d\x77\x61\x6c> <unfinished ...>`,
		`8  pwrite64(10</d/f-shm>, "\x00", 1, 4095) = 1`,
		`8  openat(AT_FDCWD</d>, "/etc/hosts", O_RDONLY) = -1 ENOENT (No such file or directory)`,
		`7  <... fsync resumed>)                = 0`,
		`7  fsync(11</d>)                       = 0`,
		`7  ftruncate(9</d/f-wal>, 3)           = 0`,
		`7  unlink("/d/f-wal")                  = 0`,
		`7  +++ exited with 0 +++`, ``,
	}, "\n")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	events, err := disk.Read(path, "/d/f")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range events {
		word := string(e.Kind) + " " + e.Path + " " + string(e.Data)
		if e.Done {
			word += "done"
		}
		got = append(got, strings.TrimSpace(word))
	}
	want := "create /d/f-wal, write /d/f-wal ab, send  HTTP, sync /d/f-wal, sync /d/f-wal done, sync /d, sync /d done, truncate /d/f-wal, remove /d/f-wal"
	if strings.Join(got, ", ") != want {
		t.Errorf("%s", strings.Join(got, ", "))
	}
	if err := os.WriteFile(path, []byte(`7  fsync(9</d/f>) = -1 EIO (Input/output error)`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := disk.Read(path, "/d/f"); err == nil {
		t.Error("a failed sync is read")
	}
}
