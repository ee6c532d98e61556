package harness_test

import (
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// played is set in the process that plays the broken story.
const played = "REKEY_TEST_BROKEN_STORY"

// TestABrokenStory is a story whose world is broken: another test reads what it says.
func TestABrokenStory(t *testing.T) {
	if os.Getenv(played) == "" {
		return // TestAStorySaysWhatBroke plays it
	}
	w := &harness.World{T: t, Client: &http.Client{Transport: &harness.Checked{T: t}}}
	made := ""
	w.Step("a user is made", func(t *testing.T) { made = "ada" })
	w.Check("the list holds him", func(t *testing.T) { w.T.Fatal("the list is empty") })
	w.Step("he is renamed", func(t *testing.T) { w.T.Error("the name is the old one of " + made) })
	w.Check("the trail says so", func(t *testing.T) { w.T.Log("looked at the trail") })
	w.Step("he is deleted", func(t *testing.T) { w.T.Fatal("he is there") })
	w.Check("nobody finds him", func(t *testing.T) { t.Error("never played") })
}

func TestAStorySaysWhatBroke(t *testing.T) {
	t.Parallel()
	said := brokenStory(t, "^TestABrokenStory$")
	for _, want := range []string{
		"--- FAIL: TestABrokenStory/the_list_holds_him", "the list is empty",
		"--- FAIL: TestABrokenStory/he_is_renamed", "the name is the old one of ada",
		"--- PASS: TestABrokenStory/the_trail_says_so",
		"--- FAIL: TestABrokenStory/he_is_deleted",
		`the story stops here: the steps after "he is deleted" build on it`,
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	if strings.Contains(said, "never played") {
		t.Errorf("a step was played whose world was not there:\n%s", said)
	}
}

func TestAStepAloneIsPlayedAfterWhatItBuildsOn(t *testing.T) {
	t.Parallel()
	said := brokenStory(t, "^TestABrokenStory$/the_trail_says_so")
	if strings.Contains(said, "the list is empty") || !strings.Contains(said, "the name is the old one of ada") ||
		!strings.Contains(said, "--- PASS: TestABrokenStory/the_trail_says_so") {
		t.Errorf("not the earlier steps and this check alone:\n%s", said)
	}
}

// brokenStory plays the broken story, or a part of it, in a process of its own.
func brokenStory(t *testing.T, run string) string {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0], "-test.v", "-test.run", run)
	c.Env = append(os.Environ(), played+"=yes")
	out, err := c.CombinedOutput()
	if err == nil {
		t.Errorf("the broken story passes:\n%s", out)
	}
	return string(out)
}
