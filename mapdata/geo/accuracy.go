package geo

import "math"

// perDegree is the length of a degree of a great circle in metres, on the sphere
// of mean radius.
const perDegree = 6371008.8 * math.Pi / 180

// cellRadius is half the diagonal, in metres, of a cell that is so many degrees of
// latitude high and of longitude wide.
func cellRadius(lat, height, width float64) float64 {
	return math.Hypot(height*perDegree, width*perDegree*math.Cos(lat*math.Pi/180)) / 2
}

// step is what one more in the last digit of an angle would add, in degrees.
func (a angleParts) step() float64 {
	return math.Pow(60, -float64(len(a.values)-1)) * math.Pow10(-a.decimals)
}

// places counts the digits behind the decimal point of a number as written.
func places(number string) int {
	for i := range len(number) {
		if number[i] == '.' {
			return len(number) - i - 1
		}
	}
	return 0
}
