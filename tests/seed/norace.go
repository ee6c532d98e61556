//go:build !race

package seed

// RaceDetector tells whether the tests were built with it.
const RaceDetector = false
