// The flow of the content, and one about as long as a thousand nodes, as each contestant reads it.

import { readFileSync } from "node:fs";
import { parse, stringify } from "smol-toml";

const LARGE = 1_000;
// About as many as make a drawing as wide as it is tall: in one thinner than a pixel nothing can be clicked.
const CHAINS = 8;
const manual = parse(readFileSync(new URL("../content/guide.toml", import.meta.url), "utf8"));
const large = repeated(manual, Math.round(LARGE / manual.node.length));

// `toml` is what the prerenderer reads, `lines` what the layout in Rust reads.
export const FLOWS = { manual: { ...flow(manual) }, large: { ...flow(large), toml: stringify(large) } };

// The same guide so many times: a question leads into the chains, and the outcome of a copy is a step to the next of its chain.
function repeated(guide, copies) {
  const [start] = guide.node;
  const rename = (id, copy) => (copy ? `part-${copy}-${id}` : id);
  const answer = Array.from({ length: CHAINS }, (_, chain) => ({
    id: `part-${chain}`,
    to: rename(start.id, chain),
    text: { zh: `第 ${chain} 部分`, en: `Part ${chain}` },
  }));
  const title = { zh: "您要查哪一部分？", en: "Which part?" };
  const question = { id: "part", section: start.section, kind: "question", title, answer };
  const node = Array.from({ length: copies }, (_, copy) =>
    structuredClone(guide.node).map(({ screen, target, contacts, ...node }) => {
      // Each screen belongs to one node.
      if (screen && !copy) Object.assign(node, { screen, target });
      if (node.kind === "outcome" && copy + CHAINS < copies) {
        Object.assign(node, { kind: "step", next: rename(start.id, copy + CHAINS) });
      } else {
        if (contacts) node.contacts = contacts;
        if (node.next) node.next = rename(node.next, copy);
      }
      for (const exit of [...(node.answer ?? []), ...(node.trouble ?? [])]) exit.to = rename(exit.to, copy);
      return { ...node, id: rename(node.id, copy) };
    }),
  );
  return { ...guide, node: [question, ...node.flat()] };
}

function flow(guide) {
  const lanes = guide.section.filter(({ lane }) => lane).map(({ id }) => id);
  const nodes = guide.node.map(({ id, kind, title, section }) => ({
    id,
    kind,
    title: title.zh,
    lane: lanes.indexOf(section),
  }));
  const edges = guide.node.flatMap(({ id: from, next, answer = [], trouble = [] }) => [
    ...(next ? [{ from, to: next, kind: "next" }] : []),
    ...answer.map(({ to, text }) => ({ from, to, kind: "answer", label: text.zh })),
    ...trouble.map(({ to }) => ({ from, to, kind: "trouble" })),
  ]);
  // Boxes as wide as the map has them for so many letters.
  nodes.forEach((node) => Object.assign(node, { width: 136, height: 24 + 24 * Math.ceil(node.title.length / 8) }));
  edges.forEach((edge) => edge.label && (edge.width = 16 + 16 * Math.min(edge.label.length, 6)));
  const place = new Map(nodes.map(({ id }, at) => [id, at]));
  const lines = [
    ...nodes.map(({ kind, width, height, lane }) => `node ${kind} ${width} ${height} ${lane < 0 ? "-" : lane}`),
    ...edges.map(({ from, to, kind, width }) => `edge ${place.get(from)} ${place.get(to)} ${kind} ${width ?? "-"}`),
  ];
  return { nodes, edges, lines: lines.join("\n") };
}
