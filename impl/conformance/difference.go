package conformance

import (
	"errors"
	"fmt"
	"strings"
)

// Difference is one difference between the expected and the received answer, without secrets.
type Difference struct {
	At       string `json:"at"` // "status", "header Content-Type", or "body" with a JSON pointer
	Expected string `json:"expected"`
	Got      string `json:"got"`
}

// differs is a Difference as an error, with a sentence.
type differs struct {
	Difference
	sentence string
}

func (d *differs) Error() string { return d.sentence }

func inBody(at, expected, got, format string, a ...any) error {
	return &differs{Difference{strings.TrimSpace("body " + at), expected, got}, fmt.Errorf(format, a...).Error()}
}

// differences finds all differences in an error.
func differences(err error) (all []Difference) {
	if err == nil {
		return nil
	}
	if d, ok := err.(*differs); ok { // errors.As would find only the first one
		return []Difference{d.Difference}
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range many.Unwrap() {
			all = append(all, differences(e)...)
		}
		return all
	}
	return differences(errors.Unwrap(err))
}
