package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// generator writes parts into a tree.
type generator struct {
	tree
	known      memory
	write      func(ctx context.Context, t tree, part string) (output []byte, err error)
	toolchains toolchains
	say        *log.Logger
	quiet      bool // prints failures only
}

// outcome is the result for a part.
type outcome string

const (
	written outcome = "written"
	current outcome = "up to date"
	leftOut outcome = "left out"
	failed  outcome = "failed"
)

// outcomes are the results for parts, in the same order.
type outcomes []outcome

func (o outcomes) count(which outcome) int {
	n := 0
	for _, one := range o {
		if one == which {
			n++
		}
	}
	return n
}

// generate brings the chosen parts up to date and reports which it could not write.
func (g generator) generate(ctx context.Context, all, chosen []part) error {
	done := g.run(ctx, chosen)
	for i, p := range chosen {
		if done[i] == leftOut {
			_, missing := g.toolchains.versions(ctx, p.needs)
			g.say.Printf("generate: left out %s: it needs %s", p.name, missing)
		}
	}
	g.say.Printf("generate: %d written, %d up to date, %d left out, %d failed",
		done.count(written), done.count(current), done.count(leftOut), done.count(failed))
	if done.count(leftOut) > 0 {
		g.say.Println("generate: what was left out is as it was; where everything is installed, make generate writes and make verify compares it")
	}
	if err := g.rest(ctx, all, chosen); err != nil {
		return err
	}
	if done.count(failed) > 0 {
		return errors.New("generate: not everything could be written")
	}
	return nil
}

// rest returns the parts that were not chosen and are not known to be up to date.
func (g generator) rest(ctx context.Context, all, chosen []part) error {
	var names []string
	for _, p := range all {
		if slices.ContainsFunc(chosen, func(c part) bool { return c.name == p.name }) {
			continue
		}
		inputs, outputs, err := g.state(ctx, p)
		if err != nil {
			return err
		}
		if ok, err := g.known.has(line(p, inputs, outputs)); err != nil {
			return err
		} else if ok {
			continue
		}
		if names = append(names, p.name); len(p.needs) > 0 {
			names[len(names)-1] += " (needs " + namesOf(p.needs) + ")"
		}
	}
	if len(names) > 0 {
		g.say.Println("generate: left for make generate:", strings.Join(names, ", "))
	}
	return nil
}

// run brings parts up to date, as many at the same time as there are processors: first those that read
// only authored files, then those that read generated ones.
func (g generator) run(ctx context.Context, parts []part) outcomes {
	done := make(outcomes, len(parts))
	for _, p := range parts { // before parts run at the same time
		g.toolchains.versions(ctx, p.needs)
	}
	for _, second := range []bool{false, true} {
		turn := make(chan int)
		var workers sync.WaitGroup
		for range runtime.NumCPU() {
			workers.Go(func() {
				for i := range turn {
					done[i] = g.bring(ctx, parts[i])
				}
			})
		}
		for i, p := range parts {
			if p.afterBundle() == second {
				turn <- i
			}
		}
		close(turn)
		workers.Wait()
	}
	return done
}

// bring brings one part up to date.
func (g generator) bring(ctx context.Context, p part) outcome {
	if _, missing := g.toolchains.versions(ctx, p.needs); missing != "" {
		return leftOut
	}
	what, output, err := g.update(ctx, p)
	switch {
	case err != nil:
		g.say.Printf("%sgenerate: %s failed: %v", output, p.name, err)
		return failed
	case what == written && !g.quiet:
		g.say.Printf("%sgenerate: wrote %s", output, p.name)
	}
	return what
}

func (g generator) update(ctx context.Context, p part) (outcome, []byte, error) {
	inputs, outputs, err := g.state(ctx, p)
	if err != nil {
		return failed, nil, err
	}
	if ok, err := g.known.has(line(p, inputs, outputs)); ok || err != nil {
		return current, nil, err
	}
	said, err := g.write(ctx, g.tree, p.name)
	if err != nil {
		return failed, said, err
	}
	if outputs, err = g.digest(p.writes); err != nil {
		return failed, said, err
	}
	// With the inputs from before the run: a change in the meantime is not in the output.
	return written, said, g.known.add(line(p, inputs, outputs))
}

// state has the digests of a part's inputs and tools, and of its outputs.
func (g generator) state(ctx context.Context, p part) (inputs, outputs string, err error) {
	if inputs, err = g.digest(p.reads); err != nil {
		return "", "", err
	}
	if versions, _ := g.toolchains.versions(ctx, p.needs); versions != "" {
		inputs += " " + versions
	}
	outputs, err = g.digest(p.writes)
	return inputs, outputs, err
}

func line(p part, inputs, outputs string) string {
	return fmt.Sprintf("%s: %s -> %s", p.name, inputs, outputs)
}

// makeWrite calls the target of the Makefile that writes a part.
func makeWrite(ctx context.Context, t tree, name string) ([]byte, error) {
	c := exec.CommandContext(ctx, "make", "--silent", "--no-print-directory",
		"GEN="+t.out+"/gen", "DOCS="+t.out+"/docs", "write/"+name)
	// The make that runs this program shares no job slots with it.
	c.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		return strings.HasPrefix(v, "MAKEFLAGS=") || strings.HasPrefix(v, "MFLAGS=") || strings.HasPrefix(v, "MAKELEVEL=")
	})
	return c.CombinedOutput()
}
