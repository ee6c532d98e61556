package rig

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// Process is a program that a test starts, breaks and starts again.
type Process struct {
	Name string

	t       testing.TB
	log     string // path of the file
	command func() *exec.Cmd

	mu    sync.Mutex
	now   *exec.Cmd
	ended chan struct{} // closed when now has ended
}

// endsWithin is how long a process may take to end after SIGTERM.
const endsWithin = 60 * time.Second

func newProcess(t testing.TB, name, log string, command func() *exec.Cmd) *Process {
	p := &Process{Name: name, t: t, log: log, command: command}
	t.Cleanup(func() {
		p.end()
		if t.Failed() {
			t.Logf("the last lines of %s:\n%s", name, p.tail(30))
		}
	})
	return p
}

// Launch starts the process and does not wait for it. With arguments, it gets them besides its own.
func (p *Process) Launch(extra ...string) {
	p.t.Helper()
	if p.Running() {
		p.t.Fatalf("%s runs already", p.Name)
	}
	c := p.command()
	c.Args = append(c.Args, extra...)
	log, err := os.OpenFile(p.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		p.t.Fatal(err)
	}
	defer func() { _ = log.Close() }()
	c.Stdout, c.Stderr = log, log
	if err := begin(c); err != nil {
		p.t.Fatalf("%s: %v", p.Name, err)
	}
	ended := make(chan struct{})
	p.mu.Lock()
	p.now, p.ended = c, ended
	p.mu.Unlock()
	go func() {
		_ = c.Wait() // its exit code stays in ProcessState
		close(ended)
	}()
}

func (p *Process) current() (*exec.Cmd, chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.now, p.ended
}

// Running tells whether the process was started and has not ended. A frozen one runs.
func (p *Process) Running() bool {
	c, ended := p.current()
	if c == nil {
		return false
	}
	select {
	case <-ended:
		return false
	default:
		return true
	}
}

// Pid is the id of the process, or of the last one.
func (p *Process) Pid() int {
	p.t.Helper()
	c, _ := p.current()
	if c == nil {
		p.t.Fatalf("%s was never started", p.Name)
	}
	return c.Process.Pid
}

// Kill ends the process, and what it started, as kill -9 does, and returns when it is gone.
func (p *Process) Kill() {
	p.t.Helper()
	p.signal(syscall.SIGKILL)
	_, ended := p.current()
	<-ended
}

// Freeze stops the process, as a machine does that is out of breath: its connections stay open, and
// nothing answers. It is frozen when Freeze returns.
func (p *Process) Freeze() {
	p.t.Helper()
	p.signal(syscall.SIGSTOP)
	Await(p.t, p.Name+" is frozen", endsWithin, func() bool { return stopped(p.Pid()) })
}

// Thaw lets a frozen process go on.
func (p *Process) Thaw() {
	p.t.Helper()
	p.signal(syscall.SIGCONT)
}

// Terminate asks the process to end, and gives its exit code: -1 if a signal ended it.
func (p *Process) Terminate() int {
	p.t.Helper()
	p.signal(syscall.SIGTERM)
	return p.ExitCode(endsWithin)
}

// ExitCode waits until the process has ended, and gives its exit code: -1 if a signal ended it.
func (p *Process) ExitCode(within time.Duration) int {
	p.t.Helper()
	c, ended := p.current()
	if c == nil {
		p.t.Fatalf("%s was never started", p.Name)
	}
	select {
	case <-ended:
		return c.ProcessState.ExitCode()
	case <-time.After(within):
		p.t.Fatalf("%s did not end within %v:\n%s", p.Name, within, p.tail(30))
		return 0
	}
}

func (p *Process) signal(s syscall.Signal) {
	p.t.Helper()
	if !p.Running() {
		p.t.Fatalf("%s does not run:\n%s", p.Name, p.tail(30))
	}
	if err := syscall.Kill(-p.Pid(), s); err != nil && err != syscall.ESRCH {
		p.t.Fatalf("%s: %v: %v", p.Name, s, err)
	}
}

// end kills what still runs.
func (p *Process) end() {
	c, ended := p.current()
	if c == nil {
		return
	}
	if p.Running() {
		_ = syscall.Kill(-c.Process.Pid, syscall.SIGKILL)
	}
	<-ended
}

// Log is what the process and its predecessors printed.
func (p *Process) Log() string {
	b, err := os.ReadFile(p.log)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func (p *Process) tail(lines int) string {
	f, err := os.Open(p.log)
	if err != nil {
		return err.Error()
	}
	defer func() { _ = f.Close() }()
	const most = 32 << 10
	if info, err := f.Stat(); err == nil && info.Size() > most {
		_, _ = f.Seek(-most, io.SeekEnd)
	}
	b, _ := io.ReadAll(f)
	all := bytes.Split(bytes.TrimRight(b, "\n"), []byte("\n"))
	return string(bytes.Join(all[max(0, len(all)-lines):], []byte("\n")))
}

// RSS is the memory that the process has now, in bytes. It needs /proc.
func (p *Process) RSS() int64 {
	p.t.Helper()
	b, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(p.Pid()), "status"))
	if err != nil {
		p.t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		var kilobytes int64
		if n, _ := fmt.Sscanf(line, "VmRSS: %d kB", &kilobytes); n == 1 {
			return kilobytes << 10
		}
	}
	p.t.Fatalf("%s has no VmRSS", p.Name)
	return 0
}

// background is for what may outlive the context of the test: t.Context ends before the cleanups.
func background(t testing.TB) context.Context { return context.WithoutCancel(t.Context()) }
