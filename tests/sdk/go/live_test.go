package sdk_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	rekey "github.com/rekeyhq/rekey/gen/sdk/go"
)

func checked(surface, label string, ok bool) {
	tally.Lock()
	defer tally.Unlock()
	i := slices.IndexFunc(tally.rows, func(r row) bool { return r.Surface == surface && r.Label == label })
	if i < 0 {
		i = len(tally.rows)
		tally.rows = append(tally.rows, row{Surface: surface, Label: label})
	}
	tally.rows[i].Of++
	if ok {
		tally.rows[i].Done++
	}
}

func TestEachSurfacesErrorsAreTyped(t *testing.T) {
	t.Parallel()
	s := on(t)
	nobody := "0192f0c1-0000-7000-8000-000000000000"
	var (
		problem *rekey.RekeyProblem
		boomi   *rekey.BoomiProblemDetails
		entrust *rekey.EntrustErrorInfo
		band    *rekey.WristbandError
		oauth   *rekey.WristbandOAuthError
		zitadel *rekey.ZitadelStatus
	)
	_, native := s.Users.Get(s.ctx, nobody)
	_, link := s.Boomi.ResetPassword(s.ctx, boomiPassword(rekey.Secret(nobody), newPassword))
	_, user := s.Entrust.GetUserPassword(s.ctx, nobody)
	_, code := s.Wristband.CreatePasswordResetLink(s.ctx, rekey.WristbandPasswordResetLinkInput{UserID: nobody})
	_, token := s.Wristband.GetToken(s.ctx, rekey.WristbandTokenInput{GrantType: "guess"})
	_, reset := s.Zitadel.PasswordReset(s.ctx, nobody, rekey.ZitadelPasswordResetInput{})
	for _, c := range []struct {
		surface string
		err     error
		as      any
		code    rekey.Code
	}{
		{"rekey", native, &problem, rekey.CodeUserNotFound},
		{"boomi", link, &boomi, ""},
		{"entrust", user, &entrust, "user_not_found"},
		{"wristband", code, &band, "user_not_found"},
		{"wristband", token, &oauth, "invalid_client"},
		{"zitadel", reset, &zitadel, "5"},
	} {
		var e *rekey.Error
		ok := errors.As(c.err, &e) && errors.As(c.err, c.as) && e.Status >= 400 && e.Message != "" && (c.code == "" || errors.Is(c.err, c.code))
		checked(c.surface, "Go: errors typed", ok)
		if !ok {
			t.Errorf("%s: %v is no %T", c.surface, c.err, c.as)
		}
	}
	if problem.Status != 404 || !strings.Contains(native.Error(), problem.RequestID) {
		t.Errorf("%v", native)
	}
}

func TestPagesETagsKeysAndStreams(t *testing.T) {
	t.Parallel()
	s := on(t)
	tenant := must(s.Tenants.Create(s.ctx, rekey.RekeyTenantCreation{ApplicationID: env(t, "REKEY_APPLICATION_ID"), Name: "Pages, Go"}))(s)
	for i := range 5 {
		// The same key twice is one user.
		once := rekey.WithIdempotencyKey(fmt.Sprintf("%s-%d", tenant.ID, i))
		body := rekey.RekeyUserCreation{TenantID: tenant.ID, Username: fmt.Sprint("user-", i)}
		first := must(s.Users.Create(s.ctx, body, once))(s)
		if again := must(s.Users.Create(s.ctx, body, once))(s); again.ID != first.ID {
			t.Error("one key made two users")
		}
	}
	var names []string
	for u, err := range s.Users.ListAll(s.ctx, &rekey.UsersListParams{TenantID: &tenant.ID, Limit: rekey.Ptr[int32](2)}) {
		s.ok(err)
		names = append(names, u.Username)
	}
	if slices.Sort(names); strings.Join(names, " ") != "user-0 user-1 user-2 user-3 user-4" {
		t.Errorf("%v", names)
	}
	for _, err := range s.Users.ListAll(s.ctx, &rekey.UsersListParams{TenantID: rekey.Ptr("no-such")}) {
		if err == nil {
			t.Error("users of nowhere")
		}
	}
	for range s.Users.ListAll(s.ctx, &rekey.UsersListParams{TenantID: &tenant.ID, Limit: rekey.Ptr[int32](2)}) {
		break
	}

	var seen rekey.Response
	must(s.Tenants.Get(s.ctx, tenant.ID, rekey.Into(&seen)))(s)
	rename := rekey.RekeyTenantChange{Name: rekey.Ptr("Pages of Go")}
	must(s.Tenants.Update(s.ctx, tenant.ID, rename, rekey.WithIfMatch(seen.ETag)))(s)
	if _, err := s.Tenants.Update(s.ctx, tenant.ID, rename, rekey.WithIfMatch(seen.ETag)); !errors.Is(err, rekey.CodeVersionMismatch) {
		t.Errorf("an old ETag: %v", err)
	}

	stream, err := s.Events.Export(s.ctx, &rekey.EventsExportParams{TenantID: &tenant.ID})
	s.ok(err)
	defer func() { _ = stream.Close() }()
	lines := 0
	for scan := bufio.NewScanner(stream); scan.Scan(); lines++ {
		var e rekey.RekeyEvent
		s.ok(json.Unmarshal(scan.Bytes(), &e))
	}
	if lines < 6 {
		t.Errorf("%d events", lines)
	}
	_, err = s.Events.Export(s.ctx, &rekey.EventsExportParams{TenantID: rekey.Ptr("no-such")})
	if refused := new(rekey.Error); !errors.As(err, &refused) || refused.Code == "" {
		t.Errorf("%v", err)
	}
}

var sample = regexp.MustCompile("(?s)<!-- sample -->\n```go\n(.*?)```\n<!-- /sample -->")

// A reader of the README begins with his own module, beside a clone of the repository.
func TestTheReadmesSample(t *testing.T) {
	t.Parallel()
	work := t.TempDir()
	app := filepath.Join(work, "app")
	if err := os.Mkdir(app, 0o700); err != nil {
		t.Fatal(err)
	}
	run := func(dir string, command ...string) string {
		c := exec.CommandContext(t.Context(), command[0], command[1:]...)
		c.Dir = dir
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", strings.Join(command, " "), err, out)
		}
		return string(out)
	}
	run(app, "go", "mod", "init", "app")
	run("..", "./install.sh", "go", work)
	readme, err := os.ReadFile(filepath.Join(work, "rekey/gen/sdk/go/README.md"))
	if err != nil {
		t.Fatal(err)
	}
	found := sample.FindSubmatch(readme)
	if found == nil {
		t.Fatal("the README has no sample")
	}
	if err := os.WriteFile(filepath.Join(app, "main.go"), found[1], 0o600); err != nil {
		t.Fatal(err)
	}
	env(t, "REKEY_URL")
	run(app, "go", "vet", ".")
	out := run(app, "go", "run", ".")
	ok := strings.Contains(out, "not accepted:") && strings.Contains(out, "password.set")
	checked("", "Go: README sample run", ok)
	if !ok {
		t.Errorf("%s", out)
	}
}
