package outbox

import (
	"crypto/rand"
	"math/big"
	"time"
)

// RFC 5321 section 4.5.4.1 asks for a first retry after some minutes and for giving
// up only after days; but links and codes live for minutes to hours, so the first
// retries come sooner and the last one after a day. Greylisting commonly accepts
// after one to five minutes.
const (
	hourlyFrom  = 5  // attempts after which the wait is an hour
	lastAttempt = 28 // 42.5 minutes of growing waits and 23 hours: nearly 24 h in all
)

// wait tells how long to wait after the given attempt, the first being 1; no wait
// means that it was the last one.
func wait(attempt int) (time.Duration, bool) {
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

// jitter moves d by up to a tenth either way, so that messages which failed together
// do not come back together.
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
