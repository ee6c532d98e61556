package rekey

import (
	"fmt"

	"github.com/oapi-codegen/nullable"
)

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

// Value is a value for members that may be null or absent; their zero value is absence.
func Value[T any](v T) nullable.Nullable[T] { return nullable.NewNullableWithValue(v) }

// Null is null for members that tell it from absence.
func Null[T any]() nullable.Nullable[T] { return nullable.NewNullNullable[T]() }
