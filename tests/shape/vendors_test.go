package shape_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// vendorPlaces are where a vendor's names and shapes may stand, and why, besides openapi/ and gen/,
// which are the vendors' contracts and what is made of them.
func vendorPlaces() map[string]string {
	return map[string]string{
		"impl/surface":     "one package translates one vendor's API",
		"tests/contract":   "tests what each surface answers",
		"tests/journeys":   "plays the surfaces as their clients do",
		"tests/attacks":    "attacks each surface",
		"tests/sdk":        "tests the clients of each surface",
		"tests/generators": "tests what others generate from each surface's contract",
		"tests/sabotage":   "plants faults in each surface",
		"tests/vendors":    "plays a vendor's own clients",
		"tests/shape":      "looks for them",

		"impl/service/surfaces.go": "the list of surfaces, which is where the program is put together",
		"tests/harness/checked.go": "one vendor's plain answer is no JSON, and every answer is checked",
		"cmd/specbundle":           "puts the vendors' contracts together, and knows what generators made of their operations",
		"cmd/rekey":                "the choice of a surface on the command line",

		// What was stored in one vendor's notation is brought into the core's, once.
		"models/migrations/mysql/0091_tickets_link_template.sql":        "reads what was stored before",
		"models/migrations/mysql/0092_applications_link_templates.sql":  "reads what was stored before",
		"models/migrations/mysql/0093_tenants_link_templates.sql":       "reads what was stored before",
		"models/migrations/sqlite/0091_tickets_link_template.sql":       "reads what was stored before",
		"models/migrations/sqlite/0092_applications_link_templates.sql": "reads what was stored before",
		"models/migrations/sqlite/0093_tenants_link_templates.sql":      "reads what was stored before",
	}
}

// vendorShapes are how a vendor is known without its name.
var vendorShapes = []struct {
	why   string
	shape *regexp.Regexp
}{
	{"names a vendor", regexp.MustCompile(`(?i)boomi|entrust|wristband|zitadel`)},
	{"has a vendor's placeholder", regexp.MustCompile(`\{\{\.(UserID|Code|OrgID)\}\}`)},
	{"has a vendor's error id", regexp.MustCompile(`\b(COMMAND|DOMAIN|AUTH|QUERY|EVENT)-[A-Za-z0-9]{5}\b`)},
	{"has a vendor's field", regexp.MustCompile(`(?i)\b(orgId|ctxOrgId|resourceOwner|urlTemplate|customText|emailAuthCode|passwordResetCode|loginName|resendMfa)\b`)},
	{"has a vendor's details of a change", regexp.MustCompile(`\b(details\.sequence|[cC]hangeDate|[cC]reationDate)\b`)},
	{"calls a user's version by another name", regexp.MustCompile(`\b(user|u|session|Session|Change)\.Sequence\b`)},
	{"calls a tenant by a vendor's word", regexp.MustCompile(`(?i)\b(customer|organi[sz]ation)s?(Id)?\b`)},
}

// vendors lists what a file has of a vendor.
func vendors(path string, text []string) (found []string) {
	for n, line := range text {
		for _, of := range vendorShapes {
			// The advisories of other products are sources, and stay quoted.
			if of.shape.MatchString(line) && !strings.Contains(line, "CVE-") {
				found = append(found, fmt.Sprintf("%s:%d %s; below the edge there is one core: %s", path, n+1, of.why, strings.TrimSpace(line)))
			}
		}
	}
	return found
}

func TestVendorWordsStayAtTheEdge(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, path := range tracked(t) {
		if !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".sql") || under(path, "gen") || under(path, "openapi") {
			continue
		}
		found := vendors(path, lines(t, root+"/"+path))
		lawful := false
		for place := range seed.InOrder(vendorPlaces()) {
			if under(path, place) {
				lawful, seen[place] = true, seen[place] || len(found) > 0
			}
		}
		for _, f := range found {
			if !lawful {
				t.Error(f)
			}
		}
	}
	for place, why := range seed.InOrder(vendorPlaces()) {
		if !seen[place] {
			t.Errorf("%s may have vendors' words (%s), and has none", place, why)
		}
	}
}

// Each shape is found where it is planted, and what only looks like one is left alone.
func TestVendorShapesAreFound(t *testing.T) {
	t.Parallel()
	for line, want := range seed.InOrder(map[string]string{
		`// as Zitadel does`:                                "names a vendor",
		`var places = []string{"{{.OrgID}}"}`:               "has a vendor's placeholder",
		`"use {{.UserID}} and no more"`:                     "has a vendor's placeholder",
		`strings.ReplaceAll(template, "{{.Code}}", "x")`:    "has a vendor's placeholder",
		`fault.New(fault.Invalid, "COMMAND-Wgvn4", "")`:     "has a vendor's error id",
		`"DOMAIN-oGh5e"`:                                    "has a vendor's error id",
		`	OrgID string`:                                     "has a vendor's field",
		"	Owner string `json:\"resourceOwner\"`":            "has a vendor's field",
		"	URLTemplate string":                               "has a vendor's field",
		"	Code string `json:\"emailAuthCode\"`":             "has a vendor's field",
		`// answered as details.sequence`:                   "has a vendor's details of a change",
		"	ChangeDate time.Time":                             "has a vendor's details of a change",
		`	return s.user.Sequence`:                           "calls a user's version by another name",
		`	if issued.Change.Sequence > 1 {`:                  "calls a user's version by another name",
		`// the customer whose password it is`:              "calls a tenant by a vendor's word",
		`	OrganizationID string`:                            "calls a tenant by a vendor's word",
		`// the organisation of a user`:                     "calls a tenant by a vendor's word",
		`// see CVE-2022-36051 of Zitadel`:                  "",
		`	if chain.Sequence != event.Sequence {`:            "",
		`	placeTenant = "{tenantId}"`:                       "",
		"	Version int64 `gorm:\"column:sequence\"`":         "",
		`// the templates of messages have {{.Link}} in it`: "",
	}) {
		found := vendors("impl/core/planted.go", []string{line})
		if want == "" && len(found) > 0 || want != "" && !strings.Contains(strings.Join(found, "\n"), " "+want+"; ") {
			t.Errorf("%q: found %q, want %q", line, found, want)
		}
	}
}
