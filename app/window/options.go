package window

import (
	"io"
	"log/slog"
	"time"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/gazetteer"
)

// Options say how the window starts.
type Options struct {
	DB      string // the store to open; "": the last one, or the sample at the very first start
	User    string // who makes changes; "": the name of the account
	Version string // of the program, for the About box
	DataDir string // where the first start puts its store; "": the user's data folder
	// ConfigDir is where the window remembers its settings; "": the user's folder.
	ConfigDir string
	// CacheDir is where it keeps what opens large stores faster; "": the user's folder.
	CacheDir string
	// FrameLog gets a line for each frame with work of the window's own; nil: none is
	// written.
	FrameLog io.Writer
	Base     *basemap.Basemap     // nil: a new one, of which nothing is decoded yet
	Names    *gazetteer.Gazetteer // nil: the built-in one, likewise
	Clock    func() time.Time     // nil: time.Now
	Log      *slog.Logger         // nil: slog.Default()
}
