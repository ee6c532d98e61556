package docs_test

import (
	"strings"
	"testing"
	"testing/fstest"

	documents "github.com/rekeyhq/rekey"
	spec "github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/docs"
	"github.com/rekeyhq/rekey/tests/seed"
)

// own is what the documentation is made of, with the real texts and the real contract.
func own() docs.Input {
	return docs.Input{
		Documents: documents.Files, Contract: spec.JSON, Surfaces: []string{"rekey"},
		Problems:    []docs.Problem{{Code: "user_not_found", Title: "No such user", Meaning: "There is none.", Remedy: "Look again.", Status: 404}},
		Permissions: []docs.Permission{{Name: "users:read", Meaning: "List and read users."}},
	}
}

func made(t *testing.T, in docs.Input) map[string]docs.Page {
	t.Helper()
	pages, err := docs.New(in)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func holds(t *testing.T, pages map[string]docs.Page, path string, parts ...string) {
	t.Helper()
	p, ok := pages[path]
	if !ok {
		t.Errorf("there is no page %s", path)
		return
	}
	for _, part := range parts {
		if !strings.Contains(string(p.Body), part) {
			t.Errorf("%s lacks %s", path, part)
		}
	}
}

func TestAnOperationIsShownWhole(t *testing.T) {
	t.Parallel()
	pages := made(t, own())
	holds(t, pages, "/docs/reference/rekey/users",
		`<h2 id="getUser">`, `<a href="/docs/permissions#users-read">`, `href="/docs/reference/rekey/answers#answer-UserNotFound"`, `href="/docs/reference/rekey/objects#object-User"`,
		`rekey users get`, `Leads to: `, `<a href="/docs/reference/rekey/users#updateUser">`, `data-path="/v1/users/{userId}"`, `id="key-of-getUser"`)
	holds(t, pages, "/docs/reference/rekey/users.md", "## getUser", "- Permission: `users:read`", "Parameters:", `"username": `)
	holds(t, pages, "/docs/reference/rekey/objects", `id="object-User"`)
	holds(t, pages, "/docs/reference/rekey/answers", `id="answer-UserNotFound"`)
	holds(t, pages, "/docs/reference", `href="/docs/reference/rekey/users#getUser"`)
	holds(t, pages, "/docs/permissions", `id="users-read"`, `href="/docs/reference/rekey/users#getUser"`)
	holds(t, pages, "/problems/user_not_found", "Look again.")
	holds(t, pages, "/llms.txt", "(/docs/reference/rekey.md)", "(/docs/reference/rekey/users.md): ", "(/problems/user_not_found.md)")
}

// A reference was one page: what led to a place of it is in the world.
func TestAnAddressOfTheReferenceAsOnePageLeadsOn(t *testing.T) {
	t.Parallel()
	pages := made(t, own())
	holds(t, pages, "/docs/reference/rekey",
		`<a class="moved" id="getUser" href="/docs/reference/rekey/users#getUser">`,
		`<a class="moved" id="object-User" href="/docs/reference/rekey/objects#object-User">`,
		`<a class="moved" id="answer-UserNotFound" href="/docs/reference/rekey/answers#answer-UserNotFound">`,
		`<p id="group-api-keys"><a href="/docs/reference/rekey/api-keys">`)
}

func TestEachPageOfAReferenceHasOneBeforeAndOneAfterIt(t *testing.T) {
	t.Parallel()
	pages := made(t, own())
	holds(t, pages, "/docs/reference/rekey", `<a rel="next" href="/docs/reference/rekey/applications">`)
	holds(t, pages, "/docs/reference/rekey/applications", `<a rel="prev" href="/docs/reference/rekey">`, `<a rel="next" href="/docs/reference/rekey/tenants">`,
		`<li><a href="/docs/reference/rekey/applications" aria-current="page">Applications</a>`, `<li><a href="#createApplication">`)
}

func TestExamplesKeepTheOrderOfTheirAuthors(t *testing.T) {
	t.Parallel()
	text := string(made(t, own())["/docs/reference/rekey/users.md"].Body)
	_, text, _ = strings.Cut(text, "## getUser\n")
	id, username := strings.Index(text, `"id": "0192f3a4`), strings.Index(text, `"username": "`)
	if id < 0 || username < id {
		t.Errorf("id at %d, username at %d", id, username)
	}
}

func TestLinksOfTheRepositoryLeadToPages(t *testing.T) {
	t.Parallel()
	in := own()
	in.Documents = fstest.MapFS{
		"CHANGELOG.md":  {Data: []byte("# Changelog\n\nAll of it.\n")},
		"docs/index.md": {Data: []byte("# Rekey\n\nWhat it is.\n\n## Read\n\n- [A guide](guide.md): how to\n  begin\n")},
		"docs/guide.md": {Data: []byte("# A guide\n\n<!-- for a test -->\nSee [rules](other.md#a-b), [an operation](../openapi/rekey.yaml#getUser),\n" +
			"[an error](problems.md#user_not_found), [changes](../CHANGELOG.md), [the code](../impl/docs/site.go) and <script>alert(1)</script>.\n\n" +
			"```sh\necho hello # a comment [not](a.md link)\n```\n")},
		"docs/other.md": {Data: []byte("# Other\n\nMore of it. And more.\n\n## A b\n")},
	}
	pages := made(t, in)
	holds(t, pages, "/docs/guide", `href="/docs/other#a-b"`, `href="/docs/reference/rekey/users#getUser"`, `href="/problems/user_not_found"`,
		`href="/docs/changelog"`, `href="https://github.com/rekeyhq/rekey/blob/main/impl/docs/site.go"`, `<span class="c"># a comment [not](a.md link)</span>`)
	for _, gone := range []string{"<script>alert", "for a test"} {
		if strings.Contains(string(pages["/docs/guide"].Body), gone) {
			t.Errorf("the page has %s", gone)
		}
	}
	holds(t, pages, "/docs/guide.md", "(/docs/other.md#a-b)", "(/docs/reference/rekey/users.md#getuser)", "(/problems/user_not_found.md)", "# a comment [not](a.md link)")
	holds(t, pages, "/docs/other", `<h2 id="a-b">`)
	// What the index does not list comes last, with its own first sentence.
	holds(t, pages, "/llms.txt", "- [A guide](/docs/guide.md): how to begin", "## More", "- [Other](/docs/other.md): More of it.")
}

func TestThePostmanCollectionIsOfferedIfItIsThere(t *testing.T) {
	t.Parallel()
	in := own()
	if body := string(made(t, in)["/docs/reference/rekey"].Body); strings.Contains(body, "/docs/postman/") {
		t.Error("a link to a file that is not there")
	}
	in.Postman = fstest.MapFS{"rekey.postman_collection.json": {Data: []byte("{}")}}
	pages := made(t, in)
	holds(t, pages, "/docs/postman/rekey.postman_collection.json", "{}")
	holds(t, pages, "/docs/reference/rekey", `href="/docs/postman/rekey.postman_collection.json"`)
}

func TestWhatIsMissingIsSaid(t *testing.T) {
	t.Parallel()
	none := own()
	none.Problems = nil
	unknown := own()
	unknown.Surfaces = []string{"nobody"}
	broken := own()
	broken.Contract = []byte(`{"paths": [`)
	for name, in := range seed.InOrder(map[string]docs.Input{"no problems": none, "no such surface": unknown, "no contract": broken}) {
		if _, err := docs.New(in); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestADemoShowsItsOwnIdsInTheExamples(t *testing.T) {
	t.Parallel()
	const example, here = "0192f3a4-1111-7d8e-9f01-23456789abcd", "0192ffff-0000-7000-8000-000000000001"
	in := own()
	in.Snippets = fstest.MapFS{"snippets.go.json": {Data: []byte(`{"rekeyGetUser": {"": "get(\"` + example + `\")"}}`)}}
	holds(t, made(t, in), "/docs/reference/rekey/users", `placeholder="`+example+`"`, `$REKEY_URL/v1/users/`+example)
	in.Demo = &docs.Demo{Key: "It is in a file.", Live: map[string]string{example: here}}
	pages := made(t, in)
	holds(t, pages, "/docs/reference/rekey/users", `value="`+here+`"`, `$REKEY_URL/v1/users/`+here, `get(&#34;`+here+`&#34;)`, "It is in a file.")
	for path, p := range seed.InOrder(pages) {
		if strings.HasPrefix(path, "/docs/reference/") && strings.Contains(string(p.Body), example) {
			t.Errorf("%s still has the id of the contract", path)
		}
	}
}
