//go:build linux || darwin

package doctor

import (
	"fmt"
	"path/filepath"
	"syscall"
)

const (
	diskWarn = 1 << 30
	diskFail = 100 << 20
)

// disk checks the free space for an SQLite file.
func disk(path string) Finding {
	var fs syscall.Statfs_t
	if err := syscall.Statfs(filepath.Dir(path), &fs); err != nil {
		return Finding{Warn, "disk", "the free space cannot be read: " + err.Error()}
	}
	free := fs.Bavail * uint64(fs.Bsize)
	text := fmt.Sprintf("%d MiB are free", free>>20)
	switch {
	case free < diskFail:
		return Finding{Fail, "disk", text + "; free some space, or no password can be changed"}
	case free < diskWarn:
		return Finding{Warn, "disk", text + "; make room"}
	}
	return Finding{OK, "disk", text}
}
