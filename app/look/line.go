package look

import (
	"fyne.io/fyne/v2"
)

// Fit cuts text to a width, in device-independent pixels, with an ellipsis where
// something is left out.
func Fit(text string, width, size float32, style fyne.TextStyle) string {
	if width <= 0 {
		return ""
	}
	if fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	runes := []rune(text)
	lo, hi := 0, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if fyne.MeasureText(string(runes[:mid])+"…", size, style).Width <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	if lo == 0 {
		return "…"
	}
	for lo > 1 && runes[lo-1] == ' ' {
		lo--
	}
	return string(runes[:lo]) + "…"
}
