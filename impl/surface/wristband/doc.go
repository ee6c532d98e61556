// Package wristband speaks the password API of Wristband over the core: names,
// envelopes and OAuth endpoints as openapi/wristband.yaml prints them.
//
// Names that the vendor does not know are ignored, and RFC 6749 section 3.2 wants it so
// under oauth2; what it knows and Rekey does not serve is refused with 501.
//
// What differs from the vendor, and why, is listed once: in docs/migrate-wristband.md.
package wristband
