package transfer

import (
	"fmt"
	"io"
	"time"
)

// interval is the least time between two counts.
const interval = time.Second

// Progress shows a count on a terminal; each count replaces the last one. Without To it is
// silent, since a file would fill up with counts.
type Progress struct {
	To  io.Writer
	Now func() time.Time

	last  time.Time
	shown bool
}

// Show writes a count, unless the last one was written less than an interval ago.
func (p *Progress) Show(format string, args ...any) {
	if p.To == nil || p.Now().Sub(p.last) < interval {
		return
	}
	p.last, p.shown = p.Now(), true
	fmt.Fprintf(p.To, "\r"+format+"\x1b[K", args...)
}

// Clear removes the count, so that another line can be written.
func (p *Progress) Clear() {
	if p.shown {
		fmt.Fprint(p.To, "\r\x1b[K")
		p.shown = false
	}
}
