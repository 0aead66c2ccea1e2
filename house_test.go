package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// listed is what the go command tells of one package.
type listed struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

// packages asks the go command for the packages of the module, as built with or
// without cgo.
func packages(t *testing.T, cgo string, args ...string) []listed {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,TestImports,XTestImports"}, args...)...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED="+cgo)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("reading go list: %v", err)
		}
		all = append(all, p)
	}
}

func within(path, root string) bool { return path == root || strings.HasPrefix(path, root+"/") }

func withinAny(path string, roots ...string) bool {
	for _, r := range roots {
		if within(path, r) {
			return true
		}
	}
	return false
}

// mayImport is the house of the design: arrows point downwards only, store and
// mapdata do not know each other but for mapdata/geo, which knows nobody.
func mayImport(from, to string) bool {
	switch {
	case from == "sitmap":
		return within(to, "sitmap/app")
	case within(from, "sitmap/app"):
		return withinAny(to, "sitmap/app", "sitmap/store", "sitmap/mapdata", "sitmap/assets") && !within(to, "sitmap/assets/gen")
	case from == "sitmap/store":
		return to == "sitmap/mapdata/geo"
	case within(from, "sitmap/store"):
		return withinAny(to, "sitmap/store", "sitmap/mapdata/geo")
	case within(from, "sitmap/mapdata/geo"):
		return false
	case withinAny(from, "sitmap/mapdata/basemap", "sitmap/mapdata/gazetteer", "sitmap/mapdata/render"):
		return to == "sitmap/assets" || within(to, "sitmap/mapdata")
	case within(from, "sitmap/mapdata"):
		return within(to, "sitmap/mapdata")
	case within(from, "sitmap/assets/gen"):
		// The generator is a tool that no part of the program imports. It may use
		// the pure mathematics and the types that its outputs are read into.
		return withinAny(to, "sitmap/assets", "sitmap/mapdata")
	}
	return false
}

func TestArrowsOfTheHouse(t *testing.T) {
	for _, cgo := range []string{"0", "1"} {
		seen := 0
		for _, p := range packages(t, cgo, "./...") {
			for _, to := range p.Imports {
				if within(to, "sitmap") {
					seen++
					if !mayImport(p.ImportPath, to) {
						t.Errorf("cgo=%s: %s must not import %s", cgo, p.ImportPath, to)
					}
				}
				fyne := within(to, "fyne.io/fyne/v2")
				if fyne && (!within(p.ImportPath, "sitmap/app") ||
					withinAny(p.ImportPath, "sitmap/app/situation", "sitmap/app/command", "sitmap/app/picture", "sitmap/app/sample", "sitmap/app/reading") ||
					p.ImportPath == "sitmap/app/layers") {
					t.Errorf("cgo=%s: %s must not import %s: Fyne is for the screens under app alone", cgo, p.ImportPath, to)
				}
				if to == "fyne.io/fyne/v2/app" && p.ImportPath != "sitmap/app/window" {
					t.Errorf("cgo=%s: %s imports %s, which only app/window may", cgo, p.ImportPath, to)
				}
			}
			for _, to := range append(p.TestImports, p.XTestImports...) {
				if within(to, "sitmap") && to != p.ImportPath && within(p.ImportPath, "sitmap/mapdata") && within(to, "sitmap/store") {
					t.Errorf("cgo=%s: the tests of %s must not import %s", cgo, p.ImportPath, to)
				}
			}
		}
		if seen == 0 {
			t.Fatalf("cgo=%s: go list showed no arrow at all", cgo)
		}
	}
}

func TestTheProgramWithoutCgoHasNoWindow(t *testing.T) {
	for _, p := range packages(t, "0", "-deps", ".") {
		if within(p.ImportPath, "fyne.io/fyne/v2") {
			t.Errorf("the headless program contains %s", p.ImportPath)
		}
	}
}
