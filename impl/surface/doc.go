// Package surface is what the surfaces share, and what a surface declares to the server.
//
// A surface is one API at the edge: a thin translator with the names, the envelope and the
// oddities of one vendor, or of the native API, over the one core. Each has a folder here.
//
// # Nouns
//
// A [Surface] is what the server needs to serve an API: its contract, its routes and its form of
// errors. [Deps] are what a surface gets, among them the [Core], whose use cases are grouped by
// room. [NeedsCode] and [NeedsChange] are results of a login that an API without such results
// answers as refusals.
//
// # Use
//
// The assembly builds the surfaces, and the server calls them. A surface calls use cases of the
// core, and maps each fault once, in its problem.go. It imports neither models nor store: it gets
// results, never rows.
//
// # What must not be done here
//
// No decision about passwords, no transaction, no mail. A name or an oddity of one vendor belongs
// to the folder of that vendor.
package surface
