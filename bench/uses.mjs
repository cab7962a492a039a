// How each page is used: when it is ready, what is clicked, and how one sees that a click had its effect.
// Of our page it knows what hosts and tests may rely on, and nothing else.

import { FLOWS } from "./flows.mjs";

// The node of the flow where the reader is.
export const CARD = "[data-view=guided] [data-node][aria-current=step]";

// The three branches of the manual, node by node.
const BRANCHES = [
  "start first-time credential sign-in-with-credential my-area set-account application-systems group-d system-d6 personal-folder hours-shown",
  "start first-time credential first-time-help email-verification verification-form activate-account sign-in-password application-systems group-d system-d6 personal-folder hours-shown",
  "start first-time sign-in-method sign-in-mobile-id application-systems group-d system-d6 personal-folder hours-shown",
].map((branch) => branch.split(" "));

// The answers on these ways; everywhere else one goes on to the next node.
const ANSWERS = {
  "first-time credential": "first-time:yes",
  "first-time sign-in-method": "first-time:no",
  "credential sign-in-with-credential": "credential:yes",
  "credential first-time-help": "credential:no",
  "sign-in-method sign-in-mobile-id": "sign-in-method:mobile-id",
};

const OUR_READY = "document.documentElement.dataset.app === 'ready'";
const LOADED = "document.readyState === 'complete'";
// An impatient reader's clicks lead to this node.
const FIRST = "first-time";
// So many nodes of a map are clicked.
const STEPS = 12;

const current = (id) => `[data-view=guided] [data-node="${id}"][aria-current=step]`;

// The guide: by answers and by "next" to each node, and back to the start.
const guided = () =>
  BRANCHES.flatMap((nodes) => [
    ...nodes.slice(1).map((to, at) => {
      const answer = ANSWERS[`${nodes[at]} ${to}`];
      return {
        click: answer ? `[data-answer="${answer}"]` : "[data-view=guided] [data-action=next]",
        see: current(to),
      };
    }),
    { click: "[data-action=restart]", see: current("start") },
  ]);

// A drawing of a flow: its nodes are clicked, those of the branches or some from all over it.
const drawn = (folder, ready, node, chosen) => ({
  folder,
  ready,
  target: node(FIRST),
  effect: chosen(FIRST),
  walk: () => BRANCHES.flat().map((id) => ({ click: node(id), see: chosen(id) })),
  along: (nodes) => {
    const places = nodes.filter(({ kind }) => kind !== "trouble");
    const taken = Array.from(
      { length: STEPS },
      (_, at) => places[Math.floor(((places.length - 1) * (at + 1)) / STEPS)],
    );
    return taken.map(({ id }) => ({ click: node(id), see: chosen(id) }));
  },
});

const MAP = drawn(
  "ours/?view=map",
  OUR_READY,
  (id) => `[data-map-node="${id}"]`,
  (id) => `[data-map-node="${id}"][data-state=current]`,
);
const SHOW_ALL = {
  click: "[data-action=show-all-ways]",
  see: "[data-action=show-all-ways][aria-pressed=true]",
};
const MERMAID = drawn(
  "mermaid-manual/",
  // The callbacks are bound when the drawing stands in the page.
  "!!document.querySelector('.mermaid[data-processed] svg .node.clickable')",
  (id) => `g.node[id*="flowchart-${id}-"]`,
  (id) => `g.node.chosen[id*="flowchart-${id}-"]`,
);
const REACT_FLOW = drawn(
  "react-flow-manual/",
  "!!document.querySelector('.react-flow__node.selectable')?.checkVisibility({ visibilityProperty: true })",
  (id) => `.react-flow__node[data-id="${id}"]`,
  (id) => `.react-flow__node.selected[data-id="${id}"]`,
);

// On the phone: a first visit.
export const USES = {
  bare: { folder: "bare/", ready: LOADED },
  plain: { folder: "plain/", ready: LOADED },
  floor: { folder: "floor/", ready: LOADED, walk: guided },
  ours: {
    folder: "ours/",
    ready: OUR_READY,
    walk: guided,
    target: "[data-view=guided] [data-action=next]",
    // Without the program the link leads to the same place in the full guide.
    effect: `#outline-${FIRST}:target, ${current(FIRST)}`,
  },
  "react-flow": REACT_FLOW,
  mermaid: MERMAID,
  host: { folder: "host/", ready: LOADED },
  "host-with-guide": { folder: "host-with-guide/", ready: LOADED },
};

// At the desk: how each drawing grows.
export const GROWTH = Object.fromEntries(
  Object.entries({ ours: MAP, "react-flow": REACT_FLOW, mermaid: MERMAID }).flatMap(
    ([name, { folder, ready, along }]) =>
      Object.entries(FLOWS).map(([size, { nodes }]) => [
        `${name}-${size}`,
        {
          folder: folder.replace("ours/", size === "large" ? "ours-large/" : "ours/").replace("-manual", `-${size}`),
          ready,
          // A flow that no window holds begins with the reader's own way.
          walk: () => [...(name === "ours" && size === "large" ? [SHOW_ALL] : []), ...along(nodes)],
        },
      ]),
  ),
);
