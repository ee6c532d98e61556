// Command specbundle generates files from the contract. Each of its commands writes one thing:
//
//	bundle     the one document of all surfaces, which is served and published
//	surface    the document of one surface, in one file
//	playbook   how the examples of the bundle are reached on a server
//	proto      the messages and procedures of the RPC faces
//	problems   the catalogue of problem codes, for the server and for people
//	postman    the Postman collection with its environments
//	facts      a template, executed with the data that an SDK is made from
//	snippets   each example of a request as a statement in one language
//
// cmd/generate calls it by the targets of the Makefile; what it writes is in gen/, and is never edited.
// The same input always gives the same output, and nothing is written if a check fails.
//
// In the bundle every operation id, component and tag has the name of its surface, so that two
// vendors can both have a resetPassword. Order, extensions and examples stay as authored; comments
// are removed. Documents are handled as YAML nodes and not by libopenapi's bundler, which joins the
// files of one document and invents names where some clash. Here the names follow from the surface,
// in every place that has one, and a document that would lose something is refused. A library could
// only replace the following of references between files, in join.go.
package main

import (
	"os"
	"path/filepath"

	"github.com/alecthomas/kong"
)

type commands struct {
	Bundle   bundleCommand   `cmd:"" help:"Join all surfaces."`
	Surface  surfaceCommand  `cmd:"" help:"Join the files of one surface, with its own names."`
	Playbook playbookCommand `cmd:"" help:"Join the fixtures, the journeys and the situations of all surfaces."`
	Proto    protoCommand    `cmd:"" help:"Write the descriptors of the messages and procedures."`
	Problems problemsCommand `cmd:"" help:"Write the catalogue of problems."`
	Postman  postmanCommand  `cmd:"" help:"Write the Postman collection and its environments."`
	Facts    factsCommand    `cmd:"" help:"Execute a template with the facts of the contract."`
	Snippets snippetsCommand `cmd:"" help:"Write the requests' examples in one language."`
}

func main() {
	var c commands
	parsed := kong.Parse(&c, kong.Name("specbundle"), kong.Description("Makes what is generated of the contract."), kong.UsageOnError())
	parsed.FatalIfErrorf(parsed.Run())
}

type bundleCommand struct {
	Index string `default:"openapi/openapi.yaml" help:"The index of all surfaces."`
	Out   string `default:"gen/openapi" help:"The folder to write to."`
}

// Run writes the bundle, or nothing at all if any check fails.
func (c *bundleCommand) Run() error { return run(c.Index, c.Out) }

type surfaceCommand struct {
	Name  string `arg:"" help:"The surface, as the index calls it."`
	Index string `default:"openapi/openapi.yaml" help:"The index of all surfaces."`
	Out   string `required:"" help:"The file to write."`
}

// Run writes one surface.
func (c *surfaceCommand) Run() error { return writeSurface(c.Index, c.Name, c.Out) }

type playbookCommand struct {
	From string `default:"openapi" help:"The folder of the fixtures and the situations."`
	Out  string `default:"gen/openapi" help:"The folder to write to, where the bundle is."`
}

// Run writes the playbook.
func (c *playbookCommand) Run() error { return playbook(c.From, c.Out) }

type protoCommand struct {
	From string `default:"openapi/proto" help:"The folder of the .proto files."`
	Out  string `default:"gen/proto" help:"The folder to write to."`
}

// Run writes the descriptors.
func (c *protoCommand) Run() error { return proto(c.From, c.Out) }

type problemsCommand struct {
	Catalogue string `default:"openapi/problems.yaml" help:"The catalogue."`
	Out       string `default:"gen/problem" help:"The folder of the Go package."`
	Page      string `default:"docs/problems.md" help:"The page that shows it to people."`
}

// Run writes the catalogue.
func (c *problemsCommand) Run() error { return problems(c.Catalogue, c.Out, c.Page) }

type postmanCommand struct {
	Scripts string `default:"openapi/codegen/postman" help:"The folder of the collection's scripts."`
	Bundle  string `default:"gen/openapi/openapi.json" help:"The bundle, with the playbook beside it."`
	Out     string `default:"gen/postman" help:"The folder to write to."`
}

// Run writes the collection.
func (c *postmanCommand) Run() error { return postman(filepath.Dir(c.Bundle), c.Scripts, c.Out) }

type factsCommand struct {
	Template  string `arg:"" help:"The template."`
	Catalogue string `default:"openapi/problems.yaml" help:"The catalogue of problems."`
	Bundle    string `default:"gen/openapi/openapi.json" help:"The bundle."`
	Out       string `required:"" help:"The file to write; a folder for a template of several files."`
}

// Run executes the template.
func (c *factsCommand) Run() error { return writeFacts(c.Bundle, c.Catalogue, c.Template, c.Out) }

type snippetsCommand struct {
	Language string `arg:"" help:"go, typescript, python or java."`
	Bundle   string `default:"gen/openapi/openapi.json" help:"The bundle."`
	Format   string `help:"The command that lays the snippets out, from its input to its output."`
	Page     string `required:"" help:"The template of the file."`
	Out      string `required:"" help:"The file to write."`
}

// Run writes the snippets.
func (c *snippetsCommand) Run() error {
	return writeSnippets(c.Bundle, c.Language, c.Format, c.Page, c.Out)
}

// run writes the bundle of the index into dir.
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
