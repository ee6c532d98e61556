package transfer

import (
	"fmt"
	"io"
	"time"
)

// everySoOften is how long a count stands before the next one takes its place.
const everySoOften = time.Second

// Progress writes counts over each other on a person's terminal. One without To is silent:
// a file would be full of them.
type Progress struct {
	To  io.Writer
	Now func() time.Time

	last  time.Time
	shown bool
}

// Show writes a count, unless the last one is still fresh.
func (p *Progress) Show(format string, args ...any) {
	if p.To == nil || p.Now().Sub(p.last) < everySoOften {
		return
	}
	p.last, p.shown = p.Now(), true
	fmt.Fprintf(p.To, "\r"+format+"\x1b[K", args...)
}

// Clear makes room for another line.
func (p *Progress) Clear() {
	if p.shown {
		fmt.Fprint(p.To, "\r\x1b[K")
		p.shown = false
	}
}
