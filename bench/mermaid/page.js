// The flow by Mermaid: the text in the page becomes a drawing, and each node calls back, as its documentation has it.

import mermaid from "mermaid";
// A bundler takes it for unused, and without it the hints of nodes that can be clicked end in an error.
import "d3-transition";

window.choose = (id) => {
  document.querySelector(".chosen")?.classList.remove("chosen");
  document.querySelector(`g.node[id*="flowchart-${id}-"]`).classList.add("chosen");
};

// The limits are raised for the largest flow; callbacks need the loose level.
mermaid.initialize({
  startOnLoad: false,
  securityLevel: "loose",
  maxEdges: 10_000,
  maxTextSize: 1_000_000,
});
await mermaid.run();
