// Holds what the core of the studio makes against a build: `node studio.mjs DIST WORK`.
//
// Unchanged content has to come out as the build has it, byte for byte; broken content has to end in findings.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

import { startStudio } from './studio-in-node.mjs';

const [, , dist, work] = process.argv;
const inDist = name => readFileSync(join(dist, name));
const { ask, post, fetched, order, inStudio } = await startStudio(dist, work);

// The files of an archive, by name.
const unzipped = zip => {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map();
  for (let at = zip.readUInt32LE(end + 16); at < end; ) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset));
    const head = zip.readUInt32LE(at + 42);
    const from = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
    const packed = zip.subarray(from, from + size);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), method ? inflateRawSync(packed) : packed);
    at += 46 + name + extra + comment;
  }
  return files;
};
const same = (made, name) => assert.ok(inDist(name).equals(made), `${name} differs from the build`);

const { files } = await ask({ kind: 'shipped' });
const edited = (name, from, to) => {
  const changed = files.map(file => (file.name == name ? { ...file, text: file.text.replace(from, to) } : file));
  assert.notDeepEqual(changed, files, `${name} does not hold ${from}`);
  return changed;
};

const tests = {
  'unchanged content makes the single files of the build': async () => {
    for (const [language, name] of [['zh-Hant', 'guide.html'], ['en', 'guide.en.html']]) {
      const page = await ask({ kind: 'page', files, language });
      assert.equal(page.name, name);
      same(page.bytes, name);
    }
  },
  'the order of the files does not matter': async () => {
    const page = await ask({ kind: 'page', files: [...files].reverse(), language: 'en' });
    same(page.bytes, 'guide.en.html');
  },
  'unchanged content makes every page and file of the site': async () => {
    const site = unzipped((await ask({ kind: 'site', files })).bytes);
    const made = [...site.keys()];
    for (const name of ['index.html', 'en/index.html', 'embed.html', 'en/embed.html', 'embed/index.html', 'guide.html', 'guide.en.html', 'embed.js', 'preview.html', 'studio/worker.js', 'studio/source.json'])
      assert.ok(made.includes(name), `${name} is missing`);
    for (const [name, bytes] of site) if (name != '上傳說明.txt') same(bytes, name);
  },
  'the same site comes out twice': async () => {
    const [one, two] = [await ask({ kind: 'site', files }), await ask({ kind: 'site', files })];
    assert.ok(one.bytes.equals(two.bytes));
  },
  'the content comes out as it went in': async () => {
    const windows = edited('calendar', /^/, '\ufeff').map(file => ({ ...file, text: file.text.replaceAll('\n', '\r\n') }));
    const content = unzipped((await ask({ kind: 'content', files: windows })).bytes);
    for (const { name, text } of windows) assert.equal(content.get(`content/${name}.toml`).toString(), text);
  },
  'a page of this build is opened and known as one': async () => {
    for (const name of ['guide.html', 'guide.en.html', 'studio/source.json']) {
      const opened = await ask({ kind: 'open', name }, new Uint8Array(inDist(name)));
      assert.equal(opened.kind, 'opened');
      assert.deepEqual([opened.is_whole, opened.is_of_other_build], [true, false]);
      assert.deepEqual(opened.files, files);
    }
    const other = inDist('guide.html').toString().replace('</title>', ' </title>');
    const opened = await ask({ kind: 'open', name: 'guide.html' }, new TextEncoder().encode(other));
    assert.deepEqual([opened.is_of_other_build, opened.files], [true, files]);
  },
  'an archive that the studio made is opened': async () => {
    for (const kind of ['site', 'content']) {
      const made = await ask({ kind, files });
      const opened = await ask({ kind: 'open', name: made.name }, new Uint8Array(made.bytes));
      assert.ok(opened.is_whole);
      const sorted = files => [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
      assert.deepEqual(sorted(opened.files), sorted(files));
    }
  },
  'a page that stands alone sends to the right file': async () => {
    const refused = await ask({ kind: 'open', name: 'index.html' }, new Uint8Array(inDist('index.html')));
    assert.equal(refused.kind, 'refused');
    assert.match(refused.why.zh, /guide\.html/);
  },
  'the preview is the page of the build but for the link to the other language': async () => {
    const { html } = await ask({ kind: 'preview', files, language: 'zh-Hant', theme: 'dark' });
    assert.match(html, /<html lang="zh-Hant" data-app="static" data-theme="dark">/);
    assert.doesNotMatch(html, /switch-language/);
    const root = text => /<div id=guided-root.*?<\/section>/s.exec(text)?.[0];
    assert.ok(root(html));
    assert.equal(root(html), root(inDist('index.html').toString()));
  },
  'shipped content has no errors, and every field of its forms keeps the file as it is': async () => {
    const checked = await ask({ kind: 'check', files });
    assert.deepEqual(checked.findings.filter(it => it.severity == 'error'), []);
    assert.equal(checked.facts.rules.length, files.filter(({ name }) => name.startsWith('rules/')).length);
    assert.ok(checked.nodes.some(node => node.id == 'start'));
    for (const form of checked.forms) {
      const file = files.find(file => file.name == form.file);
      const entries = form.groups
        .flatMap(it => it.fields)
        .flatMap(({ entries: { one, both, list } }) => (one ? [one] : (list?.items ?? [both]).flatMap(({ zh, en }) => [zh, en])));
      const edits = entries.filter(it => it.value != null).map(it => ({ kind: 'set', path: it.name.slice(form.file.length + 1), value: it.value }));
      assert.ok(edits.length > 3);
      assert.equal((await ask({ kind: 'splice', file, edits })).text, file.text);
    }
  },
  'broken content ends in findings with a place, and in no page': async () => {
    const broken = edited('guide', /^next = ".*"$/m, 'next = "nowhere"');
    const { findings } = await ask({ kind: 'check', files: broken });
    const [first] = findings;
    assert.deepEqual([first.code, first.severity, first.file], ['edge-to-nowhere', 'error', 'guide']);
    assert.match(first.place.zh, /下一步/);
    assert.equal(first.field, 'guide:node.start.next');
    for (const kind of ['preview', 'page', 'site'])
      assert.equal((await ask({ kind, files: broken, language: 'en' })).kind, 'refused');
    assert.equal((await ask({ kind: 'content', files: broken })).kind, 'file');
  },
  'every shortened text of a file ends in findings, never in a trap': async () => {
    const guide = files.find(file => file.name == 'guide').text;
    for (let part = 1; part < 40; part++) {
      const text = guide.slice(0, Math.floor((guide.length * part) / 40));
      const cut = files.map(file => (file.name == 'guide' ? { name: 'guide', text } : file));
      const checked = await ask({ kind: 'check', files: cut });
      assert.ok(checked.findings.some(it => it.severity == 'error'), `part ${part}`);
    }
  },
  'a newer check takes the place of one that waits, and what a person asked for goes first': async () => {
    const from = order.length;
    const jobs = [post({ kind: 'check', files }), post({ kind: 'check', files }), post({ kind: 'check', files }), post({ kind: 'content', files })];
    const [first, second, third, content] = await Promise.all(jobs);
    assert.deepEqual([first, second, third, content].map(it => !!it.replaced), [false, true, false, false]);
    assert.deepEqual(order.slice(from), [second.id, first.id, content.id, third.id]);
  },
  'after a trap the core starts anew, and fetches no text and no program again': async () => {
    const from = fetched.length;
    // The module of the running core, which the script of the Worker has named by the number of its start.
    const { Studio } = await import(inStudio('studio-core.js?0'));
    Studio.prototype.answer = () => {
      throw new WebAssembly.RuntimeError('unreachable');
    };
    const trapped = await post({ kind: 'check', files });
    assert.match(trapped.failed ?? '', /RuntimeError/);
    const page = await ask({ kind: 'page', files, language: 'zh-Hant' });
    same(page.bytes, 'guide.html');
    assert.deepEqual(fetched.slice(from), []);
  },
  // The last one, since it takes the place of the Worker of the others.
  'after a start that failed everything is fetched anew': async () => {
    const other = await startStudio(dist, `${work}-begun-twice`);
    const fetchOfBuild = globalThis.fetch;
    globalThis.fetch = async url => (`${url}`.endsWith('shell.json') ? new Response('{}') : fetchOfBuild(url));
    assert.match((await other.post({ kind: 'check', files })).failed ?? '', /Error/);
    globalThis.fetch = fetchOfBuild;
    const checked = await other.ask({ kind: 'check', files });
    assert.deepEqual(checked.findings.filter(it => it.severity == 'error'), []);
    assert.equal(other.fetched.filter(name => name.endsWith('source.json')).length, 2);
  },
};

const failures = [];
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`test ${name} ... ok`);
  } catch (problem) {
    failures.push(name);
    console.log(`test ${name} ... FAILED\n${problem.stack}`);
  }
}
const passed = Object.keys(tests).length - failures.length;
console.log(`test result: ${failures.length ? 'FAILED' : 'ok'}. ${passed} passed; ${failures.length} failed; 0 ignored`);
process.exitCode = failures.length ? 1 : 0;
