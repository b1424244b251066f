// The same call by the official Go SDK. Run by official.rs with the server's address; prints its costs as JSON.
package main

import (
	"context"
	"encoding/json"
	"os"
	"runtime"
	"sync"
	"syscall"
	"time"

	sdk "github.com/larksuite/project-oapi-sdk-golang"
	"github.com/larksuite/project-oapi-sdk-golang/core"
	"github.com/larksuite/project-oapi-sdk-golang/v2/service/workitem"
)

const (
	item    = 6000000000
	callers = 50
	rounds  = 10
	calls   = 1000
)

func call(client *sdk.ClientV2) {
	request := workitem.NewGetWorkItemsByIdsReqBuilder().
		ProjectKey("65f0c0ffee00000000000001").
		WorkItemTypeKey("story").
		WorkItemIDs([]int64{item}).
		Build()
	answer, err := client.WorkItem.GetWorkItemsByIds(context.Background(), request, core.WithUserKey("7123456789012345678"))
	if err != nil {
		panic(err)
	}
	if len(answer.Data) != 1 || *answer.Data[0].ID != item {
		panic("another answer than expected")
	}
}

// One call after the other.
func row(client *sdk.ClientV2) {
	for i := 0; i < calls; i++ {
		call(client)
	}
}

// As many calls, 50 of them at a time.
func concurrent(client *sdk.ClientV2) {
	var waiting sync.WaitGroup
	for i := 0; i < callers; i++ {
		waiting.Add(1)
		go func() {
			defer waiting.Done()
			for j := 0; j < calls/callers; j++ {
				call(client)
			}
		}()
	}
	waiting.Wait()
}

// CPU time of the whole process, the collector's included, in nanoseconds.
func processor() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}

// Nanoseconds and CPU nanoseconds of a call, of the best round.
func measure(work func(*sdk.ClientV2), client *sdk.ClientV2) (float64, float64) {
	best := [2]float64{1e18, 1e18}
	for i := 0; i < rounds; i++ {
		began, ran := time.Now(), processor()
		work(client)
		spent := [2]float64{float64(time.Since(began)) / calls, float64(processor()-ran) / calls}
		for j := range best {
			if spent[j] < best[j] {
				best[j] = spent[j]
			}
		}
	}
	return best[0], best[1]
}

func main() {
	client := sdk.NewClientV2("MII_BENCH", "secret", sdk.WithOpenBaseUrl(os.Args[1]), sdk.WithLogLevel(core.LogLevelError))
	call(client)
	rowTime, rowProcessor := measure(row, client)
	crowdTime, crowdProcessor := measure(concurrent, client)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	row(client)
	runtime.ReadMemStats(&after)
	costs := map[string]float64{
		"sequential_time": rowTime, "sequential_processor": rowProcessor,
		"concurrent_time": crowdTime, "concurrent_processor": crowdProcessor,
		"allocations": float64(after.Mallocs-before.Mallocs) / calls,
	}
	if err := json.NewEncoder(os.Stdout).Encode(costs); err != nil {
		panic(err)
	}
}
