package stores_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// story is a use case that writes.
type story struct {
	name  string
	begin func(t *testing.T, w *harness.World, p *harness.Person) act
	means error         // what it answers when it did its work, if not nil
	pause time.Duration // until a failed one may be tried again
	who   []change      // how the person differs
}

type act func(ctx context.Context) error

// TestAFailureLeavesOldOrNew breaks the store at each statement of each use case: what
// is stored about the person is then the old state or the new one, and the use case
// works when the store is mended (S37). Statements are those that go through the
// store's seam; BEGIN and COMMIT do not, see TestALostCommit.
func TestAFailureLeavesOldOrNew(t *testing.T) {
	t.Parallel()
	for _, s := range seed.Draw(t, stories()) {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) { s.play(t, w) }, harness.WithSettings(withHistory))
		})
	}
}

// scene is the story with one person, before it happens.
type scene struct {
	act  act
	lens *lens
	old  []string
}

func (s story) set(t *testing.T, w *harness.World, l lens, n int) scene {
	t.Helper()
	p := w.Person(fmt.Sprintf("ada%d", n), s.who...)
	c := scene{act: s.begin(t, w, p)}
	l.user, l.base, l.vague = p.ID, w.Clock.Now(), s.pause > 0
	c.lens = &l
	c.old = c.lens.look(t)
	return c
}

func (s story) play(t *testing.T, w *harness.World) {
	blank := lens{db: openRaw(t, w.DBURL), read: &sync.Map{}}
	whole := s.set(t, w, blank, 0)
	var statements []string
	w.BreakStore(func(statement string) bool {
		statements = append(statements, statement)
		return false
	})
	err := whole.act(t.Context())
	w.BreakStore(nil)
	if !s.done(err) {
		t.Fatalf("the story does not work: %v (%v)", err, errors.Unwrap(err))
	}
	done := whole.lens.look(t)
	if len(statements) == 0 || slices.Equal(done, whole.old) {
		t.Fatalf("nothing happened: %d statements", len(statements))
	}
	s.settle(t, w)
	kept := 0
	for i := range statements {
		c := s.set(t, w, blank, i+1)
		if !slices.Equal(c.old, whole.old) {
			t.Fatalf("two persons of one story differ:\n%s", strings.Join(difference(whole.old, c.old), "\n"))
		}
		seen := 0
		w.BreakStore(func(string) bool { seen++; return seen == i+1 })
		err := c.act(t.Context())
		w.BreakStore(nil)
		at := fmt.Sprintf("statement %d of %d, %s", i+1, len(statements), statements[i])
		if err != nil && !errors.Is(err, harness.ErrBroken) && !s.done(err) {
			t.Errorf("%s: the answer hides the failure: %v", at, err)
		}
		left := c.lens.look(t)
		if slices.Equal(left, c.old) {
			kept++
			s.repeat(t, w, c, at, done)
		} else if d := difference(done, left); len(d) > 0 {
			t.Errorf("%s leaves a mix; beside the new state:\n%s", at, strings.Join(d, "\n"))
		}
		s.settle(t, w)
	}
	if kept == 0 {
		t.Errorf("no failure left the old state, of %d statements", len(statements))
	}
	intact(t, w)
}

// repeat tries a failed story again.
func (s story) repeat(t *testing.T, w *harness.World, c scene, at string, done []string) {
	t.Helper()
	w.Clock.Advance(s.pause)
	if err := c.act(t.Context()); !s.done(err) {
		t.Errorf("%s: mended, and still it fails: %v", at, err)
		return
	}
	if d := difference(done, c.lens.look(t)); len(d) > 0 {
		t.Errorf("%s: the second attempt ends elsewhere:\n%s", at, strings.Join(d, "\n"))
	}
}

func (s story) done(err error) bool {
	if s.means == nil {
		return err == nil
	}
	return errors.Is(err, s.means)
}

// settle empties the queues that persons share.
func (s story) settle(t *testing.T, w *harness.World) {
	t.Helper()
	w.Clock.Advance(s.pause)
	w.Deliver()
}
