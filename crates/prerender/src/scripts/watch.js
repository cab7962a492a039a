// Tells the program which of its roots something else has changed before it came, such as a translation or an extension.
//
// The program takes over a root as it stands only while its data-nodes is there (src/browser/kept.rs); else it makes it anew.
new MutationObserver((changes, observer) => {
  if (document.documentElement.dataset.app != 'static') return observer.disconnect();
  for (const { target } of changes) target.closest('[data-nodes]')?.removeAttribute('data-nodes');
}).observe(document.getElementById('main'), { childList: true, subtree: true });
