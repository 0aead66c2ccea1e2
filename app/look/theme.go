package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Choice is what the user chose in the View menu.
type Choice string

// The choices. FollowSystem takes light or dark from the desktop's settings.
const (
	FollowSystem Choice = ""
	AlwaysLight  Choice = "light"
	AlwaysDark   Choice = "dark"
)

// Theme is Sitmap's look as a Fyne theme. The zero value follows the system.
type Theme struct {
	Choice Choice
}

// Variant is the variant shown when the system asks for v.
func (t *Theme) Variant(v fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.Choice {
	case AlwaysLight:
		return theme.VariantLight
	case AlwaysDark:
		return theme.VariantDark
	}
	return v
}

// Dark reports whether the running application shows dark colours.
func Dark() bool {
	s := fyne.CurrentApp().Settings()
	v := s.ThemeVariant()
	if t, ok := s.Theme().(*Theme); ok {
		v = t.Variant(v)
	}
	return v == theme.VariantDark
}

// Current is the palette that the running application shows.
func Current() Palette { return Colours(Dark()) }

// Color implements fyne.Theme.
func (t *Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	v = t.Variant(v)
	p := Colours(v == theme.VariantDark)
	switch n {
	case theme.ColorNameBackground:
		return p.Panel
	case theme.ColorNameButton:
		return p.Button
	case theme.ColorNameDisabledButton:
		return Over(color.NRGBA{R: p.Button.R, G: p.Button.G, B: p.Button.B, A: 0x80}, p.Panel)
	case theme.ColorNameDisabled, theme.ColorNamePlaceHolder:
		return p.Muted
	case theme.ColorNameError:
		return p.Error
	case theme.ColorNameWarning:
		return p.Warning
	case theme.ColorNameSuccess:
		return p.Success
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return p.Accent
	case theme.ColorNameFocus:
		return withAlpha(p.Accent, 0x66)
	case theme.ColorNameForeground:
		return p.Text
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError,
		theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return p.OnTint
	case theme.ColorNameHeaderBackground:
		return p.Ground
	case theme.ColorNameHover:
		return p.Hover
	case theme.ColorNamePressed:
		return p.Press
	case theme.ColorNameInputBackground, theme.ColorNameMenuBackground:
		return p.Raised
	case theme.ColorNameInputBorder:
		return p.Border
	case theme.ColorNameOverlayBackground:
		return p.Panel
	case theme.ColorNameSelection:
		return p.Select
	case theme.ColorNameSeparator:
		return p.Rule
	case theme.ColorNameShadow:
		return p.Shadow
	case theme.ColorNameScrollBar:
		return p.Scroll
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case ColorNameGround:
		return p.Ground
	}
	if c, ok := namedColour(n); ok {
		return c
	}
	return theme.DefaultTheme().Color(n, v)
}

// ColorNameGround is the name of the colour behind all panels.
const ColorNameGround fyne.ThemeColorName = "sitmapGround"

// Font implements fyne.Theme: IBM Plex Sans, the map's face too, whose figures all
// have one width.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	if r := font(s); r != nil {
		return r
	}
	return theme.DefaultTheme().Font(s)
}

// Icon implements fyne.Theme.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size implements fyne.Theme, in device-independent pixels.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameLineSpacing:
		return 3
	case theme.SizeNameText:
		return 13
	case theme.SizeNameCaptionText:
		return 12
	case theme.SizeNameSubHeadingText:
		return 14
	case theme.SizeNameHeadingText:
		return 18
	case theme.SizeNameInlineIcon:
		return 16
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameSplitThickness:
		return 5
	case theme.SizeNameSeparatorThickness, theme.SizeNameInputBorder:
		return 1
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius, theme.SizeNameMenuRadius:
		return 4
	case theme.SizeNamePopupRadius, theme.SizeNameCardRadius, theme.SizeNameDialogRadius:
		return 8
	case theme.SizeNameModalBlurRadius:
		return 0
	}
	return theme.DefaultTheme().Size(n)
}

func withAlpha(c color.NRGBA, a uint8) color.NRGBA {
	c.A = a
	return c
}
