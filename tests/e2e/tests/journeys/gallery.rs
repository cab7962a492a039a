//! Every state of the gallery in a page of the build: hydrated as it was made, and looked at by axe-core.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::{Change, Journey, Key, journey, json, setting};

use crate::accessibility::violations;

/// The files of the gallery, by language and name.
fn exhibits() -> Vec<(&'static str, String, String)> {
    let mut exhibits = Vec::new();
    for lang in ["zh-Hant", "en"] {
        let folder = format!("{}/../gallery/{lang}", env!("CARGO_MANIFEST_DIR"));
        for file in fs::read_dir(folder).expect("the gallery can be read") {
            let path = file.expect("its files can be listed").path();
            let name = path.file_stem().expect("a name").to_string_lossy();
            let markup = fs::read_to_string(&path).expect("markup");
            exhibits.push((lang, name.into_owned(), markup));
        }
    }
    exhibits
}

async fn check(dark: bool) {
    let axe = fs::read_to_string(setting("AXE_PATH")).expect("axe-core can be read");
    let program = PathBuf::from(setting("GALLERY_DIR"));
    let read = |name: &str| fs::read(program.join(Path::new(name))).expect("the gallery's program");
    journey(Journey::in_colours(dark), async |page| {
        let glue = Change::default().body(read("gallery.js"));
        page.change("/learning-hours-guide-*.js", glue);
        page.change("*.wasm", Change::default().body(read("gallery_bg.wasm")));
        let mut all = Vec::new();
        for (lang, name, markup) in exhibits() {
            let (view, _) = name.split_once('-').expect("a view and its state");
            let address = if lang == "en" { "/en/" } else { "/" };
            page.go(&format!("{address}#view={view}&state={lang}/{name}"))
                .await?;
            // The marks of hydration are gone when it is done; the map on paper has its day, and a view that is not shown is left to the browser's search. Nothing else may differ from the file.
            let markup = markup.trim_end().replace(">\n<", "><");
            let is_same = format!(
                "(made => {{
                    made.innerHTML = {};
                    const shown = document.getElementById('{view}-root')?.innerHTML.replace(/<p class=.map__paper.>.*?<.p>/, '').replace(' hidden=\"until-found\" aria-hidden=\"true\"', '');
                    return shown == made.innerHTML || shown;
                }})(document.createElement('template'))",
                json!(markup)
            );
            page.shows(&is_same, true).await?;
            let found = violations(page, &axe).await?;
            // A state with hours asks before it is left, which browsers grant to pages that somebody has used.
            page.keys(Key::Tab).await?;
            all.extend(
                found
                    .into_iter()
                    .map(|line| format!("{lang}/{name} {line}")),
            );
            page.forget_requests();
        }
        assert!(all.is_empty(), "{all:#?}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn every_state_is_hydrated_as_it_was_made_and_has_no_violations_in_light_colours() {
    check(false).await;
}

#[tokio::test]
async fn every_state_is_hydrated_as_it_was_made_and_has_no_violations_in_dark_colours() {
    check(true).await;
}
