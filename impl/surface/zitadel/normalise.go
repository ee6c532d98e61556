package zitadel

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"maps"
	"math"
	"strconv"
	"strings"

	"github.com/rekeyhq/rekey/impl/fault"
)

// normalise rewrites a body into the contract's spelling where protobuf's JSON has several
// (protobuf.dev, ProtoJSON Format): names of fields in snake_case, null for a field that is
// absent, numbers of enumerations, 64-bit integers as numbers and others as text, durations, and
// base64 of either alphabet. docs/migrate-zitadel.md lists them. Other members are left
// as they are: the contract refuses or ignores them later.
func normalise(body []byte) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber() // a number is passed on as it was written
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, fault.ErrMalformed // unreachable: the body was scanned before
	}
	v, err := renamed(v, "")
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func renamed(v any, pointer string) (any, error) {
	switch v := v.(type) {
	case map[string]any:
		return renamedMembers(v, pointer)
	case []any:
		for i := range v {
			var err error
			if v[i], err = renamed(v[i], pointer+"/"+strconv.Itoa(i)); err != nil {
				return nil, err
			}
		}
	case json.Number:
		if n, ok := integer(v.String()); ok { // 1.0 and 1e0 are 1; no member has fractions
			return json.Number(strconv.FormatUint(n, 10)), nil
		}
	}
	return v, nil
}

func renamedMembers(members map[string]any, pointer string) (any, error) {
	out := make(map[string]any, len(members))
	for name, value := range members {
		camel := lowerCamel(name)
		_, original := members[camel]
		if _, taken := out[camel]; taken || original && camel != name {
			return nil, fault.ErrMalformed.With(fault.Violation{
				Pointer: pointer + "/" + camel, Code: fault.BrokenDuplicate, Message: "The field appears in two spellings.",
			})
		}
		if camel == "metadata" { // its keys are the caller's own
			out[camel] = padded(value)
			continue
		}
		value, err := renamed(value, pointer+"/"+camel)
		if err != nil {
			return nil, err
		}
		out[camel] = spelt(pointer+"/"+camel, value)
	}
	maps.DeleteFunc(out, func(_ string, value any) bool { return value == nil })
	return out, nil
}

// notificationTypes are the names of zitadel.user.v2.NotificationType by their numbers.
var notificationTypes = []string{"NOTIFICATION_TYPE_Unspecified", "NOTIFICATION_TYPE_Email", "NOTIFICATION_TYPE_SMS"}

// enumeration lists the names of the enumeration at a pointer by their numbers; nil: there is none.
func enumeration(pointer string) []string {
	inQuery := strings.HasPrefix(pointer, "/queries/")
	switch {
	case strings.HasSuffix(pointer, "/notificationType"):
		return notificationTypes
	case inQuery && strings.HasSuffix(pointer, "Query/method"):
		return textQueryMethods
	case inQuery && strings.HasSuffix(pointer, "/stateQuery/state"):
		return userStates
	case inQuery && strings.HasSuffix(pointer, "/typeQuery/type"):
		return userTypes
	case pointer == "/sortingColumn":
		return userFieldNames
	}
	return nil
}

// The names of enumerations of zitadel.user.v2 and zitadel.object.v2 by their numbers.
var (
	textQueryMethods = []string{
		"TEXT_QUERY_METHOD_EQUALS", "TEXT_QUERY_METHOD_EQUALS_IGNORE_CASE", "TEXT_QUERY_METHOD_STARTS_WITH", "TEXT_QUERY_METHOD_STARTS_WITH_IGNORE_CASE",
		"TEXT_QUERY_METHOD_CONTAINS", "TEXT_QUERY_METHOD_CONTAINS_IGNORE_CASE", "TEXT_QUERY_METHOD_ENDS_WITH", "TEXT_QUERY_METHOD_ENDS_WITH_IGNORE_CASE",
	}
	userStates     = []string{"USER_STATE_UNSPECIFIED", "USER_STATE_ACTIVE", "USER_STATE_INACTIVE", "USER_STATE_DELETED", "USER_STATE_LOCKED", "USER_STATE_INITIAL"}
	userTypes      = []string{"TYPE_UNSPECIFIED", "TYPE_HUMAN", "TYPE_MACHINE"}
	userFieldNames = []string{
		"USER_FIELD_NAME_UNSPECIFIED", "USER_FIELD_NAME_USER_NAME", "USER_FIELD_NAME_FIRST_NAME", "USER_FIELD_NAME_LAST_NAME", "USER_FIELD_NAME_NICK_NAME",
		"USER_FIELD_NAME_DISPLAY_NAME", "USER_FIELD_NAME_EMAIL", "USER_FIELD_NAME_STATE", "USER_FIELD_NAME_TYPE", "USER_FIELD_NAME_CREATION_DATE",
	}
)

// spelt gives the contract's spelling of a scalar of the members that have several.
func spelt(pointer string, value any) any {
	number, isNumber := value.(json.Number)
	text, isText := value.(string)
	names := enumeration(pointer)
	switch {
	case isNumber && names != nil:
		if n, ok := integer(number.String()); ok && n < uint64(len(names)) {
			return names[n]
		}
	case isNumber && pointer == "/query/offset": // uint64, which the contract has as text
		if _, ok := integer(number.String()); ok {
			return number.String()
		}
	case isText && pointer == "/query/limit": // uint32
		if n, ok := integer(text); ok {
			return n
		}
	case isText && pointer == "/lifetime":
		return seconds(text)
	}
	return value
}

// integer reads 12, 12.0 and 1.2e1, as protobuf's JSON does. A text that is not a JSON
// number, such as 012 or +12, is refused too.
func integer(text string) (uint64, bool) {
	if !json.Valid([]byte(text)) || strings.Trim(text, "0123456789.eE+-") != "" {
		return 0, false
	}
	if n, err := strconv.ParseUint(text, 10, 64); err == nil {
		return n, true
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || f < 0 || f != math.Trunc(f) || f >= 1<<53 { // beyond which a float64 is not an exact integer
		return 0, false
	}
	return uint64(f), true
}

// seconds gives +5s, .5s and 5.s their digits.
func seconds(text string) string {
	plain := strings.TrimPrefix(text, "+")
	whole, fraction, has := strings.Cut(strings.TrimSuffix(plain, "s"), ".")
	switch {
	case !strings.HasSuffix(plain, "s") || strings.Trim(whole+fraction, "0123456789") != "" || whole+fraction == "":
		return text
	case whole == "":
		whole = "0"
	case len(whole) > 1 && whole[0] == '0': // not a number for the vendor
		return text
	}
	if has && fraction != "" {
		whole += "." + fraction
	}
	return whole + "s"
}

// padded writes metadata in the base64 of RFC 4648 section 4: bytes may come in the alphabet for
// URLs, and without padding, but in one alphabet and with all of the padding or none.
func padded(notes any) any {
	all, ok := notes.(map[string]any)
	if !ok {
		return notes
	}
	for name, note := range all {
		text, ok := note.(string)
		if !ok {
			continue
		}
		alphabet := base64.StdEncoding
		if strings.ContainsAny(text, "-_") {
			alphabet = base64.URLEncoding
		}
		if len(text)%4 != 0 {
			alphabet = alphabet.WithPadding(base64.NoPadding)
		}
		if raw, err := alphabet.DecodeString(text); err == nil {
			all[name] = base64.StdEncoding.EncodeToString(raw)
		}
	}
	return all
}

// lowerCamel writes url_template as urlTemplate.
func lowerCamel(name string) string {
	if !strings.Contains(name, "_") {
		return name
	}
	var b strings.Builder
	upper := false
	for _, r := range name {
		switch {
		case r == '_':
			upper = true
			continue
		case upper && r >= 'a' && r <= 'z':
			r -= 'a' - 'A'
		}
		upper = false
		b.WriteRune(r)
	}
	return b.String()
}
