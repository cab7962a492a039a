// Prints the hours, copies them as text, saves them as CSV: all from what the page shows, made in the browser and sent nowhere.
// A script of its own and not part of the program: it is a third of the size here (decision 0011).
document.addEventListener('click', async e => {
  const action = e.target.closest('[data-action]')?.dataset.action;
  if (action == 'print') print();
  if (!/^(copy-text|save-csv)$/.test(action)) return;
  const clean = it => it.innerText.replace(/\s+/g, ' ').trim(), rows = [];
  const parts = 'h2,.sheet-head span+span,h3,h4,legend,.field,.rule>summary,.rules__about>p,dl,li,.summary p,.plan p';
  for (const it of document.querySelectorAll(`#hours :is(${parts}):not(.paste *,.review *,.coming *,.unseen)`)) {
    const input = it.querySelector('input');
    if (/^[HL]E?[34G]/.test(it.tagName)) rows.push([]);
    rows.push(
      // What cannot be read is no number, so it is not told as one.
      input ? [clean(it.querySelector('label')), input.ariaInvalid ? '' : input.value.normalize('NFKC').replace(/[^\d.]/g, '')] :
      it.matches('summary') ? [...it.querySelectorAll('span,b')].map(clean) : [clean(it)]
    );
  }
  if (action == 'save-csv') {
    // A mark that tells Excel the encoding; and no cell begins like a formula.
    const cell = text => '"' + text.replace(/^[=+\-@]/, "'$&").replaceAll('"', '""') + '"';
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff' + rows.map(row => row.map(cell) + '\r\n').join('')], { type: 'text/csv' }));
    link.download = 'learning-hours.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  } else {
    const [copied, failed, said] = document.querySelectorAll('.take-along span');
    const text = rows.map(row => row.join('\t')).join('\n');
    const done = await navigator.clipboard?.writeText(text).then(() => 1, () => 0);
    said.textContent = (done ? copied : failed).textContent;
  }
});
