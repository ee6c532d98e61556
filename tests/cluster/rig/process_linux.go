package rig

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
)

// starts takes the processes to start to one thread that never ends: the kernel kills a process with
// PR_SET_PDEATHSIG when the thread that started it ends, and not only the program (prctl(2)).
var starts = sync.OnceValue(func() chan<- func() {
	work := make(chan func())
	go func() {
		runtime.LockOSThread()
		for f := range work {
			f()
		}
	}()
	return work
})

// begin starts a process in a group of its own, which ends with this one.
func begin(c *exec.Cmd) error {
	if c.SysProcAttr == nil {
		c.SysProcAttr = &syscall.SysProcAttr{}
	}
	c.SysProcAttr.Setpgid, c.SysProcAttr.Pdeathsig = true, syscall.SIGKILL
	done := make(chan error)
	starts() <- func() { done <- c.Start() }
	return <-done
}

// spare is how much a file system has room for.
func spare(path string) uint64 {
	var space syscall.Statfs_t
	if err := syscall.Statfs(path, &space); err != nil {
		return 0
	}
	return space.Bavail * uint64(space.Bsize)
}

// stopped tells whether no thread of a process runs any more: a signal takes a moment to reach each.
func stopped(pid int) bool {
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", pid))
	if err != nil || len(threads) == 0 {
		return false
	}
	for _, path := range threads {
		text, err := os.ReadFile(path)
		if err != nil {
			continue // the thread has ended
		}
		// The state comes after the name, which is in brackets (proc(5)).
		if _, rest, found := bytes.Cut(text[max(0, bytes.LastIndexByte(text, ')')):], []byte(") ")); !found || rest[0] != 'T' {
			return false
		}
	}
	return true
}
