package locale_test

import (
	"bytes"
	"os"
	"os/exec"
	"testing"

	"fyne.io/fyne/v2/lang"

	_ "sitmap/app/locale"
)

func TestFyneSaysNothingOfTheLocale(t *testing.T) {
	if os.Getenv("LOCALE_CHILD") != "" {
		if got := lang.SystemLocale().LanguageString(); got != "en" {
			t.Errorf("the language is %q", got)
		}
		return
	}
	for _, locale := range []string{"C", "C.UTF-8", "POSIX", "nonsense"} {
		child := exec.Command(os.Args[0], "-test.run=^TestFyneSaysNothingOfTheLocale$")
		child.Env = []string{"LOCALE_CHILD=1", "LANG=" + locale, "HOME=" + t.TempDir()}
		var said bytes.Buffer
		child.Stderr = &said
		if out, err := child.Output(); err != nil {
			t.Errorf("LANG=%s: %v: %s", locale, err, out)
		}
		if said.Len() > 0 {
			t.Errorf("LANG=%s: %s", locale, said.String())
		}
	}
}
