package seed

import (
	random "math/rand/v2"
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

func TestTheLastLineTellsWhatWasLeftOut(t *testing.T) {
	t.Parallel()
	line := LeftOut([]Figure{{"cases", 12, 100}, {"rounds", 5, 5}, {"worlds", 1, 2}})
	if !strings.HasPrefix(line, "left out: 88 of 100 cases, 1 of 2 worlds ("+Variable+"=") {
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
