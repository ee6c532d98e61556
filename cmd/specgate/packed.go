package main

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// packed is what the file of a released contract ends with: it is compared with, and read by nobody.
const packed = ".gz"

// read is a file's content, unpacked.
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

// unpack gives a file that a tool can read: the file itself, or a copy in dir.
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
