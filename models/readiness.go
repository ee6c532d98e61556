package models

import "time"

// Readiness is the one row that servers write to see whether the database takes writes.
type Readiness struct {
	ID        int       `gorm:"primaryKey;autoIncrement:false"`
	CheckedAt time.Time `gorm:"not null"`
}

// TableName is that of the table.
func (Readiness) TableName() string { return "readiness" }
