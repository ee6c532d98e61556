package console

import (
	"context"
	"fmt"
	"reflect"
	"strings"

	"github.com/alecthomas/kong"
)

// Local is what a command does on the machine of the service, without asking it: a command of
// its own beside those of the contract, or with the words of one of these more flags for it.
type Local struct {
	Words        []string
	Help, Detail string // of a command of its own
	Flags        any    // a pointer to a struct, as the parser reads it; filled before Run
	// Run answers false where the operation of these words is asked for after all, whose flags
	// it may read.
	Run func(ctx context.Context, flag func(name string) string) (code int, taken bool)
}

// fields are the flags, for the parser.
func (l *Local) fields() reflect.StructField {
	return reflect.StructField{Name: "Local", Type: reflect.TypeOf(l.Flags).Elem(), Tag: tag("embed", "")}
}

// runLocal runs the local command of these words, if there is one and it is meant.
func (c *Console) runLocal(ctx context.Context, words string, n *kong.Node) (int, bool) {
	for _, l := range c.Local {
		if strings.Join(l.Words, " ") == words {
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
