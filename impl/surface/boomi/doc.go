// Package boomi speaks the password API of Boomi MFT over the core.
//
// What differs from the vendor, and why, is listed once: in info.description of
// openapi/boomi.yaml, which docs/migrate-boomi.md repeats for those who move.
package boomi
