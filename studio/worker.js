// Runs the core of the studio for its page: one job at a time, and anew after it broke down.
//
// The page posts { id, kind, request, bytes? } and hears { id, reply, bytes? }, { id, replaced: true } or { id, failed };
// crates/studio-protocol says what stands in them.

// Of these only the newest is of use, so a newer one takes the place of one that waits.
const REPLACED_BY_NEWER = ['check', 'preview'];
// These make or compare single files, which hold the program of the page.
const NEEDS_PROGRAM = ['page', 'site', 'open'];
// A request that a person waits for goes before one that follows by itself.
const waiting = [];
let isBusy = false;
// The core, once it runs; thrown away when it breaks down.
let core;
let starts = 0;

const get = async name => {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
};
const bytesOf = async name => new Uint8Array(await (await get(name)).arrayBuffer());
// `text` would drop U+FEFF at the start, which is part of a file.
const textOf = async name => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(name));

// Fetched files stay, so that a new start asks the server for no text and no program, only for the glue under a new address.
const fetched = new Map();
const once = (name, read) => {
  if (!fetched.has(name)) {
    const text = read(name);
    // A failure is tried again with the next job.
    text.catch(() => fetched.delete(name));
    fetched.set(name, text);
  }
  return fetched.get(name);
};

const compiled = async name => WebAssembly.compile(await bytesOf(name));

const begin = async () => {
  const [shell, source, module] = await Promise.all([
    once('shell.json', textOf),
    once('source.json', textOf),
    once('studio-core_bg.wasm', compiled),
  ]);
  // A module keeps the program that it has started, so that every start needs a module of its own.
  const { default: initialize, Studio } = await import(`./studio-core.js?${starts++}`);
  await initialize({ module_or_path: module });
  return { studio: new Studio(shell, source), files: new Set() };
};

const start = async () => {
  try {
    return await begin();
  } catch (problem) {
    // It may be of two builds, the server's before and the new one: the next start fetches all of it anew.
    fetched.clear();
    throw problem;
  }
};

const lend = async names => {
  // The order matters: glue before program.
  for (const name of names.filter(name => !core.files.has(name))) {
    core.studio.put(name, await once(`../${name}`, bytesOf));
    core.files.add(name);
  }
};

const answer = async ({ kind, request, bytes }) => {
  core ??= await start();
  if (NEEDS_PROGRAM.includes(kind)) await lend(core.studio.program());
  if (kind == 'site') await lend(await (await once('files.json', get)).clone().json());
  const answer = core.studio.answer(request, bytes);
  try {
    return { reply: answer.reply, bytes: answer.take_bytes() };
  } finally {
    answer.free();
  }
};

const work = async () => {
  if (isBusy) return;
  isBusy = true;
  for (let job; (job = waiting.shift()); ) {
    let result;
    try {
      result = await answer(job);
    } catch (problem) {
      // After a trap, or a stack that overflowed, nothing in the program can be relied on.
      core = undefined;
      result = { failed: String(problem) };
    }
    postMessage({ id: job.id, ...result }, result.bytes ? [result.bytes.buffer] : []);
  }
  isBusy = false;
};

onmessage = ({ data: job }) => {
  if (REPLACED_BY_NEWER.includes(job.kind)) {
    const older = waiting.findIndex(other => other.kind == job.kind);
    if (older >= 0) postMessage({ id: waiting.splice(older, 1)[0].id, replaced: true });
    waiting.push(job);
  } else {
    const first = waiting.findIndex(other => REPLACED_BY_NEWER.includes(other.kind));
    waiting.splice(first < 0 ? waiting.length : first, 0, job);
  }
  work();
};
