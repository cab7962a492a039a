// Lets the program take over the tree that stands in the page: while it builds its first one, it is handed what stands there.
// Focus, selection, what was opened and a screen reader's place stay. Yew can do so itself, for 13 kB more (decision 0012).
// It builds in two tasks: all but the last element of its place, and that one; then it says that it is ready, or has failed.
const adopt = root => {
  const { createElement, createTextNode } = document, { insertBefore } = Node.prototype;
  // Yew builds from the end: an element, then its contents, then what stands before it. This is what comes next.
  let next;
  // The last element, and the same once its task has come.
  let last, held;
  const before = node => {
    while (node != root && (node == held || !node.previousSibling)) node = node.parentNode;
    if (node != root) return node.previousSibling;
    return held ? null : held = last;
  };
  const isLike = (node, made) => node?.nodeName == made.nodeName && node.nodeValue == made.nodeValue;
  const take = made => {
    if (!isLike(next, made)) return made;
    made = next;
    next = made.lastChild || before(made);
    return made;
  };
  // The roots of a text of HTML, if the same stand here.
  const takeAll = made => {
    const found = [];
    for (let n = made.length, node = next; n--; node = node.previousSibling) {
      if (!isLike(node, made[n])) return made;
      found.unshift(node);
    }
    if (found[0]) next = before(found[0]);
    return found;
  };
  // What stands and was not taken has no place in the tree.
  const clear = () => {
    while (next) {
      const node = next;
      next = before(node);
      node.remove();
    }
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
      const box = make();
      box.innerHTML = html;
      next = here;
      const nodes = takeAll([...box.childNodes]);
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
    return insertBefore.call(this, node, place);
  };
  // Yew begins by emptying its place: from then on it builds.
  Object.defineProperty(root, 'lastChild', { configurable: true, get: () => {
    delete root.lastChild;
    last = root.lastChild;
    next = last.previousSibling;
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
