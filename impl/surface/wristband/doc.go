// Package wristband speaks the password API of Wristband over the core.
package wristband
