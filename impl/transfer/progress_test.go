package transfer_test

import (
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/transfer"
)

func TestProgressWritesACountOverTheLast(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	p := &transfer.Progress{To: &out, Now: func() time.Time { return now }}
	for _, users := range []int{100, 200, 300} {
		p.Show("%d users ...", users)
		now = now.Add(600 * time.Millisecond)
	}
	p.Clear()
	p.Clear()
	if want := "\r100 users ...\x1b[K\r300 users ...\x1b[K\r\x1b[K"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}

func TestNobodyAtATerminalIsShownNothing(t *testing.T) {
	t.Parallel()
	p := &transfer.Progress{Now: func() time.Time { t.Error("the time is asked for"); return time.Time{} }}
	p.Show("%d", 1)
	p.Clear()
}
