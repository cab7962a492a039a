// `cargo xtask bench` starts this once the page is built: measures it beside others and writes RESULTS.md.
// A figure over its limit is a row that says so; only what cannot be measured is an error.

import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { parseArgs } from "node:util";
import dagre from "@dagrejs/dagre";
import ELK from "elkjs/lib/elk.bundled.js";
import { hurry, inBrowser, visit } from "./browser.mjs";
import { FLOWS } from "./flows.mjs";
import { figures, ratios, table, times } from "./results.mjs";
import { makeSite, nativeTimes, rustLayout, withServer } from "./site.mjs";
import { GROWTH, USES } from "./uses.mjs";

// With fewer rounds nothing is published: it is a try of the bench itself.
const ENOUGH = 7;
// Milliseconds that a round of a layout takes at least, and the one before that only warms up.
const LONG_ENOUGH = 50;
const WARM_UP = 1_000;
// README shows so many ratios.
const SHOWN = 10;

const { values: options } = parseArgs({ options: { rounds: { type: "string", default: String(ENOUGH) } } });
const rounds = Number(options.rounds);
if (!(rounds >= 1)) throw new Error(`--rounds takes a number from 1, and ${options.rounds} is none`);
const file = (name) => new URL(name, import.meta.url);
const large = FLOWS.large.nodes.length;

console.log("Making the pages to compare (about a minute).");
await makeSite();
const [phone, desk] = await withServer(async (url) => [
  await inTurns(url, "phone", USES),
  await inTurns(url, "desk", GROWTH),
]);
console.log("Measuring the layout beside dagre and ELK, and what runs natively (two to five minutes).");
const layouts = await compareLayouts();
const native = nativeTimes();

// Page, page that it is measured by, figure, limit. The first ones are what a reader feels.
const RATIOS = [
  ["first paint, to the plain page", "ours", "plain", "first", 1.0],
  ["first paint, to a bare page of 1 kB", "ours", "bare", "first", 1.5],
  ["an early click has its effect, to React Flow", "ours", "react-flow", "early", 0.4],
  ["ready, to React Flow", "ours", "react-flow", "ready", 0.65],
  ["blocking time, to React Flow", "ours", "react-flow", "blocking", 0.35],
  ["press to paint, median, to the floor", "ours", "floor", "press-p50", 1.25],
  ["press to paint, 95th percentile, to the floor", "ours", "floor", "press-p95", 1.25],
  ["bytes over the wire, to React Flow", "ours", "react-flow", "bytes"],
  ["memory after load, to React Flow", "ours", "react-flow", "memory"],
  ["first paint of a host, with the guide to without", "host-with-guide", "host", "first"],
  ["press to paint, 95th percentile, to React Flow", "ours", "react-flow", "press-p95"],
  ["an early click has its effect, to Mermaid", "ours", "mermaid", "early"],
  ["ready, to Mermaid", "ours", "mermaid", "ready"],
  ["bytes over the wire, to Mermaid", "ours", "mermaid", "bytes"],
  ["press to paint, 95th percentile, to Mermaid", "ours", "mermaid", "press-p95"],
  ["memory after load, to Mermaid", "ours", "mermaid", "memory"],
].map(([what, page, by, key, limit]) => ({ what, values: over(phone[page], phone[by], key), limit }));
for (const [key, what] of [
  ["first", "first paint"],
  ["ready", "ready"],
  ["press-p95", "press to paint, 95th percentile"],
]) {
  for (const by of ["react-flow-large", "mermaid-large", "ours-manual"]) {
    RATIOS.push({ what: `map of ${large} nodes, ${what}, to ${by}`, values: over(desk["ours-large"], desk[by], key) });
  }
}
for (const [name, { ours, ...peers }] of Object.entries(layouts)) {
  for (const [peer, theirs] of Object.entries(peers)) {
    RATIOS.push({
      what: `layout of ${FLOWS[name].nodes.length} nodes, ${peer} to ours`,
      values: theirs.map((time, at) => time / ours[at]),
    });
  }
}

await write();

// Visits all pages, one after the other, as often as there are rounds; answers a list of rounds for each page.
async function inTurns(url, condition, uses) {
  const samples = Object.fromEntries(Object.keys(uses).map((name) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    console.log(`Visiting ${Object.keys(uses).length} pages, ${condition}, round ${round} of ${rounds}.`);
    for (const [name, use] of Object.entries(uses)) {
      samples[name].push({
        ...(await visit(url, condition, use)),
        ...(use.target ? await hurry(url, condition, use) : {}),
      });
    }
  }
  return samples;
}

// Round by round, so that what slows the machine down slows both.
function over(ours, theirs, key) {
  return ours.map((round, at) => round[key] / theirs[at][key]);
}

// Milliseconds of one layout in Node, a value for each round, by flow and by contestant.
async function compareLayouts() {
  const read = rustLayout();
  const elk = new ELK();
  const found = {};
  for (const [name, { nodes, edges, lines }] of Object.entries(FLOWS)) {
    const ours = read(lines);
    const contestants = {
      ours: () => ours(),
      dagre() {
        const graph = new dagre.graphlib.Graph({ multigraph: true });
        graph.setGraph({ rankdir: "TB" });
        nodes.forEach(({ id, width, height }) => graph.setNode(id, { width, height }));
        edges.forEach(({ from, to, width }, at) =>
          graph.setEdge(from, to, width ? { width, height: 22, labelpos: "c" } : {}, `e${at}`),
        );
        dagre.layout(graph);
        return graph.graph().height;
      },
      ELK: async () => {
        const drawing = await elk.layout({
          id: "flow",
          layoutOptions: { "elk.algorithm": "layered", "elk.direction": "DOWN" },
          children: nodes.map(({ id, width, height }) => ({ id, width, height })),
          edges: edges.map(({ from, to, label, width }, at) => ({
            id: `e${at}`,
            sources: [from],
            targets: [to],
            labels: label ? [{ text: label, width, height: 22 }] : [],
          })),
        });
        return drawing.height;
      },
    };
    found[name] = Object.fromEntries(Object.keys(contestants).map((contestant) => [contestant, []]));
    for (let round = 0; round <= rounds; round += 1) {
      for (const [contestant, layout] of Object.entries(contestants)) {
        const time = await mean(layout, round ? LONG_ENOUGH : WARM_UP);
        if (round) found[name][contestant].push(time);
      }
    }
  }
  return found;
}

async function mean(layout, least) {
  const start = performance.now();
  let done = 0;
  do {
    if (!((await layout()) > 0)) throw new Error("a drawing has no height");
    done += 1;
  } while (performance.now() - start < least);
  return (performance.now() - start) / done;
}

async function facts() {
  const { dependencies } = JSON.parse(readFileSync(file("package.json"), "utf8"));
  return {
    date: new Date().toISOString().slice(0, 10),
    rounds,
    processor: `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()}`,
    browser: await inBrowser((browser) => browser.version()),
    node: process.version,
    packages: Object.entries(dependencies)
      .map((pair) => pair.join(" "))
      .join(", "),
  };
}

async function write() {
  const known = await facts();
  const isPublished = rounds >= ENOUGH;
  const layoutRows = Object.entries(layouts).map(([name, found]) => [
    FLOWS[name].nodes.length,
    ...Object.values(found).map(times),
  ]);
  const nativeRows = Object.entries(native).map(([name, nanoseconds]) => [
    name,
    times(nanoseconds.map((time) => time / 1e6)),
  ]);
  const text = `# Results of the bench

Written by \`cargo xtask bench\`, which measures all of it again; never edited by hand.
[Decision 14](../docs/decisions/0014-the-bench.md) says what is measured and how.
Medians of ${rounds} rounds in turns (least – most); "unsure" are rounds on both sides of a limit.

${Object.entries(known)
  .map(([name, value]) => `- ${name}: ${value}\n`)
  .join("")}
## Ratios

${ratios(RATIOS)}
## A first visit on the phone

150 ms for each request, 1.6 Mbit/s, a processor four times slower, a window of 412 × 823.

${figures(phone)}
## Growth

The map alone, at a desk with nothing held back; ${large} nodes are the manual's flow many times, so bytes there say little.

${figures(desk)}
## Layout

In Node, one layout.

${table(["nodes", "ours", "dagre", "ELK"], layoutRows)}
## Natively

Median (and its confidence interval); judging is that of five rule sets, a page is 10 kB, the most is what a paste may have.

${table(["", "time"], nativeRows)}`;
  const results = file(isPublished ? "RESULTS.md" : "work/RESULTS.md");
  writeFileSync(results, text);
  if (isPublished) {
    const readme = readFileSync(file("../README.md"), "utf8");
    const shown = `$1\nMeasured on ${known.date}.\n\n${ratios(RATIOS.slice(0, SHOWN))}\n$2`;
    writeFileSync(file("../README.md"), readme.replace(/(<!-- bench: .*-->\n)[^]*(<!-- \/bench -->)/, shown));
  }
  console.log(`\n${ratios(RATIOS)}\nAll figures are in ${results.pathname}.`);
}
