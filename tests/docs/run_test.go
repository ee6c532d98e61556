package docs_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/tests/harness"
)

const (
	patience = 90 * time.Second // for a page, on a machine that does much else
	often    = 20 * time.Millisecond
	// usual is where the pages say that a service answers: the default of REKEY_ADDR.
	usual = "127.0.0.1:8080"
)

// stage is where the commands of one page run: a folder of their own that is home and
// working folder, with the program on the PATH.
type stage struct {
	t       *testing.T
	dir     string
	notes   string // for what the blocks print, outside of dir
	env     []string
	address string // in the place of the usual one
	replace []string
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{t: t, dir: harness.Memory(t)}
	if err := os.Mkdir(filepath.Join(s.dir, "bin"), 0o700); err != nil { // what make build leaves
		t.Fatal(err)
	}
	if err := os.Symlink(binary, filepath.Join(s.dir, "bin", "rekey")); err != nil {
		t.Fatal(err)
	}
	s.address = harness.FreeAddress(t)
	s.env = []string{
		"PATH=" + filepath.Dir(binary) + ":" + os.Getenv("PATH"), "HOME=" + s.dir, "TMPDIR=" + t.TempDir(),
		"REKEY_ADDR=" + s.address, "LC_ALL=C.UTF-8",
	}
	return s
}

func (s *stage) write(dir, name, text string) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stage) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, name, args...)
	c.Dir, c.Env = s.dir, s.env
	// What a page leaves running ends with it.
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
	c.WaitDelay = 5 * time.Second
	return c
}

// startDemo starts what the page's reader has started, and takes its address for the usual one.
func (s *stage) startDemo() {
	s.t.Helper()
	var said bytes.Buffer
	demo := s.command(context.WithoutCancel(s.t.Context()), binary, "demo", "--addr", "127.0.0.1:0")
	demo.Env = append(demo.Env, "REKEY_ANONYMOUS_PER_MINUTE=100000") // nobody pastes as fast as a test
	demo.Stdout, demo.Stderr = &said, &said
	if err := demo.Start(); err != nil {
		s.t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- demo.Wait() }()
	s.t.Cleanup(func() {
		_ = demo.Process.Signal(syscall.SIGTERM)
		if err := <-done; err != nil {
			s.t.Errorf("the demo ended with %v\n%s", err, said.String())
		}
	})
	deadline, tick := time.After(patience), time.NewTicker(often)
	defer tick.Stop()
	for {
		if facts, err := setup.ReadEnvFile(filepath.Join(s.dir, ".rekey/demo.env")); err == nil {
			s.address = strings.TrimPrefix(facts["REKEY_URL"], "http://")
			return
		}
		select {
		case <-tick.C:
		case <-deadline:
			s.t.Fatal("the demo does not start")
		}
	}
}

// play runs the blocks in order and tells what was wrong.
func (s *stage) play(p *page, blocks []*block) []string {
	s.notes = s.t.TempDir()
	for n, b := range blocks {
		if b.mark.verb == "stdin" {
			s.write(s.notes, fmt.Sprint(n)+".in", b.mark.argument+"\n")
		}
	}
	text := strings.NewReplacer(append([]string{usual, s.address}, s.replace...)...).Replace(script(blocks, s.notes, s.address))
	s.write(s.notes, "page.sh", text)
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	c := s.command(ctx, "bash", filepath.Join(s.notes, "page.sh"))
	said, err := c.CombinedOutput()
	_ = syscall.Kill(-c.Process.Pid, syscall.SIGKILL) // a failed page may leave its service
	if err != nil {
		return []string{s.failure(p, blocks, err, string(said))}
	}
	var complaints []string
	for n, b := range blocks {
		complaints = append(complaints, s.compare(p, n, b)...)
	}
	return complaints
}

// failure names the last block that was begun.
func (s *stage) failure(p *page, blocks []*block, err error, said string) string {
	last := 0
	for n := range blocks {
		if _, err := os.Stat(filepath.Join(s.notes, fmt.Sprint(n)+".out")); err == nil {
			last = n
		}
	}
	return fmt.Sprintf("%s:%d: %v\n%s%s%s\n--- of\n%s", p.name, blocks[last].line, err,
		s.printed(last, "out"), s.printed(last, "err"), said, blocks[last].text)
}

func (s *stage) printed(n int, stream string) string {
	raw, err := os.ReadFile(filepath.Join(s.notes, fmt.Sprint(n)+"."+stream))
	if err != nil {
		return ""
	}
	return string(raw)
}

// compare holds what a block printed against what its page shows.
func (s *stage) compare(p *page, n int, b *block) []string {
	var complaints []string
	parts := strings.Split(s.printed(n, "out"), cut)
	for i, shown := range shownOf(b) {
		if shown = s.here(shown); !agrees(shown, parts[i]) {
			complaints = append(complaints, fmt.Sprintf("%s:%d: shows\n%s\nbut it prints\n%s", p.name, b.line, shown, parts[i]))
		}
	}
	// What a comment shows already is not shown again.
	if next, rest := p.after(b), parts[len(parts)-1]; next != nil && !agrees(s.here(next.text), rest) {
		complaints = append(complaints, fmt.Sprintf("%s:%d: shows\n%s\nbut it prints\n%s%s", p.name, next.line, s.here(next.text),
			rest, s.printed(n, "err")))
	}
	return complaints
}

func (s *stage) here(text string) string { return strings.ReplaceAll(text, usual, s.address) }

// after is the block that shows the output of b: the next one, if it is text.
func (p *page) after(b *block) *block {
	for n, other := range p.blocks {
		if other == b && n+1 < len(p.blocks) && p.blocks[n+1].language == "text" && p.blocks[n+1].mark.verb == "" {
			return p.blocks[n+1]
		}
	}
	return nil
}
