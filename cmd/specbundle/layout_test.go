package main

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

func TestWhatFitsIsOnOneLine(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", columns-20)
	for given, want := range seed.InOrder(map[string]string{
		`{"b":1,"a":[true,null,"ü<"],"e":{},"n":1.50}`: `{"b": 1, "a": [true, null, "ü<"], "e": {}, "n": 1.50}`,
		`{"a":["` + long + `",{"b":2}]}`:               "{\n  \"a\": [\n    \"" + long + "\",\n    {\"b\": 2}\n  ]\n}",
		`"` + long + long + `"`:                        `"` + long + long + `"`,
	}) {
		if got, err := layOut([]byte(given)); err != nil || string(got) != want+"\n" {
			t.Errorf("%s:\n%s%v", given, got, err)
		}
	}
	for _, broken := range []string{"", "{", `{"a":}`, "{} {}"} {
		if got, err := layOut([]byte(broken)); err == nil {
			t.Errorf("%q was laid out as %s", broken, got)
		}
	}
}
