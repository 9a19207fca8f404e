package pricesheet

import (
	"bytes"
	"io"
)

// A source is what a JSON document is read from. It knows at which line and column each byte stands that is not long past,
// and gives no more of the document than a value may have.
type source struct {
	in       io.Reader
	read     int64   // bytes given
	most     int64   // bytes to give before the next value has to be done
	tooLarge bool    // whether more was asked for
	failed   error   // what in gave, unless io.EOF
	lines    int     // that end before the ones below
	last     int64   // where the last of those ends, one behind
	ends     []int64 // where lines end, one behind
}

// allow says that everything before a place is done, so that a value may begin there.
func (s *source) allow(place int64) {
	s.most = place + maxRecord + readAhead
	done := 0
	for done < len(s.ends) && s.ends[done] <= place {
		done++
	}
	if done > 0 {
		s.lines, s.last = s.lines+done, s.ends[done-1]
		s.ends = append(s.ends[:0], s.ends[done:]...)
	}
}

func (s *source) Read(p []byte) (int, error) {
	if s.most == 0 {
		s.allow(0)
	}
	room := s.most - s.read
	if room <= 0 {
		s.tooLarge = true
		return 0, ErrSize
	}
	p = p[:min(int64(len(p)), room)]
	n, err := s.in.Read(p)
	for begin := 0; ; {
		end := bytes.IndexByte(p[begin:n], '\n')
		if end < 0 {
			break
		}
		begin += end + 1
		s.ends = append(s.ends, s.read+int64(begin))
	}
	s.read += int64(n)
	if err != nil && !isEOF(err) {
		s.failed = err
	}
	return n, err
}

// position gives the line and column of a byte that is not before the place that was allowed last.
func (s *source) position(place int64) (line, column int) {
	line, begin := s.lines+1, s.last
	for _, end := range s.ends {
		if end > place {
			break
		}
		line, begin = line+1, end
	}
	return line, int(place-begin) + 1
}
