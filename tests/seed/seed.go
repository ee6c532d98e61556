// Package seed gives the tests their random choices, all of them from one number: which
// store a world is on, which cases of a table are played, in which order tests run, which
// inputs are made up. The same number plays the same choices again. It does not rule what
// the product draws for itself (keys and codes come from crypto/rand), nor the scheduler.
package seed

import (
	"cmp"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"iter"
	"maps"
	random "math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// Variable is the environment variable that holds the number; without it a run draws one.
const Variable = "REKEY_TEST_SEED"

// Value is the number of this run.
func Value() uint64 {
	n, err := value()
	if err != nil {
		panic(err) // a run without the number that was asked for would prove something else
	}
	return n
}

var value = sync.OnceValues(func() (uint64, error) {
	text := os.Getenv(Variable)
	if text == "" {
		var b [4]byte // short enough to be typed
		_, err := rand.Read(b[:])
		return uint64(binary.LittleEndian.Uint32(b[:])), err
	}
	n, err := strconv.ParseUint(text, 10, 63) // go test's -shuffle takes it as well
	if err != nil {
		return 0, fmt.Errorf("%s must be a whole number from 0, not %q", Variable, text)
	}
	return n, nil
})

// For is a source of random choices. They depend on the seed, the test's name and the use
// alone: not on the order of the tests, nor on what runs beside them. A test that fails
// says how to play it again. Only one goroutine at a time may use a source.
func For(t testing.TB, use ...string) *random.Rand {
	t.Helper()
	if _, again := telling.LoadOrStore(t, true); !again {
		t.Cleanup(func() {
			telling.Delete(t)
			if t.Failed() {
				t.Logf("to play it again: %s", environment())
			}
		})
	}
	return random.New(source(t.Name(), use...))
}

// telling are the tests that say how to play them again, if they fail.
var telling sync.Map

// environment is what a run is played again with.
func environment() string {
	text := fmt.Sprintf("%s=%d", Variable, Value())
	if Cases() != Some {
		text = "REKEY_TEST_CASES=" + string(Cases()) + " " + text
	}
	return text
}

func source(name string, use ...string) *random.PCG {
	h := fnv.New64a()
	_, _ = h.Write([]byte(strings.Join(append([]string{name}, use...), "\x00"))) // a hash takes everything
	return random.NewPCG(Value(), h.Sum64())
}

// Source is a source of random choices, as For gives one.
type Source = random.Rand

// Branch is a source for another goroutine; what it gives depends on what was drawn from d before.
func Branch(d *Source) *Source { return random.New(random.NewPCG(d.Uint64(), d.Uint64())) }

// Text is a made-up text of 32 hexadecimal digits.
func Text(d *random.Rand) string { return fmt.Sprintf("%016x%016x", d.Uint64(), d.Uint64()) }

// InOrder goes through a map by its keys, since range goes through it in a random order.
func InOrder[K cmp.Ordered, V any](m map[K]V) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}
