// Package keys manages the keys that programs hold: API keys, and the signing keys of
// access tokens and checkpoints.
//
// An API key has a boundary (platform, application, tenant or one user), permissions, and
// budgets of requests. Its secret is answered once and stored as a digest. A key never
// grants what its creator does not hold, and the key of a user ends with a change of that
// user's password. [UseCases.RotateAPIKey] gives a key a new secret, while the old one may
// go on for an overlap.
//
// Signing keys are published before they sign, and verify until they are retired, so that
// no token is signed by a key that a verifier cannot find yet.
//
// Surfaces, setup and background jobs call this package; it knows no other room. What a key
// may do in a request is decided in impl/access, not here.
package keys
