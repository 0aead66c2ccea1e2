package geo

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"
)

// FormatDD writes a place as decimal degrees, latitude first, to the metre:
// "50.45470, 30.52380".
func FormatDD(p orb.Point) string {
	return fmt.Sprintf("%.5f, %.5f", tidy(p[1]), tidy(p[0]))
}

// tidy keeps a rounded negative zero from being written with its sign.
func tidy(v float64) float64 {
	if math.Abs(v) < 0.5e-5 {
		return 0
	}
	return v
}

// RoundLength is the longest of 1, 2 and 5 times a power of ten, in metres, that is not
// above limit; 1 where limit is no length.
func RoundLength(limit float64) float64 {
	if !(limit > 0) || math.IsInf(limit, 0) {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(limit)))
	for _, f := range []float64{5, 2} {
		if f*power <= limit {
			return f * power
		}
	}
	return power
}

// FormatRoundLength writes a length in metres that [RoundLength] gave: "5 km",
// "1,000 km", "20 cm".
func FormatRoundLength(metres float64) string {
	switch {
	case metres >= 1e6:
		return fmt.Sprintf("%.0f,%03.0f km", math.Floor(metres/1e6), math.Mod(metres/1000, 1000))
	case metres >= 1000:
		return fmt.Sprintf("%.0f km", metres/1000)
	case metres >= 1:
		return fmt.Sprintf("%.0f m", metres)
	default:
		return fmt.Sprintf("%.0f cm", metres*100)
	}
}

// FormatDMS writes a place as degrees, minutes and seconds to a tenth, some three
// metres: "50°27′16.9″N 30°31′25.7″E".
func FormatDMS(p orb.Point) string {
	return sexagesimal(p[1], "N", "S") + " " + sexagesimal(p[0], "E", "W")
}

func sexagesimal(v float64, positive, negative string) string {
	letter := positive
	if v < 0 {
		letter, v = negative, -v
	}
	tenths := int64(math.Round(v * 36000))
	return fmt.Sprintf("%d°%02d′%02d.%d″%s", tenths/36000, tenths/600%60, tenths/10%60, tenths%10, letter)
}
