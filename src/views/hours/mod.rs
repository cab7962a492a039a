//! The hours view (時數檢核): twelve fields, and beside them every requirement with its verdict.

mod fields;
mod results;

use yew::prelude::*;

use crate::components::text;
use crate::session::{Action, Session};
use crate::wording::{Word, Words};

pub(crate) fn hours(session: &Session, words: &Words, on_action: &Callback<Action>) -> Html {
    html! {
        <section class="view hours" id="hours" data-view="hours" aria-labelledby="hours-title">
            <h2 class="view__title" id="hours-title" tabindex="-1">{ words.get(Word::Hours) }</h2>
            { text("p", "hours__lead", words.get(Word::HoursLead)) }
            <div class="hours__columns">
                { fields::view(session, words, on_action) }
                { results::view(session, words) }
            </div>
        </section>
    }
}
