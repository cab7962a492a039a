// Runs in the head, before the first paint: shows the theme and the view that the address asks for.
//
// It only marks <html> (data-theme, data-showing); the style sheet does the rest.
// Until the program has arrived, the view that the address asks for stands alone, so nothing moves when the program arrives.
{
  const root = document.documentElement.dataset;

  // Names and values as mails and messengers change them: percent-encoded, `&amp;` for `&`, in capitals.
  const read = text => {
    try {
      text = decodeURIComponent(text);
    } catch {
      // A text that cannot be decoded is read as it is.
    }
    return new URLSearchParams(text.toLowerCase().replaceAll('&amp;', '&'));
  };
  const query = read(location.search);
  // The view that is shown where the address names none; without it all views stand below each other.
  const { defaultView } = document.currentScript.dataset;

  // Punctuation and the parameters of others behind a value do not matter.
  const oneOf = (text, allowed) => allowed.find(name => name == /[\w-]+/.exec(text ?? '')?.[0]);
  const viewOf = text => oneOf(text, ['guided', 'map', 'hours', 'outline']);

  // Shows the view that a fragment (such as #view=map, #outline-start or #hours) leads into.
  // Returns the element that the fragment names, if there is one.
  const showViewFor = fragment => {
    const name = fragment.slice(1);
    // Firefox warns when an empty id is looked for.
    const target = name ? document.getElementById(name) : null;
    const view =
      viewOf(read(name).get('view')) ||
      target?.closest('[data-view]')?.dataset.view ||
      // While the head is read, the element is not there yet; its id begins with its view.
      viewOf(name.split('-')[0]) ||
      viewOf(query.get('view')) ||
      defaultView;
    if (view) root.showing = view;
    else delete root.showing;
    return target;
  };

  // Once the program is there, it does all this itself.
  const isWithoutProgram = () => root.app == 'static';

  const theme = oneOf(query.get('theme'), ['light', 'dark']);
  if (theme) root.theme = theme;
  showViewFor(location.hash);

  // A link within the page shows its view as it is pressed, before the browser looks for the place, so the page is laid out once.
  addEventListener('click', event => {
    const href = event.target.closest?.('a')?.getAttribute('href');
    if (!href?.startsWith('#') || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (isWithoutProgram()) showViewFor(href);
  }, true);

  // The fragment changes by other ways too, such as Back. The browser could not scroll to a place that was hidden, so this does.
  addEventListener('hashchange', () => {
    const target = isWithoutProgram() && showViewFor(location.hash);
    // In a frame, only what the reader does there may scroll the host's page.
    if (target && (parent == self || document.hasFocus())) target.scrollIntoView();
  });
}
