package transfer

import (
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// Ids that another system exported as texts are the usual mistake: the message says what to write instead.
func TestAWrongTypeIsNamedInTheWordsOfJSON(t *testing.T) {
	t.Parallel()
	for line, want := range seed.InOrder(map[string]string{
		`{"username":"ada","number":"4711"}`:       "number is not a whole number up to 2147483647, without quotes",
		`{"username":"ada","number":4294967296}`:   "number is not a whole number up to 2147483647, without quotes",
		`{"username":"ada","emailVerified":"yes"}`: "emailVerified is not true or false, without quotes",
		`{"username":4711}`:                        "username is not a text in quotes",
		`{"username":"ada","permissions":"all"}`:   "permissions is not a list",
		`{"username":"ada","metadata":[]}`:         "metadata is not an object",
	}) {
		if _, err := parse([]byte(line)); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want: %s", line, err, want)
		}
	}
}
