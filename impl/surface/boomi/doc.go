// Package boomi speaks the password API of Boomi MFT over the core.
//
// Names that the vendor does not know are ignored, as ASP.NET Core does, which the
// vendor's shapes point to; all others are served.
//
// What differs from the vendor, and why, is listed once: in docs/migrate-boomi.md.
package boomi
