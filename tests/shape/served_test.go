package shape_test

import (
	"fmt"
	"go/types"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/tests/seed"
)

// Nothing that can be asked of an operation is dropped: each member, query parameter and
// header that the contract declares is read by the operation's handler, or marked as not
// served, which the edge refuses, or listed in x-ignored with the vendor's own word for it.
func TestWhatCanBeAskedIsReadOrRefusedOrIgnoredByTheVendorsWord(t *testing.T) {
	t.Parallel()
	compiled := exports(t, "./impl/...")
	rules := readRules(t, compiled)
	for _, surface := range surfaceNames(t) {
		spec := specOf(t, surface)
		r := readersOf(t, surface, compiled)
		for _, complaint := range r.judge(surface, spec, rules) {
			t.Errorf("%s: %s", surface, complaint)
		}
		if surface == "rekey" && len(r.judge(surface, spec, nil)) < 2*len(rules) {
			t.Error("the rules of both policies are taken for read without the core")
		}
	}
}

// TestTheWalkFindsWhatIsDropped: a contract with a hole is found out.
func TestTheWalkFindsWhatIsDropped(t *testing.T) {
	t.Parallel()
	compiled := exports(t, "./impl/surface/zitadel")
	r := readersOf(t, "zitadel", compiled)
	for name, c := range seed.InOrder(map[string]struct {
		spoil func(*openapi3.T)
		want  string
	}{
		"a member that nobody reads": {func(s *openapi3.T) {
			delete(s.Components.Schemas["Checks"].Value.Properties["webAuthN"].Value.Extensions, "x-not-served")
		}, "CreateSession /checks/webAuthN is not read"},
		"a member that is said to be ignored and is read": {func(s *openapi3.T) {
			s.Paths.Find("/v2/sessions").Post.Extensions["x-ignored"] = map[string]any{"/lifetime": map[string]any{"source": "somebody"}}
		}, "CreateSession /lifetime is read, and x-ignored says that it never is"},
		"a member that is ignored without a source": {func(s *openapi3.T) {
			s.Paths.Find("/v2/sessions/{sessionId}").Patch.Extensions["x-ignored"] = map[string]any{"/sessionToken": map[string]any{}}
		}, "SetSession /sessionToken is ignored without a source"},
		"a line about nothing": {func(s *openapi3.T) {
			s.Paths.Find("/v2/sessions").Post.Extensions["x-ignored"] = map[string]any{"/pigeon": map[string]any{"source": "somebody"}}
		}, "CreateSession x-ignored lists /pigeon, which cannot be asked for"},
		"a refusal that is not declared": {func(s *openapi3.T) {
			s.Paths.Find("/v2/sessions").Post.Responses.Delete("501")
		}, "CreateSession declares no 501, and /checks/webAuthN is not served"},
		"a parameter that nobody reads": {func(s *openapi3.T) {
			op := s.Paths.Find("/v2/sessions").Post
			op.Parameters = append(op.Parameters, &openapi3.ParameterRef{Value: openapi3.NewQueryParameter("dryRun")})
		}, "CreateSession query:dryRun is not read"},
	}) {
		spec := specOf(t, "zitadel")
		if found := r.judge("zitadel", spec, nil); len(found) > 0 {
			t.Fatal(found)
		}
		c.spoil(spec)
		if found := r.judge("zitadel", spec, nil); !slices.Contains(found, c.want) {
			t.Errorf("%s is not found: %v", name, found)
		}
	}
}

// The native surface refuses members that it does not know, and its contract says so to the
// tools of others: each object of a request is closed, or describes what is free in it.
func TestNativeRequestsAreClosed(t *testing.T) {
	t.Parallel()
	var walk func(ref *openapi3.SchemaRef, at string)
	walk = func(ref *openapi3.SchemaRef, at string) {
		if ref == nil {
			return
		}
		s := ref.Value
		if free := s.AdditionalProperties; s.Type.Is("object") && free.Schema == nil && (free.Has == nil || *free.Has) {
			t.Errorf("%s: additionalProperties are neither false nor described", at)
		}
		walk(s.Items, at+"/0")
		for name, member := range seed.InOrder(s.Properties) {
			walk(member, at+"/"+name)
		}
		for _, part := range s.AllOf {
			walk(part, at)
		}
	}
	for _, item := range seed.InOrder(specOf(t, "rekey").Paths.Map()) {
		for _, op := range seed.InOrder(item.Operations()) {
			if op.RequestBody == nil {
				continue
			}
			for _, content := range op.RequestBody.Value.Content {
				walk(content.Schema, op.OperationID)
			}
		}
	}
}

func surfaceNames(t *testing.T) (names []string) {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join(root, "impl/surface/*/doc.go"))
	if err != nil || len(folders) < 5 {
		t.Fatal(folders, err)
	}
	for _, f := range folders {
		name := filepath.Base(filepath.Dir(f))
		if name == "native" {
			name = "rekey"
		}
		names = append(names, name)
	}
	return names
}

// surfaceFolder is where a surface is implemented. The native surface's is not named like the
// surface, since three packages would then be called rekey.
func surfaceFolder(surface string) string {
	if surface == "rekey" {
		surface = "native"
	}
	return "impl/surface/" + surface
}

func specOf(t *testing.T, surface string) *openapi3.T {
	t.Helper()
	loader := openapi3.NewLoader()
	loader.IsExternalRefsAllowed = true // a long surface is several files
	spec, err := loader.LoadFromFile(filepath.Join(root, "openapi", surface+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	spec.InternalizeRefs(t.Context(), func(_ *openapi3.T, ref openapi3.ComponentRef) string { return path.Base(ref.RefString()) })
	return spec
}

// byTheEdge is what impl/server reads for every operation.
const byTheEdge = "header:Idempotency-Key"

// judge says what of a contract is neither read nor refused nor ignored by the vendor's word.
func (r *readers) judge(surface string, spec *openapi3.T, rules map[string]bool) (complaints []string) {
	for _, item := range seed.InOrder(spec.Paths.Map()) {
		for _, op := range seed.InOrder(item.Operations()) {
			found, err := r.requestOf(item, op)
			if err != nil {
				complaints = append(complaints, err.Error())
				continue
			}
			ignored, _ := op.Extensions["x-ignored"].(map[string]any)
			ignored = maps.Clone(ignored)
			for _, a := range found {
				line, listed := ignored[a.pointer].(map[string]any)
				delete(ignored, a.pointer)
				a.read = a.read || a.pointer == byTheEdge || a.handedOn && rules[a.pointer]
				if why := a.dropped(surface, op, line, listed); why != "" {
					complaints = append(complaints, op.OperationID+" "+why)
				}
			}
			for pointer := range seed.InOrder(ignored) {
				complaints = append(complaints, fmt.Sprintf("%s x-ignored lists %s, which cannot be asked for", op.OperationID, pointer))
			}
		}
	}
	return complaints
}

// dropped tells why a request for this would be answered with success and left undone.
func (a asked) dropped(surface string, op *openapi3.Operation, line map[string]any, listed bool) string {
	source, _ := line["source"].(string)
	_, sometimes := line["when"]
	switch {
	case (listed || a.unserved) && surface == "rekey":
		return a.pointer + " is not served by the surface that is ours"
	case listed && source == "":
		return a.pointer + " is ignored without a source"
	case a.unserved && (a.read || listed):
		return a.pointer + " is refused, and cannot be read or ignored as well"
	case a.unserved && op.Responses.Value("501") == nil:
		return "declares no 501, and " + a.pointer + " is not served"
	case listed && a.read != sometimes:
		if a.read {
			return a.pointer + " is read, and x-ignored says that it never is"
		}
		return a.pointer + " is never read, and x-ignored says when"
	case !a.read && !a.unserved && !listed:
		return a.pointer + " is not read"
	}
	return ""
}

// readRules are the pointers of the policy's rules that the core reads. The native surface
// hands rules on as they are: what a rule is worth is seen where it is applied.
func readRules(t *testing.T, compiled map[string]string) map[string]bool {
	t.Helper()
	read, settings := map[string]bool{}, types.Type(nil)
	for _, path := range []string{"impl/core", "impl/core/accounts", "impl/core/factors", "impl/core/keys", "impl/core/logins", "impl/core/passwords", "impl/core/tenants", "impl/core/tickets", "impl/policy", "impl/outbox", "impl/access"} {
		checked, files, info := checkedPackage(t, path, compiled)
		for _, of := range checked.Imports() {
			if of.Path() == module+"/models" && settings == nil {
				settings = of.Scope().Lookup("Settings").Type()
			}
		}
		fields := fieldsRead(info, files)
		leaves(settings, "/rules", func(pointer, field string) {
			read[pointer] = read[pointer] || fields[field]
		})
	}
	return read
}

// leaves lists the fields of a struct and of those in it, by pointer and by name.
func leaves(of types.Type, at string, each func(pointer, field string)) {
	s, ok := plain(of).(*types.Struct)
	if !ok {
		return
	}
	name := types.TypeString(of, func(*types.Package) string { return "" })
	for i := range s.NumFields() {
		pointer := at + "/" + wireName(s, i)
		if _, more := plain(s.Field(i).Type()).(*types.Struct); more {
			leaves(s.Field(i).Type(), pointer, each)
			continue
		}
		each(pointer, strings.TrimPrefix(name, "*")+"."+s.Field(i).Name())
	}
}
