// Package factors keeps the second factor of a user: a mailed code, or an authenticator app (RFC 6238)
// with recovery codes. [UseCases.EnrollTOTP] generates the secret of an app,
// [UseCases.ConfirmTOTP] makes it the factor, and [UseCases.RemoveSecondFactor] removes it.
//
// Users who change their own factor give their password again, and a code of the app if they have one.
// A caller who changes the factor of another user needs the permission only. Each change ends every
// login that was verified without the factor as it is now, and the user is notified.
//
// The secrets of apps are stored encrypted, and recovery codes as MACs. Codes are verified and spent by
// the kernel.
//
// Surfaces call this package. It opens no session, and it knows no other room.
package factors
