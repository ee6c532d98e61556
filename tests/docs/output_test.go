package docs_test

import (
	"regexp"
	"strings"
)

// What differs from run to run, and how it is spelt on a page and in an output alike.
var shapes = []struct {
	pattern *regexp.Regexp
	shape   string
}{
	{regexp.MustCompile(`rk_[0-9a-z]{26}_[A-Za-z0-9_-]{43}`), "(key)"},
	{regexp.MustCompile(`\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b`), "(uuid)"},
	{regexp.MustCompile(`\b[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\.[0-9]+)?Z`), "(time)"},
	{regexp.MustCompile(`\b[0-9a-hjkmnp-tv-z]{26}\b`), "(id)"},
	{regexp.MustCompile(`\b[0-9a-f]{64}\b`), "(digest)"},
	{regexp.MustCompile(`[ \t]+`), " "}, // columns are as wide as what stands in them
}

func shapeOf(text string) string {
	for _, s := range shapes {
		text = s.pattern.ReplaceAllString(text, s.shape)
	}
	var lines []string
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		lines = append(lines, strings.TrimSpace(line))
	}
	return strings.Join(lines, "\n")
}

// agrees tells whether an output is what a page shows: ids and times by shape, and
// anything where the page has an ellipsis.
func agrees(shown, got string) bool {
	var pattern strings.Builder
	for i, part := range strings.Split(shapeOf(shown), "…") {
		if i > 0 {
			pattern.WriteString(`(?s:.*)`)
		}
		pattern.WriteString(regexp.QuoteMeta(part))
	}
	return regexp.MustCompile(`\A` + pattern.String() + `\z`).MatchString(shapeOf(got))
}
