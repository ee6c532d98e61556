// Package entrust speaks the user password operations of the Entrust Identity as a
// Service Administration API over the core, with the login of an administration
// application that they need.
//
// Names that the vendor does not know are ignored, since its generated clients are of
// many versions; what it knows and Rekey does not serve is refused with 501.
//
// What differs from the vendor, and why, is listed once: in docs/migrate-entrust.md.
package entrust
