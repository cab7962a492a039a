// Measures our layout, dagre and ELK on the same flows in one run, and reports each flow to the server by a request.

import dagre from "@dagrejs/dagre";
// The bundle without a worker: its layout runs on this thread, as the others do.
import ELK from "elkjs/lib/elk.bundled.js";
import init, { Sample } from "./layout_bench.js";

const FLOWS = ["manual", "25", "250", "1000"];
const ROUNDS = 11;
// Milliseconds: what a contestant gets to warm up on each flow, and what a round should take at least.
const WARM_UP = 400;
const LONG_ENOUGH = 20;
const MOST_TIMES = 100;

const elk = new ELK();

// `input` makes a fresh one each time, outside of what is measured, since the others write into theirs.
// `layout` answers the height of the drawing or a promise of it.
const CONTESTANTS = {
  ours: {
    input: (sample) => sample,
    layout: (sample) => sample.layout(),
  },
  dagre: {
    input({ nodes, edges }) {
      const graph = new dagre.graphlib.Graph({ multigraph: true });
      graph.setGraph({ rankdir: "TB" });
      nodes.forEach(({ width, height }, at) => graph.setNode(String(at), { width, height }));
      edges.forEach(({ from, to, label }, at) =>
        graph.setEdge(String(from), String(to), { ...label, labelpos: "c" }, String(at)),
      );
      return graph;
    },
    layout(graph) {
      dagre.layout(graph);
      return graph.graph().height;
    },
  },
  elk: {
    input: ({ nodes, edges }) => ({
      id: "flow",
      layoutOptions: { "elk.algorithm": "layered", "elk.direction": "DOWN" },
      children: nodes.map(({ width, height }, at) => ({ id: `n${at}`, width, height })),
      edges: edges.map(({ from, to, label }, at) => ({
        id: `e${at}`,
        sources: [`n${from}`],
        targets: [`n${to}`],
        // Where a label has no text, ELK leaves it out of the layout.
        labels: label ? [{ text: "answer", ...label }] : [],
      })),
    }),
    layout: (graph) => elk.layout(graph).then((drawing) => drawing.height),
  },
};

// The flow as plain numbers, for those that cannot read ours.
function plain(sample) {
  const pairs = (numbers) =>
    Array.from({ length: numbers.length / 2 }, (_, at) => [numbers[2 * at], numbers[2 * at + 1]]);
  const labels = pairs(sample.labels());
  return {
    nodes: pairs(sample.boxes()).map(([width, height]) => ({ width, height })),
    edges: pairs(sample.edges()).map(([from, to], at) => {
      const [width, height] = labels[at];
      return { from, to, label: width > 0 ? { width, height } : null };
    }),
  };
}

// Ends the task. ELK waits for two timers a layout, and a timer set by a timer set by a timer is held back for 4 ms.
const channel = new MessageChannel();
function turn() {
  return new Promise((resolve) => {
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(null);
  });
}

// Milliseconds of one layout, as the mean of so many.
async function measure({ input, layout }, flow, times) {
  const inputs = Array.from({ length: times }, () => input(flow));
  let total = 0;
  for (const each of inputs) {
    await turn();
    const start = performance.now();
    let height = layout(each);
    if (height instanceof Promise) {
      height = await height;
    }
    total += performance.now() - start;
    if (!(height > 0)) {
      throw new Error(`a drawing has the height ${height}`);
    }
  }
  return total / times;
}

// How many layouts make a round long enough to be measured.
async function warmUp(contestant, flow) {
  const end = performance.now() + WARM_UP;
  let last;
  do {
    last = await measure(contestant, flow, 1);
  } while (performance.now() < end);
  return Math.min(MOST_TIMES, Math.ceil(LONG_ENOUGH / Math.max(last, 0.01)));
}

async function compare(name) {
  const sample = new Sample(name);
  const flow = plain(sample);
  const racers = Object.entries(CONTESTANTS).map(([id, contestant]) => ({
    id,
    contestant,
    flow: id === "ours" ? sample : flow,
    nanoseconds: [],
  }));
  for (const racer of racers) {
    racer.times = await warmUp(racer.contestant, racer.flow);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { contestant, flow, times, nanoseconds } of racers) {
      nanoseconds.push(Math.round(1e6 * (await measure(contestant, flow, times))));
    }
  }
  const facts = [["flow", name], ["nodes", flow.nodes.length], ["edges", flow.edges.length]];
  const rounds = racers.map(({ id, nanoseconds }) => [id, nanoseconds.join(",")]);
  await fetch(`report?${[...facts, ...rounds].map((pair) => pair.join("=")).join("&")}`);
}

try {
  if (!crossOriginIsolated) {
    throw new Error("the clock of this page is too coarse");
  }
  await init();
  for (const name of FLOWS) {
    await compare(name);
  }
  await fetch("done");
} catch (error) {
  await fetch(`failed?${encodeURI(error)}`);
}
