package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"runtime"
	"runtime/pprof"
	"time"
)

// role is what a server is told on its first line. It travels by standard input: the
// arguments of a process are for everybody to read.
type role struct {
	DatabaseURL string
	Secret      []byte
	Limited     bool // the hash limiter is on
}

// command is a further line, and reply the answer to it.
type command struct {
	Profile    string // begin a CPU profile, to be written here
	EndProfile bool
}

type reply struct {
	URL   string
	CPU   time.Duration // of this process so far
	Error string
}

// serve is the whole life of a server process: it ends with its standard input.
func serve(ctx context.Context, kind string, in io.Reader, out io.Writer) error {
	commands, replies := bufio.NewScanner(in), json.NewEncoder(out)
	if !commands.Scan() {
		return errors.Join(errors.New("no role on standard input"), commands.Err())
	}
	var r role
	if err := json.Unmarshal(commands.Bytes(), &r); err != nil {
		return err
	}
	handler, closing, err := handlerOf(ctx, kind, r)
	if err != nil {
		return errors.Join(err, replies.Encode(reply{Error: err.Error()}))
	}
	defer closing()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	web := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = web.Serve(listener) }()
	defer func() { _ = web.Close() }()
	if err := replies.Encode(reply{URL: "http://" + listener.Addr().String()}); err != nil {
		return err
	}
	for commands.Scan() {
		var c command
		if err := json.Unmarshal(commands.Bytes(), &c); err != nil {
			return err
		}
		if err := profile(c); err != nil {
			return err
		}
		used, err := processCPU()
		if err := errors.Join(err, replies.Encode(reply{CPU: used})); err != nil {
			return err
		}
	}
	return commands.Err()
}

func handlerOf(ctx context.Context, kind string, r role) (http.Handler, func(), error) {
	switch kind {
	case "rekey":
		return serveRekey(ctx, r)
	case "floor":
		runtime.GOMAXPROCS(runtime.NumCPU())
		return serveFloor(ctx, r)
	}
	return nil, nil, fmt.Errorf("-serve is rekey or floor, not %q", kind)
}

func profile(c command) error {
	if c.EndProfile {
		pprof.StopCPUProfile() // writes the file
	}
	if c.Profile == "" {
		return nil
	}
	f, err := os.Create(c.Profile)
	if err != nil {
		return err
	}
	return pprof.StartCPUProfile(f)
}
