package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/pressly/goose/v3"
	"gorm.io/gorm/clause"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/models/migrations"
)

// ErrSchema means that a migration of this version of the program is missing.
var ErrSchema = errors.New("the database schema is not this version's; run: rekey migrate up")

// ErrNewerSchema means that a newer version removed something that this one needs.
var ErrNewerSchema = errors.New("the database schema is of a newer version that this one cannot serve beside; run the newer binary")

// Schema compares the schema of a database with the migrations that this program knows.
type Schema struct {
	Version int64 // the last migration that was applied; 0: none
	Needed  int64 // the last migration that this program knows
	Floor   int64 // programs that know fewer migrations must not use the schema; 0: any may
	// FloorAfter is the floor after the missing migrations. Programs from before there was a floor
	// accept no other schema than their own.
	FloorAfter int64

	missing bool // a migration that this program knows was not applied
}

// firstFloor is the migration that made the floor.
const firstFloor = 150

// Check returns an error if this program cannot use the schema. A newer schema is usable if its
// further migrations only added to it, or took away only what this program does not use.
func (s Schema) Check() error {
	switch {
	case s.Floor > s.Needed:
		return ErrNewerSchema
	case s.missing:
		return ErrSchema
	}
	return nil
}

// Newer tells whether the schema has migrations that this program does not know.
func (s Schema) Newer() bool { return s.Version > s.Needed }

// Schema reads which migrations were applied. It only reads: goose's own function would first create
// its table, and neither a server nor a probe may do that.
func (s *Store) Schema(ctx context.Context) (Schema, error) {
	known, err := s.knownMigrations()
	if err != nil {
		return Schema{}, err
	}
	applied, err := s.appliedMigrations(ctx)
	if err != nil {
		return Schema{}, err
	}
	missing := without(known, applied)
	out := Schema{
		Version: slices.Max(append(applied, 0)), Needed: slices.Max(known), FloorAfter: firstFloor,
		missing: len(missing) > 0,
	}
	for _, version := range missing {
		needs, err := s.contract(version)
		if err != nil {
			return Schema{}, err
		}
		out.FloorAfter = max(out.FloorAfter, needs)
	}
	if out.Newer() {
		out.Floor, err = s.Read(ctx).schemaFloor()
	}
	return out, err
}

// appliedMigrations returns the numbers of the migrations that were applied; none before the first.
func (s *Store) appliedMigrations(ctx context.Context) (applied []int64, err error) {
	there, err := s.hasTable(ctx, goose.DefaultTablename)
	if err != nil || !there {
		return nil, err
	}
	err = s.read.WithContext(ctx).Raw("SELECT version_id FROM " + goose.DefaultTablename).Scan(&applied).Error
	return applied, translate(err)
}

func without(versions, others []int64) []int64 {
	return slices.DeleteFunc(slices.Clone(versions), func(v int64) bool { return slices.Contains(others, v) })
}

// CheckSchema returns an error unless this program can use the schema.
func (s *Store) CheckSchema(ctx context.Context) error {
	schema, err := s.Schema(ctx)
	if err != nil {
		return err
	}
	return schema.Check()
}

// knownMigrations returns the numbers of the migrations that this program has, in their order.
func (s *Store) knownMigrations() (known []int64, err error) {
	files, err := fs.ReadDir(migrations.Files, s.dialect.name())
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		version, err := goose.NumericComponent(f.Name())
		if err != nil {
			return nil, err
		}
		known = append(known, version)
	}
	return known, nil
}

// contract returns what a migration needs a program to know if it contracts the schema, else zero.
func (s *Store) contract(version int64) (int64, error) {
	found, err := fs.Glob(migrations.Files, fmt.Sprintf("%s/%04d_*.sql", s.dialect.name(), version))
	if err != nil {
		return 0, err
	}
	if len(found) != 1 {
		return 0, fmt.Errorf("store: migration %04d has %d files", version, len(found))
	}
	text, err := fs.ReadFile(migrations.Files, found[0])
	return migrations.Contract(string(text)), err
}

// hasTable has a query of its own, since gorm's migrator panics if the database does not answer.
func (s *Store) hasTable(ctx context.Context, name string) (bool, error) {
	n := 0
	err := s.read.WithContext(ctx).Raw(s.dialect.countTables(), name).Scan(&n).Error
	return n > 0, translate(err)
}

func (rd *Reader) schemaFloor() (int64, error) {
	rows, err := list[models.SchemaFloor](rd, "id", 1, "id = ?", 1)
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return rows[0].Version, nil
}

// raiseSchemaFloor never lowers the floor.
func (tx *Tx) raiseSchemaFloor(version int64) error {
	have, err := tx.schemaFloor()
	if err != nil || have >= version {
		return err
	}
	row := models.SchemaFloor{ID: 1, Version: version}
	return translate(tx.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error)
}
