package harness

import "testing"

// A story is a test of several steps in one world. Each step is a sub-test named by a
// sentence, so that a failure says which sentence is not true, and what comes later is
// still tried. Steps are played one after the other and never in parallel.

// Step plays a step on which later ones build: if it does not come to its end, the story
// stops there. Calling only Error is coming to the end.
//
// The world's helpers fail the step while it lasts. The function takes a t of its own, so
// that nothing in it uses the outer one by mistake: FailNow works only in the goroutine of
// its own test.
//
// `go test -run` of a later step plays the earlier ones as well, outside of a sub-test.
func (w *World) Step(name string, step func(t *testing.T)) {
	w.T.Helper()
	Step(w.test(), w.speakTo, name, step)
}

// Check plays a step on which nothing builds: whatever it finds, the story goes on.
func (w *World) Check(name string, check func(t *testing.T)) {
	w.T.Helper()
	Check(w.test(), w.speakTo, name, check)
}

// test is the test or the step that is running.
func (w *World) test() *testing.T {
	w.T.Helper()
	t, ok := w.T.(*testing.T)
	if !ok {
		w.T.Fatal("only a test has steps")
	}
	return t
}

// speakTo makes the world's helpers, and the checks of its answers, fail this test.
func (w *World) speakTo(t *testing.T) {
	w.T = t
	if c, ok := w.Client.Transport.(*Checked); ok {
		c.T = t
	}
}

// Step is World.Step for a story that has something else than a world: bind tells it which
// test to fail.
func Step(outer *testing.T, bind func(t *testing.T), name string, step func(t *testing.T)) {
	outer.Helper()
	began, ended := false, false
	outer.Run(name, func(t *testing.T) {
		t.Helper()
		began = true
		bind(t)
		defer bind(outer)
		step(t)
		ended = true
	})
	switch {
	case !began: // -run asks for another step
		step(outer)
	case !ended:
		outer.Fatalf("the story stops here: the steps after %q build on it", name)
	}
}

// Check is World.Check for a story that has something else than a world.
func Check(outer *testing.T, bind func(t *testing.T), name string, check func(t *testing.T)) {
	outer.Helper()
	outer.Run(name, func(t *testing.T) {
		t.Helper()
		bind(t)
		defer bind(outer)
		check(t)
	})
}
