package picture

import (
	"context"
	"fmt"
	"image"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"sitmap/mapdata/render"
	"sitmap/mapdata/render/pdf"
	"sitmap/mapdata/render/svg"
	"sitmap/store"
)

// Extensions lists the extensions of the files that [Make] writes.
func Extensions() []string { return []string{".png", ".svg", ".pdf"} }

// FormatOf gives the format that a file's extension stands for: png, svg or pdf.
// The error is a sentence.
func FormatOf(path string) (string, error) {
	ext := strings.ToLower(filepath.Ext(path))
	for _, e := range Extensions() {
		if ext == e {
			return e[1:], nil
		}
	}
	if ext == "" {
		return "", fmt.Errorf("%s has no extension to tell the format by; end it with .png, .svg or .pdf", path)
	}
	return "", fmt.Errorf("%s pictures cannot be written; the formats are .png, .svg and .pdf", ext)
}

// about is what a file says of its picture, each format in its own terms.
type about struct {
	title, description string
	author             string
	publication, state string // the id, and what of the store is shown
	storeID            string
}

func aboutPicture(m *material, spec Spec, p store.Publication, st *store.Store) about {
	f := m.scene.Furniture
	a := about{
		title: f.Title, author: st.User(), publication: publicationText(p.ID),
		state: strconv.FormatInt(p.Head, 10) + " " + p.HeadHash, storeID: st.ID(),
	}
	if a.title == "" {
		a.title = "Situation map"
	}
	lines := []string{
		f.Subtitle, handlingText(f.Handling), f.Note, f.AsOfWords() + " " + f.DataAsOf.In(spec.Zone).Format("2 January 2006, 15:04 MST"), f.POV,
		sourcesText(f.Sources), f.Attribution, "Publication " + a.publication,
	}
	var kept []string
	for _, l := range lines {
		if l = strings.TrimSuffix(strings.TrimSpace(l), "."); l != "" {
			kept = append(kept, l+".")
		}
	}
	a.description = strings.Join(kept, " ")
	return a
}

func sourcesText(sources []string) string {
	if len(sources) == 0 {
		return ""
	}
	return "Sources: " + strings.Join(sources, "; ")
}

// encode draws the picture in a format and writes it.
func encode(ctx context.Context, w io.Writer, format string, r *render.Renderer, m *material, req render.Request, spec Spec, a about) (unlabelled int, err error) {
	if format == "png" {
		dst := image.NewRGBA(image.Rect(0, 0, spec.Width, spec.Height))
		hits, err := r.Render(ctx, dst, req)
		if err != nil {
			return 0, err
		}
		text := map[string]string{
			"Title": a.title, "Software": "Sitmap", "Publication": a.publication, "Store": a.storeID, "Head": a.state,
		}
		if a.author != "" {
			text["Author"] = a.author
		}
		return hits.Unlabelled(), render.EncodePNG(w, dst, spec.DPI, text)
	}
	laid, err := r.Lay(ctx, spec.Width, spec.Height, req)
	if err != nil {
		return 0, err
	}
	if format == "svg" {
		return laid.Unlabelled, svg.Write(ctx, w, laid, svg.Options{
			Title: a.title, Description: a.description, Creator: a.author, DPI: spec.DPI,
			Identifier: a.publication, Source: "store " + a.storeID + ", head " + a.state,
		})
	}
	return laid.Unlabelled, pdf.Write(ctx, w, laid, pdf.Options{
		Title: a.title, Author: a.author, Subject: a.description, DPI: spec.DPI,
		Keywords: "Sitmap, publication " + a.publication + ", store " + a.storeID + ", head " + a.state,
		// What is shown is as old as its data: the same picture is the same file.
		Created: m.head.Time,
	})
}
