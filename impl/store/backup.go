package store

import (
	"context"
	"errors"
)

// ErrNoFile means that the database is on a server, which has a program of its own for backups.
var ErrNoFile = errors.New("this copies SQLite files; on MySQL and MariaDB use mysqldump --single-transaction")

// CopyTo writes a copy of an SQLite database into a new file, while others read and write it. The copy
// has everything that was committed when it began (https://www.sqlite.org/lang_vacuum.html#vacuuminto).
func (s *Store) CopyTo(ctx context.Context, path string) error {
	if s.dialect.name() != "sqlite" {
		return ErrNoFile
	}
	return translate(s.write.WithContext(ctx).Exec("VACUUM INTO ?", path).Error)
}
