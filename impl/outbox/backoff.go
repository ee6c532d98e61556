package outbox

import (
	"crypto/rand"
	"math/big"
	"time"
)

// RFC 5321 section 4.5.4.1 recommends a first retry after 30 minutes and giving up after 4 to 5 days. But
// links and codes live for minutes to hours, so the first retries are sooner here and the last one is after
// a day. Greylisting servers usually accept after one to five minutes.
const (
	hourlyFrom  = 5  // the attempt from which the wait is an hour
	lastAttempt = 28 // 42.5 minutes of growing waits and 23 hours: nearly 24 hours in all
)

// backoff is how long to wait after an attempt, of which the first is 1. It returns false after the last.
func backoff(attempt int) (time.Duration, bool) {
	switch {
	case attempt <= 1:
		return 30 * time.Second, true
	case attempt == 2:
		return 2 * time.Minute, true
	case attempt == 3:
		return 10 * time.Minute, true
	case attempt == 4:
		return 30 * time.Minute, true
	case attempt >= hourlyFrom && attempt < lastAttempt:
		return time.Hour, true
	default:
		return 0, false
	}
}

// jitter changes d by up to a tenth in either direction, so that messages which failed together are not
// tried again together.
func jitter(d time.Duration) time.Duration {
	spread := int64(d / 5)
	if spread <= 0 {
		return d
	}
	n, err := rand.Int(rand.Reader, big.NewInt(spread))
	if err != nil {
		return d // unreachable: rand.Reader does not fail
	}
	return d - d/10 + time.Duration(n.Int64())
}
