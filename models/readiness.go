package models

import "time"

// Readiness is the one row that servers write to check that the database accepts writes.
type Readiness struct {
	ID        int       `gorm:"primaryKey;autoIncrement:false"`
	CheckedAt time.Time `gorm:"not null"`
}

// TableName keeps the singular, since there is one row.
func (Readiness) TableName() string { return "readiness" }
