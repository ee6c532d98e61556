package secret

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// maxPrevious bounds the earlier secrets that are read: FILE.previous to FILE.previous.9.
const maxPrevious = 9

// PreviousFile is the path of an earlier secret of a secret file; 1 is the newest.
func PreviousFile(path string, n int) string {
	if n <= 1 {
		return path + ".previous"
	}
	return fmt.Sprintf("%s.previous.%d", path, n)
}

// LoadKeyring reads the secret file and the earlier secrets beside it: FILE.previous, FILE.previous.2
// and so on.
func LoadKeyring(path string) (*Keyring, error) {
	current, err := readSecret(path)
	if err != nil {
		return nil, err
	}
	var earlier [][]byte
	files := []string{path}
	for n := 1; n <= maxPrevious; n++ {
		file := PreviousFile(path, n)
		material, err := readSecret(file)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		earlier, files = append(earlier, material), append(files, file)
	}
	k, err := NewKeyring(current, earlier...)
	if err != nil {
		return nil, err
	}
	k.current.file = absolute(files[0])
	for i := range k.previous {
		k.previous[i].file = absolute(files[i+1])
	}
	return k, nil
}

// absolute is the absolute path of a file: messages are read in other directories.
func absolute(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

func readSecret(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("secret file %s cannot be read; `rekey init` creates it: %w", path, err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("secret file %s is readable by others; run: chmod 600 %s", path, path)
	}
	material, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("secret file %s: %w", path, err)
	}
	return material, nil
}

// KeyInfo is what may be known about a key: its id, the file that it was read from, and a check value
// by which a database recognises it. The check value is a MAC with a key that is derived for this alone
// (RFC 5869 section 3.2), so that it reveals nothing about the other keys.
type KeyInfo struct {
	ID    string
	File  string
	Check Digest
}

// Keys lists the current key, then the earlier ones.
func (k *Keyring) Keys() []KeyInfo {
	var out []KeyInfo
	for _, d := range k.all() {
		out = append(out, KeyInfo{ID: d.id, File: d.file, Check: macOf(d.check, "key-check", d.id)})
	}
	return out
}
