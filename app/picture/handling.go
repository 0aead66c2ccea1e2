package picture

import (
	"fmt"
	"slices"
	"strings"
)

// HandlingLabels lists the labels of TLP 2.0 that a picture may bear, the freest first.
func HandlingLabels() []string { return []string{"CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"} }

// ParseHandling reads a label of TLP 2.0: “amber”, “TLP:AMBER+STRICT”; "" and “none”
// are none. The error is a sentence.
func ParseHandling(s string) (string, error) {
	label := strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(s)), "TLP:")
	if label == "" || label == "NONE" {
		return "", nil
	}
	if err := checkHandling(label); err != nil {
		return "", err
	}
	return label, nil
}

func checkHandling(label string) error {
	if label != "" && !slices.Contains(HandlingLabels(), label) {
		return fmt.Errorf("“%s” is not a handling label; the labels of TLP 2.0 are %s", label, strings.Join(HandlingLabels(), ", "))
	}
	return nil
}

func handlingText(label string) string {
	if label == "" {
		return ""
	}
	return "Handling: TLP:" + label
}
