package shape_test

import (
	"strings"
	"testing"
)

// house is a small table, and files that keep to it.
func house() ([]rule, []source) {
	table := []rule{
		{".", nil, "the top"},
		{"models/sql", nil, "files"},
		{"models", nil, "rows"},
		{"impl/store", []string{"models", "models/sql"}, "knows rows"},
		{"impl/face/own", []string{"gen/ownapi", "impl/face"}, "the first face"},
		{"impl/face/*", []string{"gen/*api", "impl/face"}, "one face"},
		{"impl/face", nil, "what faces share"},
		{"impl/edge", []string{".", "impl/store", "impl/face/..."}, "shows faces"},
		{"gen", nil, "generated"},
	}
	files := []source{
		file("top.go", "embed"), file("models/user.go"), file("models/sql/embed.go"), file("gen/ownapi/api.go"), file("gen/redapi/api.go"), file("gen/blueapi/api.go"),
		file("impl/store/store.go", "gorm.io/gorm", module+"/models", module+"/models/sql"),
		file("impl/store/page/page.go", module+"/models", module+"/impl/store"),
		file("impl/face/face.go"), file("impl/face/own/own.go", module+"/gen/ownapi"),
		file("impl/face/red/red.go", module+"/gen/redapi", module+"/impl/face", module+"/impl/face/red/word"),
		file("impl/face/red/word/word.go"), file("impl/face/blue/blue.go", module+"/gen/blueapi"),
		file("impl/edge/edge.go", module, module+"/impl/store", module+"/impl/face", module+"/impl/face/red"),
	}
	return table, files
}

func file(path string, imports ...string) source { return source{path, imports} }

func TestAHouseInOrderIsLeftAlone(t *testing.T) {
	t.Parallel()
	table, files := house()
	wantComplaint(t, append(climbs(table, files), strays(table, files)...), "")
}

// Each wrong import is found, with the reason, and so is each package that nobody has thought about.
func TestWrongImportsAreFound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		file source
		want string
	}{
		{"up", file("models/user.go", module+"/impl/store"), "models/user.go imports impl/store; models may not, because: rows"},
		{"up from a package below one with a rule", file("impl/store/page/page.go", module+"/impl/edge"), "impl/store/page/page.go imports impl/edge; impl/store may not, because: knows rows"},
		{"down past the rule", file("impl/edge/edge.go", module+"/models"), "impl/edge/edge.go imports models; impl/edge may not, because: shows faces"},
		{"below a package that may be imported", file("impl/edge/edge.go", module+"/impl/store/page"), "impl/edge/edge.go imports impl/store/page; impl/edge may not, because: shows faces"},
		{"below oneself, with a rule of its own", file("models/user.go", module+"/models/sql"), "models/user.go imports models/sql; models may not, because: rows"},
		{"the documents at the top", file("impl/store/store.go", module), "impl/store/store.go imports .; impl/store may not, because: knows rows"},
		{"a neighbour", file("impl/face/red/red.go", module+"/impl/face/blue"), "impl/face/red/red.go imports impl/face/blue; impl/face/red may not, because: one face"},
		{"a neighbour's neighbour", file("impl/face/red/word/word.go", module+"/impl/face/blue"), "impl/face/red/word/word.go imports impl/face/blue; impl/face/red may not, because: one face"},
		{"a neighbour's generated code", file("impl/face/red/red.go", module+"/gen/blueapi"), "impl/face/red/red.go imports gen/blueapi; impl/face/red may not, because: one face"},
		{"what the group shares knows one of it", file("impl/face/face.go", module+"/impl/face/red"), "impl/face/face.go imports impl/face/red; impl/face may not, because: what faces share"},
		{"generated code knows ours", file("gen/redapi/api.go", module+"/models"), "gen/redapi/api.go imports models; gen may not, because: generated"},
		{"no rule", file("impl/new/new.go"), "impl/new has no rule in tests/shape/layers_test.go: say what it may import, and why"},
		{"a name that only begins like one", file("impl/storeroom/room.go"), "impl/storeroom has no rule in tests/shape/layers_test.go: say what it may import, and why"},
		{"no rule below the top", file("extra/extra.go"), "extra has no rule in tests/shape/layers_test.go: say what it may import, and why"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			table, files := house()
			wantComplaint(t, climbs(table, append(files, c.file)), c.want)
		})
	}
}

func TestRulesAboutNothingAreFound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		rule rule
		want string
	}{
		{"no such package", rule{folder: "impl/directory"}, "the rule for impl/directory is about no package: it is not there, or a rule further up takes it"},
		{"no such group", rule{folder: "impl/cellar/*"}, "the rule for impl/cellar/* is about no package: it is not there, or a rule further up takes it"},
		{"shadowed", rule{folder: "impl/store/page"}, "the rule for impl/store/page is about no package: it is not there, or a rule further up takes it"},
		{"nothing to import", rule{"tool", []string{"models", "impl/directory"}, "a tool"}, "tool may import impl/directory, and there is no such package"},
		{"nothing below to import", rule{"tool", []string{"impl/cellar/..."}, "a tool"}, "tool may import impl/cellar/..., and there is no such package"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			table, files := house()
			wantComplaint(t, strays(append(table, c.rule), append(files, file("tool/main.go"))), c.want)
		})
	}
}

// A library is held with all that is below it, and the longer of two paths counts.
func TestLibrariesOutsideOfTheirHomesAreFound(t *testing.T) {
	t.Parallel()
	table := map[string]home{
		"example.com/otp":        {[]string{"impl/totp"}, "one home"},
		"example.com/otp/report": {[]string{"impl/face"}, "another home"},
		"crypto/md5":             {nil, "broken"},
	}
	for _, c := range []struct {
		name string
		file source
		want string
	}{
		{"at home", file("impl/totp/code.go", "example.com/otp", "example.com/otp/totp"), ""},
		{"below its home", file("impl/totp/qr/qr.go", "example.com/otp/totp"), ""},
		{"another library whose name begins alike", file("models/user.go", "example.com/otpauth"), ""},
		{"the library", file("models/user.go", "example.com/otp"), "models/user.go imports example.com/otp, which belongs to [impl/totp]: one home"},
		{"a package of it", file("models/user.go", "example.com/otp/totp"), "models/user.go imports example.com/otp/totp, which belongs to [impl/totp]: one home"},
		{"a package with another home, there", file("impl/face/face.go", "example.com/otp/report/text"), ""},
		{"a package with another home, elsewhere", file("impl/totp/code.go", "example.com/otp/report"), "impl/totp/code.go imports example.com/otp/report, which belongs to [impl/face]: another home"},
		{"no home at all", file("impl/totp/code.go", "crypto/md5"), "impl/totp/code.go imports crypto/md5, which belongs to []: broken"},
		{"a folder whose name begins alike", file("impl/totpless/code.go", "example.com/otp"), "impl/totpless/code.go imports example.com/otp, which belongs to [impl/totp]: one home"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			wantComplaint(t, misplaced(table, []source{c.file}), c.want)
		})
	}
	wantComplaint(t, deserted(table, []source{file("impl/totp/code.go", "example.com/otp/totp"), file("impl/face/face.go", "example.com/otp/totp")}),
		"impl/face may import example.com/otp/report, and nothing there does")
}

// wantComplaint wants the one, or none if it is empty.
func wantComplaint(t *testing.T, got []string, want string) {
	t.Helper()
	if strings.Join(got, "\n") != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
