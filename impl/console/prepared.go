package console

import (
	"context"
	"reflect"
	"strings"

	"github.com/alecthomas/kong"
)

// Prepared is a call of the contract that a local command prepared.
type Prepared struct {
	Words []string          // of the operation that is called in place of the command's own; nil: its own
	Set   map[string]string // values of flags
	// Done gets the body of a success before it is printed, and nil if there was none.
	Done func(body []byte) error
}

// prepared lets the local command of these words prepare the call; nil if there is none, or if its flags do not
// select it.
func (c *Console) prepared(words string, n *kong.Node) (*Prepared, error) {
	for _, l := range c.Local {
		if l.Prepare != nil && strings.Join(l.Words, " ") == words {
			reflect.ValueOf(l.Flags).Elem().Set(n.Target.FieldByName("Local"))
			return l.Prepare()
		}
	}
	return nil, nil
}

// runPrepared calls the operation that was prepared.
func (c *Console) runPrepared(ctx context.Context, p *Prepared, words string, g given) (int, bool) {
	if p.Words != nil {
		words = strings.Join(p.Words, " ")
	}
	for name, value := range p.Set {
		g = g.with(name, value)
	}
	for _, o := range c.operations {
		if strings.Join(o.words, " ") == words {
			done, told := p.Done, false
			code := c.run(ctx, o, g, func(body []byte) error { told = true; return done(body) })
			if !told {
				if err := done(nil); err != nil {
					c.complain(err)
				}
			}
			return code, true
		}
	}
	return ExitFailed, true // unreachable: the operation is part of the contract
}
