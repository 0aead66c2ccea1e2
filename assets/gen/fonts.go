package main

import "fmt"

var (
	// IBM Plex Sans (SIL Open Font License 1.1): the text face.
	plexSans = npmPin{"@ibm/plex-sans", "1.1.0", "c3818979c2a2c82927ea3e7c485e389a18de0b7462887dd4f7acc9a525568962"}
	// DejaVu Sans (Bitstream Vera and Arev licences): for the scripts that
	// Plex lacks.
	dejavu = npmPin{"dejavu-fonts-ttf", "2.37.3", "b7013ac58f9225250619db82cfb72e99c37ca8195f2b5a06a9e6a95bc5e1c84a"}
)

// makeFonts unpacks the faces as they are, whole: the licence of Plex asks for
// another name as soon as a glyph is left out.
func makeFonts(b *build) error {
	const woff = "fonts/complete/woff/"
	files, err := b.npmFiles(plexSans, func(string) bool { return true })
	if err != nil {
		return err
	}
	for _, face := range []string{"Regular", "Italic", "SemiBold", "SemiBoldItalic"} {
		name := "IBMPlexSans-" + face
		ttf, err := unwoff(files[woff+name+".woff"])
		if err != nil {
			return fmt.Errorf("unpacking %s: %w", name, err)
		}
		if err := b.write("fonts/"+name+".ttf", ttf); err != nil {
			return err
		}
	}
	if err := b.write("fonts/IBMPlexSans-LICENSE.txt", files["LICENSE.txt"]); err != nil {
		return err
	}
	for name, path := range map[string]string{
		"fonts/DejaVuSans.ttf":         "ttf/DejaVuSans.ttf",
		"fonts/DejaVuSans-LICENSE.txt": "LICENSE",
	} {
		data, err := b.npmFile(dejavu, path)
		if err != nil {
			return err
		}
		if err := b.write(name, data); err != nil {
			return err
		}
	}
	return nil
}
