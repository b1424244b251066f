// Callers behind the limiters of the npm registry. Each line of standard input is one group:
// {"limiter": "bottleneck", "url": "http://127.0.0.1:…/…", "callers": 50, "limit": 15}. The groups call without a rest until
// standard input ends.
import { createInterface } from "node:readline";
import http from "node:http";
import Bottleneck from "bottleneck";
import { Octokit } from "@octokit/core";
import { throttling } from "@octokit/plugin-throttling";

// Both are given the limit in the way that Bottleneck documents for "N requests a window".
const settings = (limit) => ({
  reservoir: limit,
  reservoirRefreshAmount: limit,
  reservoirRefreshInterval: 1000,
});

function get(agent, url) {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent }, (response) => {
        response.resume();
        response.on("end", resolve);
      })
      .on("error", reject);
  });
}

const limiters = {
  bottleneck({ url, limit }) {
    const agent = new http.Agent({ keepAlive: true });
    const bottleneck = new Bottleneck(settings(limit));
    return () => bottleneck.schedule(() => get(agent, url));
  },
  octokit({ url, limit }) {
    const Throttled = Octokit.plugin(throttling);
    const { origin, pathname } = new URL(url);
    const octokit = new Throttled({
      baseUrl: origin,
      log: { debug() {}, info() {}, warn() {}, error() {} },
      throttle: {
        id: url,
        global: new Bottleneck.Group({ id: `global ${url}`, ...settings(limit) }),
        onRateLimit: () => false,
        onSecondaryRateLimit: () => false,
      },
    });
    return () => octokit.request(`GET ${pathname}`);
  },
};

let running = true;
for await (const line of createInterface({ input: process.stdin })) {
  const group = JSON.parse(line);
  const call = limiters[group.limiter](group);
  for (let caller = 0; caller < group.callers; caller += 1) {
    (async () => {
      while (running) {
        await call().catch(() => {});
      }
    })();
  }
}
running = false;
process.exit(0);
