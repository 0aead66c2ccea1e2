package assets

// Face is one of the built-in faces. All are TrueType files.
type Face string

// The built-in faces. IBM Plex Sans has Latin, Cyrillic and Greek, arrows, and
// figures of one width; Fallback has Arabic, Hebrew, Georgian, Armenian and most
// other scripts but Chinese, Japanese and Korean.
const (
	Regular        Face = "IBMPlexSans-Regular"
	Italic         Face = "IBMPlexSans-Italic"
	SemiBold       Face = "IBMPlexSans-SemiBold"
	SemiBoldItalic Face = "IBMPlexSans-SemiBoldItalic"
	Fallback       Face = "DejaVuSans"
)

// Faces lists the built-in faces.
func Faces() []Face {
	return []Face{Regular, Italic, SemiBold, SemiBoldItalic, Fallback}
}

// Font returns the TrueType file of a face; an unknown face gives Regular.
func Font(f Face) []byte {
	data, err := files.ReadFile("fonts/" + string(f) + ".ttf")
	if err != nil {
		return must("fonts/" + string(Regular) + ".ttf")
	}
	return data
}
