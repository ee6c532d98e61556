package setup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/rekeyhq/rekey/impl/store"
)

// ErrNoDatabase means that the SQLite file does not exist.
var ErrNoDatabase = errors.New("the database does not exist; run: rekey migrate up")

// DatabaseFile returns the file of an SQLite database; other databases have none.
func DatabaseFile(url string) (string, bool) {
	path, ok := strings.CutPrefix(url, "sqlite:")
	return path, ok && path != ""
}

// checkedFile is DatabaseFile with a check of the URL, used before the file is created.
func checkedFile(url string) (path string, ok bool, err error) {
	if path, ok = DatabaseFile(url); ok {
		if err = store.CheckFile(path); err != nil {
			err = fmt.Errorf("REKEY_DATABASE_URL: %w", err)
		}
	}
	return path, ok, err
}

// RequireDatabase returns an error if the SQLite file does not exist: opening it would create
// an empty one, perhaps in the wrong directory.
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

// MakeDatabase creates the SQLite file, readable by its owner only, since it holds password
// hashes. SQLite gives its companion files the same mode.
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

// absolute returns an SQLite URL that names the same file from every working directory.
func absolute(url string) (string, error) {
	path, ok, err := checkedFile(url)
	if !ok || err != nil {
		return url, err
	}
	full, err := filepath.Abs(path)
	return "sqlite:" + full, err
}
