// Sends every request on by the official Go SDK, which decodes the response, and hands the response back as it came. So the
// client's own tests drive the SDK against the sandbox. A response that the SDK cannot decode becomes the status 599.
//
// Prints its own address, and a line for each request: what the SDK calls it, or that it knows no such call. A request comes
// to `/PORT/open_api/…`, where PORT is the sandbox's.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"reflect"
	"strings"
	"unsafe"

	sdk "github.com/larksuite/project-oapi-sdk-golang"
	"github.com/larksuite/project-oapi-sdk-golang/core"
)

type call struct {
	method, path string
	send         func(context.Context, *sdk.ClientV2, func(interface{}), ...core.RequestOptionFunc) (interface{}, error)
}

// The parameters in a path, if it is that of the call.
func (c call) match(method, path string) (core.PathParams, bool) {
	known, given := strings.Split(c.path, "/"), strings.Split(path, "/")
	if method != c.method || len(known) != len(given) {
		return nil, false
	}
	params := core.PathParams{}
	for i, segment := range known {
		if strings.HasPrefix(segment, ":") {
			value, err := url.PathUnescape(given[i])
			if err != nil {
				return nil, false
			}
			params[segment[1:]] = value
		} else if segment != given[i] {
			return nil, false
		}
	}
	return params, true
}

// The call with most words in its path that match.
func find(method, path string) (*call, core.PathParams) {
	var best *call
	var params core.PathParams
	for i := range table {
		if found, ok := table[i].match(method, path); ok && (best == nil || len(found) < len(params)) {
			best, params = &table[i], found
		}
	}
	return best, params
}

func relay(w http.ResponseWriter, r *http.Request) {
	rest := strings.SplitN(strings.TrimPrefix(r.URL.EscapedPath(), "/"), "/", 2)
	if len(rest) != 2 {
		http.Error(w, "no port", http.StatusNotFound)
		return
	}
	base, path := "http://127.0.0.1:"+rest[0], "/"+rest[1]
	found, params := find(r.Method, path)
	if found == nil || !strings.Contains(r.Header.Get("Content-Type")+"application/json", "application/json") || strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/") {
		fmt.Printf("beside %s %s\n", r.Method, path)
		target, _ := url.Parse(base)
		r.URL.Path, r.URL.RawPath = "/"+strings.SplitN(strings.TrimPrefix(r.URL.Path, "/"), "/", 2)[1], path
		httputil.NewSingleHostReverseProxy(target).ServeHTTP(w, r)
		return
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	request := &core.APIReq{PathParams: params, QueryParams: core.QueryParams(r.URL.Query())}
	if len(body) > 0 {
		request.Body = json.RawMessage(body)
	}
	header := http.Header{}
	for _, name := range []string{"X-Plugin-Token", "X-User-Key", "X-Idem-Uuid", "X-Auth-Mode"} {
		if value := r.Header.Get(name); value != "" {
			header.Set(name, value)
		}
	}
	client := sdk.NewClientV2("id", "secret", sdk.WithOpenBaseUrl(base), sdk.WithEnableTokenCache(false), sdk.WithLogLevel(core.LogLevelError))
	fill := func(req interface{}) {
		// The SDK keeps it to itself; its builders set it.
		field := reflect.ValueOf(req).Elem().FieldByName("apiReq")
		reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem().Set(reflect.ValueOf(request))
	}
	response, err := found.send(r.Context(), client, fill, core.WithHeaders(header))
	if err != nil {
		fmt.Printf("failed %s %s: %v\n", found.method, found.path, err)
		w.WriteHeader(599)
		fmt.Fprintf(w, "the SDK: %v", err)
		return
	}
	fmt.Printf("by %s %s\n", found.method, found.path)
	raw := reflect.ValueOf(response).Elem().FieldByName("APIResp").Interface().(*core.APIResp)
	for name, values := range raw.Header {
		if name != "Content-Length" {
			w.Header()[name] = values
		}
	}
	w.WriteHeader(raw.StatusCode)
	w.Write(raw.RawBody)
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println("http://" + listener.Addr().String())
	panic(http.Serve(listener, http.HandlerFunc(relay)))
}
