package contract_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// claimsPage shows the claims; make generate/docs writes its tables.
const claimsPage = "../../docs/claims.md"

// claimsRegion is a part of the page: the counts, or the claims of one vendor.
var claimsRegion = regexp.MustCompile(`(?ms)^<!-- claims( [a-z]+)? -->\n.*?^<!-- /claims -->$`)

// claimsVendors are the vendors in the order of the page, with the names of their documents.
var claimsVendors = []struct{ surface, document string }{
	{"boomi", "Boomi MFT, AFT management API: Password"},
	{"entrust", "Entrust IDaaS, Administration API: Set a user password"},
	{"wristband", "Wristband: Reset Password"},
	{"zitadel", "ZITADEL, user service v2: Request a code to reset a password"},
}

func TestThePageOfClaimsIsTrue(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile(claimsPage)
	if err != nil {
		t.Fatal(err)
	}
	all, shown := vendorClaims(), 0
	next := claimsRegion.ReplaceAllStringFunc(string(raw), func(region string) string {
		vendor := strings.TrimSpace(claimsRegion.FindStringSubmatch(region)[1])
		shown++
		table := claimsCounts(all)
		if vendor != "" {
			vendor, table = " "+vendor, claimsTable(all[vendor])
		}
		return fmt.Sprintf("<!-- claims%s -->\n\n%s\n<!-- /claims -->", vendor, table)
	})
	if shown != len(claimsVendors)+1 || len(claimsVendors) != len(all) {
		t.Errorf("the page has %d tables of claims", shown)
	}
	if next == string(raw) {
		return
	}
	if os.Getenv("REKEY_WRITE_DOCS") == "" {
		t.Errorf("%s is not what the claims say any more; run: make generate/docs", claimsPage)
	} else if err := os.WriteFile(claimsPage, []byte(next), 0o600); err != nil {
		t.Fatal(err)
	}
}

// claimsCounts is the table of how many claims are kept.
func claimsCounts(all map[string][]claim) string {
	var table strings.Builder
	table.WriteString("| document | claims | kept | kept, by our rule | not testable here | examples |\n| --- | --- | --- | --- | --- | --- |\n")
	for _, v := range claimsVendors {
		counts, examples := map[claimResult]int{}, 0
		for _, c := range all[v.surface] {
			counts[c.result]++
			examples += len(c.examples)
		}
		fmt.Fprintf(&table, "| [%s](#%s) | %d | %d | %d | %d | %d |\n", v.document, v.surface, len(all[v.surface]), counts[kept], counts[ourRule], counts[unverified], examples)
	}
	return table.String()
}

// claimsTable has a line for each claim, with what shows it.
func claimsTable(claims []claim) string {
	var table strings.Builder
	table.WriteString("| place | claim | result | shown by |\n| --- | --- | --- | --- |\n")
	for _, c := range claims {
		result, shownBy := string(c.result), []string{}
		if c.why != "" {
			result += ": " + c.why
		}
		for _, e := range c.examples {
			shownBy = append(shownBy, e.name)
		}
		for _, story := range c.stories {
			shownBy = append(shownBy, "`"+storyName(story)+"`")
		}
		line := strings.Join([]string{c.at, c.says, result, strings.Join(shownBy, "; ")}, " | ")
		table.WriteString(strings.TrimRight("| "+line, " ") + " |\n")
	}
	return table.String()
}
