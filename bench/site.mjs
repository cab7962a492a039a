// Makes the pages that are measured beside each other, each in a folder of its own, and serves them as a web server would.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { buildSync } from "esbuild";
import sirv from "sirv";
import { inBrowser, open, press, until } from "./browser.mjs";
import { FLOWS } from "./flows.mjs";
import { CARD, USES } from "./uses.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..");
const work = join(here, "work");
const site = join(work, "site");
const read = (name) => readFileSync(join(here, name), "utf8");
const cargo = (folder, env, ...words) =>
  execFileSync(process.env.CARGO ?? "cargo", words, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
// Named outright, so that its place is known wherever the user's own settings put theirs.
const OWN_TARGET = { CARGO_TARGET_DIR: join(here, "target") };

// As the page that makes the code for hosts writes it.
const LOADER = `<learning-hours-guide><a href="../ours/index.html">終身學習時數查詢</a></learning-hours-guide>
<script src="../ours/embed.js" async></script>`;

export async function makeSite() {
  rmSync(work, { recursive: true, force: true });
  cpSync(join(root, "dist"), join(site, "ours"), { recursive: true });
  page(
    "bare",
    '<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Bare</title>' +
      "<p>終身學習時數查詢".repeat(34),
  );
  page("host", read("host.html").replace("{{guide}}", ""));
  page("host-with-guide", read("host.html").replace("{{guide}}", LOADER));
  for (const [name, flow] of Object.entries(FLOWS)) {
    writeFileSync(join(work, `${name}.txt`), flow.lines);
    writeFileSync(join(work, `${name}.json`), JSON.stringify(flow));
    reactFlow(name);
    page(
      `mermaid-${name}`,
      read("mermaid/index.html").replace("{{flow}}", () => mermaidText(flow)),
    );
  }
  // Mermaid's page holds the flow as text, so one script serves both.
  bundle("mermaid/page.js", "mermaid", { splitting: true });
  ourLargePage();
  compress();
  await withServer(async (url) => {
    await plainPage(url);
    await floorPage(url);
  });
  compress();
}

// Hands the address of the site to `act`; the server ends with it.
export async function withServer(act) {
  const files = sirv(site, {
    etag: true,
    brotli: true,
    // Files whose name tells their content are kept, all others are asked for again.
    setHeaders: (answer, path) =>
      answer.setHeader("Cache-Control", /-[0-9a-f]{16}/.test(path) ? "max-age=31536000, immutable" : "no-cache"),
  });
  const server = createServer((request, answer) => files(request, answer, () => answer.writeHead(404).end()));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await act(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

// The layout in Rust, as a function of the lines of a flow that answers a function which draws it.
export function rustLayout() {
  cargo(here, OWN_TARGET, "build", "--release", "--target", "wasm32-unknown-unknown");
  const program = new WebAssembly.Module(readFileSync(join(here, "target/wasm32-unknown-unknown/release/bench.wasm")));
  return (lines) => {
    const { push, layout } = new WebAssembly.Instance(program).exports;
    for (const byte of [...Buffer.from(lines), 0]) push(byte);
    return layout;
  };
}

// Runs the native benchmarks; answers nanoseconds by name: the median, and the ends of its confidence interval.
export function nativeTimes() {
  const folder = join(here, "target/criterion");
  rmSync(folder, { recursive: true, force: true });
  cargo(here, OWN_TARGET, "bench", "--quiet");
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== "report")
      .map((name) => {
        const { median } = JSON.parse(readFileSync(join(folder, name, "new/estimates.json"), "utf8"));
        const { lower_bound, upper_bound } = median.confidence_interval;
        return [name, [lower_bound, median.point_estimate, upper_bound]];
      }),
  );
}

function page(name, html) {
  mkdirSync(join(site, name), { recursive: true });
  writeFileSync(join(site, name, "index.html"), html);
}

function bundle(source, name, options) {
  buildSync({
    entryPoints: [join(here, source)],
    outdir: join(site, name),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    ...options,
  });
}

function reactFlow(name) {
  page(`react-flow-${name}`, read("react-flow/index.html"));
  bundle("react-flow/page.jsx", `react-flow-${name}`, { alias: { "flow.json": join(work, `${name}.json`) } });
}

function mermaidText({ nodes, edges }) {
  const lines = [
    "flowchart TB",
    ...nodes.map(({ id, kind, title }) => {
      const [open, close] = { question: ["{", "}"], trouble: ["([", "])"] }[kind] ?? ["[", "]"];
      return `${id}${open}"${title}"${close}`;
    }),
    ...edges.map(
      ({ from, to, label, kind }) =>
        `${from} ${kind === "trouble" ? "-.->" : "-->"}${label ? `|"${label}"|` : ""} ${to}`,
    ),
    ...nodes.map(({ id }) => `click ${id} call choose("${id}")`),
  ];
  return lines.map((line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")).join("\n");
}

// The prerenderer, as Trunk calls it, with another content and the program of the build.
function ourLargePage() {
  const source = join(work, "source");
  const staging = join(site, "ours-large");
  cpSync(join(root, "content"), join(source, "content"), { recursive: true });
  writeFileSync(join(source, "content/guide.toml"), FLOWS.large.toml);
  for (const folder of ["styles", "embed"]) symlinkSync(join(root, folder), join(source, folder));
  mkdirSync(staging);
  cpSync(join(root, "index.html"), join(staging, "index.html"));
  for (const name of readdirSync(join(site, "ours")).filter((name) =>
    /^learning-hours-guide-.*\.(js|wasm)$/.test(name),
  )) {
    cpSync(join(site, "ours", name), join(staging, name));
  }
  const PATH = [join(here, "node_modules/.bin"), process.env.PATH].join(delimiter);
  const env = { PATH, TRUNK_SOURCE_DIR: source, TRUNK_STAGING_DIR: staging };
  cargo(root, env, "run", "--quiet", "--package", "prerender");
}

// The full guide alone, without scripts: how little a page with the same texts can weigh.
async function plainPage(url) {
  const html = await inBrowser(async (browser) => {
    const tab = await browser.newPage();
    await tab.setJavaScriptEnabled(false);
    await tab.goto(`${url}ours/`);
    return tab.$eval("[data-view=outline]", (outline) => outline.outerHTML);
  });
  page(
    "plain",
    `<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>Plain</title><style>${read("plain.css")}</style><main>${html}</main>`,
  );
}

// Our page as it stands after the first press, without its program: a bare script puts the cards of the walk in, one a press.
async function floorPage(url) {
  await inBrowser(async (browser) => {
    const { tab } = await open(browser, "phone", USES.ours.ready);
    await tab.goto(`${url}ours/`);
    await until(tab, "bench.ready");
    const card = () => tab.$eval(CARD, (card) => card.outerHTML);
    const cards = [await card()];
    let html;
    for (const { click, see } of USES.ours.walk()) {
      await press(tab, click);
      await until(tab, `document.querySelector(${JSON.stringify(see)}) !== null`);
      cards.push(await card());
      html ??= await tab.evaluate(() => {
        const copy = document.documentElement.cloneNode(true);
        copy.querySelectorAll("script, meta[http-equiv]").forEach((it) => it.remove());
        return copy.outerHTML;
      });
    }
    const script = `const cards = ${JSON.stringify(cards).replaceAll("<", "\\u003c")};
      const show = () => document.querySelector(${JSON.stringify(CARD)}).outerHTML = cards.shift();
      addEventListener("click", (event) => {
        if (!event.target.closest("[data-answer], [data-action]")) return;
        event.preventDefault();
        show();
      });
      show();`;
    page("floor", `<!doctype html>${html.replace("</body>", () => `<script>${script}</script></body>`)}`);
  });
}

// As a build is, so that all pages are served alike.
function compress() {
  for (const name of readdirSync(site, { recursive: true })) {
    const file = join(site, name);
    if (/\.(html|js|css|wasm)$/.test(name) && !statSync(`${file}.br`, { throwIfNoEntry: false })) {
      writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
    }
  }
}
