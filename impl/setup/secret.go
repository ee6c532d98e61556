// Package setup creates what an installation needs before it can serve: the secret file, the
// settings file, the schema and the first owner key.
//
// The commands init, migrate, owner-key and forget-secret of cmd/rekey call it; impl/demo and
// impl/doctor use parts of it. Init is a new installation, MigrateUp brings the schema up to date,
// Offline opens the service for a command without serving.
//
// The package promises that nothing that exists is overwritten: a second secret file would make
// every stored hash useless. Each step can be repeated after a failure. It prints nothing, and no
// server may call it: a server that created its secret file would start on an empty one.
package setup

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
)

// secretBytes is more than secret.MinSecretBytes and divisible by three, so that base64 needs no
// padding.
const secretBytes = 48

// WriteSecret creates the secret file and tells whether it did. It does not replace an existing
// one: with another secret no stored hash could be checked again. The file is one line of text
// without a line end, so that it can be copied into secret stores.
func WriteSecret(path string) (bool, error) {
	random := make([]byte, secretBytes)
	_, _ = rand.Read(random) // never fails since Go 1.24: it aborts the program instead
	return writeNew(path, []byte(base64.RawURLEncoding.EncodeToString(random)))
}

// writeNew writes a file that only its owner can read, unless the file exists. A file that
// could not be written completely is removed.
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
