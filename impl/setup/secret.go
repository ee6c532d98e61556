// Package setup makes what an installation needs before it can serve: the secret
// file, the file of settings, the schema and the first owner key.
package setup

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
)

// secretBytes is above secret.MinSecretBytes, and divides by three, so that the text
// has no padding.
const secretBytes = 48

// WriteSecret makes the secret file and tells whether it did. One that exists is left
// alone: with another secret no stored hash could be checked again. It is a single
// line of text without its end, so that it survives being copied into secret stores.
func WriteSecret(path string) (bool, error) {
	random := make([]byte, secretBytes)
	_, _ = rand.Read(random) // never fails since Go 1.24: it aborts the program instead
	return writeNew(path, []byte(base64.RawURLEncoding.EncodeToString(random)))
}

// writeNew writes a file for its owner alone, unless there is one already. A file that
// could not be written whole is taken away again.
func writeNew(path string, body []byte) (created bool, err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	_, err = f.Write(body)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return false, errors.Join(fmt.Errorf("%s could not be written: %w", path, err), os.Remove(path))
	}
	return true, nil
}
