// Package sabotage_test plants faults into the service, and sees that the contract test
// that QA runs finds each of them.
package sabotage_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/rekeyhq/rekey/impl/conformance"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/tests/figures"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// binary is the honest build.
var binary string

func TestMain(m *testing.M) { os.Exit(harness.WithBinary(m, &binary)) }

// plant is a fault that is built into the service, and switched on by its name.
type plant struct {
	name    string
	edits   []edit
	suite   string // which has to find it
	surface string // in which it has to be found
}

// edit replaces a text that stands in the file once. GUARD in the new text is true while
// the fault is switched on.
type edit struct{ file, old, new string }

// plants are faults that real products had; each was made in the source as an attacker
// or a hurried colleague would.
func plants() []plant {
	return []plant{
		{"a ticket is redeemed twice", []edit{
			{"impl/store/ticket.go", `return one(tx.db.Model(&models.Ticket{}).Where("id = ? AND "+live, id, tx.Now).
		Updates(map[string]any{"consumed_at": tx.Now}))`, `if GUARD { return true, nil }
	return one(tx.db.Model(&models.Ticket{}).Where("id = ? AND "+live, id, tx.Now).
		Updates(map[string]any{"consumed_at": tx.Now}))`},
			{"impl/store/credential.go", `Where("user_id = ? AND version = ?", next.UserID, version)`,
				`Where("user_id = ? AND (version = ? OR ?)", next.UserID, version, GUARD)`},
		}, "race", "wristband"},
		{"inspecting a ticket consumes it", []edit{{"impl/core/tickets/inspect_ticket.go", `	return newInspectedTicket(t), nil
}

func newInspectedTicket(`, `	if GUARD { _, _ = uc.store.Write(ctx).ConsumeTicket(t.ID) }
	return newInspectedTicket(t), nil
}

func newInspectedTicket(`}}, "scanner", "wristband"},
		{"permissions are not checked", []edit{{"impl/server/contract.go",
			`case who.May(o.permission) && who.Within(o.boundaries)`, `case (GUARD || who.May(o.permission)) && who.Within(o.boundaries)`}},
			"unauthorised", "entrust"},
		{"the scope of a tenant's key is every tenant", []edit{{"impl/caller/caller.go",
			`return sameApplication && c.TenantID != "" && c.TenantID == tenantID`, `return GUARD || sameApplication && c.TenantID != "" && c.TenantID == tenantID`}},
			"unauthorised", "wristband"},
		{"an anonymous caller gets another status", []edit{{"impl/server/contract.go",
			`return who, fault.ErrUnauthenticated
		}`, `if GUARD { return who, fault.ErrForbidden }
			return who, fault.ErrUnauthenticated
		}`}}, "unauthorised", "entrust"},
		{"unknown names get another answer", []edit{{"impl/surface/boomi/forgot_password.go",
			`	if _, err := h.Core.Tickets.RequestReset(ctx, in); err != nil {`, `	if GUARD && strings.HasPrefix(in.Username+in.Email, "nobody") {
		return nil, core.ErrUserNotFound
	}
	if _, err := h.Core.Tickets.RequestReset(ctx, in); err != nil {`}}, "enumeration", "boomi"},
		{"a member of an answer is lost", []edit{{"impl/surface/native/tenants.go", `Hosts: hosts, PendingHosts`, `Hosts: hosts[:len(hosts)*map[bool]int{false: 1}[GUARD]], PendingHosts`}},
			"journeys", "rekey"},
		{"a refusal has an undeclared status", []edit{{"impl/surface/entrust/problem.go",
			`g.Data(statuses[f.Kind], "application/json", raw)`, `if GUARD && statuses[f.Kind] == http.StatusNotFound {
		g.Data(http.StatusGone, "application/json", raw)
		return
	}
	g.Data(statuses[f.Kind], "application/json", raw)`}}, "examples", "entrust"},
	}
}

// The contract test is run against a build with faults planted in its source, and has to
// find each of them; of the same build with none switched on it has nothing to say.
func TestTheContractTestFindsPlantedFaults(t *testing.T) {
	t.Parallel()
	sabotaged := sabotage(t)
	var mu sync.Mutex
	found := map[string]string{}
	t.Cleanup(func() { report(t, found) })
	t.Run("none", func(t *testing.T) {
		t.Parallel()
		for _, r := range contractTest(t, sabotaged, "none", "--suite", "journeys", "--suite", "scanner", "--suite", "enumeration", "--suite", "race") {
			if r.Verdict != conformance.Passed {
				t.Errorf("%s %s: %s: %s", r.Suite, r.Operation, r.Case, r.Why)
			}
		}
	})
	for _, p := range plants() {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			failed := slices.DeleteFunc(contractTest(t, sabotaged, p.name, "--suite", p.suite, "--surface", p.surface),
				func(r conformance.Result) bool { return r.Verdict != conformance.Failed })
			if len(failed) == 0 {
				t.Fatalf("was not found by the suite %s of %s", p.suite, p.surface)
			}
			mu.Lock()
			defer mu.Unlock()
			found[p.name] = fmt.Sprintf("%s: %s: %s: %s (%d failures in all)", p.suite, failed[0].Operation, failed[0].Case, failed[0].Why, len(failed))
		})
	}
}

// sabotage builds the service with every fault in it.
func sabotage(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	sources := map[string]string{}
	for _, p := range plants() {
		for _, e := range p.edits {
			text, ok := sources[e.file]
			if !ok {
				raw, err := os.ReadFile(filepath.Join(root, e.file))
				if err != nil {
					t.Fatal(err)
				}
				text = string(raw)
			}
			if strings.Count(text, e.old) != 1 {
				t.Fatalf("%s: the text that %q replaces is there %d times", e.file, p.name, strings.Count(text, e.old))
			}
			guard := fmt.Sprintf("(sabotage.Getenv(%q) == %q)", "REKEY_SABOTAGE", p.name)
			sources[e.file] = strings.Replace(text, e.old, strings.ReplaceAll(e.new, "GUARD", guard), 1)
		}
	}
	overlay := map[string]map[string]string{"Replace": {}}
	for file, text := range seed.InOrder(sources) {
		head, rest, _ := strings.Cut(text, "\n\nimport (")
		imports := "\n\nimport (\n\tsabotage \"os\""
		if strings.Contains(rest, "strings.") && !strings.Contains(rest, "\t\"strings\"") {
			imports += "\n\t\"strings\""
		}
		path := filepath.Join(dir, strings.ReplaceAll(file, "/", "_"))
		if err := os.WriteFile(path, []byte(head+imports+rest), 0o600); err != nil {
			t.Fatal(err)
		}
		overlay["Replace"][filepath.Join(root, file)] = path
	}
	raw, err := json.Marshal(overlay)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "overlay.json"), raw, 0o600); err != nil {
		t.Fatal(err)
	}
	built := filepath.Join(dir, "rekey")
	build := exec.CommandContext(t.Context(), "go", "build", "-overlay", filepath.Join(dir, "overlay.json"), "-o", built, "../../cmd/rekey")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return built
}

// contractTest starts the build as a demo with one fault switched on, and runs the
// contract test of the honest build against it.
func contractTest(t *testing.T, built, fault string, args ...string) []conformance.Result {
	t.Helper()
	dir := filepath.Join(harness.Memory(t), "demo")
	demo := exec.CommandContext(t.Context(), built, "demo", "--addr", harness.FreeAddress(t), "--dir", dir)
	demo.Env = append(os.Environ(), "REKEY_SABOTAGE="+fault, "REKEY_ANONYMOUS_PER_MINUTE=1000000")
	said, err := demo.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := demo.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = demo.Process.Signal(syscall.SIGTERM)
		_ = demo.Wait()
	}()
	greeting := bufio.NewScanner(said)
	for greeting.Scan() && !strings.Contains(greeting.Text(), "Rekey demo at") {
	}
	facts, err := setup.ReadEnvFile(filepath.Join(dir, "demo.env"))
	if err != nil {
		t.Fatalf("the demo did not start: %v", err)
	}
	c := exec.CommandContext(t.Context(), binary, append([]string{"contract-test", "--format", "json"}, args...)...)
	c.Env = []string{"REKEY_URL=" + facts["REKEY_URL"], "REKEY_API_KEY=" + facts["REKEY_API_KEY"]}
	var out, complaint bytes.Buffer
	c.Stdout, c.Stderr = &out, &complaint
	_ = c.Run() // its exit code is 1 where it found something
	var answer struct{ Results []conformance.Result }
	if err := json.Unmarshal(out.Bytes(), &answer); err != nil {
		t.Fatalf("contract-test: %v\n%s", err, complaint.String())
	}
	if len(answer.Results) == 0 {
		t.Fatalf("contract-test had nothing to try: %s", complaint.String())
	}
	return answer.Results
}

// report writes what was found for docs/conformance.md.
func report(t *testing.T, found map[string]string) {
	t.Helper()
	f := figures.Chapter{
		Title: "Planted faults that rekey contract-test finds", Command: "make test-sabotage",
		Rows: []figures.Figure{{Label: "faults found", Done: len(found), Of: len(plants())}},
	}
	for _, p := range plants() {
		f.Notes = append(f.Notes, fmt.Sprintf("%s: found by %s", p.name, found[p.name]))
	}
	if err := f.Leave("sabotage"); err != nil {
		t.Error(err)
	}
}
