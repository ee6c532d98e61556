package clock

import "time"

// Skew says what a difference between two clocks means.
type Skew int

// The skews. From two seconds on clocks are not synchronised; half a minute is half of what
// access tokens stand, and mails of one server begin to say odd times.
const (
	Agree Skew = iota
	Differ
	FarApart
)

const (
	differFrom   = 2 * time.Second
	farApartFrom = 30 * time.Second
)

// SkewOf judges a difference, whichever clock is ahead.
func SkewOf(difference time.Duration) Skew {
	switch off := difference.Abs(); {
	case off > farApartFrom:
		return FarApart
	case off > differFrom:
		return Differ
	}
	return Agree
}
