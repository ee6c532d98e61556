package rig

import (
	"path/filepath"
	"testing"
)

// Database is what servers can use.
type Database interface {
	Name() string          // sqlite, mariadb or galera
	URL(server int) string // for the server with this number, from 0
}

const create = "CREATE DATABASE " + database + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"

// File is an SQLite database.
type File struct{ Path string }

// SQLite is a file that does not exist yet, in a folder of the test's own.
func SQLite(t testing.TB) *File {
	t.Helper()
	return &File{Path: filepath.Join(folder(t), "rekey.db")}
}

// Name is that of the database among the others.
func (*File) Name() string { return "sqlite" }

// URL is the same for all servers.
func (f *File) URL(int) string { return "sqlite:" + f.Path }

// Single is one MariaDB server.
type Single struct{ *Node }

// MariaDB starts one server with an empty database.
func MariaDB(t testing.TB) *Single {
	t.Helper()
	s := &Single{Node: newNode(t, "mariadb", filepath.Join(folder(t), "mariadb"), install(t), 1, nil)}
	s.Start()
	s.Exec(create)
	return s
}

// Name is that of the database among the others.
func (*Single) Name() string { return "mariadb" }

// URL is the same for all servers.
func (s *Single) URL(int) string { return "mysql://root@" + s.Addr + "/" + database }
