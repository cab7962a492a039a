//! Writes glue and program for the browser out of a compiled program: `glue PROGRAM.wasm FOLDER`.

use std::{env, error::Error, path::Path};

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1);
    let (Some(program), Some(folder), None) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("usage: glue PROGRAM.wasm FOLDER".into());
    };
    Bindgen::new()
        .web(true)?
        .typescript(false)
        // As the command has it by default, so that Trunk's build and ours are the same.
        .omit_default_module_path(false)
        .input_path(Path::new(&program))
        .generate(Path::new(&folder))?;
    Ok(())
}
