package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

// The exit statuses.
const (
	ok       = 0
	failed   = 1
	misused  = 2
	inPart   = 3
	describe = "A situation map: what happened, where, when, and who says so.\n\n" +
		"Without a command the window opens: sitmap [--db FILE] [--frame-log FILE]"
)

// grammar is what may be written on the command line.
type grammar struct {
	Version kong.VersionFlag `help:"Print the version and leave."`

	Sample       sampleCommand       `cmd:"" help:"Write the sample situation into a new file."`
	List         listCommand         `cmd:"" help:"List the events in order of time, a line each."`
	Show         showCommand         `cmd:"" help:"Show one event, whole, with its history."`
	Add          addCommand          `cmd:"" help:"Add events, given as JSON Lines."`
	Import       importCommand       `cmd:"" help:"Import events from files of other programs."`
	Export       exportCommand       `cmd:"" help:"Export events into a file for other programs."`
	Snapshot     snapshotCommand     `cmd:"" help:"Make a picture of the map for a brief."`
	Publications publicationsCommand `cmd:"" help:"List what was exported, or open one of it again."`
	Check        checkCommand        `cmd:"" help:"Check the file and the chain of its changes."`
}

// Names lists the commands in the order of the help.
func Names() []string {
	return []string{"sample", "list", "show", "add", "import", "export", "snapshot", "publications", "check"}
}

// database is the flag that every command has.
type database struct {
	DB string `name:"db" required:"" placeholder:"FILE" help:"The event store."`
}

// AfterApply is called by kong: "--db" at the end of the line has no value.
func (d database) AfterApply() error {
	if d.DB == "" {
		return errors.New("--db needs the name of a file")
	}
	return nil
}

// Main runs the command that args, without the program's name, stand for, and
// returns the exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A reader that has seen enough ("| head") closes the pipe: that must end in
	// an error here, so that the store is closed properly, and not in a signal.
	signal.Ignore(syscall.SIGPIPE)
	return Run(ctx, args, stdin, stdout, stderr)
}

// Run is Main with a context of the caller's.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (status int) {
	defer func() {
		if p := recover(); p != nil {
			left, is := p.(leave)
			if !is {
				panic(p)
			}
			status = int(left)
		}
	}()
	var g grammar
	out := &console{Writer: stdout}
	parser, err := kong.New(&g,
		kong.Name("sitmap"),
		kong.Description(describe),
		kong.Vars{"version": "sitmap " + Version()},
		snapshotWords(),
		kong.Writers(out, stderr),
		kong.WithHyphenPrefixedParameters(true),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 90, NoExpandSubcommands: true}),
		kong.Exit(func(code int) { panic(leave(code)) }),
	)
	if err != nil {
		return complain(stderr, fmt.Errorf("the command line's grammar is broken: %w", err))
	}
	parsed, err := parser.Parse(commandFirst(args))
	if err != nil {
		return complain(stderr, usageError(err))
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop() // ends the reading of standard input
	run := &session{ctx: ctx, in: newInterruptible(ctx, stdin), out: out, err: stderr}
	err = parsed.Run(run)
	if out.closed {
		return ok // whoever read has seen enough
	}
	return complain(stderr, err)
}

// leave ends parsing after --help and --version.
type leave int

// commandFirst lets --db stand before the command as well.
func commandFirst(args []string) []string {
	db, n := leadingDB(args)
	if db == nil || n == len(args) || strings.HasPrefix(args[n], "-") {
		return args
	}
	return append(append([]string{args[n]}, db...), args[n+1:]...)
}

// leadingDB takes --db FILE or --db=FILE from the front; n is what it takes up.
func leadingDB(args []string) (db []string, n int) {
	switch {
	case len(args) >= 2 && args[0] == "--db":
		return args[:2], 2
	case len(args) >= 1 && strings.HasPrefix(args[0], "--db="):
		return args[:1], 1
	}
	return nil, 0
}

// Window says how the window is asked for.
type Window struct {
	DB       string // the store; "" leaves that to the window
	FrameLog string // a file for a line a frame; "": none
}

// WantsWindow reports whether args ask for the window, and how: without arguments, or
// with --db FILE and --frame-log FILE alone.
func WantsWindow(args []string) (w Window, yes bool) {
	for len(args) > 0 {
		name, value, joined := strings.Cut(args[0], "=")
		rest := args[1:]
		if !joined {
			if len(rest) == 0 {
				return Window{}, false
			}
			value, rest = rest[0], rest[1:]
		}
		switch name {
		case "--db":
			w.DB = value
		case "--frame-log":
			w.FrameLog = value
		default:
			return Window{}, false
		}
		args = rest
	}
	return w, true
}

// usage is an error in how the command was written.
type usage struct{ error }

func usageError(err error) error {
	help := "sitmap --help"
	var parse *kong.ParseError
	if errors.As(err, &parse) && parse.Context != nil && parse.Context.Command() != "" {
		help = "sitmap " + strings.Fields(parse.Context.Command())[0] + " --help"
	}
	return usage{fmt.Errorf("%w; see %s", err, help)}
}

// part is an outcome that was reached only in part.
type part struct{ error }

// complain prints an error as one sentence and gives the exit status.
func complain(w io.Writer, err error) int {
	if err == nil {
		return ok
	}
	status := failed
	var u usage
	var p part
	switch {
	case errors.As(err, &u):
		status = misused
	case errors.As(err, &p):
		status = inPart
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		err = errors.New("interrupted; nothing was changed")
	}
	fmt.Fprintf(w, "sitmap: %s\n", sentence(err))
	return status
}

// sentence is an error on one line.
func sentence(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }
