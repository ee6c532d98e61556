// Package boomi speaks the password API of Boomi MFT over the core.
package boomi
