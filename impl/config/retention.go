package config

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// Retention is how long rows are kept after their end. Zero, as from an empty setting, means the
// default.
type Retention time.Duration

// Retentions are the retention settings of an installation.
type Retentions struct{ Sessions, Tickets, Messages, APIKeys Retention }

// Retentions returns the retention settings.
func (c *Config) Retentions() Retentions {
	return Retentions{Sessions: c.KeepSessions, Tickets: c.KeepTickets, Messages: c.KeepMessages, APIKeys: c.KeepAPIKeys}
}

const (
	forever Retention = -1
	day               = 24 * time.Hour

	defaultRetention = 30 * day
	// An hour is longer than the life of any access token plus the difference between clocks.
	minRetention = time.Hour
	maxRetention = 36500 * day
)

var errRetention = errors.New("must be a time such as 30d, 90d or 12h, of an hour to 36500 days, or forever")

// UnmarshalText reads the setting: days, or a duration as Go writes it.
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
		return errRetention // err could quote a secret that was typed into the wrong line
	}
	*r = Retention(d)
	return nil
}

// Forever tells whether rows are never deleted.
func (r Retention) Forever() bool { return r == forever }

// Before returns the time before which a row must have ended to be deleted now.
func (r Retention) Before(now time.Time) time.Time {
	if r == 0 {
		r = Retention(defaultRetention)
	}
	return now.Add(-time.Duration(r))
}
