package store

import (
	"context"
	"fmt"
	"strings"
)

// Names of the vocabularies every store begins with.
const (
	VocabularyMeasure   = "measure"
	VocabularyQualifier = "qualifier"
	VocabularyPhase     = "phase"
	VocabularyOutcome   = "outcome"
	VocabularyWeapon    = "weapon"
	VocabularyPlaceRole = "place role"
	VocabularyPartyRole = "party role"
	VocabularyRelation  = "relation"
	VocabularyActorKind = "actor kind"
	VocabularyOutlet    = "outlet kind"
	VocabularyItem      = "item kind"
)

// codes are the codes of every vocabulary, for validation.
type codes struct {
	kinds map[string]Kind
	terms map[string]map[string]bool
}

func readCodes(ctx context.Context, q queryer) (*codes, error) {
	c := &codes{kinds: map[string]Kind{}, terms: map[string]map[string]bool{}}
	kinds, err := readKinds(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, k := range kinds {
		c.kinds[k.Code] = k
	}
	rows, err := q.QueryContext(ctx, `SELECT vocabulary, code FROM term WHERE deleted = 0`)
	if err != nil {
		return nil, fmt.Errorf("reading the vocabularies: %w", err)
	}
	err = scanAll(rows, func() error {
		var v, code string
		if err := rows.Scan(&v, &code); err != nil {
			return err
		}
		if c.terms[v] == nil {
			c.terms[v] = map[string]bool{}
		}
		c.terms[v][code] = true
		return nil
	})
	return c, err
}

// Kinds returns the vocabulary of kinds in its order.
func (s *Store) Kinds(ctx context.Context) ([]Kind, error) {
	kinds, err := readKinds(ctx, s.read)
	return kinds, explain("reading the kinds of", s.path, err)
}

const kindColumns = `code, name, icon, colour, form, cameo, key, position`

func scanKind(scan func(...any) error) (k Kind, err error) {
	err = scan(&k.Code, &k.Name, &k.Icon, &k.Colour, &k.Form, &k.CAMEO, &k.Key, &k.Order)
	return k, err
}

func readKinds(ctx context.Context, q queryer) ([]Kind, error) {
	rows, err := q.QueryContext(ctx, `SELECT `+kindColumns+` FROM kind WHERE deleted = 0 ORDER BY position, name`)
	if err != nil {
		return nil, err
	}
	var kinds []Kind
	err = scanAll(rows, func() error {
		k, err := scanKind(rows.Scan)
		kinds = append(kinds, k)
		return err
	})
	return kinds, err
}

const termColumns = `vocabulary, code, name, position, low, high, forms`

func scanTerm(scan func(...any) error) (t Term, err error) {
	var forms string
	err = scan(&t.Vocabulary, &t.Code, &t.Name, &t.Order, &t.Low, &t.High, &forms)
	if forms != "" {
		for f := range strings.SplitSeq(forms, ",") {
			t.Forms = append(t.Forms, Form(f))
		}
	}
	return t, err
}

// Terms returns a vocabulary in its order.
func (s *Store) Terms(ctx context.Context, vocabulary string) ([]Term, error) {
	terms, err := readTerms(ctx, s.read, `vocabulary = ? AND deleted = 0`, vocabulary)
	return terms, explain("reading the vocabularies of", s.path, err)
}

func readTerms(ctx context.Context, q queryer, where string, args ...any) ([]Term, error) {
	rows, err := q.QueryContext(ctx, `SELECT `+termColumns+` FROM term WHERE `+where+` ORDER BY vocabulary, position, name`, args...)
	if err != nil {
		return nil, err
	}
	var terms []Term
	err = scanAll(rows, func() error {
		t, err := scanTerm(rows.Scan)
		terms = append(terms, t)
		return err
	})
	return terms, err
}
