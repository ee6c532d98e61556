package console

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"
)

// common are the flags of every command.
type common struct {
	URL          string `name:"url" group:"Connection" env:"REKEY_URL" default:"http://127.0.0.1:8080" placeholder:"URL" help:"Where the service is."`
	KeyFile      string `name:"key-file" group:"Connection" placeholder:"FILE" help:"Read the API key from FILE; else it is $$REKEY_API_KEY. It is never an argument, where every process of the machine would see it."`
	InsecureHTTP bool   `name:"insecure-http" group:"Connection" help:"Send the key without TLS to another machine."`
	JSON         bool   `name:"json" group:"Output" xor:"output" help:"Print JSON also on a terminal."`
	Table        bool   `name:"table" group:"Output" xor:"output" help:"Print a table also if the output is no terminal."`
	Wide         bool   `name:"wide" group:"Output" xor:"output" help:"Print a table with every column whole, however wide the terminal is."`
	Only         string `name:"only" group:"Output" xor:"output" placeholder:"MEMBER" help:"Print this member alone, of each item a line, such as id."`
}

// Group is the key of the group of these commands in the help.
const Group = "manage"

// Options returns the commands as options of the parser: the parser reads a struct type for each.
// Detail is set apart, since a struct tag has no place for it.
func (c *Console) Options() []kong.Option {
	root := &branch{}
	for _, o := range c.operations {
		root.at(o.words).operation = o
	}
	for i := range c.Local {
		root.at(c.Local[i].Words).local = &c.Local[i]
	}
	var options []kong.Option
	for _, b := range root.below {
		help := ""
		for _, next := range b.below {
			if next.operation != nil {
				help = strings.TrimSpace(help + " " + next.operation.summary + ".")
			}
		}
		for _, tag := range c.Spec.Tags {
			if tag.Name == b.word {
				help = escape(strings.TrimSpace(tag.Description))
			}
		}
		options = append(options, kong.DynamicCommand(b.word, help, Group, reflect.New(b.structure()).Interface()))
	}
	return append(options, kong.PostBuild(func(k *kong.Kong) error {
		for _, o := range c.operations {
			if n := nodeOf(k.Model.Node, o.words); n != nil {
				n.Detail = o.detail()
			}
		}
		for _, l := range c.Local {
			if n := nodeOf(k.Model.Node, l.Words); n != nil && l.Detail != "" {
				n.Detail = l.Detail
			}
		}
		return nil
	}))
}

// branch is a word of a command, with the words that can follow it.
type branch struct {
	word      string
	below     []*branch // in the order of the operations
	operation *operation
	local     *Local
}

func (b *branch) at(words []string) *branch {
	if len(words) == 0 {
		return b
	}
	for _, next := range b.below {
		if next.word == words[0] {
			return next.at(words[1:])
		}
	}
	next := &branch{word: words[0]}
	b.below = append(b.below, next)
	return next.at(words[1:])
}

func (b *branch) structure() reflect.Type {
	var fields []reflect.StructField
	for _, next := range b.below {
		help := "Manage the " + next.word + "."
		switch {
		case next.operation != nil:
			help = next.operation.summary + "."
		case next.local != nil:
			help = next.local.Help
		}
		fields = append(fields, reflect.StructField{
			Name: fmt.Sprintf("Command%d", len(fields)), Type: next.structure(),
			Tag: tag("cmd", "", "name", next.word, "help", escape(help)),
		})
	}
	if b.operation != nil {
		fields = append(fields, b.operation.fields()...)
		fields = append(fields, reflect.StructField{
			Name: "Common", Type: reflect.TypeFor[common](), Tag: tag("embed", ""),
		})
	}
	if b.local != nil {
		fields = append(fields, b.local.fields())
	}
	return reflect.StructOf(fields)
}

// fields returns the flags and arguments of an operation.
func (o *operation) fields() []reflect.StructField {
	var fields []reflect.StructField
	add := func(name string, t reflect.Type, tags ...string) {
		fields = append(fields, reflect.StructField{
			Name: fmt.Sprintf("Flag%d", len(fields)), Type: t, Tag: tag(append([]string{"name", name}, tags...)...),
		})
	}
	nullable := []string{}
	for _, in := range o.inputs {
		help := escape(in.help)
		if in.required && in.place == inBody {
			help = strings.TrimSpace(help + " Required.")
		}
		if in.schema.Nullable {
			nullable = append(nullable, in.name)
		}
		switch {
		case in.place == inPath:
			add(in.name, reflect.TypeFor[string](), "arg", "", "help", help)
		case in.secret:
			add(in.name+"-file", reflect.TypeFor[*string](), "placeholder", "FILE", "help", help+" Read from FILE; - is standard input, or a prompt.")
			add(in.name+"-env", reflect.TypeFor[*string](), "placeholder", "NAME", "help", "The same, from the variable NAME.")
		default:
			t, more := in.flag()
			add(in.name, t, append(more, "help", help)...)
		}
	}
	if o.hasBody {
		add("body", reflect.TypeFor[string](), "placeholder", "FILE", "group", "Input",
			"help", "Read the body from FILE, as JSON; - is standard input. Flags go over it.")
	}
	if len(nullable) > 0 {
		add("unset", reflect.TypeFor[[]string](), "placeholder", "FLAG", "group", "Input", "help", "Clear a value: "+strings.Join(nullable, ", ")+".")
	}
	if o.pages() {
		add("all", reflect.TypeFor[bool](), "group", "Output", "help", "Follow the pages to the end.")
	}
	if o.keyed {
		add("idempotency-key", reflect.TypeFor[string](), "placeholder", "KEY", "group", "Connection",
			"help", "Repeat an earlier call of this key safely; a new one unless given.")
	}
	if o.matched {
		add("if-match", reflect.TypeFor[string](), "placeholder", "ETAG", "group", "Connection",
			"help", "Refuse if the object is no longer of this version.")
	}
	return fields
}

// flag returns the type of an input, which is nil if the input is not given, and its tags for the
// parser.
func (in *input) flag() (reflect.Type, []string) {
	switch kindOf(in.schema) {
	case whole:
		return reflect.TypeFor[*int64](), []string{"placeholder", "N"}
	case number:
		return reflect.TypeFor[*float64](), []string{"placeholder", "N"}
	case boolean:
		return reflect.TypeFor[*bool](), []string{"negatable", ""}
	case texts:
		return reflect.TypeFor[[]string](), []string{"sep", "none", "placeholder", in.placeholder()}
	case wholes:
		return reflect.TypeFor[[]int64](), []string{"placeholder", "N"}
	case records:
		return reflect.TypeFor[[]string](), []string{"sep", "none", "placeholder", recordOf(in.schema).form()}
	case pairs:
		return reflect.TypeFor[map[string]string](), []string{"mapsep", "none", "placeholder", "NAME=VALUE"}
	}
	return reflect.TypeFor[*string](), []string{"placeholder", in.placeholder()}
}

func (in *input) placeholder() string {
	switch last := in.member[len(in.member)-1]; {
	case len(choices(in.schema)) > 0:
		return "CHOICE"
	case strings.HasSuffix(last, "Id") || strings.HasSuffix(last, "Ids"):
		return "ID"
	case in.schema.Format == "date-time":
		return "TIME"
	}
	return "TEXT"
}

// tag writes a struct tag of names and values.
func tag(pairs ...string) reflect.StructTag {
	var parts []string
	for i := 0; i < len(pairs); i += 2 {
		parts = append(parts, pairs[i]+":"+strconv.Quote(pairs[i+1]))
	}
	return reflect.StructTag(strings.Join(parts, " "))
}

// escape keeps the parser from replacing variables in a text.
func escape(s string) string { return strings.ReplaceAll(s, "$", "$$") }

func nodeOf(n *kong.Node, words []string) *kong.Node {
	for _, word := range words {
		var next *kong.Node
		for _, child := range n.Children {
			if child.Name == word {
				next = child
			}
		}
		if next == nil {
			return nil
		}
		n = next
	}
	return n
}

// detail returns the long help of a command.
func (o *operation) detail() string {
	return o.description + "\n\n" + o.method + " " + o.path + ". " + ExitCodesInHelp
}
