//go:build ignore

// Writes table.go: every call of a checkout of the official Go SDK, by its method and path. `go run calls.go CHECKOUT`
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

var (
	paths = regexp.MustCompile(`A(?:PI|pi)Path_?(\w+)\s*=\s*"([^"]+)"`)
	calls = regexp.MustCompile(`(?s)func \(a \*(\w+)Service\) (\w+)\(ctx context\.Context, req \*(\w+),.*?ApiPath = A(?:PI|pi)Path_?(\w+)\s.*?HttpMethod = (?:"|http\.Method)(\w+)`)
)

func main() {
	files, err := filepath.Glob(filepath.Join(os.Args[1], "v2/service/*/api.go"))
	if err != nil || len(files) == 0 {
		panic("no services below " + os.Args[1])
	}
	sort.Strings(files)
	var imports, rows []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			panic(err)
		}
		service := filepath.Base(filepath.Dir(file))
		known := map[string]string{}
		for _, found := range paths.FindAllStringSubmatch(string(text), -1) {
			known[found[1]] = found[2]
		}
		found := calls.FindAllStringSubmatch(string(text), -1)
		if len(found) > 0 {
			imports = append(imports, fmt.Sprintf("\t%q", "github.com/larksuite/project-oapi-sdk-golang/v2/service/"+service))
		}
		for _, found := range found {
			owner, name, request, path, method := found[1], found[2], found[3], known[found[4]], strings.ToUpper(found[5])
			rows = append(rows, fmt.Sprintf(
				"\t{%q, %q, func(ctx context.Context, client *sdk.ClientV2, fill func(interface{}), options ...core.RequestOptionFunc) (interface{}, error) {\n"+
					"\t\trequest := &%s.%s{}\n\t\tfill(request)\n\t\treturn client.%s.%s(ctx, request, options...)\n\t}},",
				method, path, service, request, owner, name))
		}
	}
	fmt.Fprintf(os.Stderr, "%d calls\n", len(rows))
	text := "package main\n\nimport (\n\t\"context\"\n\n\tsdk \"github.com/larksuite/project-oapi-sdk-golang\"\n" +
		"\t\"github.com/larksuite/project-oapi-sdk-golang/core\"\n" + strings.Join(imports, "\n") + "\n)\n\nvar table = []call{\n" +
		strings.Join(rows, "\n") + "\n}\n"
	if err := os.WriteFile("table.go", []byte(text), 0o644); err != nil {
		panic(err)
	}
}
