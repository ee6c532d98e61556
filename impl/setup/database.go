package setup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/rekeyhq/rekey/impl/store"
)

// ErrNoDatabase means that the SQLite file is not there.
var ErrNoDatabase = errors.New("the database does not exist; run: rekey migrate up")

// DatabaseFile is the file of an SQLite database; other databases have none.
func DatabaseFile(url string) (string, bool) {
	path, ok := strings.CutPrefix(url, "sqlite:")
	return path, ok && path != ""
}

// checkedFile is the same, of a URL that names the file that was meant: before it is made.
func checkedFile(url string) (path string, ok bool, err error) {
	if path, ok = DatabaseFile(url); ok {
		if err = store.CheckFile(path); err != nil {
			err = fmt.Errorf("REKEY_DATABASE_URL: %w", err)
		}
	}
	return path, ok, err
}

// RequireDatabase refuses to go on without the SQLite file: opening it would make an
// empty one, perhaps in the wrong directory.
func RequireDatabase(url string) error {
	path, ok, err := checkedFile(url)
	if !ok || err != nil {
		return err
	}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("REKEY_DATABASE_URL: %s: %w", path, ErrNoDatabase)
	} else if err != nil {
		return fmt.Errorf("REKEY_DATABASE_URL: %w", err)
	}
	return nil
}

// MakeDatabase makes the SQLite file, for its owner alone: it holds password hashes,
// and SQLite gives its companion files the same mode.
func MakeDatabase(url string) error {
	path, ok, err := checkedFile(url)
	if !ok || err != nil {
		return err
	}
	if _, err = writeNew(path, nil); err != nil {
		return fmt.Errorf("REKEY_DATABASE_URL: %w", err)
	}
	return nil
}

// absolute spells an SQLite URL so that it names the same file from everywhere.
func absolute(url string) (string, error) {
	path, ok, err := checkedFile(url)
	if !ok || err != nil {
		return url, err
	}
	full, err := filepath.Abs(path)
	return "sqlite:" + full, err
}
