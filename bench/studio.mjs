// Measures the core of the studio in Node: how long findings, a preview and a site take, for a build and for a guide ten times its size.
//
// `node bench/studio.mjs [DIST]`, after `cargo xtask build`. It is no test and has no limits.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { startStudio } from '../xtask/src/test/studio-in-node.mjs';

const dist = resolve(process.argv[2] ?? 'dist');
const work = mkdtempSync(join(tmpdir(), 'studio-'));
const { ask } = await startStudio(dist, work);

// The guide with nine more of each step, under new ids, each to be reached by an answer of its own.
const tenfold = files =>
  files.map(file => {
    if (file.name != 'guide') return file;
    const from = file.text.indexOf('[[node]]');
    const to = file.text.indexOf('[[contact]]');
    const nodes = file.text.slice(from, to);
    const copies = [];
    let answers = '';
    for (let copy = 1; copy < 10; copy++) {
      const renamed = nodes.replace(/^(\s*(?:id|next|to) = )"([^"]+)"/gm, `$1"$2-${copy}"`);
      // A drawing stands beside one step only.
      copies.push(renamed.replace(/^(screen|target) = .*\n/gm, ''));
      answers += `  [[node.answer]]\n  id = "copy-${copy}"\n  to = "start-${copy}"\n  text.zh = "第 ${copy} 份"\n  text.en = "Copy ${copy}"\n`;
    }
    const question = nodes.indexOf('id = "credential"');
    const header = nodes.lastIndexOf('[[node]]', question);
    const original = nodes.slice(0, header) + answers + '\n' + nodes.slice(header);
    return { ...file, text: file.text.slice(0, from) + original + copies.join('\n') + file.text.slice(to) };
  });

const percentile = (times, part) => [...times].sort((a, b) => a - b)[Math.ceil(times.length * part) - 1].toFixed(0);
const measure = async (name, rounds, job) => {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await job(round);
    times.push(performance.now() - start);
  }
  console.log(`  ${name.padEnd(28)} first ${times[0].toFixed(0)} ms, median ${percentile(times, 0.5)}, 95th percentile ${percentile(times, 0.95)}`);
};

const { files: shipped } = await ask({ kind: 'shipped' });
for (const [name, files] of [['as built', shipped], ['ten times its size', tenfold(shipped)]]) {
  const { findings, nodes } = await ask({ kind: 'check', files });
  const errors = findings.filter(it => it.severity == 'error');
  if (errors.length) throw new Error(JSON.stringify(errors.slice(0, 3)));
  console.log(`${name}: ${nodes.length} nodes`);
  // As somebody types: the text differs each time.
  const typed = round => files.map(file => (file.name == 'guide' ? { ...file, text: `${file.text}# ${round}\n` } : file));
  await measure('findings and forms', 60, round => ask({ kind: 'check', files: typed(round) }));
  await measure('preview', 60, round => ask({ kind: 'preview', files: typed(round), language: 'zh-Hant' }));
  const edit = [{ kind: 'set', path: 'contact.hr.body.zh', value: '電話 1234' }];
  await measure('edit by a form', 60, () => ask({ kind: 'splice', file: files.find(it => it.name == 'guide'), edits: edit }));
  await measure('single file', 8, round => ask({ kind: 'page', files: typed(round), language: 'zh-Hant' }));
  await measure('site', 4, round => ask({ kind: 'site', files: typed(round) }));
}
rmSync(work, { recursive: true });
