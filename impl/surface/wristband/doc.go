// Package wristband speaks the password API of Wristband over the core: names,
// envelopes and OAuth endpoints as openapi/wristband.yaml prints them.
//
// Known differences, all of them in the contract's own text too:
//
//   - Codes that are unknown, used, superseded, expired, of another application or of
//     an inactive user are one and the same 400, and so is the loser of a race for one
//     code. Only PASSWORD_RESET_SUCCESSFUL is ever sent as a result.
//   - A reset logs nobody in: redirectUrl and authSessionCode are always null.
//   - Ending the sessions of a user ends the refresh tokens too.
//   - API keys are accepted wherever an access token is; id and secret of a key also
//     serve as OAuth client id and secret.
//   - User ids are UUIDs of 36 characters; the vendor's have 26.
//   - Of the grants only client_credentials and refresh_token are offered.
//   - Lengths of passwords follow SP 800-63B-4 (D12), unless the tenant chose others.
package wristband
