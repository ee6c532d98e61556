//go:build !linux

package harness

// memoryRoot is empty: the folder for temporary files.
func memoryRoot() string { return "" }
