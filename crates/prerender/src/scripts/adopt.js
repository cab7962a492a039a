// Lets the program take over the tree that stands in the page: while it builds its first one, it is handed what stands there.
// Focus, selection, what was opened and a screen reader's place stay. Yew can do so itself, for 13 kB more (decision 0012).
// It builds in two tasks: all but the last element of its place, and that one; then it says that it is ready, or has failed.
const adopt = root => {
  const { createElement, createTextNode } = document, { insertBefore } = Node.prototype;
  // Yew builds from the end: an element, then its contents, then what stands before it. This is what comes next.
  let next;
  // The last element, and the same once its task has come.
  let last, held;
  // The fields that stood when something was cleared away, by name, and the one that had the focus.
  const stood = new Map();
  let focused;
  const before = node => {
    while (node != root && (node == held || !node.previousSibling)) node = node.parentNode;
    return node == root ? null : node.previousSibling;
  };
  const take = made => {
    if (next?.nodeName != made.nodeName || next.nodeValue != made.nodeValue) return made;
    made = next;
    // What was typed stays until the program reads it: the first text that Yew writes there is dropped.
    if (made.type == 'text' && made.value) Object.defineProperty(made, 'value', { configurable: true, set: () => delete made.value });
    next = made.lastChild || before(made);
    return made;
  };
  // The roots of a text of HTML, if such stand here. Their names suffice, so it need not be parsed.
  const takeAll = html => {
    const names = [];
    let depth = 0;
    for (const [text, end, name] of html.matchAll(/<(\/?)(\w+)[^>]*>|[^<]+/g)) {
      if (end) depth--;
      else if (!depth) names.push(name?.toUpperCase() || text);
      if (end == '' && !/^(br|input)$/.test(name)) depth++;
    }
    const found = [];
    for (let node = next; names[found.length]; node = node.previousSibling) {
      if (!node || (node.nodeValue || node.nodeName.toUpperCase()) != names.at(~found.length)) return;
      found.unshift(node);
    }
    if (found[0]) next = before(found[0]);
    return found;
  };
  // A field that was made anew takes over text, choice and focus before the program reads them.
  const keep = () => stood.forEach((was, name) => {
    const [field] = document.getElementsByName(name);
    if (!field || field == was) return;
    field.value ||= was.value;
    if (was == focused && document.activeElement == document.body) field.focus({ preventScroll: true });
    stood.delete(name);
  });
  // What stands and was not taken has no place in the tree.
  const clear = () => {
    if (!next) return;
    root.querySelectorAll('[name]').forEach(it => stood.set(it.name, it));
    focused = stood.get(document.activeElement?.name) || focused;
    while (next) {
      const node = next;
      next = before(node);
      node.remove();
    }
    queueMicrotask(keep);
  };
  const element = name => {
    const make = () => createElement.call(document, name), here = next, node = take(make());
    // The first element of a name is copied at once, and each further one is a copy of the copy.
    node.cloneNode = () => {
      const copy = make();
      copy.cloneNode = () => take(make());
      delete node.cloneNode;
      delete node.innerHTML;
      return copy;
    };
    // Or it was made to read a text of HTML, and is no part of the tree.
    Object.defineProperty(node, 'innerHTML', { configurable: true, set: html => {
      next = here;
      let nodes = takeAll(html);
      if (!nodes) {
        const box = make();
        box.innerHTML = html;
        nodes = [...box.childNodes];
      }
      delete node.cloneNode;
      delete node.innerHTML;
      Object.defineProperty(node, 'childNodes', { configurable: true, get: () => (delete node.childNodes, nodes) });
    } });
    return node;
  };
  const text = content => {
    // A parser joins texts that stand side by side.
    if (content && next?.data?.endsWith(content) && next.data != content) next = next.splitText(next.length - content.length);
    return take(createTextNode.call(document, content));
  };
  const insert = function (node, place) {
    if (node.parentNode == this) return node;
    // Something else than what stands here; but for empty texts, which never stand in a page.
    if (node.nodeValue != '') clear();
    // The last element stands already, and stays the last.
    return insertBefore.call(this, node, place || (this == root && !held ? last : null));
  };
  // Yew begins by emptying its place: from then on it builds.
  Object.defineProperty(root, 'lastChild', { configurable: true, get: () => {
    delete root.lastChild;
    last = root.lastChild;
    next = last.previousSibling;
    // Comes before the second task.
    setTimeout(() => {
      clear();
      next = held = last;
    });
    document.createElement = element;
    document.createTextNode = text;
    Node.prototype.insertBefore = insert;
    return null;
  } });
  const end = (_, observer) => {
    observer.disconnect();
    if (document.documentElement.dataset.app == 'ready') clear();
    delete root.lastChild;
    delete document.createElement;
    delete document.createTextNode;
    Node.prototype.insertBefore = insertBefore;
  };
  new MutationObserver(end).observe(document.documentElement, { attributeFilter: ['data-app'] });
};
