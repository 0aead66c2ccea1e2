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
