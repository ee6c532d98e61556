package shape_test

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// rule says what a package may import of ours, and why.
type rule struct {
	folder string   // the package and what is below it; * is any one name
	may    []string // x/... is x and what is below it; * is the name that it is in folder
	why    string
}

// layers is the table of the design: imports go down only. The first rule that matches a
// package counts.
func layers() []rule { return slices.Concat(theCore(), service(), programs()) }

// theCore has a kernel, and rooms around it.
func theCore() []rule {
	const room = "a room of use cases knows the kernel and no other room: what two of them share is a step of the kernel"
	below := func(more ...string) []string {
		return append([]string{"models", "impl/caller", "impl/clock", "impl/fault", "impl/secret", "impl/store"}, more...)
	}
	return []rule{
		{"impl/core/accounts", below("impl/core", "impl/identifier", "impl/locale", "impl/passhash", "impl/policy"), room},
		{"impl/core/audit", below("impl/core", "impl/trail"), room},
		{"impl/core/keys", below("impl/core", "impl/publickey"), room},
		{"impl/core/factors", below("impl/core", "impl/totp"), room},
		{"impl/core/logins", below("impl/core"), room},
		{"impl/core/passwords", below("impl/core", "impl/passhash", "impl/policy"), room},
		{"impl/core/restore", below("impl/core"), room},
		{"impl/core/tenants", below("impl/core", "impl/hostname", "impl/policy"), room},
		{"impl/core/tickets", below("impl/core"), room},
		{"impl/core", below("impl/hostname", "impl/identifier", "impl/passhash", "impl/policy", "impl/totp"),
			"the kernel has the steps that the rooms share: it knows no room, no HTTP, no surface and no sender"},
	}
}

func service() []rule {
	rooms := []string{"impl/core", "impl/core/accounts", "impl/core/audit", "impl/core/factors", "impl/core/keys", "impl/core/logins", "impl/core/passwords", "impl/core/tenants", "impl/core/tickets"}
	leaves := []string{"impl/fault", "impl/clock", "impl/secret"}
	below := func(more ...string) []string { return append(append([]string{"models"}, leaves...), more...) }
	surface := func(more ...string) []string {
		return slices.Concat([]string{"impl/access", "impl/caller", "impl/fault", "impl/identifier", "impl/policy", "impl/secret", "impl/spec", "impl/surface"}, rooms, more)
	}
	return []rule{
		{".", nil, "the documents and their embedding"},
		{"gen", nil, "generated code is for everybody: it knows nothing of ours"},
		{"models/migrations", nil, "SQL files and their embedding"},
		{"models", nil, "what is stored depends on nothing but its library"},
		{"impl/fault", nil, "a leaf: every package may fail"},
		{"impl/clock", nil, "a leaf: every package may ask the time"},
		{"impl/secret", nil, "a leaf: secrets must be wrapped everywhere"},
		{"impl/identifier", nil, "a leaf: what can name or reach a user is one answer at every entry and exit"},
		{"impl/locale", nil, "a leaf: which languages there are, the core and the outbox must agree"},
		{"impl/tracing", nil, "a leaf: every layer has spans, and none of them knows the collector"},
		{"impl/spelling", nil, "a leaf: settings and members are mistyped alike"},
		{"impl/hostname", nil, "a leaf that asks the DNS: it knows names, and nothing of tenants"},
		{"impl/trail", []string{"models"}, "a leaf: a third party checks the trail with it, without a store and without a key"},
		{"impl/publickey", nil, "a leaf: who registers a key, who verifies with it and who makes one must agree what a key is"},
		{"impl/totp", []string{"impl/secret"}, "codes are pure: what was spent, the core knows"},
		{"impl/caller", []string{"models", "impl/fault"}, "who asks, as data: surfaces, access and core speak of him without knowing each other"},
		{"impl/passhash", []string{"models", "impl/fault", "impl/secret", "impl/tracing"}, "hashing knows no store and no user"},
		{"impl/policy", []string{"models", "impl/fault", "impl/secret"}, "rules are pure: check equals commit"},
		{"impl/breach", []string{"impl/secret"}, "a leaf that asks an outside service: it gets a password and nothing else"},
		{"impl/store", below("models/migrations", "impl/tracing", "impl/trail"), "the only package that knows gorm; it decides nothing"},
		{"impl/spec", []string{"gen/openapi"}, "the contract is read in one place, whatever it is read for"},
		{"impl/docs", nil, "pages are made of the contract and of texts: nothing of the service behind them"},
		{"impl/config", []string{"impl/breach", "impl/outbox", "impl/policy", "impl/secret", "impl/spelling", "impl/tracing"}, "settings are read once, at the top"},
		{"impl/outbox", below("impl/store", "impl/identifier", "impl/locale", "impl/tracing"), "delivery stands beside the core: a slow mail server must not reach into it"},
		{"impl/access", below("impl/store", "impl/caller", "impl/publickey"), "callers are known before and without the core"},
		{"impl/console", []string{"impl/secret"}, "the command line is a client: it knows the contract and nothing of the service behind it"},
		{"impl/conformance", nil, "a test for third parties: it knows the contract and nothing of the service behind it"},
		{"impl/surface/native", surface("gen/problem", "gen/server/rekeyapi", "impl/trail", "impl/hostname", "impl/locale"), "the native surface also hands out the trail; like every surface it gets results of the core, never what is stored"},
		{"impl/rpc", nil, "a leaf: a call becomes a request of an operation that it is told of, whatever the API is"},
		{"impl/surface/zitadel", surface("gen/proto", "gen/server/zitadelapi", "impl/rpc"), "the one surface with remote procedures: it hands their messages on and knows no call"},
		{"impl/surface/*", surface("gen/server/*api"), "a thin translator over the core, which gives it results and no rows: a vendor's change must touch one folder, and its neighbours are no part of it"},
		{"impl/surface", append([]string{"impl/access", "impl/caller", "impl/clock", "impl/fault", "impl/rpc", "impl/secret"}, rooms...), "what all surfaces share knows none of them"},
		{"impl/retention", []string{"impl/clock", "impl/config", "impl/store"}, "what has ended is deleted by its age alone: it knows no use case"},
		{"impl/keycheck", below("impl/store", "impl/trail"), "whether a secret file belongs to a database is asked before there is a service"},
		{"impl/idempotency", below("impl/caller"), "that a request is carried out once is one idea: its records are handed in, what a request does it does not know"},
		{"impl/pages", append([]string{"impl/config", "impl/core", "impl/core/tickets", "impl/docs", "impl/policy"}, leaves...),
			"people see forms over the core's use cases: what every request needs is done for them by the server, which knows no page"},
		{"impl/server", append([]string{".", "gen/openapi", "gen/postman", "gen/problem", "impl/access", "impl/caller", "impl/config", "impl/docs", "impl/hostname",
			"impl/core", "impl/idempotency", "impl/rpc", "impl/spec", "impl/spelling", "impl/surface", "impl/tracing"}, leaves...),
			"the edge answers requests: what runs beside them, and which surfaces there are, it is told"},
		{"impl/service", below("gen/openapi", "impl/access", "impl/breach", "impl/config", "impl/core/...", "impl/hostname", "impl/idempotency", "impl/keycheck", "impl/outbox",
			"impl/pages", "impl/passhash", "impl/policy", "impl/retention", "impl/server", "impl/store", "impl/surface/...", "impl/tracing"),
			"the assembly knows everything that the program is made of, and no command is part of it"},
		{"impl/setup", below("impl/caller", "impl/config", "impl/core", "impl/core/keys", "impl/core/restore", "impl/core/tenants", "impl/keycheck", "impl/outbox", "impl/passhash", "impl/service", "impl/store"),
			"makes what an installation needs, on the service itself: no surface, no demo; the store alone can say whether there is a database to serve from, and of which schema"},
		{"impl/doctor", []string{"models", "impl/clock", "impl/config", "impl/core", "impl/hostname", "impl/identifier", "impl/keycheck", "impl/outbox", "impl/secret", "impl/setup", "impl/store", "impl/trail"},
			"looks from outside, as an operator would: it must work where the service does not start, so it reads from the store what the core would"},
		{"impl/demo", []string{"models", "impl/config", "impl/core", "impl/core/accounts", "impl/core/passwords", "impl/core/tenants", "impl/secret", "impl/server", "impl/service", "impl/setup"},
			"a small world on a whole service, made by use cases"},
		{"impl/transfer", []string{"models", "impl/trail", "impl/fault", "impl/identifier", "impl/core", "impl/core/accounts", "impl/core/audit", "impl/secret"}, "a way into the core, and out of it, beside the surfaces: it knows no HTTP"},
	}
}

// programs stand on top; so does what only tests import.
func programs() []rule {
	return []rule{
		{"cmd/rekey", []string{"gen/openapi", "impl/clock", "impl/config", "impl/conformance", "impl/console", "impl/demo", "impl/doctor",
			"impl/passhash", "impl/publickey", "impl/secret", "impl/service", "impl/setup", "impl/spec", "impl/store", "impl/transfer"},
			"a command calls what does the work: what the core, the surfaces and the outbox do is behind the server"},
		{"cmd/generate", nil, "runs generators, when the service does not compile yet"},
		{"cmd/specbundle", []string{"impl/conformance"}, "makes gen/ from openapi/, when the service does not compile yet"},
		{"cmd/specgate", []string{"impl/clock"}, "judges the contract, not the service"},
		{"tests/figures", nil, "figures are files between checks"},
		{"tests/seed", []string{"tests/figures"}, "every test may ask for its random choices"},
		{"tests/report", []string{"gen/openapi", "impl/clock", "tests/figures", "tests/seed"}, "joins figures that others counted"},
		{"tests/sdk/standin", []string{"gen/openapi", "tests/figures"}, "answers from the contract: the service is not asked"},
		{"tests/vendors/go", nil, "a customer's program: it has the vendor's packages, and nothing of ours"},
		{"tests/harness", []string{"gen/openapi", "gen/proto", "impl/rpc", "models", "impl/access", "impl/caller", "impl/clock", "impl/config", "impl/conformance", "impl/core", "impl/core/accounts", "impl/core/keys", "impl/core/logins", "impl/core/tenants", "impl/outbox",
			"impl/passhash", "impl/publickey", "impl/secret", "impl/service", "impl/spec", "impl/store", "impl/tracing", "tests/seed"}, "a world is the service as it is assembled, and what tests see behind it"},
		{"tests/cluster/model", []string{"tests/seed"}, "the model knows an account by its operations alone"},
		{"tests/cluster/disk", []string{"tests/seed"}, "what a disk keeps is one idea: it knows no database"},
		{"tests/cluster/rig", []string{"tests/harness", "tests/seed"}, "servers are processes: their code is not asked"},
		{"tests/cluster/history", []string{"tests/harness", "tests/seed"}, "clients know the service by its contract, and what it stored by SQL: neither its code nor its processes"},
		{"tests/bench", []string{"models", "impl/caller", "impl/clock", "impl/config", "impl/core", "impl/core/accounts", "impl/core/keys", "impl/core/tenants", "impl/core/tickets", "impl/outbox", "impl/passhash", "impl/secret", "impl/service", "impl/store"},
			"measures the service as it is built, without what tests put into it"},
	}
}

// home gives the folder that the rule holds for the package, and what * is there.
func (r rule) home(folder string) (at, name string, held bool) {
	want, have := strings.Split(r.folder, "/"), strings.Split(folder, "/")
	if len(have) < len(want) {
		return "", "", false
	}
	for i, w := range want {
		switch w {
		case have[i]:
		case "*":
			name = have[i]
		default:
			return "", "", false
		}
	}
	return strings.Join(have[:len(want)], "/"), name, true
}

// allows tells whether ours is in the list.
func (r rule) allows(ours, name string) bool {
	return slices.ContainsFunc(r.may, func(m string) bool {
		m = strings.ReplaceAll(m, "*", name)
		if tree, whole := strings.CutSuffix(m, "/..."); whole {
			return under(ours, tree)
		}
		return ours == m
	})
}

// ruleOf finds the rule for a package, the folder that it holds there, and what * is.
func ruleOf(table []rule, folder string) (found rule, at, name string) {
	for _, r := range table {
		if at, name, held := r.home(folder); held {
			return r, at, name
		}
	}
	return rule{}, "", ""
}

// source is a file of Go with what it imports.
type source struct {
	path    string
	imports []string
}

func (s source) folder() string { return path.Dir(s.path) }

// climbs says which files import what their package may not, and which packages have no rule.
func climbs(table []rule, files []source) []string {
	var found []string
	for _, f := range files {
		r, at, name := ruleOf(table, f.folder())
		if at == "" {
			found = append(found, fmt.Sprintf("%s has no rule in tests/shape/layers_test.go: say what it may import, and why", f.folder()))
			continue
		}
		for _, p := range f.imports {
			ours, ok := ownPackage(p)
			if !ok || r.allows(ours, name) {
				continue
			}
			if _, there, _ := ruleOf(table, ours); there != at {
				found = append(found, fmt.Sprintf("%s imports %s; %s may not, because: %s", f.path, ours, at, r.why))
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// strays says which parts of the table are about packages that are not there.
func strays(table []rule, files []source) []string {
	var found []string
	for _, r := range table {
		var names []string // what * is; without a * there is one empty name
		for _, f := range files {
			if own, at, name := ruleOf(table, f.folder()); at != "" && own.folder == r.folder {
				names = append(names, name)
			}
		}
		if names == nil {
			found = append(found, fmt.Sprintf("the rule for %s is about no package: it is not there, or a rule further up takes it", r.folder))
			continue
		}
		for _, m := range r.may {
			there := slices.ContainsFunc(files, func(f source) bool {
				return slices.ContainsFunc(names, func(name string) bool { return rule{may: []string{m}}.allows(f.folder(), name) })
			})
			if !there {
				found = append(found, fmt.Sprintf("%s may import %s, and there is no such package", r.folder, m))
			}
		}
	}
	return found
}

// ownPackage is the folder of a package of this module.
func ownPackage(imported string) (folder string, ours bool) {
	if imported == module {
		return ".", true
	}
	return strings.CutPrefix(imported, module+"/")
}
