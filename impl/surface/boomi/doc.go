// Package boomi speaks the password API of Boomi MFT over the core.
//
// Known differences from the vendor, each for a reason:
//
//   - The vendor publishes bodies and statuses, but neither verbs nor most paths, nor
//     an error body. Paths follow the one published pattern; errors are problem
//     documents (RFC 9457).
//   - 401, 413, 415, 429 and 503 are answered beside the vendor's 200, 400 and 500.
//   - mfaEnabled and username of a redeemed link are ignored: no reset may switch a
//     second factor off or rename anybody.
//   - The check of a link always answers null for both passwords.
//   - The least length of a password is the tenant's policy: by default 15 characters,
//     8 with a second factor, where the vendor has 12 and 8.
//   - A user with a second factor is answered 409 with a challenge; the vendor lists the
//     status and does not say what it means.
//   - oneTimePasscode takes the mailed code, or for a user with an authenticator app its
//     code or a recovery code.
//   - A user who must change his password is answered 401 with the key of a reset link.
//   - Users have UUIDs. The vendor's 32-bit userId is accepted where it occurs, and may
//     only name the caller himself.
package boomi
