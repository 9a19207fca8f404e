package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// fenced gives the first block of README.md that begins with a fence, without the fences.
func fenced(t *testing.T, readme, fence string) string {
	t.Helper()
	_, after, ok := strings.Cut(readme, "\n"+fence+"\n")
	require.True(t, ok, "README.md has no block that begins with %q", fence)
	block, _, ok := strings.Cut(after, "\n```")
	require.True(t, ok, "the block that begins with %q does not end", fence)
	return block + "\n"
}

func TestReadmeShowsThisProgramAndItsOutput(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	source, err := os.ReadFile("main.go")
	require.NoError(t, err)

	program := fenced(t, string(readme), "```go")
	require.True(t, strings.HasSuffix(string(source), "\n"+program), "README.md shows another program than main.go")

	_, behind, _ := strings.Cut(string(readme), program)
	output, err := exec.Command("go", "run", ".").Output()
	require.NoError(t, err)
	require.Equal(t, fenced(t, strings.TrimPrefix(behind, "```"), "```"), string(output))
}
