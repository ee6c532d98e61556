package main

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// packed is the suffix of a released contract, which is compressed since only tools read it.
const packed = ".gz"

// read returns the unpacked content of a file.
func read(path string) (content []byte, err error) {
	if !strings.HasSuffix(path, packed) {
		return os.ReadFile(path)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(unpacked)
}

// unpack returns a file that a tool can read: the file itself, or an unpacked copy in dir.
func unpack(path, dir string) (string, error) {
	if !strings.HasSuffix(path, packed) {
		return path, nil
	}
	content, err := read(path)
	if err != nil {
		return "", err
	}
	copied := filepath.Join(dir, strings.TrimSuffix(filepath.Base(path), packed))
	return copied, os.WriteFile(copied, content, 0o600)
}
