package contract_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/oasdiff/yaml3"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const (
	monitoring  = "../../docs/monitoring/"
	operatePage = "../../docs/operate.md"
)

func readFile(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// offered lists the metrics of a server that works, as a scrape names them: a histogram has three names. The
// labels of each are those of one of its series.
func offered(t *testing.T) (families []string, series map[string]bool) {
	t.Helper()
	w := harness.New(t, harness.Stores(t)[0])
	w.Person("ada")
	w.Work(t.Context(), 0)
	w.Sweeper.Sweep(t.Context(), 0)
	w.Deliver()
	for range 2 { // the first request is counted when the second one asks
		series = map[string]bool{}
		for name := range seed.InOrder(scrape(t, w)) {
			series[strings.SplitN(name, "{", 2)[0]] = true
		}
	}
	for line := range strings.Lines(harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{Method: http.MethodGet, Path: "/metrics"}).Body) {
		if fields := strings.Fields(line); len(fields) > 3 && fields[1] == "TYPE" {
			families = append(families, fields[2])
		}
	}
	slices.Sort(families)
	return families, series
}

var ownMetric = regexp.MustCompile(`\brekey_[a-z_]+`)

// alertRules are the alerts, each with its expression.
func alertRules(t *testing.T) map[string]string {
	t.Helper()
	var file struct {
		Groups []struct {
			Rules []struct {
				Alert, Expr string
				Labels      map[string]string
				Annotations map[string]string
			}
		}
	}
	if err := yaml.Unmarshal([]byte(readFile(t, monitoring+"rekey.rules.yaml")), &file); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, g := range file.Groups {
		for _, r := range g.Rules {
			if severity := r.Labels["severity"]; severity != "page" && severity != "ticket" || r.Annotations["summary"] == "" || all[r.Alert] != "" {
				t.Errorf("%s has the severity %q and the summary %q, or is there twice", r.Alert, severity, r.Annotations["summary"])
			}
			all[r.Alert] = r.Expr
		}
	}
	return all
}

// panels are the expressions of the dashboard, by panel.
func panels(t *testing.T) map[string][]string {
	t.Helper()
	var board struct {
		Panels []struct {
			Title, Type string
			Targets     []struct{ Expr string }
		}
	}
	if err := json.Unmarshal([]byte(readFile(t, monitoring+"rekey.dashboard.json")), &board); err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for _, p := range board.Panels {
		if p.Type == "row" {
			continue
		}
		if len(p.Targets) == 0 {
			t.Errorf("the panel %q shows nothing", p.Title)
		}
		for _, target := range p.Targets {
			all[p.Title] = append(all[p.Title], target.Expr)
		}
	}
	return all
}

// TestEveryMetricIsKnownEverywhere: alerts and dashboard name what a server offers, and the operator's page
// explains all of it and nothing else.
func TestEveryMetricIsKnownEverywhere(t *testing.T) {
	t.Parallel()
	families, series := offered(t)
	used := map[string]string{} // where a metric is named
	for alert, expr := range seed.InOrder(alertRules(t)) {
		for _, name := range ownMetric.FindAllString(expr, -1) {
			used[name] = alert
		}
	}
	shown := map[string]bool{}
	for title, all := range seed.InOrder(panels(t)) {
		for _, expr := range all {
			for _, name := range ownMetric.FindAllString(expr, -1) {
				used[name] = title
				shown[strings.TrimSuffix(name, "_bucket")] = true
			}
		}
	}
	for name, where := range seed.InOrder(used) {
		if !series[name] {
			t.Errorf("%s asks for %s, which /metrics does not have", where, name)
		}
	}
	documented := map[string]bool{}
	for line := range strings.Lines(readFile(t, operatePage)) {
		if cells := strings.SplitN(line, "|", 3); len(cells) == 3 && strings.HasPrefix(line, "| `rekey_") {
			for _, name := range ownMetric.FindAllString(cells[1], -1) {
				documented[name] = true
			}
		}
	}
	for _, name := range families {
		if !strings.HasPrefix(name, "rekey_") {
			continue
		}
		if !documented[name] {
			t.Errorf("docs/operate.md does not explain %s", name)
		}
		if !shown[name] {
			t.Errorf("the dashboard does not show %s", name)
		}
		delete(documented, name)
	}
	for name := range seed.InOrder(documented) {
		if name != "rekey_budget_refusals_total" { // also a symptom in another table
			t.Errorf("docs/operate.md explains %s, which /metrics does not have", name)
		}
	}
}

// TestEveryAlertHasItsAdvice in the operator's page, and the other way round.
func TestEveryAlertHasItsAdvice(t *testing.T) {
	t.Parallel()
	var advised []string
	for line := range strings.Lines(readFile(t, operatePage)) {
		if strings.HasPrefix(line, "| `Rekey") {
			advised = append(advised, strings.Split(line, "`")[1])
		}
	}
	slices.Sort(advised)
	if alerts := slices.Sorted(maps.Keys(alertRules(t))); !slices.Equal(alerts, advised) {
		t.Errorf("the alerts are\n%q, and docs/operate.md has\n%q", alerts, advised)
	}
}

// TestPrometheusTakesTheAlerts and the expressions of the dashboard, and their tests pass.
func TestPrometheusTakesTheAlerts(t *testing.T) {
	t.Parallel()
	promtool, err := exec.LookPath("promtool")
	if err != nil {
		seed.Count("rules checked by promtool", 0, 1)
		return
	}
	run := func(args ...string) {
		c := exec.CommandContext(t.Context(), promtool, args...)
		c.Dir = monitoring
		if said, err := c.CombinedOutput(); err != nil {
			t.Errorf("promtool %v: %v\n%s", args, err, said)
		}
	}
	run("check", "rules", "rekey.rules.yaml")
	run("test", "rules", "rekey.rules.test.yaml")
	// The expressions of the dashboard become rules, since promtool reads no dashboards.
	type rule struct {
		Record string `yaml:"record"`
		Expr   string `yaml:"expr"`
	}
	var all []rule
	for _, expressions := range seed.InOrder(panels(t)) {
		for _, expr := range expressions {
			all = append(all, rule{Record: "panel", Expr: strings.NewReplacer("$__rate_interval", "5m", "$job", ".*").Replace(expr)})
		}
	}
	text, err := yaml.Marshal(map[string]any{"groups": []any{map[string]any{"name": "dashboard", "rules": all}}})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "dashboard.yaml")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	run("check", "rules", "--lint=none", file)
	// What promtool gets is the real scrape.
	c := exec.CommandContext(t.Context(), promtool, "check", "metrics")
	c.Stdin = strings.NewReader(harness.DoWith(t, http.DefaultClient, harness.New(t, harness.Stores(t)[0]).URL, harness.Call{Method: http.MethodGet, Path: "/metrics"}).Body)
	if said, err := c.CombinedOutput(); err != nil {
		t.Errorf("promtool check metrics: %v\n%s", err, said)
	}
	seed.Count("rules checked by promtool", 1, 1)
}
