package reading

import "strings"

// Sentences are those of a text that the bytes from start to end stand in, as written:
// the words that a citation quotes. They are shortened around those bytes where they
// are longer than a quote should be.
func Sentences(text string, start, end int) string {
	start, end = max(start, 0), min(end, len(text))
	if start >= end {
		return ""
	}
	// A paragraph is enough to find the sentence in, and a book is long.
	from := strings.LastIndex(text[:start], "\n\n") + 1
	to := len(text)
	if i := strings.Index(text[end:], "\n\n"); i >= 0 {
		to = end + i
	}
	tokens := cut(text[from:to])
	first, last := -1, -1
	for _, t := range tokens {
		if t.end > start-from && t.start < end-from {
			if first < 0 {
				first = t.sentence
			}
			last = t.sentence
		}
	}
	if first < 0 {
		return strings.TrimSpace(text[start:end])
	}
	a, b := -1, 0
	for _, t := range tokens {
		if t.sentence >= first && t.sentence <= last {
			if a < 0 {
				a = t.start
			}
			b = t.end
		}
	}
	said, words := text[from+a:from+b], text[start:end]
	if r := []rune(said); len(r) > maxQuote {
		// What was selected is in it, whatever else is left out.
		if i := strings.Index(said, words); i > 0 && len([]rune(said[:i]))+len([]rune(words)) > maxQuote {
			said = "…" + said[i:]
		}
		said = clip(said, maxQuote)
	}
	return said
}
