package basemap

// Level is a level of detail.
type Level int

// The levels of detail, from the least to the most.
const (
	// Coarse is for views of the world.
	Coarse Level = iota
	// Medium is for views of a continent.
	Medium
	// Fine is for views of a country and closer; about 1:10 million.
	Fine
)

// String names the level in one lower-case word.
func (l Level) String() string {
	switch l {
	case Coarse:
		return "coarse"
	case Medium:
		return "medium"
	default:
		return "fine"
	}
}

// Scales, in pixels per world width, from which the finer levels are used. At
// each the next finer level's vertices are about a pixel apart.
const (
	mediumFrom = 2500
	fineFrom   = 9000
)

// LevelFor gives the level whose detail suits a scale, in device pixels per
// world width.
func LevelFor(scale float64) Level {
	switch {
	case scale < mediumFrom:
		return Coarse
	case scale < fineFrom:
		return Medium
	default:
		return Fine
	}
}

// clamp gives the nearest level that there is.
func (l Level) clamp() Level { return max(Coarse, min(l, Fine)) }
