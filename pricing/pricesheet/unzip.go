package pricesheet

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"slices"
	"strings"
)

// Price lists and usage pack to a tenth or a fortieth. What unpacks to far more than these is none.
const (
	unpackedFree  = 16 << 20 // bytes of any archive
	unpackedRatio = 128      // further bytes for each of the archive
)

// Unzip reads the files of a zip archive one behind the other by one of this package's readers: the pricing API and Partner
// Center's downloads pack their files.
//
//	pricesheet.Unzip(file, size, pricesheet.ReadAzurePlan)
//
// Every file in the archive is read but hidden ones and what macOS adds; errors name the file. A file that cannot be read is
// a [FileError], and the next one is read. An archive that cannot be opened is [ErrZip]; one that unpacks to more than 16
// MiB and 128 times its size is [ErrSize]. Archives in archives are not opened. The sequence reads archive as it is ranged
// over.
func Unzip[T any](archive io.ReaderAt, size int64, read func(io.Reader) iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		files, err := zip.NewReader(archive, size)
		if err != nil {
			yield(*new(T), &FileError{Err: fmt.Errorf("%w: %w", ErrZip, err)})
			return
		}
		visible := slices.DeleteFunc(files.File, isHidden)
		if len(visible) == 0 {
			yield(*new(T), &FileError{Err: fmt.Errorf("%w: there is no file in it", ErrZip)})
			return
		}
		budget := &budget{left: unpackedFree + unpackedRatio*size}
		for _, file := range visible {
			if !unzipFile(file, budget, read, yield) {
				return
			}
		}
	}
}

func isHidden(file *zip.File) bool {
	return file.FileInfo().IsDir() || strings.HasPrefix(path.Base(file.Name), ".") || strings.HasPrefix(file.Name, "__MACOSX/")
}

// unzipFile reads one file, and reports whether to go on.
func unzipFile[T any](file *zip.File, budget *budget, read func(io.Reader) iter.Seq2[T, error], yield func(T, error) bool) bool {
	unpacked, err := file.Open()
	if err != nil {
		return yield(*new(T), &FileError{File: file.Name, Err: fmt.Errorf("%w: %w", ErrZip, err)})
	}
	defer unpacked.Close() //nolint:errcheck // it is read only; what was wrong with it, reading has said
	for row, err := range read(budget.limit(unpacked)) {
		if !yield(row, inFile(err, file.Name)) {
			return false
		}
		if errors.Is(err, errBudget) {
			return false
		}
	}
	return true
}

// inFile puts the name of a file into an error, in front of the one it has.
func inFile(err error, name string) error {
	if row, ok := err.(*RowError); ok { //nolint:errorlint // as this package's readers give it, not within another
		located := *row
		located.File = path.Join(name, row.File)
		return &located
	}
	if file, ok := err.(*FileError); ok { //nolint:errorlint // as above
		located := *file
		located.File = path.Join(name, file.File)
		return &located
	}
	return err
}

// errBudget is the condition of an archive that unpacks to too much.
var errBudget = errors.New("it unpacks to far more than a price list would")

// A budget is what the files of an archive may unpack to, together.
type budget struct{ left int64 }

func (b *budget) limit(in io.Reader) io.Reader { return &budgeted{in, b} }

type budgeted struct {
	in io.Reader
	*budget
}

func (b *budgeted) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fmt.Errorf("%w: %w", ErrSize, errBudget)
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
