package look

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// uncovered are the scripts that the text face has no letters for and the one for
// further scripts has.
var uncovered = []*unicode.RangeTable{unicode.Arabic, unicode.Hebrew, unicode.Georgian, unicode.Armenian}

// StyleFor is the style to show text in: style itself, or the font that covers the
// text's script where the ordinary one does not.
func StyleFor(text string, style fyne.TextStyle) fyne.TextStyle {
	for _, r := range text {
		if r >= 0x530 && unicode.In(r, uncovered...) {
			return fyne.TextStyle{Symbol: true}
		}
	}
	return style
}

// Body is wrapped text that can be selected and copied.
func Body(text string) *widget.Label {
	return label(text, theme.SizeNameText, fyne.TextStyle{}, widget.MediumImportance)
}

// Strong is Body in bold.
func Strong(text string) *widget.Label {
	return label(text, theme.SizeNameText, fyne.TextStyle{Bold: true}, widget.MediumImportance)
}

// Caption is small, muted, wrapped text that can be selected and copied.
func Caption(text string) *widget.Label {
	return label(text, theme.SizeNameCaptionText, fyne.TextStyle{}, widget.LowImportance)
}

// FieldName is the caption of a field. It cannot be selected: text that can be is a stop
// of Tab, and would stand between the fields.
func FieldName(text string) *widget.Label {
	l := Caption(text)
	l.Selectable = false
	return l
}

// Heading is the title of a page.
func Heading(text string) *widget.Label {
	return label(text, theme.SizeNameHeadingText, fyne.TextStyle{Bold: true}, widget.MediumImportance)
}

// Italic is Body in italics: somebody's own words.
func Italic(text string) *widget.Label {
	return label(text, theme.SizeNameText, fyne.TextStyle{Italic: true}, widget.MediumImportance)
}

func label(text string, size fyne.ThemeSizeName, style fyne.TextStyle, imp widget.Importance) *widget.Label {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignLeading, StyleFor(text, style))
	l.SizeName, l.Importance = size, imp
	l.Wrapping, l.Selectable = fyne.TextWrapWord, true
	return l
}
