//! The walk through the guide: where the reader is, and how they came there.

use std::rc::Rc;

use flowchart::{EdgeIx, NodeIx};
use guide::edition::Node;
use serde::{Deserialize, Serialize};
use yew::Reducible;

use crate::map::{Move, Spot};
use crate::page::Page;
use crate::place::{Place, View};

/// A place with the way that led to it, as the browser's history keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// The view that is shown.
    pub view: View,
    /// The exits that were taken from the start on.
    pub taken: Vec<EdgeIx>,
}

impl Way {
    /// Whether it is one step further than this one was in the guide.
    #[must_use]
    pub fn is_step_after(&self, before: &Self) -> bool {
        let way = self.taken.split_last().map(|(_, way)| way);
        before.view == View::Guided && way == Some(&before.taken)
    }
}

/// Where the reader's focus belongs after a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attention {
    /// Where it is.
    #[default]
    Stay,
    /// On the current place of the view that is shown.
    Place,
    /// On a spot of the map.
    Spot(Spot),
    /// On the step that is shown beside the map.
    Panel,
    /// On the field of the hours to paste into.
    Paste,
}

/// The actions of a walk: each says what happened.
#[derive(Clone, Debug, PartialEq)]
pub enum WalkAction {
    /// The program has arrived; the address or the reader's scrolling asks for this place, to which this way had led before a reload.
    Arrived(Place, Option<Way>),
    /// An answer, the next step or a trouble was chosen.
    /// Where its node is no longer the current one, two presses fell into one task, and the second says nothing.
    ExitTaken(EdgeIx),
    /// At the last step it was chosen to fill in hours.
    FillingChosen,
    /// Back was pressed.
    BackPressed,
    /// An earlier place of the trail was chosen: its position in the trail.
    EarlierChosen(usize),
    /// A place was opened by a link within the page or by the address.
    PlaceOpened(Place),
    /// The browser went back or forward to a place that it keeps with its way.
    WayReturned(Way),
    /// The browser's search found something in a view that was not shown.
    ViewFound(View),
    /// A node or an answer of the map was chosen.
    SpotChosen(Spot),
    /// The step beside the map was closed.
    PanelClosed,
    /// An open trouble was closed on the map, to go back to this node.
    TroubleClosed(NodeIx),
    /// A key was pressed on the map, where this spot had the focus.
    SpotMoved(Spot, Move),
    /// Start again was pressed.
    Restarted,
    /// A translator has taken texts out of the trees that show the walk.
    TextsLost,
    /// The same page arrived in the other language.
    LanguageArrived(Rc<Page>),
    /// The page in the other language could not be had.
    LanguageFailed,
}

/// Where the reader is, and the exits that led there.
#[derive(Clone, Debug, PartialEq)]
pub struct Walk {
    /// The content the reader sees.
    pub page: Rc<Page>,
    /// Whether the program hears the reader.
    pub arrived: bool,
    /// The view that is shown.
    pub view: View,
    /// The exits taken on the way to the current node.
    pub taken: Rc<Vec<EdgeIx>>,
    /// The current node.
    pub node: NodeIx,
    /// Whether the step of the current node is shown beside the map.
    pub has_panel: bool,
    /// Whether the page in the other language could not be had.
    pub has_language_failed: bool,
    /// How often the trees that show it had to be made anew.
    pub trees: usize,
    /// Where the focus belongs, and how often it was moved, so that the same wish twice is two wishes.
    pub attention: (u32, Attention),
}

impl Walk {
    /// The walk of a reader who has just opened the page.
    #[must_use]
    pub fn new(page: Rc<Page>) -> Self {
        Self {
            node: page.flow.start(),
            page,
            arrived: false,
            view: View::default(),
            taken: Rc::default(),
            has_panel: false,
            has_language_failed: false,
            trees: 0,
            attention: (0, Attention::Stay),
        }
    }

    /// The nodes that were left on the way to the current one.
    pub fn trail(&self) -> impl Iterator<Item = NodeIx> {
        let edges = self.taken.iter();
        edges.filter_map(|edge| Some(self.page.flow.edge(*edge)?.from))
    }

    /// The current node.
    #[must_use]
    pub fn current(&self) -> Option<&Node> {
        self.page.node(self.node)
    }

    /// The fragment of the address that leads here.
    #[must_use]
    pub fn fragment(&self) -> String {
        let node = self.current().map_or("", |node| node.id.as_str());
        match self.view {
            View::Guided => ["#node=", node].concat(),
            view => ["#node=", node, "&view=", view.id()].concat(),
        }
    }

    /// The way that led here.
    #[must_use]
    pub fn way(&self) -> Way {
        Way {
            view: self.view,
            taken: self.taken.to_vec(),
        }
    }

    /// Goes a way again, as far as it exists.
    fn go_again(&mut self, way: &Way) {
        self.restart();
        self.view = way.view;
        let _ = way.taken.iter().all(|edge| self.walk(*edge));
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
    fn go_to(&mut self, node: NodeIx) {
        if node == self.node || self.walk_back(node) {
            return;
        }
        let page = self.page.clone();
        let sides = page.flow.side_ways_to(node);
        let mut best = None;
        for place in self.trail().chain([self.node]) {
            // Of those with the fewest the latest place.
            if let Some(sides) = sides.get(place.0).copied().flatten()
                && best.is_none_or(|(fewest, _)| sides <= fewest)
            {
                best = Some((sides, place));
            }
        }
        let Some((_, place)) = best else { return };
        self.walk_back(place);
        let way = page.flow.ways(place).to(&page.flow, node);
        for edge in way.into_iter().flatten() {
            self.walk(edge);
        }
    }

    /// Goes to a node of the map and, if an answer was chosen there, on along it.
    fn choose(&mut self, spot: Spot) {
        self.view = View::Map;
        self.has_panel = true;
        match spot {
            Spot::Node(node) => self.go_to(node),
            Spot::Answer(edge) => {
                if let Some(edge) = self.page.flow.edge(edge) {
                    self.go_to(edge.from);
                }
                self.walk(edge);
            }
        }
        self.look(Attention::Spot(Spot::Node(self.node)));
    }

    /// Returns to a node of the trail, if it is one.
    fn walk_back(&mut self, node: NodeIx) -> bool {
        let earlier = self.trail().position(|other| other == node);
        if let Some(earlier) = earlier {
            Rc::make_mut(&mut self.taken).truncate(earlier);
            self.node = node;
        }
        earlier.is_some()
    }

    fn restart(&mut self) {
        Rc::make_mut(&mut self.taken).clear();
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

    fn take(&mut self, edge: EdgeIx) {
        if !self.walk(edge) {
            return;
        }
        if self.view == View::Map {
            self.look(Attention::Panel);
        } else {
            self.view = View::Guided;
            self.look(Attention::Place);
        }
    }

    /// Goes along an edge, and says whether it leaves the current node.
    fn walk(&mut self, edge: EdgeIx) -> bool {
        let from_here = self.page.flow.edge(edge);
        let Some(to) = from_here
            .filter(|edge| edge.from == self.node)
            .map(|edge| edge.to)
        else {
            return false;
        };
        // A way that comes back to a place of the trail continues from there: the trail never loops.
        if !self.walk_back(to) {
            Rc::make_mut(&mut self.taken).push(edge);
            self.node = to;
        }
        true
    }

    fn return_to(&mut self, position: usize) {
        let earlier = self.trail().nth(position);
        if let Some(node) = earlier {
            Rc::make_mut(&mut self.taken).truncate(position);
            self.node = node;
            self.view = View::Guided;
            self.look(Attention::Place);
        }
    }

    fn look(&mut self, attention: Attention) {
        self.attention = (self.attention.0.wrapping_add(1), attention);
    }

    /// Follows an action; the only place where a walk changes.
    pub fn follow(&mut self, action: WalkAction) {
        self.has_language_failed = false;
        match action {
            WalkAction::Arrived(place, way) => {
                self.arrived = true;
                // A step that was taken while the program came counts for more.
                if self.attention.0 == 0 {
                    if let Some(way) = way {
                        self.go_again(&way);
                    }
                    self.go(&place);
                }
            }
            WalkAction::ExitTaken(edge) => self.take(edge),
            WalkAction::FillingChosen => {
                self.view = View::Hours;
                self.look(Attention::Paste);
            }
            WalkAction::BackPressed => {
                if let Some(before) = self.taken.len().checked_sub(1) {
                    self.return_to(before);
                }
            }
            WalkAction::EarlierChosen(position) => self.return_to(position),
            WalkAction::PlaceOpened(place) => {
                if self.go(&place) {
                    self.look(Attention::Place);
                }
            }
            WalkAction::WayReturned(way) => {
                self.go_again(&way);
                self.look(Attention::Place);
            }
            WalkAction::ViewFound(view) => {
                self.view = view;
                // The browser leads to the place that it has found.
                self.look(Attention::Stay);
            }
            WalkAction::SpotChosen(spot) => self.choose(spot),
            WalkAction::PanelClosed => {
                self.has_panel = false;
                self.look(Attention::Spot(Spot::Node(self.node)));
            }
            WalkAction::TroubleClosed(node) => {
                self.choose(Spot::Node(node));
                self.has_panel = false;
            }
            WalkAction::SpotMoved(spot, by) => {
                self.look(Attention::Spot(self.moved(spot, by)));
            }
            WalkAction::Restarted => {
                self.restart();
                self.view = View::Guided;
                self.look(Attention::Place);
            }
            WalkAction::TextsLost => self.trees += 1,
            WalkAction::LanguageArrived(page) => self.change_page(page),
            WalkAction::LanguageFailed => self.has_language_failed = true,
        }
        self.has_panel &= self.view == View::Map;
    }
}

impl Reducible for Walk {
    type Action = WalkAction;

    fn reduce(self: Rc<Self>, action: WalkAction) -> Rc<Self> {
        let mut walk = Rc::unwrap_or_clone(self);
        walk.follow(action);
        Rc::new(walk)
    }
}
