package command

import (
	"bufio"
	"fmt"
	"os"

	"sitmap/app/intake"
	"sitmap/app/outfile"
)

// listed is how many rejected records are shown where there is no report file.
const listed = 10

// report lists the records that an import rejected: the first of them for the
// terminal, all of them in a file if there is one.
type report struct {
	file  *outfile.File // nil: none was asked for
	w     *bufio.Writer
	first []string
}

// newReport begins the file at path, "" for none. It must not be one of those
// that are being read.
func newReport(path string, reading []string) (*report, error) {
	if path == "" {
		return &report{}, nil
	}
	for _, f := range reading {
		a, errA := os.Stat(f)
		b, errB := os.Stat(path)
		if errA == nil && errB == nil && os.SameFile(a, b) {
			return nil, fmt.Errorf("the report would replace %s; give --report another name", f)
		}
	}
	file, err := outfile.Create(path)
	if err != nil {
		return nil, err
	}
	return &report{file: file, w: bufio.NewWriter(file)}, nil
}

func (r *report) add(x intake.Rejection) error {
	if len(r.first) < listed {
		r.first = append(r.first, oneLine(x.String()))
	}
	if r.file == nil {
		return nil
	}
	_, err := fmt.Fprintln(r.w, x)
	return err
}

func (r *report) commit() error {
	if r.file == nil {
		return nil
	}
	if err := r.w.Flush(); err != nil {
		return err
	}
	return r.file.Commit()
}

func (r *report) abort() {
	if r.file != nil {
		r.file.Abort()
	}
}
