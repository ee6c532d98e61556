package docs_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oasdiff/yaml3"

	spec "github.com/rekeyhq/rekey/gen/openapi"
)

// fate is what became of a block.
type fate string

const (
	executed fate = "executed"        // run, or used by what was run
	checked  fate = "checked"         // compared with its source, or run elsewhere
	parsed   fate = "parsed, not run" // with a reason
	picture  fate = "picture"         // nothing to run
)

// judged is the fate of every block of a page.
type judged struct {
	page  *page
	fates map[*block]fate
	run   []*block
	wrong []string
}

// judge decides what each block is, and checks all that needs no service.
func judge(p *page, withMySQL bool) *judged {
	j := &judged{page: p, fates: map[*block]fate{}}
	for _, b := range p.blocks {
		f, err := j.fateOf(b, withMySQL)
		if err != nil {
			j.wrong = append(j.wrong, fmt.Sprintf("%s:%d: %v", p.name, b.line, err))
			continue
		}
		j.fates[b] = f
		if b.language == "sh" && f == executed {
			j.run = append(j.run, b)
		}
	}
	return j
}

func (j *judged) fateOf(b *block, withMySQL bool) (fate, error) {
	switch b.mark.verb {
	case "picture":
		return picture, reasonOf(b)
	case "parsed":
		if err := reasonOf(b); err != nil {
			return parsed, err
		}
		return parsed, syntaxOf(b)
	case "like":
		return checked, standsIn(b)
	case "file":
		if !strings.Contains(j.page.commands(), b.mark.argument) {
			return executed, fmt.Errorf("no command of the page uses %q", b.mark.argument)
		}
		return executed, syntaxOf(b)
	case "schema":
		return checked, isOfSchema(b)
	case "metrics":
		return executed, syntaxOf(b)
	}
	if !withMySQL && (b.mark.verb == "mysql" || b.mark.argument == "mysql") {
		b.mark.argument = "there is no MariaDB or MySQL here; make docs-test/samples has one"
		return parsed, syntaxOf(b)
	}
	switch {
	case b.language == "sh":
		return executed, syntaxOf(b)
	case b.language == "text" && j.follows(b):
		return executed, nil
	}
	return "", fmt.Errorf("%s has no way of being run; say which (tests/docs/page_test.go lists them)", b.language)
}

// runOf are the commands of a part.
func (j *judged) runOf(part *page) []*block {
	var run []*block
	for _, b := range j.run {
		if slices.Contains(part.blocks, b) {
			run = append(run, b)
		}
	}
	return run
}

// follows tells whether b shows the output of a block that is run.
func (j *judged) follows(b *block) bool {
	return slices.ContainsFunc(j.run, func(r *block) bool { return j.page.after(r) == b && r.mark.verb != "stays" })
}

func reasonOf(b *block) error {
	if len(strings.Fields(b.mark.argument)) < 2 {
		return fmt.Errorf("%s needs a reason", b.mark.verb)
	}
	return nil
}

// syntaxOf reads a block as its language, without running it.
func syntaxOf(b *block) error {
	switch b.language {
	case "sh":
		c := exec.Command("bash", "-n")
		c.Stdin = strings.NewReader(b.text)
		if said, err := c.CombinedOutput(); err != nil {
			return fmt.Errorf("bash -n: %s", said)
		}
	case "json":
		for _, line := range lines(b.text) {
			if !json.Valid([]byte(line)) && !json.Valid([]byte(b.text)) {
				return fmt.Errorf("not JSON")
			}
		}
	case "yaml":
		var any yaml.Node
		return yaml.Unmarshal([]byte(b.text), &any)
	case "ini":
		return eachLine(b, regexp.MustCompile(`^$|^#|^\[[A-Z][A-Za-z]+\]$|^[A-Z][A-Za-z0-9]+=.*$`))
	case "nginx":
		if strings.Count(b.text, "{") != strings.Count(b.text, "}") {
			return fmt.Errorf("its braces do not match")
		}
		return eachLine(b, regexp.MustCompile(`^\s*$|^\s*#|[;{}]$`))
	case "python", "text":
		// Used as a file, which fails if it is none.
	default:
		return fmt.Errorf("nobody here reads %s", b.language)
	}
	return nil
}

func eachLine(b *block, is *regexp.Regexp) error {
	for _, line := range lines(b.text) {
		if !is.MatchString(line) {
			return fmt.Errorf("not %s: %s", b.language, line)
		}
	}
	return nil
}

func lines(text string) []string { return strings.Split(strings.TrimSpace(text), "\n") }

// standsIn finds the block in the file that it says it is from, whatever the indentation there.
func standsIn(b *block) error {
	raw, err := os.ReadFile(filepath.Join(root, b.mark.argument))
	if err != nil {
		return err
	}
	flat := func(text string) string {
		var out []string
		for _, line := range lines(text) {
			out = append(out, strings.TrimSpace(line))
		}
		return strings.Join(out, "\n")
	}
	if !strings.Contains(flat(string(raw)), flat(b.text)) {
		return fmt.Errorf("does not stand so in %s", b.mark.argument)
	}
	return nil
}

var contract = sync.OnceValues(func() (*openapi3.T, error) { return openapi3.NewLoader().LoadFromData(spec.JSON) })

func isOfSchema(b *block) error {
	doc, err := contract()
	if err != nil {
		return err
	}
	schema := doc.Components.Schemas[b.mark.argument]
	if schema == nil {
		return fmt.Errorf("the contract has no schema %s", b.mark.argument)
	}
	var value any
	if err := json.Unmarshal([]byte(b.text), &value); err != nil {
		return err
	}
	err = schema.Value.VisitJSON(value, openapi3.VisitAsRequest())
	var broken *openapi3.SchemaError
	if errors.As(err, &broken) { // in one line, without the schema
		return fmt.Errorf("is no %s: /%s: %s", b.mark.argument, strings.Join(broken.JSONPointer(), "/"), broken.Reason)
	}
	return err
}
