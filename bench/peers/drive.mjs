// Drives Chromium through the pages and prints a line for each visit:
// `node drive.mjs CHROMIUM URL PLAN`, where PLAN is rounds and pages: `7 phone plain ours mermaid react-flow`.
// A page of another flow carries its size: `mermaid-250`. Puppeteer is looked up in NODE_PATH.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, release, totalmem, type } from "node:os";
import { delimiter, join } from "node:path";
import { FIELDS, PAGES } from "./pages.mjs";

const puppeteer = load("puppeteer-core");
const observe = readFileSync(new URL("observe.js", import.meta.url), "utf8");
const [chromium, url, rounds, condition, ...pages] = process.argv.slice(2);

// As Lighthouse has its phone: 150 ms for each request, 1.6 Mbit/s, a processor four times slower.
const CONDITIONS = {
  phone: {
    view: { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true },
    network: { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
    slower: 4,
  },
  desk: { view: { width: 1280, height: 900 }, network: null, slower: 1 },
};
// What a page gets before it is said not to become ready; the largest flow takes others minutes.
const PATIENCE = 240_000;
// How long nothing more may happen after a page is ready: late tasks and shifts count as well.
const QUIET = 1_000;
const SETTLE = 700;
const REST = 150;
// The node that somebody impatient clicks.
const FIRST = "first-time";
// Nodes of a generated flow that are clicked.
const STEPS = 12;
const LOADED = { waitUntil: "domcontentloaded", timeout: PATIENCE };

try {
  await facts();
  for (let round = 1; round <= Number(rounds); round += 1) {
    for (const name of pages) {
      // A large flow takes others minutes, so it is visited once.
      const isLarge = /\d$/.test(name);
      const figures = { ...(await visit(name, isLarge)), ...(isLarge ? {} : await hurry(name)) };
      const words = Object.entries(figures).map(([key, value]) => `${key}=${Number(value.toFixed(4))}`);
      console.log(`sample condition=${condition} page=${name} ${words.join(" ")}`);
    }
  }
} catch (error) {
  console.log(`failed ${String(error.message ?? error).split("\n")[0]}`);
  process.exitCode = 1;
}

// What the figures depend on.
async function facts() {
  const browser = await inBrowser((browser) => browser.version());
  const packages = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  const peers = Object.entries(packages.dependencies).map(([name, version]) => `${name} ${version}`);
  const facts = {
    date: new Date().toISOString().slice(0, 10),
    processor: `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()}`,
    browser,
    node: process.version,
    packages: peers.join(", "),
  };
  for (const [name, value] of Object.entries(facts)) console.log(`fact ${name}=${value}`);
}

// A first visit, a walk, and a second visit.
async function visit(name, isOnce) {
  const { use, address, steps } = await kind(name);
  return inBrowser(async (browser) => {
    const { page, client, wire } = await open(browser, use.ready);
    await page.goto(address, LOADED).catch(blame(name));
    await until(page, "bench.ready").catch(blame(name));
    await pause(QUIET);
    const { effect, programs, ...report } = await page.evaluate("bench.report()");
    const { bytes, requests } = wire();
    await client.send("HeapProfiler.collectGarbage");
    const heap = await client.send("Runtime.getHeapUsage");
    // What scripts and programs work on; compiled code does not count, whoever brings it.
    const memory = heap.usedSize + programs;
    const walked = await walk(page, steps, use.fields, name);
    await page.close();
    const revisit = isOnce ? {} : await again(browser, use, address);
    return { bytes, requests, ...report, memory, ...walked, ...revisit };
  });
}

// A second visit in the same browser: how many bytes of files come over the wire.
async function again(browser, { ready }, address) {
  const { page } = await open(browser, ready);
  await page.goto(address, LOADED);
  await until(page, "bench.ready");
  const revisit = await page.evaluate(() =>
    // The browser counts 300 bytes for the head of an answer, and nothing for what it did not ask for.
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .map((it) => Math.max(0, it.transferSize - 300))
      .reduce((sum, size) => sum + size, 0),
  );
  return { revisit };
}

// Someone who clicks as soon as there is something to click.
async function hurry(name) {
  const { use, address } = await kind(name);
  // A page in which nothing is clicked.
  if (!use.target) return {};
  return inBrowser(async (browser) => {
    const click = { target: use.target(FIRST), effect: use.effect(FIRST) };
    const { page } = await open(browser, use.ready, click);
    await page.goto(address, LOADED);
    await until(page, "bench.effect").catch(blame(name));
    return { effect: await page.evaluate("bench.effect") };
  });
}

// Real clicks and keys, each timed up to the next paint.
async function walk(page, steps, fields, name) {
  if (!steps.length) return {};
  for (const { click, see } of steps) {
    await press(page, click);
    await until(page, `document.querySelector(${JSON.stringify(see)}) !== null`).catch(blame(`${name}, ${click}`));
  }
  const paints = await page.evaluate("bench.paints.splice(0)");
  const figures = { clicks: paints.length, "click-p50": at(paints, 0.5), "click-p95": at(paints, 0.95) };
  if (fields) {
    await press(page, "[data-action=view-hours]");
    await page.evaluate("bench.paints.splice(0)");
    for (const [field, text] of Object.entries(FIELDS)) {
      await page.focus(`input[name="${field}"]`);
      for (const key of text) {
        await page.keyboard.press(key);
        await until(page, "bench.waiting === 0", 10);
      }
    }
    const keys = await page.evaluate("bench.paints.splice(0)");
    Object.assign(figures, { keys: keys.length, "key-p50": at(keys, 0.5), "key-p95": at(keys, 0.95) });
  }
  return figures;
}

async function press(page, selector) {
  // Nobody presses while the page still scrolls after the press before.
  await pause(REST);
  const place = await page.evaluate((selector) => {
    const element = document.querySelector(selector);
    if (!element) return null;
    let box = element.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      box = element.getBoundingClientRect();
    }
    return [box.x + box.width / 2, box.y + box.height / 2];
  }, selector);
  if (!place) throw new Error(`there is no ${selector}`);
  await page.mouse.click(...place);
  await until(page, "bench.waiting === 0", 10);
}

// Asked from outside, since a page's own policy may forbid to compile a question in it.
async function until(page, expression, every = 100) {
  const end = Date.now() + PATIENCE;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`it takes more than ${PATIENCE / 1000} s until ${expression}`);
    await pause(every);
  }
}

async function inBrowser(act) {
  const browser = await puppeteer.launch({
    executablePath: chromium,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
  try {
    // A browser that has just started is busy with itself.
    await pause(SETTLE);
    return await act(browser);
  } finally {
    await browser.close();
  }
}

async function open(browser, ready, click = {}) {
  const { view, network, slower } = CONDITIONS[condition];
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`${page.url()}: ${error.message}`));
  const client = await page.createCDPSession();
  await page.setViewport(view);
  await client.send("Network.enable");
  if (network) await client.send("Network.emulateNetworkConditions", { offline: false, ...network });
  await client.send("Emulation.setCPUThrottlingRate", { rate: slower });
  let bytes = 0;
  let requests = 0;
  client.on("Network.requestWillBeSent", ({ request }) => (requests += request.url.startsWith("http")));
  client.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.evaluateOnNewDocument(`${observe}(() => ${ready}, ${JSON.stringify(click)})`);
  return { page, client, wire: () => ({ bytes, requests }) };
}

// A page by its name: `mermaid-250` is used as `mermaid` is, with nodes from all over its flow.
async function kind(name) {
  const [, base, size = ""] = /^(.*?)(-\d+)?$/.exec(name);
  const use = PAGES[base];
  // Our map is a view of our page.
  const address = `${url}${use.page ?? `${base === "map" ? "ours" : base}${size}/`}${use.query}`;
  if (!size) return { use, address, steps: use.walk?.() ?? [] };
  const { nodes } = await (await fetch(`${url}flow${size}.json`)).json();
  const along = Array.from(
    { length: STEPS },
    (_, at) => nodes[Math.floor(((nodes.length - 1) * (at + 1)) / STEPS)].id,
  );
  return { use, address, steps: use.along(along) };
}

function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function blame(name) {
  return (error) => {
    throw new Error(`${name}: ${error.message}`);
  };
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function load(name) {
  for (const folder of (process.env.NODE_PATH ?? "").split(delimiter)) {
    try {
      return createRequire(join(folder, "x.js"))(name);
    } catch (error) {
      if (error.code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  throw new Error(`the package ${name} is not in NODE_PATH`);
}
