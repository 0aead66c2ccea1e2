package main

import (
	"slices"
	"strings"
	"unicode"
)

// or fills in what n lacks.
func (n translations) or(m translations) translations {
	fill := func(a *string, b string) {
		if *a == "" {
			*a = b
		}
	}
	fill(&n.local, m.local)
	fill(&n.uk, m.uk)
	fill(&n.ru, m.ru)
	fill(&n.tr, m.tr)
	return n
}

// cityNames gives the names of the city that stands for a time zone.
func (c cldr) cityNames(zone, country string) translations {
	n := translations{uk: c.cities["uk"][zone], ru: c.cities["ru"][zone], tr: c.cities["tr"][zone]}
	if own := languageOf(country); own != "" && own != "en" {
		n.local = c.cities[own][zone]
	}
	return n
}

// placeNamesOf picks a place's names in other languages among names that carry
// none. Rather none than a doubtful one.
func placeNamesOf(c city) translations {
	n := translations{local: localName(c)}
	switch c.country {
	case "UA":
		n.uk = n.local
		n.ru = russianName(c, n.local)
	case "RU":
		n.ru = n.local
		n.uk = ukrainianName(c, n.local)
	default:
		n.uk, n.ru = cyrillicPair(c)
		if c.country == "TR" {
			n.local = turkishName(c)
			n.tr = n.local
		}
	}
	return n
}

// russianName finds the Russian name of a place in Ukraine: of its names in Russian
// letters the nearest to the Ukrainian one.
func russianName(c city, uk string) string {
	if uk == "" {
		return ""
	}
	if ru, ok := russianNames[strings.ReplaceAll(uk, "'", "’")]; ok {
		return ru
	}
	spelt := fromUkrainian.Replace(strings.ToLower(uk))
	best, fewest := "", 2*max(1, len([]rune(spelt))/5)+1
	for _, name := range c.alternates {
		if !scripts["RU"].writes(name) {
			continue
		}
		d := sisterly(spelt, strings.ToLower(name))
		// Of two as near the longer one has the soft signs and double letters.
		if d < fewest || d == fewest && best != "" && (len(name) > len(best) || len(name) == len(best) && name < best) {
			best, fewest = name, d
		}
	}
	return best
}

// ukrainianName finds the Ukrainian name of a place in Russia. One that is spelt as
// in Russian where Ukrainian would not be is none.
func ukrainianName(c city, ru string) string {
	if ru == "" {
		return ""
	}
	spelt := strings.ToLower(fromRussian.Replace(strings.ToLower(ru)))
	best, fewest := "", 2
	for _, name := range c.alternates {
		if !scripts["UA"].writes(name) || name == ru && (strings.ContainsAny(ru, "иыэёъ") || strings.HasSuffix(ru, "ск")) {
			continue
		}
		// Both are of other Slavic languages: an ending dropped, a soft sign missing.
		if len([]rune(name)) < len([]rune(strings.TrimRight(spelt, "ь"))) || strings.HasSuffix(name, "ск") {
			continue
		}
		if d := differences(strings.ToLower(name), spelt); d < fewest || d == fewest && best != "" && name < best {
			best, fewest = name, d
		}
	}
	return best
}

var (
	// The letter і stays: see sisterly.
	fromUkrainian = strings.NewReplacer("цьк", "цк", "ськ", "ск", "зьк", "зк", "жжя", "жье", "ття", "тье", "ння", "нье", "лля", "лье",
		"ий", "ый", "’", "ь", "ʼ", "ь", "'", "ь", "ї", "и", "є", "е", "ґ", "г")
	fromRussian = strings.NewReplacer("цк", "цьк", "ск", "ськ", "ый", "ий", "и", "і", "ы", "и", "э", "е", "ё", "ьо", "ъ", "’")
)

// sisterly is how much a Russian name differs from a Ukrainian one that was spelt
// over, two for each letter: nothing where Ukrainian has і for an old о or е (Львів,
// Львов), for a soft sign and for a doubled letter; one for и and ы.
func sisterly(spelt, name string) int {
	s, t := []rune(spelt), []rune(name)
	exchange := func(a, b rune) int {
		switch {
		case a == b:
			return 0
		case a == 'і' && (b == 'о' || b == 'е'):
			return 0
		case strings.ContainsRune("иі", a) && strings.ContainsRune("иы", b), a == 'е' && strings.ContainsRune("эёо", b):
			return 1
		}
		return 2
	}
	lone := func(w []rune, i int) int {
		if w[i] == 'ь' || w[i] == 'ъ' || i > 0 && w[i] == w[i-1] {
			return 0
		}
		return 2
	}
	row := make([]int, len(t)+1)
	for j := range t {
		row[j+1] = row[j] + lone(t, j)
	}
	for i := range s {
		diagonal := row[0]
		row[0] += lone(s, i)
		for j := range t {
			cost := diagonal + exchange(s[i], t[j])
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+lone(t, j), row[j+1]+lone(s, i))
		}
	}
	return row[len(t)]
}

// otherwise are groups of letters that foreign names have in neither language's
// spelling but in Belarusian, Serbian, Bulgarian or Kazakh.
var otherwise = []string{"шы", "жы", "чы", "щы", "цэ", "тэ", "дэ", "рэ", "лё", "иј", "ају"}

// cyrillicPair finds the Ukrainian and the Russian name of a place elsewhere. A
// name counts where the two confirm each other: one is the other's with the letters
// exchanged, or it is the only one in Cyrillic.
func cyrillicPair(c city) (uk, ru string) {
	var ukrainian, russian []string
	for _, name := range c.alternates {
		if !inScript(name, unicode.Cyrillic) || !strings.ContainsFunc(name, unicode.IsLetter) ||
			slices.ContainsFunc(otherwise, func(s string) bool { return strings.Contains(strings.ToLower(name), s) }) {
			continue
		}
		if scripts["UA"].writes(name) {
			ukrainian = append(ukrainian, name)
		}
		if scripts["RU"].writes(name) {
			russian = append(russian, name)
		}
	}
	if len(ukrainian) == 1 && len(russian) == 1 && ukrainian[0] == russian[0] {
		return ukrainian[0], russian[0]
	}
	latin := strings.ToLower(plain(c.name))
	fewest := max(2, len(latin)/3) + 1
	for _, u := range ukrainian {
		if !strings.ContainsAny(u, "іїєґІЇЄҐ") {
			continue
		}
		// The letter ґ in foreign names is of an older or a rarer spelling.
		usual := strings.NewReplacer("ґ", "г", "Ґ", "Г").Replace(u)
		if usual != u && !slices.Contains(ukrainian, usual) {
			continue
		}
		for _, r := range russian {
			if loosely(r) != loosely(usual) {
				continue
			}
			if d := differences(romanise(r, "RU"), latin); d < fewest || d == fewest && ru != "" && len(r) > len(ru) {
				uk, ru, fewest = usual, r, d
			}
		}
	}
	return uk, ru
}

// loosely leaves out what the two languages spell differently without a rule.
func loosely(name string) string {
	return strings.NewReplacer("і", "и", "ї", "и", "є", "е", "ы", "и", "э", "е", "ё", "е", "ь", "", "ъ", "", "ґ", "г").Replace(strings.ToLower(name))
}

// turkishName is a place's name with Turkish letters, if one of its names is the
// same without them.
func turkishName(c city) string {
	bare := strings.NewReplacer("ı", "i", "İ", "I").Replace
	for _, name := range append([]string{c.name}, c.alternates...) {
		if strings.ContainsAny(name, "ğışçöüĞİŞÇÖÜ") && !strings.ContainsAny(name, "âîûêəñáéíóúà") && strings.EqualFold(plain(bare(name)), plain(bare(c.name))) {
			return name
		}
	}
	return ""
}
