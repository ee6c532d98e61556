package seed

import (
	"fmt"
	random "math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The part that a run draws and the rest that it leaves out make up the whole table.
func TestSomeAndTheRestAreAll(t *testing.T) {
	t.Parallel()
	for _, size := range []int{0, 1, 15, 16, 17, 100, 1000} {
		n := part(size)
		if n > size || size > 0 && n == 0 {
			t.Errorf("%d of %d cases are drawn", n, size)
		}
	}
	list := make([]int, 200)
	for i := range list {
		list[i] = i
	}
	played := Draw(t, list)
	if Cases() == Some && (len(played) != part(len(list)) || !slices.IsSorted(played)) {
		t.Errorf("%d cases of %d: %v", len(played), len(list), played)
	}
	if again := Draw(t, list); !slices.Equal(again, played) {
		t.Error("the same draw in the same test draws other cases")
	}
}

// The choices of a test depend on the seed, its name and the use, and on nothing else.
func TestTheSameSeedChoosesTheSame(t *testing.T) {
	t.Parallel()
	numbers := func(r *random.Rand) string {
		var b strings.Builder
		for range 8 {
			b.WriteString(Text(r))
		}
		return b.String()
	}
	first := numbers(For(t, "a"))
	if numbers(For(t, "a")) != first {
		t.Error("the same source gives other numbers")
	}
	if numbers(For(t, "b")) == first {
		t.Error("another use gives the same numbers")
	}
	t.Run("inside", func(t *testing.T) {
		if numbers(For(t, "a")) == first {
			t.Error("another test gets the same numbers")
		}
	})
}

// failing is a test that has failed.
type failing struct {
	testing.TB
	name string
	said []string
	end  func()
}

func (f *failing) Helper()                    {}
func (f *failing) Name() string               { return f.name }
func (f *failing) Failed() bool               { return true }
func (f *failing) Cleanup(end func())         { f.end = end }
func (f *failing) Logf(s string, args ...any) { f.said = append(f.said, fmt.Sprintf(s, args...)) }

func TestAFailureNamesItsSeed(t *testing.T) {
	t.Parallel()
	f := &failing{name: "TestSomething"}
	For(f)
	For(f, "again")
	f.end()
	if want := "to play it again: " + environment(); !strings.HasSuffix(want, fmt.Sprint(Variable, "=", Value())) || len(f.said) != 1 || f.said[0] != want {
		t.Errorf("it says %q, not %q", f.said, want)
	}
}

// Of two runs with one seed the second plays what the first played; another seed draws others.
func TestASeedIsARun(t *testing.T) {
	t.Parallel()
	drawn := func(seed string) string {
		t.Helper()
		c := exec.CommandContext(t.Context(), os.Args[0], "-test.run", "^TestOfOneRun$", "-test.v")
		c.Env = append(os.Environ(), Variable+"="+seed, "REKEY_TEST_CASES=")
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		m := regexp.MustCompile(`drawn: .*`).Find(out)
		if m == nil {
			t.Fatalf("nothing was drawn: %s", out)
		}
		return string(m)
	}
	if a, b := drawn("7"), drawn("7"); a != b {
		t.Errorf("two runs of a seed differ:\n%s\n%s", a, b)
	}
	if a, b := drawn("7"), drawn("8"); a == b {
		t.Errorf("two seeds draw the same: %s", a)
	}
}

// TestOfOneRun is what TestASeedIsARun runs.
func TestOfOneRun(t *testing.T) {
	list := make([]int, 1000)
	for i := range list {
		list[i] = i
	}
	t.Log("drawn:", Draw(t, list), Text(For(t)), Rounds(t, 100))
}

func TestTheLastLineSaysWhatWasLeftOut(t *testing.T) {
	t.Parallel()
	line := LeftOut([]Figure{{"cases", 12, 100}, {"rounds", 5, 5}, {"worlds", 1, 2}})
	if !strings.HasPrefix(line, "left out: 88 of 100 cases, 1 of 2 worlds ("+environment()) {
		t.Error(line)
	}
	if line := LeftOut(nil); !strings.HasPrefix(line, "left out: nothing (") {
		t.Error(line)
	}
}

func TestAMapIsGoneThroughInOrder(t *testing.T) {
	t.Parallel()
	var keys []string
	for k, v := range InOrder(map[string]int{"c": 3, "a": 1, "b": 2}) {
		if keys = append(keys, k); v != len(keys) {
			t.Errorf("%s is %d", k, v)
		}
	}
	if !slices.Equal(keys, []string{"a", "b", "c"}) {
		t.Error(keys)
	}
}
