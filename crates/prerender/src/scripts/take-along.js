// Prints the hours, copies them as text, saves them as CSV: all from what the page shows, made in the browser and sent nowhere.
// A script of its own and not part of the program: it is a third of the size here (decision 0011).
const clean = it => it ? it.innerText.replace(/\s+/g, ' ').trim() : '';
const sheet = () => {
  const hours = document.getElementById('hours');
  const all = (selector, of = hours) => [...of.querySelectorAll(selector)];
  const rows = [[clean(hours.querySelector('h2')), clean(hours.querySelector('.sheet-head span+span'))]];
  const part = (title, lines) => lines.length && rows.push([], [clean(title)], ...lines);
  part(hours.querySelector('.summary h3'), [[clean(hours.querySelector('.summary p'))]]);
  part(hours.querySelector('legend'), all('.fields .field').map(it => {
    const input = it.querySelector('input');
    // What cannot be read is no number, so it is not told as one.
    return [clean(it.querySelector('label')), input.ariaInvalid ? '' : input.value.normalize('NFKC').replace(/[^\d.]/g, '')];
  }));
  for (const set of all('.rules'))
    part(set.querySelector('h4'), [
      ...all('.rule', set).map(it => [...it.querySelectorAll('summary span,summary b')].map(clean)),
      ...all('.rules__about > *', set).map(it => [clean(it)]),
    ]);
  for (const selector of ['.hints', '.plan'])
    part(hours.querySelector(selector + ' h3'), all(selector + ' :is(p,li)').map(it => [clean(it)]));
  return rows;
};
document.addEventListener('click', async e => {
  const action = e.target.closest('[data-action]')?.dataset.action;
  if (action == 'print') print();
  if (action == 'save-csv') {
    // A mark that tells Excel the encoding; and no cell begins like a formula.
    const cell = text => '"' + text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""') + '"';
    const csv = '\ufeff' + sheet().map(row => row.map(cell).join()).join('\r\n') + '\r\n';
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
    link.download = 'learning-hours.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  }
  if (action == 'copy-text') {
    const [copied, failed, said] = document.querySelectorAll('.take-along span');
    const text = sheet().map(row => row.join('\t')).join('\n');
    const done = await navigator.clipboard?.writeText(text).then(() => 1, () => 0);
    said.textContent = (done ? copied : failed).textContent;
  }
});
