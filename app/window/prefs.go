package window

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"sitmap/app/look"
	"sitmap/app/outfile"
	"sitmap/app/picture"
)

// settings are what the window remembers from one day to the next. Measures are in
// device-independent pixels; 0 was never set.
type settings struct {
	Theme       look.Choice `json:"theme,omitempty"`
	Author      string      `json:"author,omitempty"` // who makes changes
	Names       string      `json:"names,omitempty"`  // language of the map's names
	Last        string      `json:"last,omitempty"`   // the store that was open
	Recent      []string    `json:"recent,omitempty"` // newest first
	Folder      string      `json:"folder,omitempty"` // of the last file written or chosen
	Width       float32     `json:"width,omitempty"`  // of the window
	Height      float32     `json:"height,omitempty"`
	ListWidth   float32     `json:"list_width,omitempty"`
	RightWidth  float32     `json:"right_width,omitempty"`
	ListFolded  bool        `json:"list_folded,omitempty"`
	RightFolded bool        `json:"right_folded,omitempty"`
	Layers      bool        `json:"layers,omitempty"`        // the panel of layers is shown
	NoLegend    bool        `json:"no_legend,omitempty"`     // the map has none
	LegendFold  bool        `json:"legend_folded,omitempty"` // only its title is shown
	Notation    string      `json:"notation,omitempty"`      // of coordinates; "": decimal degrees
	Radii       string      `json:"radii,omitempty"`         // of the last range rings, as they were typed
	// Picture is the layout of the last picture that was exported; nil: none was.
	Picture *picture.Layout `json:"picture,omitempty"`
}

// prefs are the settings with the file they are kept in. Fyne's own preferences
// rewrite their file in place: a crash in that moment loses them all.
type prefs struct {
	settings
	path string
	run  func(func()) // runs the writing beside the main goroutine
	log  *slog.Logger

	version int // of the settings; touched on the main goroutine alone
	mu      sync.Mutex
	written int // version that stands in the file
}

// manyRecent is how many stores the menu remembers.
const manyRecent = 8

// loadPrefs reads what was remembered. What cannot be read is forgotten: nothing of
// the analyst's work is in it.
func loadPrefs(path string, run func(func()), log *slog.Logger) *prefs {
	p := &prefs{path: path, run: run, log: log}
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return p
	}
	if err == nil {
		err = json.Unmarshal(raw, &p.settings)
	}
	if err != nil {
		p.settings = settings{}
		log.Warn("the window's settings cannot be read; it starts with the usual ones", "path", path, "err", err)
	}
	return p
}

// save writes the settings, whole or not at all.
func (p *prefs) save() {
	raw, err := json.MarshalIndent(p.settings, "", "  ")
	if err != nil {
		p.log.Error("the window's settings cannot be kept", "err", err)
		return
	}
	p.version++
	version := p.version
	p.run(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		if version < p.written {
			return // a newer state has been written meanwhile
		}
		if err := writeWhole(p.path, raw); err != nil {
			p.log.Warn("the window's settings cannot be kept", "err", err)
			return
		}
		p.written = version
	})
}

func writeWhole(path string, raw []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("making the folder of the settings: %w", err)
	}
	f, err := outfile.Create(path)
	if err != nil {
		return err
	}
	defer f.Abort()
	if _, err := f.Write(raw); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return f.Commit()
}

// opened notes that a store was opened.
func (p *prefs) opened(path string) {
	list := slices.DeleteFunc(slices.Clone(p.Recent), func(s string) bool { return s == path })
	p.Recent = append([]string{path}, list...)
	if len(p.Recent) > manyRecent {
		p.Recent = p.Recent[:manyRecent]
	}
	p.Last = path
	p.save()
}

// forget takes a store that is no longer there off the list.
func (p *prefs) forget(path string) {
	p.Recent = slices.DeleteFunc(slices.Clone(p.Recent), func(s string) bool { return s == path })
	if p.Last == path {
		p.Last = ""
	}
	p.save()
}

// sane is a remembered measure within sane limits, or the usual one.
func sane(remembered, usual, least, most float32) float32 {
	if !(remembered > 0) {
		remembered = usual
	}
	return min(max(remembered, least), most)
}
