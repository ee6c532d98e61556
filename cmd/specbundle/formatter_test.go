package main

import (
	"strings"
	"testing"
)

func TestSnippetsComeBackFromTheFormatterOneByOne(t *testing.T) {
	t.Parallel()
	given := func() []snippet { return []snippet{{Text: "a(\n    1,\n)"}, {Text: "b()"}} }
	all := given()
	if err := reformat("python", "cat", all); err != nil {
		t.Fatal(err)
	}
	if all[0].Text != "a(\n    1,\n)" || all[1].Text != "b()" {
		t.Errorf("%q, %q", all[0].Text, all[1].Text)
	}
	all = given()
	if err := reformat("java", `sed s/^/\x20\x20\x20\x20/`, all); err != nil {
		t.Fatal(err)
	}
	if all[0].Text != "a(\n    1,\n)" || all[1].Text != "b()" {
		t.Errorf("%q, %q", all[0].Text, all[1].Text)
	}
	for _, c := range []struct{ formatter, why string }{
		{"false", "exit status 1"},
		{"sed /next/d", "2 statements were given, and 0 came back"},
		{"no-such-formatter", "not found"},
	} {
		if err := reformat("python", c.formatter, given()); err == nil || !strings.Contains(err.Error(), c.why) {
			t.Errorf("%s: %v", c.formatter, err)
		}
	}
	if err := reformat("lisp", "cat", given()); err == nil {
		t.Error("lisp has been laid out")
	}
}
