package window

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"sitmap/app/situation"
)

// folders are where the window keeps and looks for files.
type folders struct {
	data      string // stores of the first start, drafts
	config    string // the window's settings
	cache     string // columns of stores
	documents string // where new files are proposed
}

func userFolders(o Options) folders {
	f := folders{data: o.DataDir, config: o.ConfigDir, documents: xdg.UserDirs.Documents}
	if f.data == "" {
		f.data = filepath.Join(xdg.DataHome, "sitmap")
	}
	if f.config == "" {
		f.config = filepath.Join(xdg.ConfigHome, "sitmap")
	}
	if f.cache = o.CacheDir; f.cache == "" {
		f.cache = situation.CacheDir()
	}
	if info, err := os.Stat(f.documents); err != nil || !info.IsDir() {
		f.documents = xdg.Home
	}
	return f
}

// sample is where the copy of the sample situation goes at the very first start.
func (f folders) sample() string { return filepath.Join(f.data, "Sample situation.gpkg") }

// settings is the file in which the window remembers its settings.
func (f folders) settings() string { return filepath.Join(f.config, "window.json") }

// drafts is where the form keeps what was typed and not yet saved in a store.
func (f folders) drafts(store string) string { return filepath.Join(f.data, "drafts", store) }
