// Package zitadel speaks the password API of ZITADEL over the core.
package zitadel
