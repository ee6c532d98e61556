// Package models says what is stored: GORM structs, one file per aggregate, with
// pure predicates only. Times are UTC with microseconds. Secrets are stored as
// digests (32 bytes), never in clear.
package models

import "time"

// Application owns tenants.
type Application struct {
	ID        string `gorm:"primaryKey;size:26"`
	Name      string `gorm:"size:200;not null"`
	Version   int64  `gorm:"not null"` // grows with every change
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Tenant owns users and decides their rules.
type Tenant struct {
	ID            string   `gorm:"primaryKey;size:26"`
	ApplicationID string   `gorm:"size:26;not null;index"`
	Name          string   `gorm:"size:200;not null"`
	IsDefault     bool     `gorm:"not null"`
	Settings      Settings `gorm:"serializer:json;type:text;not null"`
	Version       int64    `gorm:"not null"` // grows with every change
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// TenantHost is a host name that selects a tenant for anonymous callers.
type TenantHost struct {
	Host     string `gorm:"primaryKey;size:255"` // lower case, without port
	TenantID string `gorm:"size:26;not null;index"`
}
