package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const notice = "Data of Unicode CLDR, cut to the names of markets. The licence is in the file NOTICE at the top of the repository."

// trimCLDR writes into the directory data the names that an unpacked npm package cldr-localenames-full has for markets.
func trimCLDR(dir, version string) error {
	trimmed, err := trimmedCLDR(dir, version)
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(trimmed, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(cldrFile(version), append(text, '\n'), 0o644) //nolint:gosec // data for everyone to read
}

func trimmedCLDR(dir, version string) (cldr, error) {
	trimmed := cldr{Notice: notice, Version: version, Names: map[string]map[string]string{}}
	markets, err := readMarkets()
	if err != nil {
		return trimmed, err
	}
	wanted := map[string]bool{}
	for _, m := range markets {
		wanted[m.code] = true
	}
	for _, code := range strangers {
		wanted[code] = true
	}
	for _, tag := range tags {
		names, err := readTerritories(dir, tag)
		if err != nil {
			return trimmed, err
		}
		trimmed.Names[tag] = map[string]string{}
		for key, name := range names {
			code, _, _ := strings.Cut(key, "-")
			if wanted[code] && name != code {
				trimmed.Names[tag][key] = name
			}
		}
	}
	return trimmed, nil
}

func readTerritories(dir, tag string) (map[string]string, error) {
	text, err := os.ReadFile(filepath.Join(dir, "main", tag, "territories.json"))
	if err != nil {
		return nil, err
	}
	var file struct {
		Main map[string]struct {
			LocaleDisplayNames struct {
				Territories map[string]string `json:"territories"`
			} `json:"localeDisplayNames"`
		} `json:"main"`
	}
	if err := json.Unmarshal(text, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", tag, err)
	}
	return file.Main[tag].LocaleDisplayNames.Territories, nil
}
