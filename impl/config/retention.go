package config

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// Retention is how long what has ended is kept; zero, as of an empty setting: the default.
type Retention time.Duration

// Retentions are those of an installation.
type Retentions struct{ Sessions, Tickets, Messages, APIKeys Retention }

// Retentions are the settings together.
func (c *Config) Retentions() Retentions {
	return Retentions{Sessions: c.KeepSessions, Tickets: c.KeepTickets, Messages: c.KeepMessages, APIKeys: c.KeepAPIKeys}
}

const (
	forever Retention = -1
	day               = 24 * time.Hour

	defaultRetention = 30 * day
	// An hour outlives every access token of an ended session and differences of clocks.
	minRetention = time.Hour
	maxRetention = 36500 * day
)

var errRetention = errors.New("must be a time such as 30d, 90d or 12h, of an hour to 36500 days, or forever")

// UnmarshalText reads the setting: days, or what Go writes of a duration.
func (r *Retention) UnmarshalText(b []byte) error {
	text := string(b)
	if text == "forever" {
		*r = forever
		return nil
	}
	d, err := time.ParseDuration(text)
	if days, ok := strings.CutSuffix(text, "d"); ok {
		var n uint64
		n, err = strconv.ParseUint(days, 10, 16)
		d = time.Duration(n) * day
	}
	if err != nil || d < minRetention || d > maxRetention {
		return errRetention // err could quote what was typed into the wrong line
	}
	*r = Retention(d)
	return nil
}

// Forever tells whether nothing is deleted.
func (r Retention) Forever() bool { return r == forever }

// Before is the time before which things must have ended to be deleted now.
func (r Retention) Before(now time.Time) time.Time {
	if r == 0 {
		r = Retention(defaultRetention)
	}
	return now.Add(-time.Duration(r))
}
