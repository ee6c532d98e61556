// Command specbundle joins the surface specs that openapi/openapi.yaml lists into the one document that is served and published.
//
// Within the bundle every operation id, component and tag carries the name of its surface, so that two vendors may both
// have a resetPassword. Order, extensions and examples stay as authored; comments go.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	index := flag.String("index", "openapi/openapi.yaml", "the index of all surfaces")
	out := flag.String("out", "gen/openapi", "the directory to write to")
	catalogue := flag.String("problems", "", "write the catalogue of problems in this file, in place of the bundle")
	page := flag.String("page", "docs/problems.md", "the page that shows the catalogue to people")
	situations := flag.String("playbook", "", "join the cast and the situations of this folder, in place of the bundle, which is there")
	facts := flag.String("facts", "", "execute this template with the facts of the bundle and the problems, into the file -out")
	joined := flag.String("bundle", "gen/openapi/openapi.json", "the bundle that -facts and -postman read")
	scripts := flag.String("postman", "", "write the Postman collection with the scripts of this folder, in place of the bundle")
	language := flag.String("snippets", "", "write the requests' examples in this language, with the template -page, into the file -out")
	alone := flag.String("surface", "", "write the document of this surface, with its own names, as one file -out, in place of the bundle")
	formatter := flag.String("format", "", "the command that lays out what -snippets writes, from its input to its output")
	flag.Parse()
	var err error
	switch {
	case *alone != "":
		err = writeSurface(*index, *alone, *out)
	case *language != "":
		err = writeSnippets(*joined, *language, *formatter, *page, *out)
	case *facts != "":
		err = writeFacts(*joined, *catalogue, *facts, *out)
	case *catalogue != "":
		err = problems(*catalogue, *out, *page)
	case *scripts != "":
		err = postman(filepath.Dir(*joined), *scripts, *out)
	case *situations != "":
		err = playbook(*situations, *out)
	default:
		err = run(*index, *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "specbundle:", err)
		os.Exit(1)
	}
}

// run writes the bundle of the index into dir, or nothing at all if any check fails.
func run(index, dir string) error {
	doc, err := bundle(index)
	if err != nil {
		return err
	}
	files, err := render(doc)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.name), f.content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
