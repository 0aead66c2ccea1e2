package gazetteer

import "bytes"

// exact finds the names that are the query, begin with it, have a word that
// begins with it, or have words that begin with all its words.
func (s *shard) exact(l *list, q *query, found *top) {
	s.find(q.text, func(name, at int) {
		quality := hasWord
		if at == int(s.start[name]) {
			quality = isPrefix
			if s.folded[at+len(q.text)] == '\n' {
				quality = isName
			}
		}
		s.offer(l, q, name, quality, found)
	})
	if q.words == nil {
		return
	}
	// The longest word is the rarest.
	s.find(q.words[0], func(name, _ int) {
		if hasAllWords(s.text(name), q.words) {
			s.offer(l, q, name, hasWords, found)
		}
	})
}

// find calls yield for every word that begins with text, which may go on over
// further words, with the number of its name and the position of the word.
func (s *shard) find(text string, yield func(name, at int)) {
	for _, at := range s.words.beginning(text) {
		if bytes.HasPrefix(s.folded[at:], []byte(text)) {
			yield(s.nameAt(int(at)), int(at))
		}
	}
}

// hasAllWords says whether for each word the name has one that begins with it.
func hasAllWords(name []byte, words []string) bool {
	for _, w := range words {
		if bytes.HasPrefix(name, []byte(w)) {
			continue
		}
		if !bytes.Contains(name, []byte(" "+w)) {
			return false
		}
	}
	return true
}

// slipped finds the names that a slip or two turn into the query.
func (s *shard) slipped(l *list, q *query, f *slips, found *top) {
	for name, mask := range s.mask {
		if !f.possible(mask) {
			continue
		}
		errors, whole := f.compare(s.text(name))
		if errors == 0 || errors > f.allowed {
			continue // without any it has been found already
		}
		quality := slip - float32(errors-1)*perSlip
		if whole {
			quality += wholeSlip
		}
		s.offer(l, q, name, quality, found)
	}
}
