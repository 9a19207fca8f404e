package licensing

import (
	"cmp"
	"iter"
	"slices"
)

// A keySet is so many keys of each group.
type keySet struct {
	counts   []byte
	last     int // the group that was taken from last; others before it are not taken from any more
	licences int // on them
	keys     int
}

// compare puts sets with fewer licences before others, and among those sets of fewer keys.
func (s keySet) compare(other keySet) int {
	return cmp.Or(cmp.Compare(s.licences, other.licences), cmp.Compare(s.keys, other.keys))
}

// keySets is a heap of sets, the one with the fewest licences first.
type keySets []keySet

func (s *keySets) Len() int           { return len(*s) }
func (s *keySets) Less(i, j int) bool { return (*s)[i].compare((*s)[j]) < 0 }
func (s *keySets) Swap(i, j int)      { (*s)[i], (*s)[j] = (*s)[j], (*s)[i] }
func (s *keySets) Push(set any)       { *s = append(*s, set.(keySet)) } //nolint:forcetypeassert // as heap.Pop
func (s *keySets) Pop() any {
	last := len(*s) - 1
	set := (*s)[last]
	*s = (*s)[:last]
	return set
}

// someOf gives every way to take some of so many.
func someOf(counts []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		taken := make([]byte, len(counts))
		for {
			if !yield(slices.Clone(taken)) {
				return
			}
			g := 0
			for ; g < len(counts) && taken[g] == counts[g]; g++ {
				taken[g] = 0
			}
			if g == len(counts) {
				return
			}
			taken[g]++
		}
	}
}

// less gives how many are left.
func less(counts, taken []byte) []byte {
	rest := slices.Clone(counts)
	for g := range rest {
		rest[g] -= taken[g]
	}
	return rest
}
