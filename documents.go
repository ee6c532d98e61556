// Package documents holds the documents of this repository that the binary serves at /docs:
// the guides in docs/ and the changelog.
//
// It stands at the top of the repository, because go:embed reads nothing above its own folder.
// impl/docs turns the files into pages; impl/server serves them. The package holds no code, and
// nothing that is not published may be embedded here.
package documents

import "embed"

// Files are docs/*.md and CHANGELOG.md.
//
//go:embed docs/*.md CHANGELOG.md
var Files embed.FS
