package conformance

import (
	"errors"
	"fmt"
	"strings"
)

// Difference is one thing that was expected otherwise. What was got is shown without secrets.
type Difference struct {
	At       string `json:"at"` // "status", "header Content-Type", or "body" with a JSON pointer
	Expected string `json:"expected"`
	Got      string `json:"got"`
}

// differs is a Difference on its way to a result, with a sentence that says it.
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
	if d, ok := err.(*differs); ok { // errors.As would find the first alone
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
