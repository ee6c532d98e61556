// Package entrust speaks the password API of Entrust IDaaS over the core.
package entrust
