package console

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// Shells lists the shells that Completion supports.
func Shells() []string { return []string{"bash", "zsh", "fish"} }

// Completion returns a script that completes commands and flags. The script contains everything,
// so the shell calls neither the program nor the service.
func Completion(app *kong.Application, shell string) string {
	var b strings.Builder
	switch shell {
	case "bash":
		bash(&b, app)
	case "zsh":
		zsh(&b, app)
	case "fish":
		fish(&b, app)
	}
	return b.String()
}

// suggestion is a word with its meaning.
type suggestion struct{ word, help string }

// visitCommands calls visit for every command with the words that can follow it.
func visitCommands(n *kong.Node, path []string, visit func(path []string, words []suggestion)) {
	var words []suggestion
	for _, child := range n.Children {
		if !child.Hidden {
			words = append(words, suggestion{child.Name, child.Help})
		}
	}
	for _, f := range n.Flags {
		if !f.Hidden {
			words = append(words, suggestion{"--" + f.Name, f.Help})
		}
	}
	if len(path) > 0 {
		words = append(words, suggestion{"--help", "Show help."})
	}
	visit(path, words)
	for _, child := range n.Children {
		visitCommands(child, append(path[:len(path):len(path)], child.Name), visit)
	}
}

// cases writes a case for each command, with which the shell compares the words typed so far.
func cases(b *strings.Builder, app *kong.Application, line func(words []suggestion) string) {
	visitCommands(app.Node, nil, func(path []string, words []suggestion) {
		fmt.Fprintf(b, "    %q) %s ;;\n", strings.Join(path, " "), line(words))
	})
}

// follow finds the command in a shell's array of words: the words that are not flags, as far as a
// command begins with them.
const follow = `    local next="${at:+$at }$word"
    case "$word" in -*) break ;; esac
    case "|%s|" in *"|$next|"*) at=$next ;; *) break ;; esac
`

// known lists every command, separated by bars.
func known(app *kong.Application) string {
	var all []string
	visitCommands(app.Node, nil, func(path []string, _ []suggestion) { all = append(all, strings.Join(path, " ")) })
	return strings.Join(all, "|")
}

func bash(b *strings.Builder, app *kong.Application) {
	b.WriteString("# bash completion for rekey; use: source <(rekey completion bash)\n_rekey() {\n")
	b.WriteString("  local cur=\"${COMP_WORDS[COMP_CWORD]}\" at='' words='' word\n")
	b.WriteString("  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n")
	fmt.Fprintf(b, follow, known(app))
	b.WriteString("  done\n  case \"$at\" in\n")
	cases(b, app, func(words []suggestion) string {
		var all []string
		for _, w := range words {
			all = append(all, w.word)
		}
		return "words='" + strings.Join(all, " ") + "'"
	})
	b.WriteString("  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\ncomplete -o default -F _rekey rekey\n")
}

func zsh(b *strings.Builder, app *kong.Application) {
	b.WriteString("#compdef rekey\n# zsh completion for rekey; use: source <(rekey completion zsh)\n_rekey() {\n")
	b.WriteString("  local at='' word\n  local -a found\n")
	b.WriteString("  for word in \"${(@)words[2,CURRENT-1]}\"; do\n")
	fmt.Fprintf(b, follow, known(app))
	b.WriteString("  done\n  case \"$at\" in\n")
	cases(b, app, func(words []suggestion) string {
		var all []string
		for _, w := range words {
			all = append(all, quote(strings.ReplaceAll(w.word, ":", `\:`)+":"+w.help))
		}
		return "found=(" + strings.Join(all, " ") + ")"
	})
	b.WriteString("  esac\n  _describe 'rekey' found\n  _files\n}\ncompdef _rekey rekey\n")
}

func fish(b *strings.Builder, app *kong.Application) {
	b.WriteString("# fish completion for rekey; use: rekey completion fish | source\nfunction __rekey_at\n  set -l at ''\n")
	b.WriteString("  for word in (commandline -opc)[2..-1]\n    set -l next (string trim -- \"$at $word\")\n")
	fmt.Fprintf(b, "    contains -- $next %s; or break\n", fishList(app))
	b.WriteString("    set at $next\n  end\n  test \"$at\" = \"$argv[1]\"\nend\ncomplete -c rekey -e\n")
	visitCommands(app.Node, nil, func(path []string, words []suggestion) {
		when := "__rekey_at " + quote(strings.Join(path, " "))
		for _, w := range words {
			kind := "-f -a " + quote(w.word)
			if name, ok := strings.CutPrefix(w.word, "--"); ok {
				kind = "-l " + name
			}
			fmt.Fprintf(b, "complete -c rekey -n %s %s -d %s\n", quote(when), kind, fishQuote(w.help))
		}
	})
}

func fishList(app *kong.Application) string {
	var all []string
	visitCommands(app.Node, nil, func(path []string, _ []suggestion) {
		if len(path) > 0 {
			all = append(all, quote(strings.Join(path, " ")))
		}
	})
	return strings.Join(all, " ")
}

// quote quotes a text as one word for sh and compatible shells.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// fishQuote quotes for fish, where a backslash escapes within quotes.
func fishQuote(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'"
}
