package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// child is a server in a process of its own, so that its CPU can be told from that of
// the clients.
type child struct {
	URL     string
	process *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Scanner
	log     *os.File
}

func start(ctx context.Context, dir, name, kind string, r role) (*child, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	c := &child{process: exec.CommandContext(ctx, self, "-serve", kind)}
	// The access log is written to a file, as in production.
	if c.log, err = os.Create(filepath.Join(dir, name+".log")); err != nil {
		return nil, err
	}
	c.process.Stderr = c.log
	if c.in, err = c.process.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := c.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	c.out = bufio.NewScanner(out)
	if err := c.process.Start(); err != nil {
		return nil, err
	}
	answer, err := c.ask(r)
	if err != nil {
		return nil, fmt.Errorf("the %s server does not start: %w", name, errors.Join(err, c.end()))
	}
	c.URL = answer.URL
	return c, nil
}

func (c *child) ask(line any) (reply, error) {
	var r reply
	if err := json.NewEncoder(c.in).Encode(line); err != nil {
		return r, err
	}
	if !c.out.Scan() {
		return r, errors.Join(errors.New("the server ended"), c.out.Err())
	}
	if err := json.Unmarshal(c.out.Bytes(), &r); err != nil {
		return r, err
	}
	if r.Error != "" {
		return r, errors.New(r.Error)
	}
	return r, nil
}

// used is the CPU time of the server so far.
func (c *child) used() (time.Duration, error) {
	r, err := c.ask(command{})
	return r.CPU, err
}

// profiled runs what is to be seen in a CPU profile of the server.
func (c *child) profiled(path string, run func() error) error {
	if _, err := c.ask(command{Profile: path}); err != nil {
		return err
	}
	err := run()
	_, ended := c.ask(command{EndProfile: true})
	return errors.Join(err, ended)
}

func (c *child) end() error {
	return errors.Join(c.in.Close(), c.process.Wait(), c.log.Close())
}
