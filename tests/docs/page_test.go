package docs_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// block is one fenced block of a page.
type block struct {
	line     int // of its opening fence
	part     int // of its page
	language string
	mark     mark
	text     string
}

// mark is what the comment before a block says about it: <!-- sample: verb argument -->.
type mark struct{ verb, argument string }

// page is one document.
type page struct {
	name   string // relative to the repository
	before []before
	twice  []int // parts that are run twice, since people try things twice
	blocks []*block
}

// before is a command that stands for what a reader has when he begins.
type before struct {
	part    int
	command string
}

// verbs are the ways in which a block can be used besides the one of its language.
var verbs = map[string]string{
	"file":    "written into the folder under this name, before anything runs; a command must use it",
	"schema":  "an example of this schema of the contract",
	"like":    "stands so in this file, which is run by a test of its own",
	"stdin":   "run, with this line typed in",
	"stays":   "a service: started, and waited for until it is ready; with mysql as its argument, as there",
	"stopped": "run, after the service was ended",
	"mysql":   "run on MariaDB or MySQL; only parsed where there is none",
	"source":  "run in the repository, as a developer does",
	"metrics": "names metrics that the service has",
	"parsed":  "not run, for this reason; only parsed",
	"picture": "not for a machine",
}

var (
	fence      = regexp.MustCompile("^ {0,3}```+ *([^ `]*)")
	sampleMark = regexp.MustCompile(`^<!-- sample: ([a-z]+) ?(.*?) -->$`)
	pageMark   = regexp.MustCompile(`^<!-- samples: ([a-z]+) ?(.*?) -->$`)
	listItem   = regexp.MustCompile(`^ *([-*+]|[0-9]+[.)]) `)
)

// readPage takes a document apart; it complains of what no reader of blocks understands.
func readPage(root, name string) (*page, []string) {
	raw, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		return nil, []string{err.Error()}
	}
	return parsePage(name, string(raw))
}

func parsePage(name, text string) (*page, []string) {
	p := &page{name: name}
	var complaints []string
	complain := func(line int, format string, args ...any) {
		complaints = append(complaints, fmt.Sprintf("%s:%d: ", name, line)+fmt.Sprintf(format, args...))
	}
	var open *block
	var last mark
	part := 0
	above, inList := "", false // the nearest line with text, and whether a list is going on
	for i, line := range strings.Split(text, "\n") {
		switch found := fence.FindStringSubmatch(line); {
		case open != nil && strings.TrimSpace(line) == "```":
			open = nil
		case open != nil:
			open.text += line + "\n"
		case found != nil:
			open = &block{line: i + 1, part: part, language: found[1], mark: last}
			p.blocks = append(p.blocks, open)
			if open.language == "" {
				complain(i+1, "a block without a language: nobody knows how to try it")
			}
		case strings.HasPrefix(line, "    ") && strings.TrimSpace(above) == "" && !inList:
			complain(i+1, "an indented block: fence it, with a language")
		}
		last = mark{}
		if found := sampleMark.FindStringSubmatch(line); found != nil && open == nil {
			last = mark{found[1], found[2]}
			if verbs[last.verb] == "" {
				complain(i+1, "%q is no way to use a sample", last.verb)
			}
		} else if found := pageMark.FindStringSubmatch(line); found != nil && open == nil {
			switch found[1] {
			case "before":
				p.before = append(p.before, before{part, found[2]})
			case "fresh": // another folder, another machine
				part++
			case "twice":
				p.twice = append(p.twice, part)
			default:
				complain(i+1, "%q says nothing about the samples of a page", found[1])
			}
		} else if strings.HasPrefix(line, "<!-- sample") && open == nil {
			complain(i+1, "a mark that cannot be read")
		}
		if strings.TrimSpace(line) != "" {
			inList = listItem.MatchString(line) || inList && strings.HasPrefix(line, " ")
		}
		above = line
	}
	if open != nil {
		complain(open.line, "the block does not end")
	}
	return p, complaints
}

// parts are the page's sections that run each in a folder of its own.
func (p *page) parts() []*page {
	var all []*page
	for n := 0; ; n++ {
		one := &page{name: p.name}
		for _, b := range p.blocks {
			if b.part == n {
				one.blocks = append(one.blocks, b)
			}
		}
		if len(one.blocks) == 0 {
			return all
		}
		for _, b := range p.before {
			if b.part == n {
				one.before = append(one.before, b)
			}
		}
		if slices.Contains(p.twice, n) {
			one.twice = []int{n}
		}
		all = append(all, one)
	}
}

// usesDemo tells whether the page's commands speak to a demo.
func (p *page) usesDemo() bool {
	for _, b := range p.blocks {
		if b.language == "sh" && strings.Contains(b.text, ".rekey/demo.env") {
			return true
		}
	}
	return false
}

// commands is everything that runs on the page.
func (p *page) commands() string {
	var all strings.Builder
	for _, b := range p.blocks {
		if b.language == "sh" && b.mark.verb != "parsed" {
			all.WriteString(b.text)
		}
	}
	return all.String()
}
