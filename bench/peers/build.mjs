// Makes the peers' pages of a flow:
// `node build.mjs FOLDER ESBUILD MODULES`, where FOLDER holds `flow.json`, `flow-25.json`, … and our own pages.
// Each flow.json becomes `mermaid/` and `react-flow/`, each flow-25.json `mermaid-25/` and `react-flow-25/`.

import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { execFileSync } from "node:child_process";

const here = dirname(fileURLToPath(import.meta.url));
const [folder, esbuild, modules] = process.argv.slice(2).map((name) => resolve(name));

// Mermaid's page holds the flow as text, so one script serves all; what a kind of diagram needs is loaded when there is one.
bundle("mermaid/page.js", join(folder, "mermaid"), "--splitting");
for (const name of await readdir(folder)) {
  const flow = /^flow(-\d+)?\.json$/.exec(name);
  if (flow) {
    await reactFlow(join(folder, name), join(folder, `react-flow${flow[1] ?? ""}`));
    await mermaid(join(folder, name), join(folder, `mermaid${flow[1] ?? ""}`));
  }
}

async function reactFlow(flow, out) {
  await mkdir(out, { recursive: true });
  await cp(join(here, "react-flow/index.html"), join(out, "index.html"));
  bundle("react-flow/page.jsx", out, "--jsx=automatic", `--alias:flow.json=${flow}`);
}

async function mermaid(file, out) {
  const { nodes, edges } = JSON.parse(await readFile(file, "utf8"));
  await mkdir(out, { recursive: true });
  const page = await readFile(join(here, "mermaid/index.html"), "utf8");
  const lines = [
    "flowchart TB",
    ...nodes.map(({ id, kind, title }) => {
      const [open, close] = { question: ["{", "}"], trouble: ["([", "])"] }[kind] ?? ["[", "]"];
      return `${id}${open}"${title}"${close}`;
    }),
    ...edges.map(({ from, to, label, kind }) => {
      const line = kind === "trouble" ? "-.->" : "-->";
      return `${from} ${line}${label ? `|"${label}"|` : ""} ${to}`;
    }),
    ...nodes.map(({ id }) => `click ${id} call choose("${id}")`),
  ];
  const escaped = lines.map((line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  await writeFile(join(out, "index.html"), page.replace("{{flow}}", () => escaped.join("\n")));
}

function bundle(source, out, ...options) {
  execFileSync(
    esbuild,
    [
      join(here, source),
      "--bundle",
      "--minify",
      "--format=esm",
      "--target=es2022",
      '--define:process.env.NODE_ENV="production"',
      "--log-level=error",
      `--outdir=${out}`,
      ...options,
    ],
    { env: { ...process.env, NODE_PATH: modules }, stdio: "inherit" },
  );
}
