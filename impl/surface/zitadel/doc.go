// Package zitadel speaks the password side of ZITADEL's user, session and settings
// services (v2, REST) over the core.
//
// Names that the vendor does not know are ignored: its gateway decodes with protojson and
// DiscardUnknown. What it knows and Rekey does not serve is refused as Unimplemented, 501.
//
// What differs from the vendor, and why, is listed once: in docs/migrate-zitadel.md.
package zitadel
