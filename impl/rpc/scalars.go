package rpc

import (
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"google.golang.org/protobuf/reflect/protoreflect"
)

// enumeration gives a value of an enumeration its name. One that does not exist is none, unless it is kept
// for the contract to refuse.
func enumeration(of protoreflect.EnumDescriptor, value any, keep bool) any {
	var found protoreflect.EnumValueDescriptor
	switch v := value.(type) {
	case string:
		if found = of.Values().ByName(protoreflect.Name(v)); found != nil { // of two names for a number the first
			found = of.Values().ByNumber(found.Number())
		}
	case json.Number:
		digits, ok := wholeNumber(v.String(), 32, true)
		if !ok {
			return value
		}
		n, _ := strconv.ParseInt(digits, 10, 32) // in range: see wholeNumber
		found = of.Values().ByNumber(protoreflect.EnumNumber(n))
	default:
		return value
	}
	switch {
	case found != nil:
		return string(found.Name())
	case keep:
		return value
	}
	return nil
}

// integer writes an integer of 32 bits as a number, and one of 64 bits as text.
func integer(value any, bits int, signed bool) any {
	var text string
	switch v := value.(type) {
	case string:
		text = v
	case json.Number:
		text = v.String()
	default:
		return value
	}
	digits, ok := wholeNumber(text, bits, signed)
	switch {
	case !ok:
		return value
	case bits == 64:
		return digits
	}
	return json.Number(digits)
}

// wholeNumber reads 12, 12.0 and 1.2e1. A text that is not a JSON number, such as 012 or +12, is no number,
// and neither is one with a fraction or out of range.
func wholeNumber(text string, bits int, signed bool) (string, bool) {
	if !json.Valid([]byte(text)) || strings.Trim(text, "0123456789.eE+-") != "" {
		return "", false
	}
	unsigned, negative := strings.CutPrefix(text, "-")
	mantissa, power, scientific := strings.Cut(strings.ToLower(unsigned), "e")
	exponent := 0
	if scientific {
		var err error
		if exponent, err = strconv.Atoi(power); err != nil {
			return "", false
		}
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	all := whole + fraction
	digits := strings.TrimRight(all, "0")
	zeros := exponent - len(fraction) + len(all) - len(digits)
	digits = strings.TrimLeft(digits, "0")
	switch {
	case digits == "":
		digits = "0"
	case zeros < 0 || zeros > 20: // longer than 64 bits
		return "", false
	default:
		digits += strings.Repeat("0", zeros)
	}
	var err error
	if !signed {
		if negative {
			return "", false
		}
		_, err = strconv.ParseUint(digits, 10, bits)
		return digits, err == nil
	}
	if negative && digits != "0" {
		digits = "-" + digits
	}
	_, err = strconv.ParseInt(digits, 10, bits)
	return digits, err == nil
}

// timestamp writes a time of any offset in UTC.
func timestamp(value any) any {
	text, ok := value.(string)
	if !ok {
		return value
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return value
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// duration gives +5s, .5s and 5.s their digits.
func duration(value any) any {
	text, ok := value.(string)
	if !ok {
		return value
	}
	plain := strings.TrimPrefix(text, "+")
	whole, fraction, has := strings.Cut(strings.TrimSuffix(plain, "s"), ".")
	switch {
	case !strings.HasSuffix(plain, "s") || strings.Trim(whole+fraction, "0123456789") != "" || whole+fraction == "":
		return text
	case whole == "":
		whole = "0"
	case len(whole) > 1 && whole[0] == '0': // not a number for a decoder of messages
		return text
	}
	if has && fraction != "" {
		whole += "." + fraction
	}
	return whole + "s"
}

// base64Text writes bytes in the base64 of RFC 4648 section 4. They may come in the alphabet for URLs, and
// without padding, but in one alphabet and with all of the padding or none.
func base64Text(value any) any {
	text, ok := value.(string)
	if !ok {
		return value
	}
	alphabet := base64.StdEncoding
	if strings.ContainsAny(text, "-_") {
		alphabet = base64.URLEncoding
	}
	if len(text)%4 != 0 {
		alphabet = alphabet.WithPadding(base64.NoPadding)
	}
	raw, err := alphabet.DecodeString(text)
	if err != nil {
		return value
	}
	return base64.StdEncoding.EncodeToString(raw)
}
