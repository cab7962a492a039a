//! The session and its one transition.

use std::rc::Rc;

use hours::Date;
use yew::AttrValue;

use super::form::Paste;
use super::{Action, Arrival, Form, Page, Place, Spot, View};

/// An exit that was taken on the way here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The node that was left.
    pub node: usize,
    /// The exit that was taken.
    pub exit: usize,
}

/// Where the reader's focus belongs after an action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attention {
    /// Where it is.
    #[default]
    Stay,
    /// On the current place of the view that is shown.
    Place,
    /// On a spot of the map.
    Spot(Spot),
    /// On the list of errors, or on the verdict where there is none.
    Verdict,
    /// On what was read of a pasted text.
    Review,
    /// On the field to paste into.
    Paste,
    /// On a line of hours that are still coming.
    Coming(usize),
    /// On the button that adds such a line.
    ComingAdd,
}

/// A sentence the reader must see although nothing in the flow asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The page in the other language could not be had.
    LanguageFailed,
}

/// What the reader did so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The content the reader sees.
    pub page: Rc<Page>,
    /// Whether the browser's facts have been taken over.
    pub arrived: bool,
    /// The view that is shown.
    pub view: View,
    /// The exits taken on the way to the current node.
    pub visits: Rc<Vec<Visit>>,
    /// The current node.
    pub node: usize,
    /// What was typed about hours.
    pub form: Rc<Form>,
    /// The day on the reader's clock, once known.
    pub today: Option<Date>,
    /// The text of the date converter.
    pub date: AttrValue,
    /// Something to tell the reader.
    pub notice: Option<Notice>,
    /// Where the focus belongs, and how often it was moved, so that the same wish twice is two wishes.
    pub attention: (u32, Attention),
}

impl Session {
    /// The session of a reader who has just opened the page.
    #[must_use]
    pub fn new(page: Rc<Page>) -> Self {
        let node = page.flow.start();
        Self {
            form: Rc::new(Form::new(&page)),
            today: None,
            page,
            arrived: false,
            view: View::default(),
            visits: Rc::default(),
            node,
            date: AttrValue::Static(""),
            notice: None,
            attention: (0, Attention::Stay),
        }
    }

    fn arrive(&mut self, arrival: Arrival) {
        self.arrived = true;
        self.go(&arrival.place);
        self.today = arrival.today;
        self.fill(arrival.typed);
    }

    fn fill(&mut self, texts: Vec<(String, AttrValue)>) {
        for (name, text) in texts {
            self.edit(&name, text);
        }
    }

    /// Goes where a place asks to go, and says whether it asks for anything that exists.
    fn go(&mut self, place: &Place) -> bool {
        let node = place.node.as_deref().and_then(|id| self.page.find(id));
        if let Some(node) = node {
            self.go_to(node);
        }
        self.view = place.view.unwrap_or(self.view);
        node.is_some() || place.view.is_some()
    }

    /// Goes to a node as if one had walked there: from the latest place of the reader's own way that leads there with the fewest
    /// side ways, by the shortest way.
    fn go_to(&mut self, node: usize) {
        if node == self.node || self.walk_back(node) {
            return;
        }
        let page = self.page.clone();
        let sides = page.flow.side_ways_to(node);
        let mut best = None;
        for place in self
            .visits
            .iter()
            .map(|visit| visit.node)
            .chain([self.node])
        {
            // Of those with the fewest the latest place.
            if let Some(sides) = sides.get(place).copied().flatten()
                && best.is_none_or(|(fewest, _)| sides <= fewest)
            {
                best = Some((sides, place));
            }
        }
        let Some((_, place)) = best else { return };
        self.walk_back(place);
        for edge in page
            .flow
            .ways(place)
            .to(&page.flow, node)
            .into_iter()
            .flatten()
        {
            if let Some((_, exit)) = page.ends(edge) {
                self.walk(exit);
            }
        }
    }

    /// Goes to a node of the map and, if an answer was chosen there, on along it.
    fn choose(&mut self, spot: Spot) {
        self.view = View::Map;
        self.go_to(spot.node);
        if let Some(exit) = spot.exit {
            self.walk(exit);
        }
        let here = Spot {
            node: self.node,
            exit: None,
        };
        self.look(Attention::Spot(here));
    }

    /// Returns to a node of the trail, if it is one.
    fn walk_back(&mut self, node: usize) -> bool {
        let earlier = self.visits.iter().position(|visit| visit.node == node);
        if let Some(earlier) = earlier {
            Rc::make_mut(&mut self.visits).truncate(earlier);
            self.node = node;
        }
        earlier.is_some()
    }

    fn restart(&mut self) {
        Rc::make_mut(&mut self.visits).clear();
        self.node = self.page.flow.start();
    }

    /// The same page in the other language, unless a new build came between: then the way is found anew.
    fn change_page(&mut self, page: Rc<Page>) {
        let id = self.current().map(|node| node.id.to_string());
        self.page = page;
        if self.current().map(|node| &*node.id) != id.as_deref() {
            self.restart();
            self.go(&Place {
                node: id,
                view: None,
            });
        }
    }

    fn take(&mut self, exit: usize) {
        if self.walk(exit) {
            self.view = View::Guided;
            self.look(Attention::Place);
        }
    }

    /// Goes along an exit, and says whether there is such a way.
    fn walk(&mut self, exit: usize) -> bool {
        let Some(to) = self.page.exit(self.node, exit).map(|exit| exit.to) else {
            return false;
        };
        if self.page.node(to).is_none() {
            return false;
        }
        // A way that comes back to a place of the trail continues from there: the trail never loops.
        if !self.walk_back(to) {
            Rc::make_mut(&mut self.visits).push(Visit {
                node: self.node,
                exit,
            });
            self.node = to;
        }
        true
    }

    fn return_to(&mut self, position: usize) {
        if let Some(visit) = self.visits.get(position).copied() {
            Rc::make_mut(&mut self.visits).truncate(position);
            self.node = visit.node;
            self.view = View::Guided;
            self.look(Attention::Place);
        }
    }

    fn edit(&mut self, name: &str, text: AttrValue) {
        match name {
            "date-to-convert" => self.date = text,
            name => Rc::make_mut(&mut self.form).edit(&self.page, name, text),
        }
    }

    fn look(&mut self, attention: Attention) {
        self.attention = (self.attention.0.wrapping_add(1), attention);
    }
}

impl Session {
    /// What follows from an action; the only place where a session changes.
    pub fn reduce(&mut self, action: Action) {
        let node = self.node;
        self.notice = None;
        match action {
            Action::Arrived(arrival) => self.arrive(arrival),
            Action::TextsFound(texts) => self.fill(texts),
            Action::ExitTaken(exit) => self.take(exit),
            Action::BackPressed => self.return_to(self.visits.len().wrapping_sub(1)),
            Action::EarlierChosen(position) => self.return_to(position),
            Action::PlaceOpened(place) => {
                if self.go(&place) {
                    self.look(Attention::Place);
                }
            }
            Action::SpotChosen(name) => {
                if let Some(spot) = self.spot(&name) {
                    self.choose(spot);
                }
            }
            Action::SpotMoved(name, by) => {
                if let Some(spot) = self.spot(&name) {
                    self.look(Attention::Spot(self.moved(spot, by)));
                }
            }
            Action::Restarted => {
                self.restart();
                self.view = View::Guided;
                self.look(Attention::Place);
            }
            Action::FieldEdited(name, text) => self.edit(&name, text),
            Action::FieldLeft(name, text) => {
                self.edit(&name, text);
                let said = self.facts().to_say();
                Rc::make_mut(&mut self.form).said = said;
            }
            Action::ComingAdded => {
                let line = Rc::make_mut(&mut self.form).add_coming();
                self.look(Attention::Coming(line));
            }
            Action::ComingRemoved(line) => {
                Rc::make_mut(&mut self.form).remove_coming(line);
                self.look(Attention::ComingAdd);
            }
            Action::TextPasted(text) => {
                Rc::make_mut(&mut self.form).paste = Paste::read(&text, &self.page);
                self.look(Attention::Review);
            }
            Action::ReadingAccepted => {
                Rc::make_mut(&mut self.form).accept_reading();
                self.look(Attention::Verdict);
            }
            Action::ReadingDiscarded => {
                Rc::make_mut(&mut self.form).paste = Paste::Nothing;
                self.look(Attention::Paste);
            }
            Action::CheckPressed => {
                Rc::make_mut(&mut self.form).checked = true;
                self.look(Attention::Verdict);
            }
            Action::Cleared => {
                Rc::make_mut(&mut self.form).clear();
                self.look(Attention::Place);
            }
            Action::LanguageArrived(page) => self.change_page(page),
            Action::LanguageFailed => self.notice = Some(Notice::LanguageFailed),
        }
        if self.node != node {
            // A date is of use where it is asked for, and nobody's business later.
            self.date = AttrValue::Static("");
        }
    }
}

impl yew::Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut session = Rc::unwrap_or_clone(self);
        Session::reduce(&mut session, action);
        Rc::new(session)
    }
}
