// How each of the pages is used: when it is ready, what is clicked, how one sees that the click had its effect.
// `ready` and the selectors are passed to the page as text; `walk` and `along` are what the driver clicks.

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

// Clicks on the same nodes, one after the other, where the drawing is all there is.
const alongNodes = (node, chosen) => (nodes) =>
  nodes.map((id) => ({ click: node(id), see: chosen(id) }));

const reactFlowNode = (id) => `.react-flow__node[data-id="${id}"]`;
const reactFlowChosen = (id) => `.react-flow__node.selected[data-id="${id}"]`;
const mermaidNode = (id) => `g.node[id*="flowchart-${id}-"]`;
const mermaidChosen = (id) => `g.node.chosen[id*="flowchart-${id}-"]`;
const mapNode = (id) => `[data-map-node="${id}"]`;
const mapChosen = (id) => `[data-map-node="${id}"][data-state="current"]`;

const drawn = (node, chosen, ready) => ({
  query: "",
  ready,
  target: node,
  effect: chosen,
  along: alongNodes(node, chosen),
  walk: () => BRANCHES.flatMap(alongNodes(node, chosen)),
});

export const PAGES = {
  plain: {
    query: "",
    ready: "document.readyState === 'complete'",
    target: (id) => `.entry a[href="#outline-${id}"]`,
    effect: (id) => `#outline-${id}:target`,
  },
  ours: {
    query: "",
    ready: "document.documentElement.dataset.app === 'ready'",
    target: () => "[data-action=next]",
    // Without the program the link leads to the same place in the full guide.
    effect: (id) => `#outline-${id}:target, [data-node="${id}"][aria-current=step]`,
    walk: () => BRANCHES.flatMap(guided),
    fields: true,
  },
  // Our map, where the others have nothing but the drawing.
  map: {
    query: "?view=map",
    ready: "document.documentElement.dataset.app === 'ready'",
    along: alongNodes(mapNode, mapChosen),
  },
  // Our page for frames, opened by itself.
  framed: { page: "ours/embed.html", query: "", ready: "document.documentElement.dataset.app === 'ready'" },
  // A host's page with nothing of ours, and with our loader.
  host: { query: "", ready: "document.readyState === 'complete'" },
  "host-with-guide": { query: "", ready: "document.readyState === 'complete'" },
  mermaid: drawn(
    mermaidNode,
    mermaidChosen,
    // The callbacks are bound when the drawing stands in the page.
    "!!document.querySelector('.mermaid[data-processed] svg .node.clickable')",
  ),
  "react-flow": drawn(
    reactFlowNode,
    reactFlowChosen,
    "!!document.querySelector('.react-flow__node.selectable')?.checkVisibility({ visibilityProperty: true })",
  ),
};

// The guide: by answers and by "next" to each node, and back to the start.
function guided(nodes) {
  const steps = nodes.slice(1).map((to, at) => {
    const answer = ANSWERS[`${nodes[at]} ${to}`];
    const click = answer ? `[data-answer="${answer}"]` : "[data-action=next]";
    return { click, see: `[data-node="${to}"][aria-current=step]` };
  });
  const restart = { click: "[data-action=restart]", see: '[data-node="start"][aria-current=step]' };
  return [...steps, restart];
}

// What is typed into the twelve fields; with 45, 9, 1, 4 and 4 there is something to say.
export const FIELDS = {
  total: "45.5",
  digital: "30",
  "in-person": "12.5",
  blended: "3",
  "official-leave": "0",
  "business-related": "22.5",
  "gender-basic": "1",
  "gender-advanced": "0",
  mandatory: "9",
  policy: "1",
  environment: "4",
  governance: "4",
};
