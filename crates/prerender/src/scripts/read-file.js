// Puts the text of a chosen or dropped file into the field to paste into, and has it read as if it had been pasted.
// A script of its own and not part of the program: it is a third of the size here (decision 0011).
const readFile = async file => {
  const field = document.getElementById('paste');
  // The program refuses what is longer; no more than that is looked at.
  const bytes = new Uint8Array(await file.slice(0, 3e6).arrayBuffer());
  // Excel writes "Unicode text" in the second; others that are no UTF-8 are Big5 here. None of them takes any bytes at all.
  const kinds = bytes[0] == 255 && bytes[1] == 254 ? ['utf-16le'] : ['utf-8', 'big5'];
  // A sign that no text has stands for what is no text.
  let text = '\0';
  for (const kind of kinds) {
    try {
      text = new TextDecoder(kind, { fatal: true }).decode(bytes, { stream: true });
      break;
    } catch {}
  }
  // Cells stand apart on the screen; so they do in the text. Parsing it would apply its styles, which the policy forbids.
  if (/\.html?$/i.test(file.name))
    text = text.replace(/<(script|style|title)[^]*?<\/\1>|<[^>]*>|&nbsp;/gi, '\n');
  field.value = text;
  document.querySelector('[data-action=read-paste]').click();
};
document.addEventListener('change', e => {
  const input = e.target;
  if (input.type != 'file') return;
  if (input.files[0]) readFile(input.files[0]);
  input.value = '';
});
document.addEventListener('click', e => {
  if (e.target.closest('[data-action=choose-file]')) document.querySelector('[type=file]').click();
});
for (const kind of ['dragover', 'drop'])
  document.addEventListener(kind, e => {
    const files = e.dataTransfer?.files, card = e.target.closest?.('.paste');
    // A file dropped beside the card would replace the page, and with it what was typed.
    if (!e.dataTransfer?.types.includes('Files')) return;
    e.preventDefault();
    if (card && files[0]) readFile(files[0]);
  });
