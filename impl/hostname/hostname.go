// Package hostname says what a host is called, and which hosts the DNS can speak for.
//
// A-labels are golang.org/x/net/idna. Which names the DNS can speak for is a rule of this service, made
// from three standards; no library has it.
package hostname

import (
	"net"
	"net/netip"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// recordPrefix keeps the record apart from others of the name, as RFC 8552 asks. A label
// with an underscore is no host name, so that nobody gets the record as a host of his own.
const recordPrefix = "_rekey-host."

// RecordName is the name of the TXT record that says whose the host is.
func RecordName(host string) string { return recordPrefix + host }

// Canonical writes a host in the one way in which hosts are compared: in lower case,
// without port, brackets and final dot, in ASCII (RFC 5891), an address as netip prints it.
func Canonical(host string) string {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if !ascii(host) {
		if a, err := idna.Lookup.ToASCII(host); err == nil {
			host = a
		}
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if a, err := netip.ParseAddr(host); err == nil {
		return a.Unmap().WithZone("").String()
	}
	return host
}

// OfURL is the host of a URL; empty if it has none.
func OfURL(raw string) string {
	u, err := url.Parse(raw)
	if err != nil {
		return ""
	}
	return Canonical(u.Host)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Provable tells whether a record in the DNS can say whose the canonical host is. It can
// not for addresses, localhost (RFC 6761 section 6.3), names of one label, which mean
// something else in each network, and what is no host name at all.
func Provable(host string) bool {
	labels := strings.Split(host, ".")
	last := labels[len(labels)-1]
	if len(labels) < 2 || len(RecordName(host)) > 253 || last == "localhost" || number(last) {
		return false
	}
	for _, l := range labels {
		if !label(l) {
			return false
		}
	}
	return true
}

// label tells whether it is one of a host name (RFC 1123 section 2.1).
func label(l string) bool {
	if l == "" || len(l) > 63 || l[0] == '-' || l[len(l)-1] == '-' {
		return false
	}
	return strings.Trim(l, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// number tells whether clients read a host that ends in this label as an IPv4 address,
// such as 127.1 and 0x7f.1 (https://url.spec.whatwg.org/#ends-in-a-number-checker).
func number(last string) bool {
	if hex, ok := strings.CutPrefix(last, "0x"); ok {
		return strings.Trim(hex, "0123456789abcdef") == ""
	}
	return strings.Trim(last, "0123456789") == ""
}
