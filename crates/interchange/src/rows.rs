//! Judges each row by the lines of a text (逐列判讀): a label and its number on one line, or on lines of their own.

use hours::Hours;

use crate::tokens::{Bracket, FoundLabel, Heads, Number, Other, Token};
use crate::{Doubt, DoubtKind, Found};

/// So many rows in a chain of numbers are numbered, even where the numbers are not those of the portal.
const CHAIN: usize = 4;

/// A label, and what stands there of its row.
pub(crate) struct Place {
    pub(crate) label: FoundLabel,
    pub(crate) found: Found,
    /// Whether the label ends its line, so that its number may stand on the next.
    is_open: bool,
    /// The number at the beginning of its line, where it may be the number of the row.
    lead: Option<Number>,
}

/// The events in a text that matter for the order of its labels and numbers.
#[derive(Clone, Copy)]
enum Event {
    /// A label, by its place.
    Label(usize),
    /// A number alone on its line.
    Number(Number),
    /// A line of something else, and whether it may go on with a number before it.
    Other { goes_on: bool },
}

/// The lines of a text as they are read.
#[derive(Default)]
struct Lines {
    places: Vec<Place>,
    events: Vec<Event>,
    /// The numbers that begin lines with more in them, and the place that follows each.
    leads: Vec<(u32, Option<usize>)>,
    /// How wide the line of headings above the rows is.
    heads: usize,
    /// Whether a heading says that the numbers below are not the hours one has.
    is_not_hours: bool,
    /// The labels of the line before, where they are headings of columns.
    headings: Vec<usize>,
}

/// Judges all labels of a text.
pub(crate) fn places(tokens: &[Token]) -> Vec<Place> {
    let mut lines = Lines::default();
    for line in tokens.split(|token| *token == Token::Break) {
        lines.add(line);
    }
    lines.judge_leads();
    lines.judge_columns();
    if lines.leave_out_row_numbers() || lines.is_behind() {
        lines.take_numbers_behind();
    } else {
        lines.doubt_numbers_beside();
    }
    lines.judge_next_lines();
    for place in &mut lines.places {
        if let Found::Hours(hours) = place.found
            && !place.label.is_sure
        {
            place.found = doubt(DoubtKind::Label, vec![hours]);
        }
    }
    lines.places
}

impl Lines {
    /// Takes in a line.
    fn add(&mut self, line: &[Token]) {
        let mut parts = line.chunk_by(|_, next| !matches!(next, Token::Label(_)));
        let before = match line.first() {
            None | Some(Token::Label(_)) => &[],
            Some(_) => parts.next().unwrap_or_default(),
        };
        let spare = content(before);
        let lead = match spare.first() {
            Some(Token::Number(number)) if number.ordinal.is_some() => Some(*number),
            _ => None,
        };
        let mut parts = parts.peekable();
        if parts.peek().is_none() {
            if !spare.is_empty() {
                let is_head = !has_digits(&spare) || are_periods(line);
                self.heads = if is_head { width(line) } else { 0 };
                self.is_not_hours = is_head && heads_other_hours(line, &spare);
                self.doubt_headings(&spare);
            }
            self.add_other(&spare, lead);
            return;
        }
        let first = self.places.len();
        if let Some(ordinal) = lead.and_then(|number| number.ordinal) {
            self.leads.push((ordinal, Some(self.places.len())));
        }
        let mut spare = spare.as_slice();
        if lead.is_some() {
            spare = spare.get(1..).unwrap_or_default();
        }
        let mut is_heading = false;
        while let Some(part) = parts.next() {
            let Some((Token::Label(label), items)) = part.split_first() else {
                continue;
            };
            let is_last = parts.peek().is_none();
            let is_bare = content(items).is_empty();
            let mut place = Place {
                label: *label,
                found: judge(label, items),
                // Behind another bare label it is the heading of a column.
                is_open: is_last && is_bare && !is_heading,
                lead: None,
            };
            is_heading |= is_bare;
            // Numbers and dates before the label: a list of courses, or a column before it.
            if has_digits(spare) {
                let before = numbers(spare);
                let kind = if before.is_empty() {
                    DoubtKind::OtherWords
                } else {
                    DoubtKind::SeveralNumbers
                };
                place.found = doubt(kind, [before, place.found.numbers()].concat());
                place.is_open = false;
            }
            spare = &[];
            self.events.push(Event::Label(self.places.len()));
            self.places.push(place);
        }
        self.headings.clear();
        let labels = self.places.get(first..).unwrap_or_default();
        let is_bare = |place: &Place| place.found == Found::Blank;
        if labels.len() > 1 && labels.iter().all(is_bare) {
            self.headings.extend(first..self.places.len());
        }
        // 1 總學習時數 2 數位課程總學習時數: each number may as well be that of the label behind it.
        let is_led = lead.is_some() || labels.first().is_some_and(|place| place.label.is_numbered);
        if is_led && labels.len() > 1 && labels.last().is_some_and(is_bare) {
            for place in self.places.iter_mut().skip(first) {
                if let Found::Hours(hours) = place.found {
                    place.found = doubt(DoubtKind::Order, vec![hours]);
                }
            }
        }
        let is_narrow = width(line) < self.heads || self.is_not_hours;
        if let [place] = self.places.get_mut(first..).unwrap_or_default() {
            place.lead = lead;
            // Under 規定時數 and 已完成時數 stands one number only.
            if is_narrow && let Found::Hours(hours) = place.found {
                place.found = doubt(DoubtKind::Columns, vec![hours]);
            }
        } else if let Some(place) = self.places.get_mut(first) {
            place.lead = lead;
        }
    }

    /// Leaves labels that head columns in doubt, where numbers stand below.
    fn doubt_headings(&mut self, below: &[Token]) {
        let below = numbers(below);
        for place in std::mem::take(&mut self.headings) {
            if let Some(place) = self.places.get_mut(place).filter(|_| !below.is_empty()) {
                place.found = doubt(DoubtKind::Columns, below.clone());
                place.is_open = false;
            }
        }
    }

    /// Takes in a line without a label.
    fn add_other(&mut self, content: &[Token], lead: Option<Number>) {
        match content {
            // A unit on a line of its own changes nothing.
            [] | [Token::Unit] => {}
            [Token::Number(number)] => self.events.push(Event::Number(*number)),
            [Token::Number(number), rest @ ..] if rest.iter().all(|token| belongs(token, true)) => {
                let ordinal = None;
                self.events
                    .push(Event::Number(Number { ordinal, ..*number }));
            }
            [first, ..] => {
                if let Some(ordinal) = lead.and_then(|number| number.ordinal) {
                    self.leads.push((ordinal, None));
                }
                // 30 分 goes on with the hours in the line before.
                let first = match (first, content.get(1)) {
                    (Token::Number(_), Some(second)) => second,
                    _ => first,
                };
                let goes_on = matches!(
                    first,
                    Token::Other(Other { goes_on: true, .. }) | Token::Colon
                );
                self.events.push(Event::Other { goes_on });
            }
        }
    }

    /// Looks whether a row has several numbers, or one that is not in the first column.
    fn judge_columns(&mut self) {
        let is_wide = |place: &Place| matches!(&place.found, Found::Doubt(doubt) if matches!(doubt.kind, DoubtKind::SeveralNumbers | DoubtKind::Columns));
        if self.places.iter().any(is_wide) {
            self.doubt_columns();
        }
    }

    /// Where one row has several numbers, the table has several columns, and the only number of another row may stand in
    /// any of them.
    fn doubt_columns(&mut self) {
        for place in &mut self.places {
            if let Found::Hours(hours) = place.found {
                place.found = doubt(DoubtKind::Columns, vec![hours]);
            }
        }
    }

    /// The number before a label is that of its row, or in doubt.
    fn judge_leads(&mut self) {
        let places = &self.places;
        let is_portals = |(ordinal, place): &(u32, Option<usize>)| {
            place.is_none_or(|place| {
                places
                    .get(place)
                    .is_some_and(|place| place.has_number(*ordinal))
            })
        };
        if self.leads.iter().all(is_portals) {
            return;
        }
        for chain in self
            .leads
            .chunk_by(|(one, _), (next, _)| *next == one.saturating_add(1))
        {
            if chain.len() >= CHAIN {
                continue;
            }
            for place in chain.iter().filter_map(|(_, place)| *place) {
                if let Some(place) = self.places.get_mut(place) {
                    let lead = place.lead.and_then(|number| number.hours.ok());
                    let numbers = lead.into_iter().chain(place.found.numbers()).collect();
                    place.found = doubt(DoubtKind::SeveralNumbers, numbers);
                    place.is_open = false;
                }
            }
        }
    }

    /// Takes away the numbers that stand alone on the line before each label, if they are those of the rows.
    fn leave_out_row_numbers(&mut self) -> bool {
        let Some(numbers) = self.row_numbers() else {
            return false;
        };
        let mut at = 0;
        self.events.retain(|_| {
            at += 1;
            numbers.binary_search(&(at - 1)).is_err()
        });
        true
    }

    /// The events that are numbers of rows, if each label has one.
    fn row_numbers(&self) -> Option<Vec<usize>> {
        let mut numbers = Vec::new();
        let (mut is_portals, mut is_even) = (true, true);
        let mut last: Option<(usize, u32, usize)> = None;
        for (at, place) in self.labels() {
            let ordinal = self.number_at(at.checked_sub(1)?)?.ordinal?;
            is_portals &= place.has_number(ordinal);
            if let Some((last_at, last_ordinal, width)) = last {
                is_even &= at - last_at == width && ordinal == last_ordinal + 1;
            }
            // Number, label and hours, which may stand on one line with the label.
            last = Some((at, ordinal, if place.is_open { 3 } else { 2 }));
            numbers.push(at - 1);
        }
        let (at, ordinal, _) = last?;
        // The number behind the last label may be the number of a row that is cut off.
        let next = self.number_at(at + 1).and_then(|number| number.ordinal);
        let is_cut = !is_even && next == Some(ordinal + 1);
        let is_known = is_portals || (is_even && numbers.len() >= CHAIN);
        (is_known && !is_cut).then_some(numbers)
    }

    /// Whether numbers that stand on lines of their own stand behind their labels in the whole text.
    ///
    /// Were they before their labels, the first number would stand before the first label, and a label would stand
    /// behind the last number. Were all labels before all numbers, nothing would stand between two labels.
    fn is_behind(&self) -> bool {
        let opens: Vec<usize> = self
            .labels()
            .filter_map(|(at, place)| place.is_open.then_some(at))
            .collect();
        let (Some(first), Some(last)) = (opens.first(), opens.last()) else {
            return true;
        };
        let with_numbers = opens.iter().filter(|at| self.number_at(**at + 1).is_some());
        let is_block = with_numbers.count() == 1 && opens.contains(&last.wrapping_sub(1));
        let is_preceded = |at: &usize| {
            let mut before = self.events.get(..*at).unwrap_or_default().iter().rev();
            let mut numbers = 0;
            loop {
                match before.next() {
                    Some(Event::Number(_)) => numbers += 1,
                    // Lines of something else have numbers as well.
                    Some(Event::Other { .. }) if at != first => return false,
                    Some(Event::Label(place)) => {
                        let is_open = self.places.get(*place).is_some_and(|place| place.is_open);
                        return numbers > 0 && !is_open;
                    }
                    _ => return numbers > 0,
                }
            }
        };
        self.number_at(*last + 1).is_some() && !is_block && !opens.iter().any(is_preceded)
    }

    /// Gives each open label the number on the line behind it, unless some have several: then there are several columns.
    fn take_numbers_behind(&mut self) {
        let mut has_columns = false;
        let is_beside = |place: &Place| !place.is_open && matches!(place.found, Found::Hours(_));
        let are_beside = self.places.iter().any(is_beside);
        for at in 0..self.events.len() {
            // Only behind labels: each number of a long column is looked at once.
            if self.open_at(at).is_none() {
                continue;
            }
            let numbers = self.numbers_from(at + 1);
            if let Some(place) = self.open_at(at) {
                place.found = match numbers.as_slice() {
                    [] => Found::Blank,
                    [
                        Number {
                            hours: Ok(hours), ..
                        },
                    ] if place.label.is_not_hours => doubt(DoubtKind::OtherWords, vec![*hours]),
                    // Where others stand beside their labels, it may be anything, such as the number of the page.
                    [
                        Number {
                            hours: Ok(hours), ..
                        },
                    ] if are_beside => doubt(DoubtKind::Order, vec![*hours]),
                    [number] => number.found(),
                    several => {
                        has_columns = true;
                        let hours = several.iter().filter_map(|number| number.hours.ok());
                        doubt(DoubtKind::SeveralNumbers, hours.collect())
                    }
                };
            }
        }
        if has_columns {
            self.doubt_columns();
        }
    }

    /// Leaves each open label beside a number in doubt.
    fn doubt_numbers_beside(&mut self) {
        for at in 0..self.events.len() {
            let before = at.checked_sub(1).and_then(|at| self.number_at(at));
            let numbers = [before, self.number_at(at + 1)];
            if let Some(place) = self.open_at(at)
                && numbers.iter().any(Option::is_some)
            {
                let hours = numbers
                    .into_iter()
                    .flatten()
                    .filter_map(|number| number.hours.ok());
                place.found = doubt(DoubtKind::Order, hours.collect());
            }
        }
    }

    /// Leaves rows in doubt whose hours may go on in the next line.
    fn judge_next_lines(&mut self) {
        let last = self.labels().last().map(|(at, _)| at);
        let mut has_columns = false;
        for at in 0..self.events.len() {
            let Some(Event::Label(place)) = self.events.get(at) else {
                continue;
            };
            let numbers = self.numbers_from(at + 1);
            let next = self.events.get(at + 1 + numbers.len());
            let goes_on = matches!(next, Some(Event::Other { goes_on: true }));
            let Some(place) = self.places.get_mut(*place) else {
                continue;
            };
            let Found::Hours(hours) = place.found else {
                continue;
            };
            if !place.is_open && !numbers.is_empty() {
                let numbers = numbers.iter().filter_map(|number| number.hours.ok());
                let seen = std::iter::once(hours).chain(numbers);
                place.found = doubt(DoubtKind::SeveralNumbers, seen.collect());
                // Behind the last row it may as well be the number of the page.
                has_columns |= Some(at) != last;
            } else if goes_on {
                place.found = doubt(DoubtKind::OtherWords, vec![hours]);
            }
        }
        if has_columns {
            self.doubt_columns();
        }
    }

    /// The labels with their places in the order of events.
    fn labels(&self) -> impl Iterator<Item = (usize, &Place)> {
        self.events
            .iter()
            .enumerate()
            .filter_map(|(at, event)| match event {
                Event::Label(place) => Some((at, self.places.get(*place)?)),
                _ => None,
            })
    }

    fn number_at(&self, at: usize) -> Option<Number> {
        match self.events.get(at) {
            Some(Event::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The numbers that follow each other from here.
    fn numbers_from(&self, at: usize) -> Vec<Number> {
        (at..).map_while(|at| self.number_at(at)).collect()
    }

    /// The place of the label here, if it is open.
    fn open_at(&mut self, at: usize) -> Option<&mut Place> {
        let Event::Label(place) = self.events.get(at)? else {
            return None;
        };
        self.places.get_mut(*place).filter(|place| place.is_open)
    }
}

impl Place {
    /// Whether this is the number of the row in the portal.
    fn has_number(&self, ordinal: u32) -> bool {
        usize::try_from(ordinal).is_ok_and(|ordinal| ordinal == self.label.row.index() + 1)
    }
}

impl Number {
    fn found(self) -> Found {
        match self.hours {
            Ok(hours) => Found::Hours(hours),
            Err(problem) => Found::Unusable(problem),
        }
    }
}

/// Judges the tokens behind a label on its line, as far as the next label.
fn judge(label: &FoundLabel, items: &[Token]) -> Found {
    let content = content(items);
    match content.as_slice() {
        [Token::Number(number), rest @ ..]
            if rest
                .iter()
                .all(|token| belongs(token, label.threshold.is_none())) =>
        {
            match number.hours {
                Ok(hours) if label.is_not_hours => doubt(DoubtKind::OtherWords, vec![hours]),
                Ok(hours) if skips_cell(items) => doubt(DoubtKind::Columns, vec![hours]),
                _ => number.found(),
            }
        }
        several if !has_digits(several) => Found::Blank,
        several => {
            let is_number =
                |token: &Token| matches!(token, Token::Number(number) if number.hours.is_ok());
            let are_cells = several
                .iter()
                .all(|token| is_number(token) || belongs(token, false))
                && several.iter().filter(|token| is_number(token)).count() > 1;
            let kind = if are_cells {
                DoubtKind::SeveralNumbers
            } else {
                DoubtKind::OtherWords
            };
            doubt(kind, numbers(several))
        }
    }
}

/// Whether a piece behind a number leaves it what it is.
fn belongs(token: &Token, may_be_threshold: bool) -> bool {
    match token {
        Token::Unit | Token::Bracket(Bracket::Remark) => true,
        Token::Bracket(Bracket::Threshold) => may_be_threshold,
        _ => false,
    }
}

/// The pieces between edges of cells, without the colon behind a label.
fn content(items: &[Token]) -> Vec<Token> {
    let mut content: Vec<Token> = Vec::new();
    for token in items {
        match token {
            Token::Edge(_) => {}
            Token::Colon if content.is_empty() => {}
            token => content.push(*token),
        }
    }
    content
}

/// Whether an empty cell stands before the first piece: the same edge twice.
fn skips_cell(items: &[Token]) -> bool {
    let mut edges = Vec::new();
    for token in items {
        match token {
            Token::Edge(c) if edges.contains(c) => return true,
            Token::Edge(c) => edges.push(*c),
            Token::Colon => {}
            _ => return false,
        }
    }
    false
}

/// How many cells of a line are not empty.
fn cells(line: &[Token]) -> usize {
    let is_edge = |token: &Token| matches!(token, Token::Edge(_));
    line.split(is_edge).filter(|cell| !cell.is_empty()).count()
}

/// The same with the empty corner above the rows.
fn width(line: &[Token]) -> usize {
    cells(line) + usize::from(matches!(line.first(), Some(Token::Edge(_))))
}

/// Whether a line heads columns of years, months or seasons: at least two of its cells are such, and no other has digits.
fn are_periods(line: &[Token]) -> bool {
    let is_edge = |token: &Token| matches!(token, Token::Edge(_));
    let is_period = |cell: &&[Token]| match cell {
        [Token::Number(number)] => number.ordinal.is_some(),
        [Token::Other(other)] => other.is_period && other.has_digit,
        [Token::Number(_), Token::Other(other)] => other.is_period,
        _ => false,
    };
    let (periods, others): (Vec<&[Token]>, Vec<&[Token]>) =
        line.split(is_edge).partition(is_period);
    periods.len() > 1 && !others.into_iter().any(has_digits)
}

/// Whether the numbers below a line are not the hours one has: by the head of a column, or by a caption of one word for hours that
/// are missing. A sentence may speak of anything.
fn heads_other_hours(line: &[Token], content: &[Token]) -> bool {
    let heads = |token: &Token| match token {
        Token::Other(other) => other.heads,
        Token::Bracket(Bracket::Other {
            is_not_hours: true, ..
        }) => Heads::NotHours,
        _ => Heads::Any,
    };
    match content {
        _ if cells(line) > 1 => content.iter().any(|it| heads(it) != Heads::Any),
        [caption]
        | [
            caption,
            Token::Colon | Token::Other(Other { goes_on: true, .. }),
        ] => heads(caption) == Heads::Missing,
        _ => false,
    }
}

fn has_digits(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        matches!(
            token,
            Token::Number(_)
                | Token::Other(Other {
                    has_digit: true,
                    ..
                })
        )
    })
}

/// The hours that stand among pieces.
fn numbers(tokens: &[Token]) -> Vec<Hours> {
    let number = |token: &Token| match token {
        Token::Number(number) => number.hours.ok(),
        _ => None,
    };
    tokens.iter().filter_map(number).collect()
}

fn doubt(kind: DoubtKind, numbers: Vec<Hours>) -> Found {
    let mut doubt = Doubt {
        kind,
        numbers: Vec::new(),
    };
    doubt.add(numbers);
    Found::Doubt(doubt)
}
