//go:build !linux

package rig

import (
	"os/exec"
	"syscall"
)

// begin starts a process in a group of its own.
func begin(c *exec.Cmd) error {
	if c.SysProcAttr == nil {
		c.SysProcAttr = &syscall.SysProcAttr{}
	}
	c.SysProcAttr.Setpgid = true
	return c.Start()
}

// spare is 0: only Linux has /dev/shm.
func spare(string) uint64 { return 0 }

// stopped cannot be told here.
func stopped(int) bool { return true }
