package sdk_test

import (
	"errors"
	"os"
	"testing"

	rekey "github.com/rekeyhq/rekey/gen/sdk/go"
)

func live(t *testing.T) *rekey.Client {
	t.Helper()
	c, err := rekey.New(os.Getenv("REKEY_URL"), rekey.WithToken(os.Getenv("REKEY_API_KEY")))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTypedAnswersAndErrors(t *testing.T) {
	t.Parallel()
	c := live(t)
	u, err := c.RekeyGetUser(t.Context(), os.Getenv("REKEY_USER_ID"))
	if err != nil || u.Username != os.Getenv("REKEY_USERNAME") {
		t.Fatalf("%v %v", u, err)
	}
	_, err = c.RekeyGetUser(t.Context(), "0192f0c1-0000-7000-8000-000000000000")
	var problem *rekey.RekeyProblem
	if !errors.Is(err, rekey.CodeUserNotFound) || !errors.As(err, &problem) || problem.Status != 404 {
		t.Fatal(err)
	}
}
