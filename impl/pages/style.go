package pages

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"

	"github.com/rekeyhq/rekey/impl/docs"
)

// style is the style sheet of the pages. The policy allows it by its hash.
type style struct {
	css    template.CSS
	policy string // Content-Security-Policy
}

func readStyle() (style, error) {
	own, err := files.ReadFile("templates/style.css")
	if err != nil {
		return style{}, fmt.Errorf("pages: %w", err)
	}
	css := append([]byte(docs.Palette), own...)
	sum := sha256.Sum256(css)
	return style{
		css: template.CSS(css), // embedded, not input
		policy: "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
			"'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	}, nil
}
