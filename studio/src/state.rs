//! The state of the studio: the content as it was opened and as it is now, what the core said of it, and what the editor looks at.

use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

use studio_protocol::{Checked, Edit, Entry, File, Form, Language, Left, Severity, Theme, Words};
use yew::prelude::*;

use crate::focus::{NOTICES, focus_after};
use crate::shown;

/// The content files, sorted by name.
pub type Files = Rc<Vec<File>>;

/// How many steps can be undone.
const MOST_STEPS: usize = 200;

/// The content at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// As it was opened.
    pub opened: Files,
    /// As it is now.
    pub now: Files,
    /// The values of all fields as they were opened, by the name of the field, as far as the core has looked at them.
    pub opened_values: Rc<HashMap<String, Option<String>>>,
}

/// The place at which the editor is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Place {
    /// The matters that need a look this year.
    #[default]
    Home,
    /// The form and the text of the file with this name.
    File(AttrValue),
}

/// How the preview is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Its language.
    pub language: Language,
    /// Its colours.
    pub theme: Theme,
    /// Whether it is as wide as on a desk, not as on a phone.
    pub is_wide: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            language: Language::Chinese,
            theme: Theme::Light,
            is_wide: false,
        }
    }
}

/// A line that the text area is to show; the count tells one press from the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The line, from 1.
    pub line: u32,
    /// How many were asked for before.
    pub count: u32,
}

/// An element that is to get the focus; the count tells one press from the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Focus {
    /// Its id.
    pub id: AttrValue,
    /// How many were asked for before.
    pub count: u32,
}

/// An edit by form that waits for the core.
#[derive(Clone, Debug, PartialEq)]
pub struct FormEdit {
    /// The file.
    pub file: AttrValue,
    /// The edits to make.
    pub edit: Edit,
    /// Tells it from the others.
    pub ticket: u32,
}

/// A sentence that the studio tells once, until the next one.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The sentence.
    pub words: Words,
    /// Whether something did not work.
    pub is_refusal: bool,
}

/// The state of the studio.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Studio {
    /// The content.
    pub content: Content,
    /// Rises whenever a text changes.
    pub revision: u32,
    /// The place at which the editor is.
    pub place: Place,
    /// The core's last answer about the content.
    pub checked: Option<Rc<Checked>>,
    /// Of which revision that is.
    pub checked_revision: Option<u32>,
    /// The differences from the content as it was opened.
    pub changes: Rc<Vec<Words>>,
    /// The lines that still speak of the school whose content was copied.
    pub left: Rc<Vec<Left>>,
    /// The last good page for the preview.
    pub preview: Option<AttrValue>,
    /// How the preview is shown.
    pub look: Look,
    /// The fragment of the place in the preview that shows the field in which the editor types.
    pub followed: Option<AttrValue>,
    /// The line of that field, which the text shows beside it.
    pub followed_line: Option<u32>,
    /// Edits by form that wait for the core, the one that it works on first.
    pub edits: VecDeque<FormEdit>,
    /// The texts typed into fields since the core looked at them last, by name.
    pub drafts: Rc<Vec<(AttrValue, AttrValue)>>,
    /// The field in which the editor types.
    pub focused: Option<AttrValue>,
    /// Where the focus goes after a list was changed by a button, a copy was made, or a field was asked for from elsewhere.
    pub focus: Option<Focus>,
    /// The sentences told since files were opened or something was saved last.
    pub notices: Rc<Vec<Notice>>,
    /// The line that the text area is to show.
    pub spot: Option<Spot>,
    saved: Files,
    undo: Vec<Content>,
    redo: Vec<Content>,
    /// Where the last edit was; the next one at the same place belongs to the same step, until the core has looked at it.
    typing: Option<(AttrValue, AttrValue)>,
    tickets: u32,
    /// The edit by a button that the core has made and not looked at yet: unless the editor goes elsewhere, the focus follows it.
    pressed: Option<(AttrValue, Edit)>,
}

/// The actions of the studio: each says what happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// Files were chosen or dropped; what was told before is over.
    OpeningBegan,
    /// The core has read files that were asked for.
    Opened {
        /// The files.
        files: Vec<File>,
        /// Whether they are the whole content.
        is_whole: bool,
        /// Further sentences about them.
        notes: Vec<Words>,
    },
    /// The place in the list of places was pressed.
    PlaceChosen(Place),
    /// A link to a field of a form was pressed: the field's name.
    FieldAskedFor(AttrValue),
    /// The text of a file was edited: what the text area holds now.
    TextEdited(AttrValue, AttrValue),
    /// A field of a form was edited: its name, its text, and whether it may be left out.
    FieldEdited {
        /// `<file>:<path>`.
        name: AttrValue,
        /// Its text.
        text: AttrValue,
        /// Whether a field without text leaves the file.
        is_optional: bool,
    },
    /// A field got the focus: its name and its line in the text.
    FieldFocused(AttrValue, u32),
    /// The field with the focus lost it.
    FieldLeft,
    /// A button of a form was pressed.
    FormPressed(AttrValue, Edit),
    /// The core has made an edit of a form in the text of this revision.
    Spliced {
        /// Of which edit.
        ticket: u32,
        /// Of which revision.
        revision: u32,
        /// The text of the file.
        text: Result<String, Words>,
    },
    /// The core has looked at the content of this revision.
    Checked(u32, Box<Checked>),
    /// The differences from the content as it was opened, and the lines that still speak of the school before.
    Changed(Vec<Words>, Vec<Left>),
    /// The core has made the content of this revision that of another school.
    Copied {
        /// Of which revision.
        revision: u32,
        /// All files.
        files: Vec<File>,
        /// The name of the school.
        school: Words,
    },
    /// The page for the preview.
    PreviewCame(AttrValue),
    /// The preview is to be shown in another way.
    LookChosen(Look),
    /// A finding was pressed: its file and line.
    FindingPressed(AttrValue, u32),
    /// Back to the step before.
    Undone,
    /// On to the step that was undone.
    Redone,
    /// These files were saved, or a page made of them.
    Saved(Files, Words),
    /// Something did not work, or there is something to say.
    Told(Notice),
    /// The sentences were read.
    NoticesClosed,
}

/// What the fields of the forms hold beside the values that the core has read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values {
    opened: Rc<HashMap<String, Option<String>>>,
    drafts: Rc<Vec<(AttrValue, AttrValue)>>,
}

impl Values {
    /// The text of a field now: as it was typed there and has not come back yet, else as the file has it.
    #[must_use]
    pub fn text_of<'a>(&'a self, entry: &'a Entry) -> &'a str {
        let draft = self.drafts.iter().find(|(name, _)| *name == *entry.name);
        draft.map_or(entry.value.as_deref().unwrap_or_default(), |(_, text)| text)
    }

    /// Whether a field holds something else than when its file was opened; unknown where it could not be read then.
    #[must_use]
    pub fn is_changed(&self, entry: &Entry) -> bool {
        let opened = self.opened.get(&entry.name);
        opened.is_some_and(|opened| opened.as_deref().unwrap_or_default() != self.text_of(entry))
    }
}

impl Studio {
    /// The file that is looked at.
    #[must_use]
    pub fn file(&self) -> Option<&File> {
        match &self.place {
            Place::Home => None,
            Place::File(name) => self.content.file(name),
        }
    }

    /// Whether leaving would lose something.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.content.now != self.content.opened && self.content.now != self.saved
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// How many errors and warnings the core has found.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let findings = self.checked.as_ref().map_or(&[][..], |it| &it.findings);
        let is_error = |finding: &&studio_protocol::Finding| finding.severity == Severity::Error;
        let errors = findings.iter().filter(is_error).count();
        (errors, findings.len() - errors)
    }

    /// Whether a preview can be made of the content as it is now.
    #[must_use]
    pub fn can_be_shown(&self) -> bool {
        let checked = self.checked.as_ref().filter(|it| it.can_be_shown);
        checked.is_some() && self.checked_revision == Some(self.revision)
    }

    /// The values of the fields, as they were opened and as they are typed.
    #[must_use]
    pub fn values(&self) -> Values {
        Values {
            opened: self.content.opened_values.clone(),
            drafts: self.drafts.clone(),
        }
    }

    /// Begins a step that can be undone, unless the edit goes on where the last one was.
    fn step(&mut self, place: Option<(AttrValue, AttrValue)>) {
        self.redo.clear();
        self.pressed = None;
        if place.is_none() || self.typing != place {
            self.undo.push(self.content.clone());
            if self.undo.len() > MOST_STEPS {
                self.undo.remove(0);
            }
        }
        self.typing = place;
    }

    /// Puts a text in the place of a file's.
    fn put(&mut self, name: &str, text: String) {
        let files = Rc::make_mut(&mut self.content.now);
        if let Some(file) = files.iter_mut().find(|file| file.name == name) {
            file.text = text;
            self.revision += 1;
        }
    }

    /// Shows other content: texts in the forms that have not come back are of the content before.
    fn go_to(&mut self, content: Content) -> Content {
        self.typing = None;
        self.pressed = None;
        self.edits.clear();
        self.drafts = Rc::default();
        self.revision += 1;
        let before = std::mem::replace(&mut self.content, content);
        if self.file().is_none() {
            self.place = Place::Home;
        }
        before
    }

    fn open(&mut self, files: Vec<File>, is_whole: bool) {
        let is_first = self.content.now.is_empty();
        if !is_first {
            self.step(None);
        }
        let mut content = self.content.clone();
        if is_whole {
            content = Content::default();
        }
        for file in files {
            let values = Rc::make_mut(&mut content.opened_values);
            values.retain(|name, _| !is_of(name, &file.name));
            replace(Rc::make_mut(&mut content.opened), file.clone());
            replace(Rc::make_mut(&mut content.now), file);
        }
        self.go_to(content);
    }

    /// Goes on with the content of another school: one step, which can be undone.
    fn start_copy(&mut self, revision: u32, files: Vec<File>, school: &Words) {
        if revision != self.revision {
            return;
        }
        self.step(None);
        let now = Rc::new(files);
        let content = self.content.clone();
        self.go_to(Content { now, ..content });
        let words = Words::new(
            format!(
                "現在是「{}」的副本，登入步驟照舊。規定都是原學校的，已全部改為「尚未確認」：請逐一核對，改好再確認。按「復原」可以退回。",
                school.zh
            ),
            format!(
                "This is a copy for “{}” now; the sign-in is as it was. All rules are those of the school before and count as not confirmed: check each one, change it, then confirm it. “Undo” leads back.",
                school.en
            ),
        );
        self.tell(words, false);
        // The sentence stands far above the button that was pressed.
        self.ask_for_focus(NOTICES.into());
    }

    /// Keeps the values of files that are as they were opened, to tell later what was changed.
    fn keep_opened_values(&mut self, checked: &Checked) {
        let content = &mut self.content;
        let is_as_opened = |form: &&Form| {
            let file = content.file(&form.file);
            file.is_some_and(|file| !content.is_changed(file))
        };
        let unchanged = checked.forms.iter().filter(is_as_opened);
        let is_new = |(name, value): &(String, Option<String>)| {
            content.opened_values.get(name) != Some(value)
        };
        let new: Vec<_> = unchanged.flat_map(values).filter(is_new).collect();
        // The steps that can be undone share the values as long as none is new.
        if !new.is_empty() {
            Rc::make_mut(&mut content.opened_values).extend(new);
        }
    }

    /// Lets an edit wait for the core; it takes the place of one at the same field that nobody needs any more.
    fn queue(&mut self, file: AttrValue, edit: Edit) {
        let is_same = |last: &FormEdit| last.file == file && is_replaced_by(&last.edit, &edit);
        if self.edits.back().is_some_and(is_same) {
            self.edits.pop_back();
        }
        self.tickets += 1;
        let ticket = self.tickets;
        self.edits.push_back(FormEdit { file, edit, ticket });
    }

    /// Whether a button has changed a list of a form, and the form on the screen is still the one before: its buttons would now do
    /// something else than they say.
    fn is_changing_a_list(&self) -> bool {
        let waiting = self.edits.iter().map(|it| &it.edit);
        let made = self.pressed.iter().map(|(_, edit)| edit);
        waiting.chain(made).any(is_of_a_list)
    }

    /// Looks at another place from its beginning.
    fn go(&mut self, place: Place) {
        self.place = place;
        self.spot = None;
        self.followed_line = None;
        self.pressed = None;
    }

    /// Has the focus put on the element with this id, once it is there.
    fn ask_for_focus(&mut self, id: AttrValue) {
        let count = self.focus.as_ref().map_or(0, |it| it.count + 1);
        self.focus = Some(Focus { id, count });
    }

    fn edit_field(&mut self, name: AttrValue, text: AttrValue, is_optional: bool) {
        let Some((file, path)) = name.split_once(':') else {
            return;
        };
        let (file, path) = (AttrValue::from(file.to_owned()), path.to_owned());
        let edit = if is_optional && text.is_empty() {
            Edit::Clear { path }
        } else {
            let value = text.to_string();
            Edit::Set { path, value }
        };
        self.queue(file, edit);
        let drafts = Rc::make_mut(&mut self.drafts);
        drafts.retain(|(other, _)| *other != name);
        drafts.push((name, text));
    }

    fn spliced(&mut self, ticket: u32, revision: u32, text: Result<String, Words>) {
        // A text that has changed meanwhile was sent again, and that answer counts.
        let is_next = self.edits.front().is_some_and(|it| it.ticket == ticket);
        if !is_next || (text.is_ok() && revision != self.revision) {
            return;
        }
        let Some(FormEdit { file, edit, .. }) = self.edits.pop_front() else {
            return;
        };
        match text {
            Ok(text) => {
                let place = path_of(&edit).map(|path| (file.clone(), path.to_owned().into()));
                self.step(place);
                self.put(&file, text);
                self.pressed = Some((file, edit));
            }
            Err(words) => {
                self.drafts = Rc::default();
                self.tell(words, true);
            }
        }
    }

    fn check(&mut self, revision: u32, checked: Checked) {
        if revision != self.revision {
            return;
        }
        self.typing = None;
        self.keep_opened_values(&checked);
        if let Some((file, edit)) = self.pressed.take() {
            let before = self.checked.as_ref().and_then(|it| it.form(&file));
            let now = checked.form(&file);
            if let Some(id) = now.and_then(|now| focus_after(&edit, before, now)) {
                self.ask_for_focus(id);
            }
        }
        self.checked_revision = Some(revision);
        self.checked = Some(Rc::new(checked));
        self.drop_drafts();
    }

    /// Lets the fields show what the file says, once the core has looked at everything that was typed.
    ///
    /// The field in which the editor types keeps what was typed, also where the file writes it in another way.
    fn drop_drafts(&mut self) {
        if self.edits.is_empty() && self.checked_revision == Some(self.revision) {
            let focused = self.focused.clone();
            Rc::make_mut(&mut self.drafts).retain(|(name, _)| Some(name) == focused.as_ref());
        }
    }

    /// Tells a sentence in place of those before.
    fn tell(&mut self, words: Words, is_refusal: bool) {
        self.notices = Rc::default();
        self.add_notice(words, is_refusal);
    }

    /// Tells a sentence after those before; once, however often it comes.
    fn add_notice(&mut self, words: Words, is_refusal: bool) {
        let notice = Notice { words, is_refusal };
        if !self.notices.contains(&notice) {
            Rc::make_mut(&mut self.notices).push(notice);
        }
    }

    fn show(&mut self, file: AttrValue, line: u32) {
        let count = self.spot.as_ref().map_or(0, |spot| spot.count + 1);
        self.place = Place::File(file);
        self.spot = Some(Spot { line, count });
        self.pressed = None;
    }
}

impl Content {
    /// A file by its name.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&File> {
        self.now.iter().find(|file| file.name == name)
    }

    /// Whether a file is not what it was when it was opened.
    #[must_use]
    pub fn is_changed(&self, file: &File) -> bool {
        !self.opened.contains(file)
    }
}

impl Reducible for Studio {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::OpeningBegan => next.notices = Rc::default(),
            Action::Opened {
                files,
                is_whole,
                notes,
            } => {
                next.open(files, is_whole);
                for words in notes {
                    next.add_notice(words, false);
                }
            }
            Action::PlaceChosen(place) => next.go(place),
            Action::FieldAskedFor(name) => {
                let Some((file, _)) = name.split_once(':') else {
                    return self;
                };
                next.go(Place::File(file.to_owned().into()));
                next.ask_for_focus(name);
            }
            Action::TextEdited(name, area) => {
                let Some(file) = next.content.file(&name) else {
                    return self;
                };
                let text = shown::edited(&file.text, &area);
                next.step(Some((name.clone(), AttrValue::default())));
                next.put(&name, text);
            }
            Action::FieldEdited {
                name,
                text,
                is_optional,
            } => next.edit_field(name, text, is_optional),
            Action::FieldFocused(name, line) => {
                next.followed = place_of(&name).or(next.followed);
                next.followed_line = Some(line);
                next.focused = Some(name);
                next.pressed = None;
                next.drop_drafts();
            }
            Action::FieldLeft => {
                next.focused = None;
                next.drop_drafts();
            }
            Action::FormPressed(_, edit) if is_of_a_list(&edit) && next.is_changing_a_list() => {
                return self;
            }
            Action::FormPressed(file, edit) => next.queue(file, edit),
            Action::Spliced {
                ticket,
                revision,
                text,
            } => next.spliced(ticket, revision, text),
            Action::Checked(revision, checked) => next.check(revision, *checked),
            Action::Changed(sentences, left) => {
                next.changes = Rc::new(sentences);
                next.left = Rc::new(left);
            }
            Action::Copied {
                revision,
                files,
                school,
            } => next.start_copy(revision, files, &school),
            Action::PreviewCame(html) => next.preview = Some(html),
            Action::LookChosen(look) => next.look = look,
            Action::FindingPressed(file, line) => next.show(file, line),
            Action::Undone => {
                if let Some(content) = next.undo.pop() {
                    let before = next.go_to(content);
                    next.redo.push(before);
                    // They told of the content that is undone.
                    next.notices = Rc::default();
                }
            }
            Action::Redone => {
                if let Some(content) = next.redo.pop() {
                    let before = next.go_to(content);
                    next.undo.push(before);
                }
            }
            Action::Saved(files, name) => {
                next.saved = files;
                let words = Words::new(
                    format!("已下載 {}。", name.zh),
                    format!("{} was downloaded.", name.en),
                );
                next.tell(words, false);
            }
            Action::Told(Notice { words, is_refusal }) => {
                if is_refusal {
                    // Perhaps the core cannot look at what was pressed; the buttons of lists wait no longer.
                    next.pressed = None;
                }
                next.add_notice(words, is_refusal);
            }
            Action::NoticesClosed => next.notices = Rc::default(),
        }
        next.into()
    }
}

/// Whether an edit changes what a list holds, by a button.
fn is_of_a_list(edit: &Edit) -> bool {
    match edit {
        Edit::Add { .. } | Edit::Move { .. } | Edit::Remove { .. } => true,
        Edit::Set { .. } | Edit::Clear { .. } => false,
    }
}

/// Puts a file in the place of the one with its name, or where its name belongs.
fn replace(files: &mut Vec<File>, file: File) {
    match files.iter_mut().find(|it| it.name == file.name) {
        Some(old) => *old = file,
        None => files.push(file),
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
}

/// Where the preview shows a field, as a fragment; none where it stands in many places or in none.
fn place_of(field: &str) -> Option<AttrValue> {
    let (file, path) = field.split_once(':')?;
    let mut keys = path.split('.');
    match (file, keys.next()) {
        ("guide", Some("node")) => Some(["node=", keys.next()?, "&view=guided"].concat().into()),
        ("guide", Some("row")) => Some(AttrValue::Static("view=hours")),
        (file, _) if file.starts_with("rules/") => Some(AttrValue::Static("view=hours")),
        _ => None,
    }
}

/// The field that an edit is about.
fn path_of(edit: &Edit) -> Option<&str> {
    match edit {
        Edit::Set { path, .. } | Edit::Clear { path } => Some(path),
        Edit::Add { .. } | Edit::Move { .. } | Edit::Remove { .. } => None,
    }
}

/// Whether a field of this name belongs to a file.
fn is_of(field: &str, file: &str) -> bool {
    field.split_once(':').is_some_and(|(name, _)| name == file)
}

/// Whether nobody needs an edit any more once another one is made.
fn is_replaced_by(edit: &Edit, later: &Edit) -> bool {
    path_of(edit).is_some() && path_of(edit) == path_of(later)
}

/// The values of all fields of a form by their names.
fn values(form: &Form) -> Vec<(String, Option<String>)> {
    let fields = form.groups.iter().flat_map(|group| &group.fields);
    let entries = fields.flat_map(|field| field.entries.all());
    let pairs = entries.map(|entry| (entry.name.clone(), entry.value.clone()));
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use studio_protocol::{Entries, Field, Group, Kind};

    use super::*;

    fn file(name: &str, text: &str) -> File {
        File {
            name: name.to_owned(),
            text: text.to_owned(),
        }
    }

    fn opened(files: Vec<File>) -> Rc<Studio> {
        Rc::new(Studio::default()).reduce(Action::Opened {
            files,
            is_whole: true,
            notes: Vec::new(),
        })
    }

    fn after(studio: Rc<Studio>, actions: impl IntoIterator<Item = Action>) -> Rc<Studio> {
        actions.into_iter().fold(studio, Studio::reduce)
    }

    fn typed(text: &str) -> Action {
        Action::TextEdited("guide".into(), text.to_owned().into())
    }

    fn set(text: &str) -> Action {
        Action::FieldEdited {
            name: "guide:site.title.zh".into(),
            text: text.to_owned().into(),
            is_optional: false,
        }
    }

    fn text(studio: &Studio) -> &str {
        let guide = studio.content.file("guide");
        guide.map_or("", |file| &file.text)
    }

    fn checked(studio: &Studio) -> Action {
        Action::Checked(studio.revision, Box::default())
    }

    #[test]
    fn typing_is_one_step_until_the_editor_rests() {
        let studio = opened(vec![file("guide", "a\r\n")]);
        let studio = after(studio, [typed("ab\n"), typed("abc\n")]);
        assert_eq!(text(&studio), "abc\r\n");
        assert!(studio.is_unsaved());
        let rested = checked(&studio);
        let studio = after(studio, [rested, typed("abcd\n"), Action::Undone]);
        assert_eq!(text(&studio), "abc\r\n");
        let studio = after(studio, [Action::Undone]);
        assert_eq!(text(&studio), "a\r\n");
        assert!(!studio.can_undo() && !studio.is_unsaved());
        let studio = after(studio, [Action::Redone, Action::Redone, Action::Redone]);
        assert_eq!(text(&studio), "abcd\r\n");
        let studio = after(studio, [Action::Undone, typed("x\n")]);
        assert!(!studio.can_redo());
    }

    #[test]
    fn a_copy_is_one_step_and_only_of_the_content_that_it_was_made_of() {
        let studio = opened(vec![file("guide", "a\n")]);
        let copied = |studio: &Studio| Action::Copied {
            revision: studio.revision,
            files: vec![file("guide", "b\n")],
            school: Words::new("乙", "B"),
        };
        let late = copied(&studio);
        let studio = after(studio, [typed("aa\n"), late]);
        assert_eq!(text(&studio), "aa\n");
        let copy = copied(&studio);
        let studio = after(studio, [copy]);
        assert_eq!(text(&studio), "b\n");
        assert!(studio.is_unsaved() && studio.notices.len() == 1);
        let studio = after(studio, [Action::Undone]);
        assert_eq!(text(&studio), "aa\n");
    }

    #[test]
    fn an_edit_by_form_counts_only_in_the_text_that_it_was_made_in() {
        let studio = opened(vec![file("guide", "a\n")]);
        let studio = after(studio, [set("1"), set("12")]);
        // The text typed first waits no more.
        assert_eq!(studio.edits.len(), 1);
        let (ticket, revision) = (studio.edits[0].ticket, studio.revision);
        let spliced = |ticket, revision, text: &str| Action::Spliced {
            ticket,
            revision,
            text: Ok(text.to_owned()),
        };
        let studio = after(studio, [typed("b\n"), spliced(ticket, revision, "a12\n")]);
        assert_eq!((text(&studio), studio.edits.len()), ("b\n", 1));
        let revision = studio.revision;
        let studio = after(studio, [spliced(ticket, revision, "b12\n")]);
        assert_eq!((text(&studio), studio.edits.len()), ("b12\n", 0));
        // The field shows what was typed until the core has looked at it.
        assert_eq!(studio.drafts.len(), 1);
        let rested = checked(&studio);
        assert!(after(studio, [rested]).drafts.is_empty());
    }

    #[test]
    fn the_focus_follows_a_button_unless_the_editor_goes_elsewhere() {
        let press = |meanwhile: Option<Action>| {
            let add = Edit::Add {
                list: "node".to_owned(),
                id: Some("b".to_owned()),
                after: None,
            };
            let studio = opened(vec![file("guide", "a\n")]);
            let studio = after(studio, [Action::FormPressed("guide".into(), add)]);
            let spliced = Action::Spliced {
                ticket: studio.edits[0].ticket,
                revision: studio.revision,
                text: Ok("b\n".to_owned()),
            };
            let studio = after(studio, [spliced].into_iter().chain(meanwhile));
            let form = Form {
                file: "guide".to_owned(),
                ..Form::default()
            };
            let checked = Checked {
                forms: vec![form],
                ..Checked::default()
            };
            let checked = Action::Checked(studio.revision, Box::new(checked));
            let studio = after(studio, [checked]);
            studio.focus.as_ref().map(|focus| focus.id.to_string())
        };
        assert_eq!(press(None).as_deref(), Some("add-node"));
        for elsewhere in [
            typed("c\n"),
            Action::PlaceChosen(Place::File("calendar".into())),
            Action::FindingPressed("guide".into(), 1),
            Action::FieldFocused("guide:site.title.zh".into(), 1),
            Action::Undone,
        ] {
            assert_eq!(press(Some(elsewhere)), None);
        }
    }

    #[test]
    fn the_focus_after_a_removal_is_told_by_the_form_before_it() {
        let checked = |studio: &Studio, names: &[&str]| {
            let group = |name: &&str| Group {
                path: ["node.", name].concat(),
                ..Group::default()
            };
            let form = Form {
                file: "guide".to_owned(),
                groups: names.iter().map(group).collect(),
                ..Form::default()
            };
            let checked = Checked {
                forms: vec![form],
                ..Checked::default()
            };
            Action::Checked(studio.revision, Box::new(checked))
        };
        let studio = opened(vec![file("guide", "a\n")]);
        let before = checked(&studio, &["a", "b", "c"]);
        let path = "node.b".to_owned();
        let press = Action::FormPressed("guide".into(), Edit::Remove { path });
        let studio = after(studio, [before, press]);
        let spliced = Action::Spliced {
            ticket: studio.edits[0].ticket,
            revision: studio.revision,
            text: Ok("b\n".to_owned()),
        };
        let studio = after(studio, [spliced]);
        let now = checked(&studio, &["a", "c"]);
        let studio = after(studio, [now]);
        let focus = studio.focus.as_ref().map(|focus| &*focus.id);
        assert_eq!(focus, Some("part-node.c-title"));
    }

    #[test]
    fn a_second_press_waits_until_the_core_has_looked_at_the_first() {
        let down = || {
            let path = "node.a.ready.0".to_owned();
            let edit = Edit::Move { path, up: false };
            Action::FormPressed("guide".into(), edit)
        };
        let studio = opened(vec![file("guide", "a\n")]);
        let studio = after(studio, [down(), down()]);
        assert_eq!(studio.edits.len(), 1);
        let spliced = Action::Spliced {
            ticket: studio.edits[0].ticket,
            revision: studio.revision,
            text: Ok("b\n".to_owned()),
        };
        // The form on the screen is still the one before, in which the number names another text.
        let studio = after(studio, [spliced, down()]);
        assert_eq!(studio.edits.len(), 0);
        let rested = checked(&studio);
        let studio = after(studio, [rested, down()]);
        assert_eq!(studio.edits.len(), 1);
    }

    #[test]
    fn opening_can_be_undone_and_a_file_of_its_own_joins_the_others() {
        let studio = opened(vec![file("guide", "a"), file("calendar", "c")]);
        let opening = Action::Opened {
            files: vec![file("guide", "b")],
            is_whole: false,
            notes: Vec::new(),
        };
        let studio = after(studio, [opening]);
        assert_eq!((text(&studio), studio.content.now.len()), ("b", 2));
        assert!(!studio.is_unsaved());
        assert_eq!(text(&after(studio, [Action::Undone])), "a");
    }

    #[test]
    fn a_check_of_an_older_text_says_nothing() {
        let studio = opened(vec![file("guide", "a")]);
        let late = checked(&studio);
        let studio = after(studio, [typed("b"), late]);
        assert!(studio.checked.is_none());
    }

    /// The core has looked at a guide whose one field has its text as value.
    fn looked_at(studio: &Studio) -> (Action, Entry) {
        let entry = Entry {
            name: "guide:site.title.zh".to_owned(),
            value: Some(text(studio).to_owned()),
            line: 1,
            column: 1,
        };
        let field = Field {
            label: Words::default(),
            help: Words::default(),
            kind: Kind::Text,
            is_required: true,
            entries: Entries::One(entry.clone()),
        };
        let group = Group {
            path: "site".to_owned(),
            depth: 0,
            title: Words::default(),
            line: 1,
            fields: vec![field],
            can_move_up: false,
            can_move_down: false,
            can_remove: false,
            growths: Vec::new(),
        };
        let form = Form {
            file: "guide".to_owned(),
            title: Words::default(),
            groups: vec![group],
            growths: Vec::new(),
        };
        let checked = Checked {
            forms: vec![form],
            ..Checked::default()
        };
        let action = Action::Checked(studio.revision, Box::new(checked));
        (action, entry)
    }

    #[test]
    fn a_field_is_compared_with_the_content_that_undo_leads_back_to() {
        let look = |studio: Rc<Studio>| {
            let (checked, entry) = looked_at(&studio);
            let studio = after(studio, [checked]);
            let is_changed = studio.values().is_changed(&entry);
            (studio, is_changed)
        };
        for is_whole in [true, false] {
            let (studio, is_changed) = look(opened(vec![file("guide", "a")]));
            assert!(!is_changed);
            let (studio, is_changed) = look(after(studio, [typed("aa")]));
            assert!(is_changed);
            let opening = Action::Opened {
                files: vec![file("guide", "b")],
                is_whole,
                notes: Vec::new(),
            };
            let (studio, is_changed) = look(after(studio, [opening]));
            assert!(!is_changed);
            let (studio, is_changed) = look(after(studio, [Action::Undone]));
            assert!(is_changed, "aa is compared with a");
            let (studio, is_changed) = look(after(studio, [Action::Undone]));
            assert!(!is_changed, "a is compared with a");
            let (_, is_changed) = look(after(studio, [Action::Redone, Action::Redone]));
            assert!(!is_changed, "b is compared with b");
        }
    }

    #[test]
    fn a_sentence_is_told_once_until_files_are_opened() {
        let told = |zh: &str| {
            Action::Told(Notice {
                words: Words::new(zh, ""),
                is_refusal: true,
            })
        };
        let studio = opened(vec![file("guide", "a")]);
        let studio = after(studio, [told("甲"), told("乙"), told("甲")]);
        assert_eq!(studio.notices.len(), 2);
        assert!(after(studio, [Action::OpeningBegan]).notices.is_empty());
    }

    #[test]
    fn the_preview_shows_where_a_field_is() {
        let check = |field: &str, expect: Option<&str>| {
            assert_eq!(place_of(field).as_deref(), expect, "{field}");
        };
        check("guide:node.start.title.zh", Some("node=start&view=guided"));
        check(
            "rules/manual-10:requirement.policy.at-least",
            Some("view=hours"),
        );
        check("guide:site.title.zh", None);
        check("calendar:covers-until", None);
    }
}
