// Runs first, in words that every browser understands: says so where a browser is too old for the scripts after it.
//
// launch.js sets data-launched; a browser that cannot read it, or knows no modules, never runs it and would wait for ever.
addEventListener('DOMContentLoaded', function () {
  var root = document.documentElement;
  if (root.getAttribute('data-launched') === null) root.setAttribute('data-app', 'failed');
});
