package shape_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/models/migrations"
	"github.com/rekeyhq/rekey/tests/seed"
)

// beforeTheFloor is the last migration from before programs accepted a schema newer than their own.
const beforeTheFloor = 142

// additions are what a program that does not know a migration never notices.
var additions = regexp.MustCompile(`(?is)^(` +
	`CREATE TABLE \w+ \(.*\)( ENGINE=\w+ DEFAULT CHARSET=\w+ COLLATE=\w+)?` +
	`|CREATE INDEX .*` +
	`|ALTER TABLE \w+ ((, )?ADD (COLUMN|KEY|INDEX) [^,(]*(\([^)]*\))?[^,(]*)+` +
	`|UPDATE .*|INSERT INTO .*|SELECT 1)$`)

// refusals are what additions must not have: an older program leaves a new column out of its
// rows, and knows no rule of a later one.
var refusals = regexp.MustCompile(`(?i)\b(UNIQUE|CHECK|REFERENCES|FOREIGN|GENERATED|AUTO_INCREMENT)\b`)

// contracts returns the first part of a migration that can break a program which does not know the
// migration; empty if there is none.
func contracts(migration string) string {
	for _, statement := range strings.Split(upOf(migration), ";") {
		statement = strings.Join(strings.Fields(statement), " ")
		if statement == "" {
			continue
		}
		if !additions.MatchString(statement) {
			return statement
		}
		if !strings.HasPrefix(strings.ToUpper(statement), "ALTER") {
			continue
		}
		for _, part := range strings.Split(statement, ", ADD ") {
			required := strings.Contains(strings.ToUpper(part), "NOT NULL") && !strings.Contains(strings.ToUpper(part), "DEFAULT")
			if required || refusals.MatchString(part) {
				return part
			}
		}
	}
	return ""
}

// upOf is the part of a migration that is applied, without comments.
func upOf(migration string) string {
	up, _, _ := strings.Cut(migration, "-- +goose Down")
	var b strings.Builder
	for line := range strings.Lines(up) {
		if !strings.HasPrefix(strings.TrimSpace(line), "--") {
			b.WriteString(line)
		}
	}
	return b.String()
}

// faultOfMigration says what is wrong with a migration of a number, while the last release, beside
// which this one is started, knows another number.
func faultOfMigration(version, released int64, text string) string {
	needs, part := migrations.Contract(text), contracts(text)
	switch {
	case strings.Contains(text, "contract:") && needs == 0:
		return "its line of a contraction is not as models/migrations says"
	case part != "" && needs == 0:
		return fmt.Sprintf("%q can break a server of the last release, and no line says which servers can go on: -- contract: needs NNNN", part)
	case needs > released || needs >= version:
		return fmt.Sprintf("servers of the last release know %04d and would be refused, since it needs %04d: contract a release after the code stopped needing it", released, needs)
	}
	return ""
}

// TestMigrationsExpandFirst: servers of the last release go on while migrations are applied, and
// beside servers of this one.
func TestMigrationsExpandFirst(t *testing.T) {
	t.Parallel()
	released := releasedSchema(t)
	needs := map[string]int64{}
	for _, engine := range []string{"mysql", "sqlite"} {
		files, err := fs.Glob(migrations.Files, engine+"/*.sql")
		if err != nil || len(files) == 0 {
			t.Fatal("no migrations were read")
		}
		for _, file := range files {
			number, _, _ := strings.Cut(path.Base(file), "_")
			version, err := strconv.ParseInt(number, 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			body, err := migrations.Files.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if version <= beforeTheFloor {
				continue
			}
			if fault := faultOfMigration(version, released, string(body)); fault != "" {
				t.Errorf("%s: %s", file, fault)
			}
			if engine == "mysql" {
				needs[number] = migrations.Contract(string(body))
			} else if needs[number] != migrations.Contract(string(body)) {
				t.Errorf("%s: the two engines need different versions", file)
			}
		}
	}
}

// releasedSchema is the last migration that the program of tests/cluster/previous.txt knows.
func releasedSchema(t *testing.T) int64 {
	t.Helper()
	text, err := os.ReadFile(root + "/tests/cluster/previous.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) == 2 && !strings.HasPrefix(line, "#") {
			n, err := strconv.ParseInt(fields[1], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
	}
	t.Fatal("tests/cluster/previous.txt names no commit and schema")
	return 0
}

// TestContractionsAreNoticed plants migrations.
func TestContractionsAreNoticed(t *testing.T) {
	t.Parallel()
	const up = "-- +goose Up\n"
	for text, want := range seed.InOrder(map[string]string{
		"CREATE TABLE a (b int NOT NULL, PRIMARY KEY (b), UNIQUE KEY c (b));":                                     "",
		"CREATE TABLE a (b int NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;":              "",
		"ALTER TABLE a\n  ADD COLUMN b varchar(8) NOT NULL DEFAULT '',\n  ADD COLUMN c datetime(6) DEFAULT NULL;": "",
		"ALTER TABLE a ADD KEY b (c, d);":                                                            "",
		"CREATE INDEX a ON b(c, d);":                                                                 "",
		"ALTER TABLE a ADD COLUMN b text;":                                                           "",
		"UPDATE a SET b = 1;":                                                                        "",
		"DROP TABLE a;":                                                                              "no line says",
		"ALTER TABLE a DROP COLUMN b;":                                                               "no line says",
		"ALTER TABLE a ADD COLUMN c int, DROP COLUMN b;":                                             "no line says",
		"ALTER TABLE a ADD COLUMN c int; DROP INDEX b;":                                              "no line says",
		"ALTER TABLE a RENAME COLUMN b TO c;":                                                        "no line says",
		"ALTER TABLE a CHANGE b c int;":                                                              "no line says",
		"ALTER TABLE a MODIFY b int NOT NULL;":                                                       "no line says",
		"ALTER TABLE a ADD COLUMN b int NOT NULL;":                                                   "no line says",
		"ALTER TABLE a ADD COLUMN d int DEFAULT 1, ADD COLUMN b int NOT NULL;":                       "no line says",
		"ALTER TABLE a ADD UNIQUE KEY b (c);":                                                        "no line says",
		"CREATE UNIQUE INDEX a ON b(c);":                                                             "no line says",
		"ALTER TABLE a ADD COLUMN b int DEFAULT 1 UNIQUE;":                                           "no line says",
		"ALTER TABLE a ADD COLUMN b int CHECK (b > 0);":                                              "no line says",
		"ALTER TABLE a ADD CONSTRAINT b CHECK (c > 0);":                                              "no line says",
		"RENAME TABLE a TO b;":                                                                       "no line says",
		"DELETE FROM a;":                                                                             "no line says",
		"-- contract: needs 0150\nDROP TABLE a;":                                                     "",
		"-- contract: needs 0151\nDROP TABLE a;":                                                     "would be refused",
		"-- contract: needs 150\nDROP TABLE a;":                                                      "is not as models/migrations says",
		"ALTER TABLE a ADD COLUMN b int;\n\n-- +goose Down\nALTER TABLE a DROP COLUMN b;":            "",
		"-- contract: needs 0150\nALTER TABLE a DROP COLUMN b;\n-- +goose Down\nSELECT 1;":           "",
		"-- DROP is a word of this comment.\nALTER TABLE a ADD COLUMN b varbinary(16) DEFAULT NULL;": "",
	}) {
		fault := faultOfMigration(160, 150, up+text)
		if want == "" && fault != "" || !strings.Contains(fault, want) {
			t.Errorf("%s\n%s; want %q", text, fault, want)
		}
	}
}
