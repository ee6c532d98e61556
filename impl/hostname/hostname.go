// Package hostname defines how host names are compared, and how a tenant proves by the DNS
// that a host is its own.
//
// A tenant that claims a host publishes a TXT record at RecordName. Provable tells which hosts
// can be proven that way, Canonical is the form in which hosts are stored and compared, and a
// Resolver reads the records. The core calls all of them.
//
// A Resolver asks for TXT records of one prefix only, and limits the look-ups that are under
// way, since anybody with a tenant can cause them. It must not be used inside a transaction: a
// name server may take seconds to answer. Whether a record proves a claim is decided in the core.
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

// recordPrefix separates the record from others of the name, as RFC 8552 recommends. A label
// with an underscore is not a host name, so nobody can register the record's name as a host.
const recordPrefix = "_rekey-host."

// RecordName is the name of the TXT record that proves which tenant owns the host.
func RecordName(host string) string { return recordPrefix + host }

// Canonical returns the form in which hosts are compared: in lower case, without port,
// brackets and final dot, in ASCII (RFC 5891), and an address as netip prints it.
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

// OfURL returns the host of a URL; empty if it has none.
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

// Provable tells whether a DNS record can prove who owns the canonical host. That is
// impossible for addresses, for localhost (RFC 6761 section 6.3), for names of one label, which
// mean something else in each network, and for a text that is not a host name.
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

// label tells whether a text is a label of a host name (RFC 1123 section 2.1).
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
