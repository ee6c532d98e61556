package rekey

import "fmt"

// Secret is a password, code, key or token. It travels as it is, and is printed as
// [redacted] by fmt and log/slog. Convert it to a string to use it.
type Secret string

const redacted = "[redacted]"

// String hides the secret.
func (Secret) String() string { return redacted }

// Format hides the secret from every verb of fmt, %#v and %x among them.
func (Secret) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(redacted)) }

// Ptr is a pointer to a value, for members that may be absent.
func Ptr[T any](v T) *T { return &v }
