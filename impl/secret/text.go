package secret

import (
	"fmt"
	"log/slog"
)

// Text is a code, key or token in clear text, on its way to the person or client that may have it. It
// redacts itself like Password.
type Text struct {
	text *string   // see Password
	_    [0]func() // not comparable
}

// NewText wraps a received or generated secret.
func NewText(s string) Text { return Text{text: &s} }

// Reveal returns the text. tests/shape lists the functions that may call it.
func (t Text) Reveal() string {
	if t.text == nil {
		return ""
	}
	return *t.text
}

// Empty tells whether the text is empty.
func (t Text) Empty() bool { return t.Reveal() == "" }

func (Text) String() string               { return redacted }
func (Text) GoString() string             { return redacted }
func (Text) Format(s fmt.State, _ rune)   { _, _ = s.Write([]byte(redacted)) }
func (Text) LogValue() slog.Value         { return slog.StringValue(redacted) }
func (Text) MarshalJSON() ([]byte, error) { return []byte(`"` + redacted + `"`), nil }
func (Text) MarshalText() ([]byte, error) { return []byte(redacted), nil }
