package server

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"

	"github.com/rekeyhq/rekey/impl/fault"
)

// defineFormats adds checks that kin-openapi lacks: uuid of any version, and dates that exist (its
// regular expression accepts 30 February). It runs once: the table of formats belongs to the library
// and has no lock.
var defineFormats = sync.OnceFunc(func() {
	uuid := regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)
	openapi3.DefineStringFormatValidator("uuid", openapi3.NewCallbackValidator(func(s string) error {
		if !uuid.MatchString(s) {
			return errors.New("not a uuid")
		}
		return nil
	}))
	openapi3.DefineStringFormatValidator("date-time", openapi3.NewCallbackValidator(func(s string) error {
		if _, err := time.Parse(time.RFC3339, s); err != nil {
			return errors.New("not a date-time")
		}
		return nil
	}))
})

// violations builds the messages from pointer and rule: the error texts of kin-openapi contain the
// offending value, which may be a password. Its errors about unknown names are dropped in favour of
// ours, which suggest a known name.
func violations(err error, unknown []fault.Violation) []fault.Violation {
	var found []fault.Violation
	collect(err, "", &found)
	found = slices.DeleteFunc(found, func(v fault.Violation) bool {
		return slices.ContainsFunc(unknown, func(u fault.Violation) bool {
			return v.Code == fault.BrokenInvalid && strings.HasPrefix(u.Pointer, v.Pointer+"/")
		})
	})
	found = append(found, unknown...)
	slices.SortStableFunc(found, func(a, b fault.Violation) int { return strings.Compare(a.Pointer, b.Pointer) })
	return slices.CompactFunc(found, func(a, b fault.Violation) bool { return a.Pointer == b.Pointer && a.Code == b.Code })
}

// collect appends the violations of an error and of the errors that it wraps.
func collect(err error, base string, into *[]fault.Violation) {
	var many openapi3.MultiError
	var request *openapi3filter.RequestError
	var schema *openapi3.SchemaError
	switch {
	case err == nil:
	case asMulti(err, &many):
		for _, e := range many {
			collect(e, base, into)
		}
	case asRequest(err, &request):
		if p := request.Parameter; p != nil {
			base = p.In + ":" + p.Name
		}
		if request.Err == nil || isParse(request.Err) {
			*into = append(*into, describeMissing(base, request))
			return
		}
		collect(request.Err, base, into)
	case errors.As(err, &schema):
		*into = append(*into, describe(schema, base))
	default:
		*into = append(*into, fault.Violation{Pointer: base, Code: fault.BrokenInvalid, Message: "The value is not valid."})
	}
}

func asMulti(err error, into *openapi3.MultiError) bool {
	m, ok := err.(openapi3.MultiError)
	*into = m
	return ok
}

func asRequest(err error, into **openapi3filter.RequestError) bool {
	r, ok := err.(*openapi3filter.RequestError)
	*into = r
	return ok
}

func isParse(err error) bool {
	var p *openapi3filter.ParseError
	return errors.As(err, &p) || errors.Is(err, openapi3filter.ErrInvalidRequired) ||
		errors.Is(err, openapi3filter.ErrInvalidEmptyValue)
}

func describeMissing(base string, r *openapi3filter.RequestError) fault.Violation {
	v := fault.Violation{Pointer: base, Code: "invalid_type", Message: "The value has the wrong type."}
	if errors.Is(r.Err, openapi3filter.ErrInvalidRequired) || errors.Is(r.Err, openapi3filter.ErrInvalidEmptyValue) {
		v.Code, v.Message = fault.BrokenRequired, "A value is required."
	}
	return v
}

func describe(e *openapi3.SchemaError, base string) fault.Violation {
	var b strings.Builder
	b.WriteString(base)
	if base == "" {
		for _, part := range e.JSONPointer() {
			b.WriteString("/" + escapePointer(part))
		}
	}
	v := fault.Violation{Pointer: b.String(), Params: fault.Params{}}
	if s := e.Schema; s != nil {
		switch e.SchemaField {
		case "minLength":
			v.Params[fault.Min] = strconv.FormatUint(s.MinLength, 10)
		case "maxLength":
			if s.MaxLength != nil {
				v.Params[fault.Max] = strconv.FormatUint(*s.MaxLength, 10)
			}
		case "format":
			v.Params[fault.Format] = s.Format
		case "type":
			v.Params[fault.Type] = strings.Join(s.Type.Slice(), ",")
		}
	}
	rule, ok := rules[e.SchemaField]
	if !ok {
		rule = [2]string{fault.BrokenInvalid, "The value is not valid."}
	}
	v.Code, v.Message = rule[0], rule[1]
	if form := formOf(e); form != "" {
		v.Message = form
	}
	return v
}

// formOf returns the description that the contract has for a pattern.
func formOf(e *openapi3.SchemaError) string {
	if e.Schema == nil || e.SchemaField != "pattern" {
		return ""
	}
	form, _ := e.Schema.Extensions["x-form"].(string)
	return form
}

// rules are the code and the message of each schema keyword.
var rules = map[string][2]string{
	"required":  {fault.BrokenRequired, "A value is required."},
	"nullable":  {fault.BrokenNull, "The value must not be null."},
	"type":      {"invalid_type", "The value has the wrong type."},
	"format":    {"invalid_format", "The value does not have the required format."},
	"pattern":   {"invalid_format", "The value does not have the required form."},
	"enum":      {"not_allowed", "The value is not one of those allowed."},
	"minLength": {"too_short", "The value is too short."},
	"maxLength": {"too_long", "The value is too long."},
	"minItems":  {"too_few", "The list has too few values."},
	"maxItems":  {"too_many", "The list has too many values."},
	"minimum":   {"too_small", "The value is too small."},
	"maximum":   {"too_large", "The value is too large."},
}

// pointerEscapes are those of RFC 6901 section 3.
var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

// escapePointer returns a name as part of a pointer. The name comes from the request, so echo limits it.
func escapePointer(part string) string { return pointerEscapes.Replace(echo(part)) }
