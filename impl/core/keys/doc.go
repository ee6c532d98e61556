// Package keys manages API keys, and the signing keys of access tokens and checkpoints.
//
// An API key has a boundary (platform, application, tenant or one user), permissions, and
// budgets of requests. Its secret is answered once and stored as a digest. A key never
// has rights that its creator lacks, and a change of a user's password ends the keys of this
// user. [UseCases.RotateAPIKey] replaces the secret of a key; the former secret may stay valid
// for an overlap.
//
// A signing key is published before it signs, so that a verifier can find the key of every
// token. It verifies until it is retired.
//
// Surfaces, setup and background jobs call this package; it imports no other room. impl/access,
// not this package, decides what a key may do in a request.
package keys
