// Package zitadel speaks the password side of ZITADEL's user, session and settings
// services (v2, REST) over the core.
//
// What differs from the vendor, and why, is listed once: in info.description of
// openapi/zitadel.yaml, which docs/migrate-zitadel.md repeats for those who move.
package zitadel
