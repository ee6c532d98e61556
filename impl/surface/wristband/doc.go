// Package wristband speaks the password API of Wristband over the core: names,
// envelopes and OAuth endpoints as openapi/wristband.yaml prints them.
//
// What differs from the vendor, and why, is listed once: in info.description of
// openapi/wristband.yaml, which docs/migrate-wristband.md repeats for those who move.
package wristband
