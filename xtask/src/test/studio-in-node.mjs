// Runs the core of the studio in Node, through the script of its Worker, on the files of a build.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// `work` is a folder for what is needed meanwhile.
export const startStudio = async (dist, work) => {
  // Node takes a .js file for a module where a package says so.
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  cpSync(join(dist, 'studio'), join(work, 'studio'), { recursive: true });
  writeFileSync(join(work, 'package.json'), '{ "type": "module" }');

  // The parts of a Worker that Node has not: fetching files, and messages.
  const fetched = [];
  globalThis.fetch = async url => {
    const name = fileURLToPath(url).slice(fileURLToPath(pathToFileURL(work)).length + 1);
    fetched.push(name);
    return new Response(readFileSync(join(dist, name)));
  };
  const open = new Map();
  const order = [];
  globalThis.onmessage = null;
  globalThis.postMessage = answer => {
    order.push(answer.id);
    open.get(answer.id)(answer);
  };
  const inStudio = name => pathToFileURL(join(work, 'studio')).href + '/' + name;
  await import(inStudio('worker.js'));

  let id = 0;
  // The answer as the script posts it.
  const post = (request, bytes) =>
    new Promise(done => {
      open.set(++id, done);
      globalThis.onmessage({ data: { id, kind: request.kind, request: JSON.stringify(request), bytes } });
    });
  // The reply, with the bytes of its file.
  const ask = async (request, bytes) => {
    const answer = await post(request, bytes);
    if (answer.failed) throw new Error(answer.failed);
    return { ...JSON.parse(answer.reply), bytes: answer.bytes && Buffer.from(answer.bytes) };
  };
  // `fetched` are the names of what was loaded, `order` the numbers of the jobs as they were answered.
  return { ask, post, fetched, order, inStudio };
};
