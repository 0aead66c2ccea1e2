package gazetteer

import "unicode/utf8"

// words finds the words of a text that begin with given letters. They are put
// into buckets by their first two letters, which takes two walks over the text
// and no sorting; what shares a bucket by chance is for the caller to tell apart.
type words struct {
	at    []uint32 // the positions of the words, bucket after bucket
	first []uint32 // where each bucket begins in at, and where the last ends
}

// letterBits is how much of each letter goes into the number of its bucket: 7
// bits keep all letters of one alphabet apart.
const letterBits = 7

// bucket numbers the buckets so that those of one first letter follow one
// another.
func bucket(first, second rune) int {
	const mask = 1<<letterBits - 1
	return int(first&mask)<<letterBits | int(second&mask)
}

// indexWords indexes a text of folded names, each between line feeds.
func indexWords(text []byte) words {
	w := words{first: make([]uint32, 1<<(2*letterBits)+1)}
	eachWord(text, func(_, bucket int) { w.first[bucket+1]++ })
	for b := 1; b < len(w.first); b++ {
		w.first[b] += w.first[b-1]
	}
	w.at = make([]uint32, w.first[len(w.first)-1])
	next := make([]uint32, len(w.first))
	copy(next, w.first)
	eachWord(text, func(at, bucket int) {
		w.at[next[bucket]] = uint32(at)
		next[bucket]++
	})
	return w
}

// eachWord calls yield with the position and the bucket of each word.
func eachWord(text []byte, yield func(at, bucket int)) {
	for i := 1; i < len(text); i++ {
		if before := text[i-1]; before != ' ' && before != '\n' || text[i] == '\n' {
			continue
		}
		first, size := utf8.DecodeRune(text[i:])
		second, _ := utf8.DecodeRune(text[i+size:])
		yield(i, bucket(first, second))
	}
}

// beginning gives the positions of words among which are all that begin with
// text.
func (w *words) beginning(text string) []uint32 {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 || len(w.at) == 0 {
		return nil
	}
	if len(text) == size {
		return w.at[w.first[bucket(first, 0)]:w.first[bucket(first, 1<<letterBits-1)+1]]
	}
	second, _ := utf8.DecodeRuneInString(text[size:])
	b := bucket(first, second)
	return w.at[w.first[b]:w.first[b+1]]
}
