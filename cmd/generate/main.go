// Command generate writes the parts of gen/ that are out of date, with the installed toolchains, and
// prints which parts it could not write. With -verify it writes every part into a new folder and
// compares it with gen/.
//
// A part is what one target of the Makefile, write/<part>, writes; parts.go lists what each part reads,
// writes and needs. A part is up to date if the digests of its inputs and outputs were recorded
// together; times of files are never compared. The targets generate and verify of the Makefile run it.
// How a part is generated is not decided here.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	check := flag.Bool("verify", false, "write every part into a fresh folder, and fail if gen/ differs or a part cannot be written")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "generate [-verify] [a surface, a part, or a group of parts such as sdk]")
		flag.PrintDefaults()
	}
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *check, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, check bool, choice string) error {
	surfaces, err := readSurfaces(".")
	if err != nil {
		return err
	}
	parts := table(surfaces)
	g := generator{
		tree: tree{root: ".", out: "."}, known: ".tools/generated.txt", write: makeWrite, toolchains: toolchains{}, say: log.New(os.Stderr, "", 0),
	}
	if check {
		return g.verify(ctx, parts)
	}
	chosen, err := choose(parts, surfaces, choice)
	if err != nil {
		return err
	}
	return g.generate(ctx, parts, chosen)
}
