// Runs in the page for those who embed the guide: shows its language, writes the code from what was chosen, shows it at work, and copies it.
{
  const byId = id => document.getElementById(id);
  const root = document.documentElement;
  // The folder of the build, which holds `embed/`.
  const site = new URL('..', location.href);
  const TITLES = { 'zh-Hant': '終身學習時數查詢', en: 'Guide to lifelong learning hours' };
  const SENTENCES = {
    'zh-Hant': { preview: '預覽', copied: '已複製。', selected: '瀏覽器不允許複製，已為您選取，請按 Ctrl+C。' },
    en: { preview: 'Preview', copied: 'Copied.', selected: 'The browser does not allow copying. The code is selected: press Ctrl+C.' },
  };

  // The language of this page is that of the guide that led here; the style sheet hides the other.
  const lang = new URLSearchParams(location.search).get('lang')?.startsWith('en') ? 'en' : 'zh-Hant';
  const words = SENTENCES[lang];
  root.lang = lang;
  byId('lang').value = lang;
  byId('preview').title = words.preview;
  if (lang == 'en') {
    byId('home').href = '../en/index.html';
    document.title = root.querySelector('h1 [lang=en]').textContent;
    for (const option of document.querySelectorAll('option[data-en]')) option.textContent = option.dataset.en;
  }

  const choices = () => ['lang', 'theme', 'view', 'node'].map(id => [id, byId(id).value]);
  const escapeAttribute = text => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

  // The address of a page with everything that was chosen.
  const address = page => {
    const { lang, theme, view, node } = Object.fromEntries(choices());
    const url = new URL((lang == 'en' ? 'en/' : '') + page, site);
    if (theme) url.searchParams.set('theme', theme);
    if (view) url.searchParams.set('view', view);
    if (node) url.hash = 'node=' + node;
    return url.href;
  };

  const frameCode = title =>
    `<iframe src="${escapeAttribute(address('embed.html'))}" title="${title}" width="100%" height="800" loading="lazy" allow="clipboard-write"></iframe>`;
  const linkCode = title => `<a href="${escapeAttribute(address('index.html'))}">${title}</a>`;
  const loaderCode = title => {
    const chosen = choices().filter(([, value]) => value);
    const attributes = chosen.map(([name, value]) => ` ${name}="${value}"`).join('');
    const loader = new URL('embed.js', site).href;
    // In two pieces, because the whole end tag would end this script.
    return `<learning-hours-guide${attributes}>${linkCode(title)}</learning-hours-guide>\n<script src="${loader}" async></` + 'script>';
  };

  const write = () => {
    const title = TITLES[byId('lang').value];
    byId('frame').textContent = frameCode(title);
    byId('loader').textContent = loaderCode(title);
    byId('link').textContent = linkCode(title);
    byId('single').href = byId('lang').value == 'en' ? '../guide.en.html' : '../guide.html';
    const preview = byId('preview');
    preview.width = byId('width').value;
    // In place of what the frame shows, so that going back leads to the page before.
    preview.contentWindow.location.replace(address('embed.html'));
  };

  document.addEventListener('change', write);
  document.addEventListener('click', async event => {
    const id = event.target.closest('[data-copy]')?.dataset.copy;
    if (!id) return;
    let isCopied = false;
    try {
      await navigator.clipboard.writeText(byId(id).textContent);
      isCopied = true;
    } catch {
      // Where a browser does not let a page copy, the code is selected, so that one key does it.
      getSelection().selectAllChildren(byId(id));
    }
    byId('said').textContent = isCopied ? words.copied : words.selected;
  });
  write();
}
