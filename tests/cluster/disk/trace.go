package disk

import (
	"bufio"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Kind is what a process did.
type Kind string

// The kinds.
const (
	Write    Kind = "write"
	Truncate Kind = "truncate"
	Sync     Kind = "sync" // of a file, or of a folder
	Create   Kind = "create"
	Remove   Kind = "remove"
	Send     Kind = "send" // to a client
)

// Event is one act of a process. It begins before it is done: a write may be on the disk from its beginning on, and a
// sync counts when it is done.
type Event struct {
	Kind Kind
	Path string // empty for Send
	At   int64  // offset of a write, or size of a truncated file
	Data []byte
	Done bool // of a sync: false where it begins, true where it ends
}

// calls are those that change files, and those by which a server answers.
const calls = "open,openat,creat,pwrite64,pwritev,pwritev2,write,writev,fsync,fdatasync,ftruncate,fallocate," +
	"unlink,unlinkat,rename,renameat,renameat2"

// Record gives the words before a command that let it run as usual, and leave a trace at path.
func Record(path string) []string {
	return []string{"strace", "-f", "--seccomp-bpf", "-y", "-qq", "-xx", "-s", "70000", "-e", "trace=" + calls, "-e", "signal=none", "-o", path}
}

// Read reads the trace of what a process did to files whose names begin with prefix, to their folder, and to sockets.
func Read(path, prefix string) ([]Event, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	r := &reader{prefix: prefix, begun: map[string]string{}}
	lines := bufio.NewReaderSize(f, 1<<20)
	for {
		line, err := lines.ReadString('\n')
		if line != "" {
			if err := r.line(strings.TrimSuffix(line, "\n")); err != nil {
				return nil, fmt.Errorf("%.200s: %w", line, err)
			}
		}
		if errors.Is(err, io.EOF) {
			return r.events, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

type reader struct {
	prefix string
	events []Event
	begun  map[string]string // by thread: a call that another one interrupted in the trace
}

// line reads one line: PID call(arguments) = result, or one of its halves.
func (r *reader) line(line string) error {
	thread, rest, ok := strings.Cut(line, " ")
	if !ok {
		return errors.New("no thread")
	}
	rest = strings.TrimLeft(rest, " ")
	if begun, unfinished := strings.CutSuffix(rest, " <unfinished ...>"); unfinished {
		r.begun[thread] = begun
		return r.call(begun, true, false)
	}
	if tail, resumed := strings.CutPrefix(rest, "<... "); resumed {
		_, tail, _ = strings.Cut(tail, " resumed>")
		begun := r.begun[thread]
		delete(r.begun, thread)
		if strings.Contains(tail, " = -1 ") {
			return failed(begun)
		}
		return r.call(begun+tail, false, true)
	}
	if strings.Contains(rest, ") = -1 ") {
		return failed(rest)
	}
	return r.call(rest, true, true)
}

// failed refuses a trace with a write that failed: what it left is not known.
func failed(call string) error {
	name, _, _ := strings.Cut(call, "(")
	switch name {
	case "pwrite64", "ftruncate", "fsync", "fdatasync":
		return errors.New("the call failed")
	}
	return nil // such as a file that is not there, or a socket that the client closed
}

// call reads a call where it begins, where it ends, or both.
func (r *reader) call(text string, begins, ends bool) error {
	name, arguments, ok := strings.Cut(text, "(")
	if !ok {
		return nil // an exit
	}
	switch name {
	case "fsync", "fdatasync":
		path, _, err := described(arguments)
		if err == nil && r.ours(path) {
			if begins {
				r.events = append(r.events, Event{Kind: Sync, Path: path})
			}
			if ends {
				r.events = append(r.events, Event{Kind: Sync, Path: path, Done: true})
			}
		}
		return err
	case "open", "openat", "creat":
		if ends {
			return r.opened(arguments)
		}
		return nil
	}
	if !begins { // it counts where it begins
		return nil
	}
	switch name {
	case "unlink", "unlinkat":
		path, err := quoted(arguments)
		if err == nil && r.file(path) {
			r.events = append(r.events, Event{Kind: Remove, Path: path})
		}
		return err
	case "write", "pwrite64", "ftruncate":
		return r.change(name, arguments)
	}
	if path, _, err := described(arguments); err == nil && r.file(path) || strings.HasPrefix(name, "rename") {
		return errors.New("the call is not understood")
	}
	return nil
}

// opened reads the opening of a file that may be created by it. Whether it was there, the disk knows.
func (r *reader) opened(arguments string) error {
	if !strings.Contains(arguments, "O_CREAT") {
		return nil
	}
	if strings.Contains(arguments, "O_TRUNC") {
		return nil // none of a database
	}
	_, result, _ := strings.Cut(arguments, ") = ")
	path, _, err := described(result)
	if err == nil && r.file(path) {
		r.events = append(r.events, Event{Kind: Create, Path: path})
	}
	return err
}

func (r *reader) change(name, arguments string) error {
	path, rest, err := described(arguments)
	if err != nil {
		return err
	}
	send := strings.HasPrefix(path, "socket:")
	if !send && !r.file(path) {
		return nil
	}
	e := Event{Kind: Write, Path: path}
	switch {
	case send:
		e.Kind, e.Path = Send, ""
	case name == "write":
		return errors.New("a write without an offset is not understood")
	case name == "ftruncate":
		e.Kind = Truncate
		e.At, err = number(rest)
		r.events = append(r.events, e)
		return err
	}
	text, rest, ok := strings.Cut(strings.TrimPrefix(rest, `"`), `"`)
	if !ok || strings.HasPrefix(rest, "...") {
		return errors.New("the data are not complete")
	}
	if e.Data, err = unescape(text); err != nil {
		return err
	}
	if !send {
		parts := strings.Split(rest, ", ") // empty, length, offset
		if len(parts) < 3 {
			return errors.New("no offset")
		}
		e.At, err = number(parts[2])
	}
	r.events = append(r.events, e)
	return err
}

// file tells of a file of the database. Its index of the log (-shm) is memory that processes share: they make it again
// when the first one opens the database.
func (r *reader) file(path string) bool {
	return strings.HasPrefix(path, r.prefix) && !strings.HasSuffix(path, "-shm")
}

// ours tells of the files, and of their folder.
func (r *reader) ours(path string) bool { return r.file(path) || path == filepath.Dir(r.prefix) }

// described reads a file descriptor with its path: 7<\x2f\x74>, and what follows it.
func described(text string) (path, rest string, err error) {
	_, after, ok := strings.Cut(text, "<")
	if !ok {
		return "", "", nil // without a path
	}
	path, rest, ok = strings.Cut(after, ">")
	if !ok {
		return "", "", errors.New("no end of the path")
	}
	raw, err := unescape(path)
	return string(raw), strings.TrimPrefix(rest, ", "), err
}

// quoted reads the first text in quotes.
func quoted(text string) (string, error) {
	_, after, _ := strings.Cut(text, `"`)
	inner, _, ok := strings.Cut(after, `"`)
	if !ok {
		return "", errors.New("no text")
	}
	raw, err := unescape(inner)
	return string(raw), err
}

// unescape reads \x2f\x74. Some versions print a path as it is.
func unescape(text string) ([]byte, error) {
	if !strings.HasPrefix(text, `\x`) {
		return []byte(text), nil
	}
	return hex.DecodeString(strings.ReplaceAll(text, `\x`, ""))
}

// number reads the number that a text begins with.
func number(text string) (int64, error) {
	end := strings.IndexFunc(text, func(c rune) bool { return c < '0' || c > '9' })
	if end < 0 {
		end = len(text)
	}
	return strconv.ParseInt(text[:end], 10, 64)
}
