package console

import (
	"context"
	"fmt"
	"reflect"
	"strings"

	"github.com/alecthomas/kong"
)

// Local is a command that works on the machine of the service without calling it. It is a command
// of its own, or adds flags to the command of the contract with the same words.
type Local struct {
	Words        []string
	Help, Detail string // of a command of its own
	Flags        any    // a pointer to a struct, as the parser reads it; filled before Run
	// Prepare, if set, takes the place of Run: it prepares the call of the contract. Nil: the call is made as it is.
	Prepare func() (*Prepared, error)
	// Run returns false if the operation of the contract must be called instead. It can read the
	// flags of that operation.
	Run func(ctx context.Context, flag func(name string) string) (code int, taken bool)
}

// fields returns the flags for the parser.
func (l *Local) fields() reflect.StructField {
	return reflect.StructField{Name: "Local", Type: reflect.TypeOf(l.Flags).Elem(), Tag: tag("embed", "")}
}

// runLocal runs the local command of these words, if there is one and its flags select it.
func (c *Console) runLocal(ctx context.Context, words string, n *kong.Node) (int, bool) {
	for _, l := range c.Local {
		if l.Run != nil && strings.Join(l.Words, " ") == words {
			reflect.ValueOf(l.Flags).Elem().Set(n.Target.FieldByName("Local"))
			given := givenBy(n)
			return l.Run(ctx, func(name string) string {
				if v := given[name]; v.Kind() == reflect.Pointer && !v.IsNil() {
					return fmt.Sprint(v.Elem().Interface())
				}
				return given.text(name)
			})
		}
	}
	return 0, false
}
