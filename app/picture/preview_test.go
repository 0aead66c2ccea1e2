package picture

import (
	"context"
	"errors"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/paulmach/orb"
	"golang.org/x/image/draw"

	"sitmap/app/sample"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/scene"
	"sitmap/store"
)

// A preview looks like the picture that is then made, shrunk, and leaves no trace.
func TestAPreviewIsThePictureMadeSmall(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	db := filepath.Join(dir, "s.gpkg")
	if err := sample.Write(ctx, db); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(ctx, db, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	base := basemap.New()
	spec := Spec{
		BBox: orb.Bound{Min: orb.Point{22, 44}, Max: orb.Point{41, 53}}, Width: 1240, Height: 1754, DPI: 150,
		Title: "Drones and missiles hit Kyiv while the capitals talk", LegendAt: scene.LegendBeside, Inset: scene.On,
		Graticule: true, North: true, Meanings: true, Handling: "GREEN", Record: true,
	}
	before, err := st.Head(ctx)
	if err != nil {
		t.Fatal(err)
	}
	p, err := NewPreviewer(base).Draw(ctx, st, spec, 620, 9999)
	if err != nil {
		t.Fatal(err)
	}
	if p.Width != 1240 || p.Height != 1754 || p.Image.Bounds().Size() != image.Pt(620, 877) || p.Result.Events == 0 {
		t.Fatalf("the preview of %d×%d is %v, with %d events", p.Width, p.Height, p.Image.Bounds(), p.Result.Events)
	}
	if after, _ := st.Head(ctx); after.Seq != before.Seq {
		t.Error("a preview changed the store")
	}
	out := filepath.Join(dir, "p.png")
	spec.Record = false
	r, err := Make(ctx, st, base, spec, out)
	if err != nil || r.Events != p.Result.Events {
		t.Fatalf("%v; %d events, the preview had %d", err, r.Events, p.Result.Events)
	}
	f, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	whole, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	small := image.NewRGBA(p.Image.Bounds())
	draw.ApproxBiLinear.Scale(small, small.Bounds(), whole, whole.Bounds(), draw.Src, nil)
	sum := 0.0
	for i := range small.Pix {
		sum += math.Abs(float64(small.Pix[i]) - float64(p.Image.Pix[i]))
	}
	if mean := sum / float64(len(small.Pix)); mean > 4 {
		t.Errorf("the preview differs from the picture by %.1f of 255", mean)
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := NewPreviewer(base).Draw(cancelled, st, spec, 620, 877); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled, it gave %v", err)
	}
}
