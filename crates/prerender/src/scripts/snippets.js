// Writes the code to embed the guide from what was chosen, shows it at work, and copies it.
{
  const at = id => document.getElementById(id);
  const here = new URL('..', location.href);
  const title = { 'zh-Hant': '終身學習時數查詢', en: 'Guide to lifelong learning hours' };
  const asked = () => ['lang', 'theme', 'view', 'node'].map(id => [id, at(id).value]);
  const quoted = text => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const address = page => {
    const { lang, theme, view, node } = Object.fromEntries(asked());
    const url = new URL((lang == 'en' ? 'en/' : '') + page, here);
    if (theme) url.searchParams.set('theme', theme);
    if (view) url.searchParams.set('view', view);
    if (node) url.hash = 'node=' + node;
    return url.href;
  };
  const write = () => {
    const lang = at('lang').value, name = title[lang];
    at('frame').textContent = `<iframe src="${quoted(address('embed.html'))}" title="${name}" width="100%" height="800" loading="lazy" allow="clipboard-write"></iframe>`;
    const attributes = asked().filter(([, value]) => value).map(([id, value]) => ` ${id}="${value}"`).join('');
    const link = `<a href="${quoted(address('index.html'))}">${name}</a>`;
    at('loader').textContent = `<learning-hours-guide${attributes}>${link}</learning-hours-guide>\n<script src="${new URL('embed.js', here).href}" async></` + 'script>';
    at('link').textContent = link;
    // In place of what the frame shows, so that going back leads to the page before.
    at('preview').contentWindow.location.replace(address('embed.html'));
  };
  document.addEventListener('change', write);
  document.addEventListener('click', async event => {
    const id = event.target.closest('[data-copy]')?.dataset.copy;
    if (!id) return;
    const done = await navigator.clipboard?.writeText(at(id).textContent).then(() => true, () => false);
    // Where a browser does not let a page copy, the code is chosen, so that one key does it.
    if (!done) getSelection().selectAllChildren(at(id));
    at('said').textContent = done ? '已複製。 Copied.' : '瀏覽器不允許複製，已為您選取，請按 Ctrl+C。 Selected for you: press Ctrl+C.';
  });
  write();
}
