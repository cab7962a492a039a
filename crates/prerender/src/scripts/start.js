// Loads glue and program from beside the page; launch.js calls it, and the script element names the two files.
const start = async () => {
  const { glue, program } = document.querySelector('script[data-program]').dataset;
  const { default: initialize } = await import(glue);
  await initialize({ module_or_path: new URL(program, document.baseURI) });
};
