package models

// SchemaFloor is the one row that says which versions of the program the schema still works for:
// those that know all migrations up to Version. A migration that removes something raises it.
type SchemaFloor struct {
	ID      int   `gorm:"primaryKey;autoIncrement:false"`
	Version int64 `gorm:"not null"`
}

// TableName keeps the singular, since there is one row.
func (SchemaFloor) TableName() string { return "schema_floor" }
