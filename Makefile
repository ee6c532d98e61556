# `make` prints what there is. Every target works from a fresh clone.

GO ?= go
# As the service is built. Half of what everything depends on would be compiled twice otherwise.
export CGO_ENABLED ?= 0
# gin's MessagePack, which no operation speaks, takes longer to compile than everything of ours.
export GOFLAGS := $(strip $(filter-out -tags=nomsgpack,$(GOFLAGS)) -tags=nomsgpack)
NPM ?= npm

# Where parts are written; verify sends them elsewhere to compare.
GEN ?= gen
DOCS ?= docs

CODEGEN := openapi/codegen
# Where the checks leave what they counted, for docs/conformance.md and docs/reliability.md.
REPORT := .report
export REKEY_REPORT := $(CURDIR)/$(REPORT)
# What the checks of the contract kit need besides Go; each adds its own.
TOOLS :=
SURFACES := $(patsubst $(CODEGEN)/%.server.yaml,%,$(wildcard $(CODEGEN)/*.server.yaml))
SDKS := go typescript python java
SDK := $(CODEGEN)/sdk
SPECBUNDLE := .tools/specbundle
# The generator has a module file of its own, so that go.mod lists only what the service needs.
OAPI_CODEGEN := .tools/oapi-codegen
REDOCLY := $(CODEGEN)/node_modules/.bin/redocly
BUF := ../codegen/node_modules/.bin/buf
SPECTRAL := $(CODEGEN)/node_modules/.bin/spectral
OASDIFF := .tools/oasdiff
GENERATORS := .tools/generate $(SPECBUNDLE) .tools/specgate $(OAPI_CODEGEN) $(OASDIFF)
SPECGATE := .tools/specgate -oasdiff $(OASDIFF) -bundle $(GEN)/openapi/openapi.json

.DEFAULT_GOAL := help
# A recipe that fails leaves no half-written target behind.
.DELETE_ON_ERROR:

.PHONY: help
help: ## Print this help
	@awk 'BEGIN {FS = ":.*## "} /^[a-zA-Z0-9_\/-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

##
## Run and build
##

.PHONY: run
run: ## Start the demo: SQLite, demo data, mails at /dev/mailbox
	$(GO) run ./cmd/rekey demo

BUILDFLAGS ?= -trimpath -ldflags "-s -w"

.PHONY: build
build: ## Build bin/rekey, static and stripped
	$(GO) build $(BUILDFLAGS) -o bin/rekey ./cmd/rekey

##
## Test
##

# Every random choice of the tests comes from one number: REKEY_TEST_SEED=N make ... plays a run again.
ifndef REKEY_TEST_SEED
REKEY_TEST_SEED := $(shell od -An -N4 -tu4 /dev/urandom | tr -d ' ')
endif
export REKEY_TEST_SEED
# The tests make much garbage and have little to keep.
export GOGC ?= 400
# Vet runs by itself, in make lint.
TESTFLAGS ?= -shuffle=$(REKEY_TEST_SEED) -timeout $(if $(filter all,$(REKEY_TEST_CASES)),90m,20m) -vet=off
# A command on both stores, with a private database server unless REKEY_TEST_MYSQL_DSN names one.
ON_BOTH := REKEY_TEST_STORES=all tests/with-mariadb.sh
# How much of the large tables is played: some, rest or all of it.
CASES := $(or $(REKEY_TEST_CASES),some)
# What a run left out is its last line.
LEFT_OUT = @$(GO) run ./tests/report -left-out
# These build and run the program itself; make check has them under names of their own.
SLOW := tests/(cluster.*|docs|sabotage|vendors)$$

.PHONY: compile
compile: ## Compile the program and all tests, for the race detector too, and run nothing
	$(GO) list -export -test ./... >/dev/null
	CGO_ENABLED=1 $(GO) list $(RACEFLAGS) -export -test $(RACED) >/dev/null

.PHONY: test
test: ## Run the tests on SQLite and on MariaDB or MySQL (a private server unless REKEY_TEST_MYSQL_DSN is set)
	$(ON_BOTH) $(MAKE) --no-print-directory test/suite

.PHONY: test-sqlite
test-sqlite: ## Run the tests on SQLite alone: needs nothing but Go
	env -u REKEY_TEST_MYSQL_DSN -u REKEY_TEST_STORES $(MAKE) --no-print-directory test/suite

.PHONY: test/suite
test/suite:
	@rm -rf $(REPORT)/left-out/$(CASES)
	$(GO) test $(TESTFLAGS) $$($(GO) list ./... | grep -Ev '/rekey/($(SLOW))')
	$(LEFT_OUT) $(CASES)

# The tests that draw a part of their cases, and the packages that they are in. (\050 opens a bracket.)
DRAWING = $(shell grep -rlwE 'seed\.Draw|seed\.Rounds' --include=*_test.go impl tests)
DRAWING_TESTS = $(shell awk '/^func /{name=""} /^func Test/{split($$2,f,"\050"); name=f[1]} /seed\.Draw|seed\.Rounds/{print name}' $(DRAWING) | sort -u)
noop :=
space := $(noop) $(noop)

.PHONY: test-exhaustive
test-exhaustive: ## Run the cases that make test left out: give it the REKEY_TEST_SEED that make test printed
	@rm -rf $(REPORT)/left-out/rest
	REKEY_TEST_CASES=rest $(ON_BOTH) $(GO) test $(TESTFLAGS) -run '^($(subst $(space),|,$(DRAWING_TESTS)))$$' $(addprefix ./,$(sort $(dir $(DRAWING))))
	$(LEFT_OUT) rest

# Everything takes several times as long: each test plays on one store, and a part of the
# worlds and cases is played.
# Left out is what only runs processes, which are built without the detector, and what does
# one thing after the other.
UNRACED := tests/(cluster|docs|journeys|report|sabotage|shape|vendors)|cmd/|gen/|impl/(caller|docs|fault|policy|surface|totp)|models
# SQLite is Go as well, ten times slower when each access of its engine is recorded. The
# accesses of its driver and of everything else still are.
RACEFLAGS := -race -gcflags=modernc.org/...=-race=false
RACED = $$($(GO) list ./... | grep -Ev '/rekey/($(UNRACED))')

.PHONY: test-race
test-race: ## Run the tests under the race detector, with a part of the cases (needs a C compiler, and MariaDB as make test does)
	@rm -rf $(REPORT)/left-out/$(CASES)-race
	CGO_ENABLED=1 $(ON_BOTH) $(GO) test $(RACEFLAGS) $(TESTFLAGS) $(RACED)
	$(LEFT_OUT) $(CASES)-race

.PHONY: test-sabotage
test-sabotage: ## Plant faults into the service, and see that rekey contract-test finds each
	$(GO) test -count=1 -timeout 20m -vet=off ./tests/sabotage

# For instance BENCHFLAGS='-duration 10s -json'.
BENCHFLAGS ?=

# Real servers and databases, which are broken under load. The names of a story's tests begin with its target's.
CLUSTER := $(GO) test -count=1 -timeout 30m -vet=off ./tests/cluster

.PHONY: cluster
cluster: ## Break nodes of a Galera cluster under the load of three servers; figures to .report/reliability (needs MariaDB with Galera)
	$(CLUSTER) -run '^Test(Cluster$(if $(filter all,$(REKEY_TEST_CASES)),|Rig))'

.PHONY: crash
crash: ## Kill, stop and freeze servers and databases under load, and check everything that was acknowledged (needs MariaDB and strace)
	$(CLUSTER)/... -parallel 4 -run '^Test(Crash|PowerCut|A|The|What)'

PREVIOUS := .tools/previous/$(shell awk 'NF == 2 && length($$1) == 40 { print $$1 }' tests/cluster/previous.txt)
TOOLS += $(PREVIOUS)

.PHONY: upgrade
upgrade: $(PREVIOUS) ## Upgrade under load: the previous release and this one serve on one schema (needs MariaDB and the history of git)
	$(CLUSTER) -run '^TestUpgrade'

$(PREVIOUS): tests/cluster/previous.sh tests/cluster/previous.txt
	tests/cluster/previous.sh $@

.PHONY: load
load: ## Put more load on real servers than they can carry: memory, fair shares, SIGTERM (needs MariaDB)
	$(CLUSTER) -run '^TestLoad'

.PHONY: bench
bench: ## Measure what docs/performance.md promises, on SQLite and on MariaDB or MySQL (about 6 minutes)
	$(GO) run ./tests/bench $(BENCHFLAGS)
	tests/with-mariadb.sh $(GO) run ./tests/bench -store mysql $(BENCHFLAGS)

# What a real server was seen to keep: documentation, mock, collection and snippets may show nothing else.
PROVED := $(REPORT)/proved/examples.json

.PHONY: prove
prove: ## Play every example on SQLite, and write down which ones the server really gives (make test does it on both stores)
	env -u REKEY_TEST_MYSQL_DSN -u REKEY_TEST_STORES $(GO) test -count=1 -run TestEveryExampleIsTrue ./tests/contract

$(PROVED):
	$(MAKE) prove

.PHONY: generate/docs
generate/docs: ## Write the parts of docs/ that come from specs and settings
	REKEY_WRITE_DOCS=1 $(GO) test -count=1 -run TestGeneratedPartsOfPagesAreTrue ./tests/docs
	REKEY_WRITE_DOCS=1 $(GO) test -count=1 -run TestThePageOfClaimsIsTrue ./tests/contract

.PHONY: docs-test/samples
docs-test/samples: ## Run every command and sample of the documents; figures to .report/samples.json
	tests/with-mariadb.sh $(GO) test -count=1 ./tests/docs

DOCS_BROWSER := tests/docs/browser/node_modules/playwright-core/package.json
TOOLS += $(DOCS_BROWSER)

.PHONY: docs-test
docs-test: docs-test/samples docs-test/browser ## Test the documentation: its samples, and its pages in a browser

.PHONY: docs-test/browser
docs-test/browser: $(DOCS_BROWSER) $(PROVED) ## Visit every page in headless Chromium, and try each surface there (needs Node)
	tests/docs/browser/run.sh

$(DOCS_BROWSER): tests/docs/browser/package-lock.json
	cd tests/docs/browser && $(NPM) ci --no-progress
	@touch $@

##
## Contract
##

# cmd/generate/parts.go says what each part reads, writes and needs; write/<part> below is how it is written.
PARTS := bundle problems proto changes postman $(patsubst %,snippets/%,$(filter-out go,$(SDKS))) $(SURFACES:%=server/%) $(SDKS:%=sdk/%)
CHOICES := $(PARTS) server sdk snippets $(SURFACES)

.PHONY: generate
generate: ## Write what is not up to date in gen/; one surface or part: generate/rekey, generate/sdk/go, ...
.PHONY: $(CHOICES:%=generate/%)
generate $(CHOICES:%=generate/%): $(GENERATORS)
	@.tools/generate $(patsubst generate/%,%,$(filter generate/%,$@))

.PHONY: verify
verify: $(GENERATORS) ## Fail if gen/ is not what openapi/ says (needs Node, Python, a JDK and Maven)
	@.tools/generate -verify

# Built each time, which takes no time if nothing changed, rather than run: what they are is an input of what they write.
# The commit is no input, and stays out of them.
BUILD_TOOL := $(GO) build -buildvcs=false
.tools/generate .tools/specbundle .tools/specgate: .tools/%: always
	@$(BUILD_TOOL) -o $@ ./cmd/$*

$(OAPI_CODEGEN): always
	@$(BUILD_TOOL) -modfile=$(CODEGEN)/tools.mod -o $@ github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen

$(OASDIFF): always
	@$(BUILD_TOOL) -modfile=$(CODEGEN)/oasdiff.mod -o $@ github.com/oasdiff/oasdiff

.PHONY: always $(PARTS:%=write/%)
always:

write/bundle:
	$(SPECBUNDLE) bundle --out $(GEN)/openapi
	$(SPECBUNDLE) playbook --out $(GEN)/openapi

write/problems:
	@mkdir -p $(DOCS)
	$(SPECBUNDLE) problems --out $(GEN)/problem --page $(DOCS)/problems.md

write/proto:
	@mkdir -p $(GEN)/proto
	$(SPECBUNDLE) proto --out $(GEN)/proto

write/changes:
	@mkdir -p $(DOCS)
	$(SPECGATE) -page $(DOCS)/contract-changes.md

write/postman:
	$(SPECBUNDLE) postman --bundle $(GEN)/openapi/openapi.json --out $(GEN)/postman

$(SURFACES:%=write/server/%): write/server/%:
	@mkdir -p $(GEN)/server/$*api
	$(SPECBUNDLE) surface $* --out .tools/$*.json
	$(OAPI_CODEGEN) -config $(CODEGEN)/$*.server.yaml -o $(GEN)/server/$*api/api.gen.go .tools/$*.json

# Each example of a request as a statement in the language, and all of them as one source file. Those in Go have the
# types of the SDK, and are written after it.
SNIPPETS := $(SPECBUNDLE) snippets --bundle $(GEN)/openapi/openapi.json
write/snippets/typescript:
	$(SNIPPETS) typescript --page $(SDK)/typescript/snippets.tmpl --out $(GEN)/sdk/typescript/examples/snippets.ts

write/snippets/python: sdk-tools/python
	$(SNIPPETS) python --format "$(SDK)/python/format.sh" --page $(SDK)/python/snippets.tmpl --out $(GEN)/sdk/python/examples/snippets.py

write/snippets/java:
	$(SNIPPETS) java --format "$(SDK)/java/format.sh" --page $(SDK)/java/snippets.tmpl --out $(GEN)/sdk/java/examples/Snippets.java

NEWMAN := tests/postman/node_modules/.bin/newman
TOOLS += $(NEWMAN)

.PHONY: postman
postman: $(NEWMAN) $(PROVED) ## Run the Postman collection with newman, on a fresh demo and a production profile with two kinds of keys (needs Node)
	tests/with-demo.sh tests/postman/run.sh

$(NEWMAN): tests/postman/package-lock.json
	cd tests/postman && $(NPM) ci --no-progress
	@touch $@

BRUNO := tests/postman/bruno/node_modules/.bin/bru

.PHONY: postman/bruno
postman/bruno: $(BRUNO) ## Import the Postman collection into Bruno, and run a folder of each surface there (needs Node; check-long does)
	tests/with-demo.sh node tests/postman/bruno/run.mjs

$(BRUNO): tests/postman/bruno/package-lock.json
	cd tests/postman/bruno && $(NPM) ci --no-progress
	@touch $@

##
## SDKs
##

# What an SDK is told besides its models: its template, executed with the operations, secrets and problems.
SDK_FACTS := $(SPECBUNDLE) facts --bundle $(GEN)/openapi/openapi.json
# One server for all of them: `make sdk` empties this for the targets that it calls.
DEMO ?= tests/with-demo.sh

write/sdk/go:
	@mkdir -p $(GEN)/sdk/go
	cp $(SDK)/go/*.go $(SDK)/go/*.md $(SDK)/go/go.mod $(SDK)/go/go.sum LICENSE $(GEN)/sdk/go/
	$(OAPI_CODEGEN) -config $(SDK)/go/codegen.yaml -o $(GEN)/sdk/go/models.gen.go $(GEN)/openapi/openapi.json
	$(SDK_FACTS) $(SDK)/go/facts.tmpl --out $(GEN)/sdk/go/facts.gen.go
	$(SDK_FACTS) $(SDK)/go/operations.tmpl --out $(GEN)/sdk/go/operations.gen.go
	$(SNIPPETS) go --page $(SDK)/go/snippets.tmpl --out $(GEN)/sdk/go/examples_test.go

write/sdk/typescript: $(SDK)/typescript/node_modules/.package-lock.json
	@mkdir -p $(GEN)/sdk/typescript
	cp -R $(SDK)/typescript/package/. LICENSE $(GEN)/sdk/typescript/
	mv $(GEN)/sdk/typescript/gitignore $(GEN)/sdk/typescript/.gitignore
	$(SDK_FACTS) $(SDK)/typescript/package.tmpl --out $(GEN)/sdk/typescript/package.json
	$(SDK_FACTS) $(SDK)/typescript/facts.tmpl --out $(GEN)/sdk/typescript/src/facts.gen.ts
	$(SDK_FACTS) $(SDK)/typescript/operations.tmpl --out $(GEN)/sdk/typescript/src/client.gen.ts
	node $(SDK)/typescript/generate.mjs $(GEN)/openapi/openapi.json $(GEN)/sdk/typescript/src/schemas.gen.ts

# Installed again only if the lock file is newer than the installation.
$(SDK)/typescript/node_modules/.package-lock.json: $(SDK)/typescript/package-lock.json
	cd $(SDK)/typescript && $(NPM) ci --no-progress
	@# What the SDK compiles itself with where its README has it installed: the test finds it fetched.
	cd / && npx --yes --package typescript@5.9.3 tsc --version
	@touch $@
TOOLS += $(SDK)/typescript/node_modules/.package-lock.json

.PHONY: sdk-tools/python
sdk-tools/python:
	$(SDK)/python/tools.sh
TOOLS += sdk-tools/python

write/sdk/python: sdk-tools/python
	@rm -rf $(GEN)/sdk/python/src # what is beside it is written over, or by others
	@mkdir -p $(GEN)/sdk/python/src/rekey
	cp $(SDK)/python/runtime/* $(GEN)/sdk/python/src/rekey/
	$(SDK_FACTS) $(SDK)/python/types.tmpl --out $(GEN)/sdk/python/src/rekey/models/
	$(SDK_FACTS) $(SDK)/python/calls.tmpl --out $(GEN)/sdk/python/src/rekey/api/
	$(SDK_FACTS) $(SDK)/python/facts.tmpl --out $(GEN)/sdk/python/
	$(SDK_FACTS) $(SDK)/python/README.md --out $(GEN)/sdk/python/README.md
	$(SDK)/python/tidy.sh $(GEN)/sdk/python/src
	cp LICENSE $(GEN)/sdk/python/

.PHONY: sdk-tools/java
sdk-tools/java:
	$(SDK)/java/format.sh --version
	tests/sdk/java/run.sh --fetch
TOOLS += sdk-tools/java

write/sdk/java:
	@rm -rf $(GEN)/sdk/java/src # what is beside it is written over, or by others
	@mkdir -p $(GEN)/sdk/java/src/main/java/com/rekeyhq/sdk
	cp $(SDK)/java/runtime/* $(GEN)/sdk/java/src/main/java/com/rekeyhq/sdk/
	$(SDK_FACTS) $(SDK)/java/types.tmpl --out $(GEN)/sdk/java/src/main/java/com/rekeyhq/sdk/model/
	$(SDK_FACTS) $(SDK)/java/calls.tmpl --out $(GEN)/sdk/java/src/main/java/com/rekeyhq/sdk/api/
	$(SDK_FACTS) $(SDK)/java/facts.tmpl --out $(GEN)/sdk/java/
	$(SDK_FACTS) $(SDK)/java/README.md --out $(GEN)/sdk/java/README.md
	cp LICENSE $(GEN)/sdk/java/

.PHONY: sdk
sdk: $(PROVED) ## Build each SDK as its users do, run each snippet, and drive all reset paths with it on one fresh demo
	tests/with-demo.sh env -u MAKEFLAGS $(MAKE) --no-print-directory DEMO= $(SDKS:%=sdk/%)

.PHONY: sdk/go
sdk/go: $(PROVED) ## The Go SDK alone
	$(DEMO) tests/sdk/go/run.sh

.PHONY: sdk/typescript
sdk/typescript: $(PROVED) $(SDK)/typescript/node_modules/.package-lock.json ## The TypeScript SDK alone
	$(DEMO) tests/sdk/typescript/run.sh

.PHONY: sdk/python
sdk/python: $(PROVED) ## The Python SDK alone
	$(DEMO) tests/sdk/python/run.sh

.PHONY: sdk/java
sdk/java: $(PROVED) ## The Java SDK alone
	$(DEMO) tests/sdk/java/run.sh

TOOLS += $(REDOCLY) $(GENERATORS)

.PHONY: lint-spec
lint-spec: $(REDOCLY) .tools/specgate $(OASDIFF) ## Hold the contract to its rules and to the last release (needs Node, a JDK, Ruby and PHP); figures to .report/spec.json
	$(SPECGATE) -redocly $(REDOCLY) -spectral $(SPECTRAL) -report $(REPORT)/spec.json
	cd openapi/proto && $(BUF) lint && $(BUF) format --diff --exit-code

# Installed again only if the lock file is newer than the installation.
$(REDOCLY): $(CODEGEN)/package-lock.json
	cd $(CODEGEN) && $(NPM) ci --no-progress
	@touch $@

ACTIONLINT := .tools/actionlint
TOOLS += $(ACTIONLINT)

.PHONY: lint-ci
lint-ci: $(ACTIONLINT) ## Check the workflow of hosted CI (needs nothing but Go)
	$(ACTIONLINT) -shellcheck= -pyflakes= .github/workflows/*.yml

$(ACTIONLINT): .github/actionlint.mod .github/actionlint.sum
	$(GO) build -modfile=.github/actionlint.mod -o $@ github.com/rhysd/actionlint/cmd/actionlint

FUZZ := .tools/fuzz

# REKEY_TEST_SEED draws a third of the operations and their inputs; REKEY_TEST_CASES=all takes all of them.
.PHONY: fuzz-contract
fuzz-contract: $(FUZZ)/.installed ## Fuzz all surfaces from the published contract with schemathesis, each against a fresh demo
	$(FUZZ)/bin/python tests/fuzz/run.py

$(FUZZ)/.installed: tests/fuzz/requirements.txt
	python3 -m venv $(FUZZ)
	$(FUZZ)/bin/pip install --no-compile --quiet --disable-pip-version-check --requirement tests/fuzz/requirements.txt
	@touch $@

MOCK := tests/mock/node_modules/.installed
TOOLS += $(MOCK) $(FUZZ)/.installed

.PHONY: mock
mock: $(MOCK) ## Answer from the examples of the published contract on port 4010: Prefer: code=404, example=...
	tests/mock/node_modules/.bin/prism mock --port 4010 $(GEN)/openapi/openapi.json

.PHONY: mock-test
mock-test: $(MOCK) $(PROVED) ## Ask the mock for every status and every example of every operation
	node tests/mock/test.mjs

$(MOCK): tests/mock/package-lock.json
	cd tests/mock && $(NPM) ci --no-progress
	@touch $@

# A demo for all of them. REKEY_TEST_CASES=all plays every generator, else only the two of the gate.
OUTSIDE := tests/with-demo.sh python3 tests/generators/run.py

.PHONY: generators
generators: ## Make clients with generators that are not ours, and reset passwords with them (needs Node, Python, a JDK, Maven)
	REKEY_TEST_CASES=all $(OUTSIDE)

.PHONY: generators/some
generators/some: ## Two of them; figures to .report/generators.json
	$(OUTSIDE)

.PHONY: generators/tools
generators/tools:
	python3 tests/generators/run.py --fetch
TOOLS += generators/tools

# Builds and runs the program itself, and installs packages: a test run of its own.
VENDORS := $(GO) test -count=1 -timeout 20m -vet=off ./tests/vendors

.PHONY: vendors
vendors: ## Play stories with the clients of the vendors' customers on SQLite and on MariaDB or MySQL (needs Node, Python, a JDK, Maven)
	REKEY_TEST_CASES=all $(ON_BOTH) $(VENDORS)

# On both stores only if every case is asked for.
.PHONY: vendors/some
vendors/some: ## One story for each of these clients, on SQLite; figures to .report/vendors.json
	$(if $(filter all,$(REKEY_TEST_CASES)),$(ON_BOTH),env -u REKEY_TEST_MYSQL_DSN -u REKEY_TEST_STORES) $(VENDORS)

.PHONY: vendors/tools
vendors/tools:
	tests/vendors/install.sh
	tests/vendors/generate.sh
TOOLS += vendors/tools

##
## Quality
##

.PHONY: lint
lint: lint-go lint-spec lint-ci ## Check the code, the contract and the workflow

# The go command builds them when their versions or its own change, and keeps what it built.
LINTER := $(GO) tool -modfile=$(CODEGEN)/tools.mod

.PHONY: lint-go
lint-go: ## Check formatting, vet, staticcheck, dead code and known vulnerabilities (needs nothing but Go)
	@unformatted=$$("$$($(GO) env GOROOT)/bin/gofmt" -l *.go cmd impl models tests $(SDK)/go) || exit 1; \
	if [ -n "$$unformatted" ]; then echo "gofmt: these files are not formatted:" >&2; echo "$$unformatted" >&2; exit 1; fi
	@echo "gofmt: clean"
	@$(GO) vet ./... && echo "vet: clean"
	@$(LINTER) staticcheck ./... && echo "staticcheck: clean"
	@tests/shape/deadcode.sh $(LINTER) deadcode
	@tests/shape/govulncheck.sh $(LINTER) govulncheck

.PHONY: check-static
check-static: lint verify ## Lint, and check that generated files are up to date

# The longest first: two run at a time in the gate.
KIT := cluster fuzz-contract sdk generators/some docs-test/samples test-sabotage vendors/some postman mock-test docs-test/browser crash upgrade

.PHONY: check-kit
check-kit: $(KIT) ## Test what users of the API get: SDKs, collection, documentation, mock, fuzzing (needs Node, Python, a JDK, Maven)

.PHONY: tools
tools: $(TOOLS) ## Install what the contract kit is checked with

.PHONY: check
check: test test-exhaustive test-race check-static check-kit ## Everything that CI runs

.PHONY: check-long
check-long: ## Everything with every case; writes docs/conformance.md and docs/reliability.md from it (about 45 minutes on two cores)
	rm -rf $(REPORT)
	REKEY_TEST_CASES=all $(MAKE) test test-race check-static check-kit postman/bruno
	$(MAKE) report

.PHONY: report
report: ## Join what the checks counted into docs/conformance.md and docs/reliability.md (make check-long does)
	$(GO) run ./tests/report
