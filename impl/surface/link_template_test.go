package surface_test

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestPublishedPlaceholdersAreTheCores(t *testing.T) {
	t.Parallel()
	for published, kept := range seed.InOrder(map[string]string{
		"": "", "https://app.example/a?b=c": "https://app.example/a?b=c",
		"https://app.example/{{.OrgID}}/{{.UserID}}?code={{.Code}}": "https://app.example/{tenantId}/{userId}?code={code}",
		"{{.Code}}{{.Code}}": "{code}{code}",
		"{code}":             "{{code}}", "{{code}}": "{{{{code}}}}", "{{.Password}}": "{{{{.Password}}}}", "{{.code}}": "{{{{.code}}}}",
		"{{{.Code}}}": "{{{code}}}", "{{.Code": "{{{{.Code", ".Code}}": ".Code}}}}",
	}) {
		if got := surface.LinkTemplate(published); got != kept {
			t.Errorf("%q became %q, want %q", published, got, kept)
		}
	}
}

func TestALinkTemplateIsAnsweredAsItWasSent(t *testing.T) {
	t.Parallel()
	parts := []string{"{", "}", "{{", "}}", "{{.Code}}", "{{.UserID}}", "{{.OrgID}}", "{code}", "{userId}", "code", ".", "/"}
	d := seed.For(t)
	for range 2000 {
		var b strings.Builder
		for range 1 + d.IntN(7) {
			b.WriteString(parts[d.IntN(len(parts))])
		}
		if got := surface.PublishedLinkTemplate(surface.LinkTemplate(b.String())); got != b.String() {
			t.Fatalf("%q came back as %q", b.String(), got)
		}
	}
}
