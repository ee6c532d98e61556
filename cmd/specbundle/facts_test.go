package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestFactsOfTheBundle(t *testing.T) {
	t.Parallel()
	f, err := readFacts("../../gen/openapi/openapi.json", "../../openapi/problems.yaml")
	if err != nil {
		t.Fatal(err)
	}
	find := func(id string) operation {
		i := slices.IndexFunc(f.Operations, func(o operation) bool { return o.ID == id })
		if i < 0 {
			t.Fatalf("%s is missing", id)
		}
		return f.Operations[i]
	}
	create := find("rekeyUpdateUser")
	if !create.Idempotent || !create.Conditional || !create.Bearer() || create.Refusal != "rekeyProblem" ||
		create.Surface != "rekey" || !slices.Equal(create.PathParams, []string{"userId"}) || create.Answer != "rekeyUser" {
		t.Errorf("%+v", create)
	}
	if list := find("rekeyListUsers"); !list.Paged || !slices.Contains(list.QueryParams, "cursor") {
		t.Errorf("%+v", list)
	}
	if token := find("wristbandGetToken"); token.Bearer() || token.BodyType != "application/x-www-form-urlencoded" {
		t.Errorf("%+v", token)
	}
	login := find("boomiAuthenticate")
	if login.Refusal != "boomiProblemDetails" || len(login.Refusals) != 1 || login.Refusals[0].Schema != "boomiMfaChallenge" {
		t.Errorf("%+v", login)
	}
	for _, name := range []string{"password", "newPassword", "requestCode", "link", "sharedSecret"} {
		if !slices.Contains(f.Secrets, name) {
			t.Errorf("%s is not among the secrets", name)
		}
	}
	if slices.Contains(f.Secrets, "username") || slices.Contains(f.Secrets, "id") {
		t.Errorf("no secrets: %v", f.Secrets)
	}
}

func TestGoThatDoesNotParseIsNotWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	page, out := filepath.Join(dir, "p.tmpl"), filepath.Join(dir, "p.go")
	if err := os.WriteFile(page, []byte("no Go {{.Version}}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writeFacts("../../gen/openapi/openapi.json", "../../openapi/problems.yaml", page, out); err == nil {
		t.Error("written")
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a file is there")
	}
}
