// Package rekey holds the documents of the repository that the binary serves at /docs.
// It stands at the top because go:embed reads nothing above its own folder.
package rekey

import "embed"

// Documents are docs/*.md and CHANGELOG.md.
//
//go:embed docs/*.md CHANGELOG.md
var Documents embed.FS
