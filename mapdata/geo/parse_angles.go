package geo

// splitAngles finds the two angles in a row of tokens.
func splitAngles(tokens []angleToken) (a, b angleParts, ok bool) {
	at := splitAt(tokens)
	if at <= 0 {
		return a, b, false
	}
	a, okA := oneAngle(tokens[:at])
	b, okB := oneAngle(tokens[at:])
	return a, b, okA && okB
}

// splitAt is where the second angle begins: at a separator, at its letter or
// label, at its sign, at its degrees, or half-way.
func splitAt(tokens []angleToken) int {
	var separators, letters, signs, degrees, numbers []int
	for i, t := range tokens {
		switch t.kind {
		case ';':
			separators = append(separators, i)
		case 'N', 'S', 'E', 'W', 'O', 'l', 'o':
			letters = append(letters, i)
		case 'd':
			degrees = append(degrees, i)
		case '0':
			numbers = append(numbers, i)
			if t.sign != 0 {
				signs = append(signs, i)
			}
		}
	}
	switch {
	case len(numbers) < 2 || len(numbers) > 6:
		return -1
	case len(separators) == 1 && separators[0] > numbers[0] && separators[0] < numbers[len(numbers)-1]:
		return separators[0]
	case len(letters) >= 2 && letters[0] < numbers[0]:
		for _, i := range letters {
			if i > numbers[0] {
				return i
			}
		}
		return -1
	case len(letters) >= 1 && letters[0] < numbers[len(numbers)-1]:
		at := letters[0] + 1
		// “north latitude”: the label belongs to the letter.
		if k := tokens[letters[0]].kind; at < len(tokens) && (tokens[at].kind == 'l' && (k == 'N' || k == 'S') || tokens[at].kind == 'o' && (k == 'E' || k == 'W')) {
			at++
		}
		return at
	case len(degrees) == 2:
		for k, i := range numbers {
			if i == degrees[1]-1 && k > 0 {
				return i
			}
		}
		return -1
	case len(signs) == 2 && signs[0] == numbers[0]:
		return signs[1]
	case len(signs) == 1 && signs[0] != numbers[0]:
		return signs[0]
	case len(numbers)%2 == 0:
		return numbers[len(numbers)/2]
	}
	return -1
}

// oneAngle reads degrees, minutes and seconds with what says their direction.
func oneAngle(tokens []angleToken) (a angleParts, ok bool) {
	unit := 0 // the next number's: degrees, minutes, seconds
	for i, t := range tokens {
		switch t.kind {
		case ';':
		case '0':
			if unit > 2 || t.sign != 0 && len(a.values) > 0 {
				return a, false
			}
			if t.sign != 0 {
				a.signed, a.negative = true, t.sign == '-'
			}
			a.values, a.decimals = append(a.values, t.value), t.decimals
			unit++
		case 'd', 'm', 's':
			marked := map[byte]int{'d': 1, 'm': 2, 's': 3}[t.kind]
			if i == 0 || tokens[i-1].kind != '0' || unit != marked {
				return a, false
			}
		case 'l', 'o':
			if a.axis != 0 {
				return a, false
			}
			if a.axis = 'N'; t.kind == 'o' {
				a.axis = 'E'
			}
		default:
			if a.hemisphere != 0 {
				return a, false
			}
			a.hemisphere = t.kind
		}
	}
	if a.axis != 0 && a.hemisphere != 0 {
		if along := (angleParts{hemisphere: a.hemisphere}).along(); along != a.axis {
			return a, false
		}
	}
	return a, len(a.values) > 0
}
