// Runs first in the head of a page for frames: puts the page's policy into force, with the page's own address in it.
//
// In a frame without an origin WebKit takes 'self' for nobody, so the address that the page came from stands beside it.
// The policy stands in a <noscript>, so it holds as it is where no script runs.
{
  const policy = document.querySelector('noscript').textContent;
  document.head.insertAdjacentHTML('beforeend', policy.replaceAll("'self'", "'self' " + location.origin));
}
