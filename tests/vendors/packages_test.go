package vendors_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// archives is where install.sh keeps what it fetched.
const archives = "../../.tools/vendors"

// TestNoPackageWasPatched: each archive has the hash that the lock file has from the registry, and what is installed
// is what the archives hold.
func TestNoPackageWasPatched(t *testing.T) {
	t.Parallel()
	t.Run("npm", func(t *testing.T) {
		t.Parallel()
		for path, p := range seed.InOrder(locked(t)) {
			if path != "" {
				p.isInstalled(t, path)
			}
		}
	})
	t.Run("PyPI", func(t *testing.T) {
		t.Parallel()
		pinned := read(t, "python/requirements.txt")
		wheels, err := filepath.Glob(archives + "/wheels/*.whl")
		if err != nil || len(wheels) != len(regexp.MustCompile(`(?m)^\S+==`).FindAll(pinned, -1)) {
			t.Fatalf("%d wheels, not one for each requirement: %v", len(wheels), err)
		}
		site, err := filepath.Glob(archives + "/python/lib/python3*/site-packages")
		if err != nil || len(site) != 1 {
			t.Fatal("no site-packages", err)
		}
		all := map[string][]byte{} // together, as several may share a folder
		for _, wheel := range wheels {
			raw := read(t, wheel)
			sum := sha256.Sum256(raw)
			if !bytes.Contains(pinned, []byte("sha256:"+hex.EncodeToString(sum[:]))) {
				t.Errorf("%s is not the one of requirements.txt", filepath.Base(wheel))
			}
			files := unzipped(t, raw)
			if len(files) == 0 {
				t.Errorf("%s is empty", filepath.Base(wheel))
			}
			maps.Copy(all, files)
		}
		same(t, site[0], all)
	})
}

// A changed, an added and a missing file are found.
func TestAPatchedPackageIsFound(t *testing.T) {
	t.Parallel()
	for name, c := range seed.InOrder(map[string]struct{ there, archive map[string]string }{
		"changed": {map[string]string{"p/a.js": "1", "p/b.js": "2"}, map[string]string{"p/a.js": "1", "p/b.js": "3"}},
		"added":   {map[string]string{"p/a.js": "1", "p/b.js": "2"}, map[string]string{"p/a.js": "1"}},
		"missing": {map[string]string{"p/a.js": "1"}, map[string]string{"p/a.js": "1", "p/b.js": "2"}},
	}) {
		dir := t.TempDir()
		for path, text := range c.there {
			if err := errors.Join(os.MkdirAll(filepath.Join(dir, filepath.Dir(path)), 0o755), os.WriteFile(filepath.Join(dir, path), []byte(text), 0o644)); err != nil {
				t.Fatal(err)
			}
		}
		files := map[string][]byte{}
		for path, text := range c.archive {
			files[path] = []byte(text)
		}
		if found := differences(dir, files); len(found) != 1 || !strings.Contains(found[0], "b.js") {
			t.Errorf("%s: found %q", name, found)
		}
	}
}

// lockedPackage is what package-lock.json says of one.
type lockedPackage struct{ Version, Integrity string }

func locked(t *testing.T) map[string]lockedPackage {
	t.Helper()
	var lock struct{ Packages map[string]lockedPackage }
	if err := json.Unmarshal(read(t, "node/package-lock.json"), &lock); err != nil {
		t.Fatal(err)
	}
	return lock.Packages
}

// isInstalled compares the package at a path of node_modules with its archive.
func (p lockedPackage) isInstalled(t *testing.T, path string) {
	t.Helper()
	name := path[strings.LastIndex(path, "node_modules/")+len("node_modules/"):]
	file := strings.ReplaceAll(strings.TrimPrefix(name, "@"), "/", "-") + "-" + p.Version + ".tgz"
	raw := read(t, filepath.Join(archives, "npm", file))
	sum := sha512.Sum512(raw)
	if p.Integrity != "sha512-"+base64.StdEncoding.EncodeToString(sum[:]) {
		t.Errorf("%s is not the one of package-lock.json", file)
	}
	folder, base := filepath.Split(filepath.Join("node", path))
	same(t, folder, untarred(t, raw, base))
}

// same reports the differences between a folder and an archive.
func same(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	if len(files) == 0 {
		t.Errorf("%s: the archive is empty", dir)
	}
	for _, found := range differences(dir, files) {
		t.Error(found)
	}
}

// differences compares files with those below a folder, and finds others beside them in their own folders.
func differences(dir string, files map[string][]byte) (found []string) {
	own := map[string]bool{}
	for path, want := range seed.InOrder(files) {
		own[strings.Split(path, "/")[0]] = true
		got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
		switch {
		case err != nil:
			found = append(found, path+" is missing in "+dir)
		case !bytes.Equal(got, want):
			found = append(found, path+" was changed in "+dir)
		}
	}
	for top := range seed.InOrder(own) {
		_ = filepath.WalkDir(filepath.Join(dir, top), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			at, err := filepath.Rel(dir, path)
			if err != nil {
				return err
			}
			if d.IsDir() {
				if d.Name() == "__pycache__" || d.Name() == "node_modules" {
					return fs.SkipDir
				}
				return nil
			}
			if _, known := files[filepath.ToSlash(at)]; !known && !written(at) {
				found = append(found, at+" was added in "+dir)
			}
			return nil
		})
	}
	return found
}

// written tells of what pip writes beside a wheel's own files.
func written(path string) bool {
	folder, name := filepath.Split(path)
	return strings.HasSuffix(folder, ".dist-info/") && (name == "RECORD" || name == "INSTALLER" || name == "REQUESTED" || name == "direct_url.json")
}

// untarred are the files of an archive below a folder; there they are in one called "package".
func untarred(t *testing.T, raw []byte, folder string) map[string][]byte {
	t.Helper()
	packed, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for archive := tar.NewReader(packed); ; {
		h, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		_, path, _ := strings.Cut(h.Name, "/")
		if files[folder+"/"+path], err = io.ReadAll(archive); err != nil {
			t.Fatal(err)
		}
	}
}

func unzipped(t *testing.T, raw []byte) map[string][]byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range archive.File {
		// RECORD lists what pip installed; scripts go elsewhere.
		if strings.HasSuffix(f.Name, "/") || strings.HasSuffix(f.Name, ".dist-info/RECORD") || strings.Contains(f.Name, ".data/") {
			continue
		}
		opened, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(opened); err != nil {
			t.Fatal(err)
		}
		_ = opened.Close()
	}
	return files
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
