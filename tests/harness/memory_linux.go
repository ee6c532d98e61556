package harness

import (
	"os"
	"sync"
	"syscall"
)

// memoryRoot is a folder in memory with a gigabyte to spare, in which programs may run. It is empty, which means the
// folder for temporary files, where there is none: a container has 64 MB by default.
var memoryRoot = sync.OnceValue(func() string {
	const shared, spare, noexec = "/dev/shm", 1 << 30, 8 // ST_NOEXEC of statfs(2)
	var space syscall.Statfs_t
	if err := syscall.Statfs(shared, &space); err != nil || space.Bavail*uint64(space.Bsize) < spare || space.Flags&noexec != 0 {
		return ""
	}
	dir, err := os.MkdirTemp(shared, "rekey-test")
	if err != nil {
		return ""
	}
	_ = os.Remove(dir)
	return shared
})
