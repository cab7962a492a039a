// Opens pages in Chromium and measures visits: each in a new profile, with the network and the processor of its condition.

import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import puppeteer from "puppeteer-core";

const observe = readFileSync(new URL("observe.js", import.meta.url), "utf8");

// The phone is that of Lighthouse: 150 ms for each request, 1.6 Mbit/s, a processor four times slower.
const CONDITIONS = {
  phone: {
    view: { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true },
    network: { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
    slower: 4,
  },
  desk: {
    view: { width: 1280, height: 900 },
    network: { latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
    slower: 1,
  },
};
// Milliseconds: what a page gets to become ready, how long it is watched after that, how long a new browser is busy with
// itself, and how long a page may scroll after a press.
const PATIENCE = 240_000;
const QUIET = 1_000;
const SETTLE = 700;
const REST = 150;
const LOADED = { waitUntil: "domcontentloaded", timeout: PATIENCE };

// A first visit that is left alone until a second after the page is ready, a walk through it, and a second visit.
export function visit(url, condition, { folder, ready, walk }) {
  return inBrowser(async (browser) => {
    const { tab, client, wire } = await open(browser, condition, ready);
    await tab.goto(url + folder, LOADED);
    await until(tab, "bench.ready");
    await pause(QUIET);
    const { programs, ...seen } = await tab.evaluate("bench.report()");
    const figures = { ...wire(), ...seen };
    await client.send("HeapProfiler.collectGarbage");
    const heap = await client.send("Runtime.getHeapUsage");
    // The memory that scripts and programs work on; compiled code does not count, whoever brings it.
    figures.memory = heap.usedSize + programs;
    if (walk) {
      for (const { click, see } of walk()) {
        await press(tab, click);
        await until(tab, `document.querySelector(${JSON.stringify(see)}) !== null`);
      }
      const paints = (await tab.evaluate("bench.paints")).sort((a, b) => a - b);
      const at = (share) => paints[Math.min(paints.length - 1, Math.floor(paints.length * share))];
      Object.assign(figures, { presses: paints.length, "press-p50": at(0.5), "press-p95": at(0.95) });
    }
    await tab.close();
    const again = await open(browser, condition, ready);
    await again.tab.goto(url + folder, LOADED);
    await until(again.tab, "bench.ready");
    // The browser counts 300 bytes for the head of an answer, and nothing for what it did not ask for.
    figures.revisit = await again.tab.evaluate(() =>
      [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce(
        (sum, { transferSize }) => sum + Math.max(0, transferSize - 300),
        0,
      ),
    );
    return figures;
  });
}

// Someone impatient, who clicks in every frame from the first paint on until it helps.
export function hurry(url, condition, { folder, ready, target, effect }) {
  return inBrowser(async (browser) => {
    const { tab } = await open(browser, condition, ready, { target, effect });
    await tab.goto(url + folder, LOADED);
    await until(tab, "bench.effect");
    return { early: await tab.evaluate("bench.effect") };
  });
}

export async function inBrowser(act) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
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
    await pause(SETTLE);
    return await act(browser);
  } finally {
    await browser.close();
  }
}

export async function open(browser, condition, ready, click = {}) {
  const { view, network, slower } = CONDITIONS[condition];
  const tab = await browser.newPage();
  tab.on("pageerror", (error) => console.error(`${tab.url()}: ${error.message}`));
  const client = await tab.createCDPSession();
  await tab.setViewport(view);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", { offline: false, ...network });
  await client.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const sums = { bytes: 0, requests: 0 };
  client.on("Network.requestWillBeSent", ({ request }) => (sums.requests += request.url.startsWith("http")));
  client.on("Network.loadingFinished", ({ encodedDataLength }) => (sums.bytes += encodedDataLength));
  await tab.evaluateOnNewDocument(`{ ${observe}; observe(() => ${ready}, ${JSON.stringify(click)}); }`);
  return { tab, client, wire: () => ({ ...sums }) };
}

// A real click in the middle of an element, once the page rests; returns after the next paint.
export async function press(tab, selector) {
  await pause(REST);
  const place = await tab.evaluate((selector) => {
    const element = document.querySelector(selector);
    if (!element) return null;
    const middle = () => {
      const box = element.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    // Out of the window, beside a drawing that scrolls, or under something that stays in place.
    if (!element.contains(document.elementFromPoint(...middle()))) {
      element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    }
    return middle();
  }, selector);
  if (!place) throw new Error(`there is no ${selector} in ${tab.url()}`);
  await tab.mouse.click(...place);
  await until(tab, "bench.waiting === 0", 10);
}

// Asked from outside, since a page's own policy may forbid to compile a question in it.
export async function until(tab, expression, every = 100) {
  const end = Date.now() + PATIENCE;
  while (!(await tab.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`${tab.url()}: it takes more than ${PATIENCE / 1000} s until ${expression}`);
    await pause(every);
  }
}
