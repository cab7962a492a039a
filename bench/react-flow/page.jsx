// The flow by React Flow, laid out by dagre: the documentation's own example of a layout, with this flow in it.

import { createRoot } from "react-dom/client";
import { Controls, ReactFlow } from "@xyflow/react";
import dagre from "@dagrejs/dagre";
import flow from "flow.json";
import "@xyflow/react/dist/style.css";
import "./page.css";

const SIZE = { width: 172, height: 36 };

function layout() {
  const graph = new dagre.graphlib.Graph({ multigraph: true }).setDefaultEdgeLabel(() => ({}));
  graph.setGraph({ rankdir: "TB" });
  flow.nodes.forEach(({ id }) => graph.setNode(id, { ...SIZE }));
  flow.edges.forEach(({ from, to }) => graph.setEdge(from, to));
  dagre.layout(graph);
  return flow.nodes.map(({ id, kind, title }) => {
    const { x, y } = graph.node(id);
    return {
      id,
      className: kind,
      data: { label: title },
      position: { x: x - SIZE.width / 2, y: y - SIZE.height / 2 },
    };
  });
}

const nodes = layout();
const edges = flow.edges.map(({ from, to, label, kind }, at) => ({
  id: `e${at}`,
  source: from,
  target: to,
  label: label ?? undefined,
  className: kind,
}));

// A node that is clicked is selected: React Flow does that by itself.
createRoot(document.getElementById("root")).render(
  <ReactFlow
    defaultNodes={nodes}
    defaultEdges={edges}
    nodesDraggable={false}
    nodesConnectable={false}
    minZoom={0.01}
    fitView
  >
    <Controls showInteractive={false} />
  </ReactFlow>,
);
