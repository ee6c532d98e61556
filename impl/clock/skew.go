package clock

import "time"

// Skew classifies the difference between two clocks.
type Skew int

// The classes of skew. Clocks that differ by two seconds are not synchronised. Half a minute is
// half of the skew that the check of access tokens tolerates, and mails begin to show wrong times.
const (
	Agree Skew = iota
	Differ
	FarApart
)

const (
	differFrom   = 2 * time.Second
	farApartFrom = 30 * time.Second
)

// SkewOf classifies a difference, whichever clock is ahead.
func SkewOf(difference time.Duration) Skew {
	switch off := difference.Abs(); {
	case off > farApartFrom:
		return FarApart
	case off > differFrom:
		return Differ
	}
	return Agree
}
