//! The parts of a flow that are drawn in ways of their own: lanes, groups, the shared tail, and where troubles hang.

use super::Parts;
use crate::{Edge, EdgeKind, Flow, NodeIx, NodeKind};

/// Where a node is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    /// Above the lanes: the start and the questions that lead into them.
    Top,
    /// In the lane of this number.
    Lane(usize),
    /// On the line along the bottom.
    Tail,
}

/// The node or group that a trouble's badge hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    Node(usize),
    Group(usize),
    /// Nothing leads to it.
    Nowhere,
}

/// A question's parallel steps: each is one step from the question to the same next node (並列方式).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) question: usize,
    /// In the order of the answers.
    pub(super) members: Vec<usize>,
}

/// The parts of a flow.
#[derive(Debug)]
pub(super) struct Structure {
    /// The region of each node; troubles have none.
    pub(super) regions: Vec<Option<Region>>,
    pub(super) groups: Vec<Group>,
    /// The group of each node.
    pub(super) group_of: Vec<Option<usize>>,
    /// The nodes of the shared tail, in order.
    pub(super) tail: Vec<usize>,
    /// The home of each trouble; other nodes have none.
    pub(super) homes: Vec<Option<Home>>,
}

/// The edges of a node that belong to the way itself, by the node at one of their ends.
pub(super) struct Ways {
    pub(super) out: Vec<Vec<usize>>,
    pub(super) into: Vec<Vec<usize>>,
}

impl Ways {
    pub(super) fn new(flow: &Flow) -> Self {
        let count = flow.kinds().len();
        let (mut out, mut into) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        for (number, edge) in flow.edges().iter().enumerate() {
            if is_main(flow, edge) {
                out[edge.from.0].push(number);
                into[edge.to.0].push(number);
            }
        }
        Self { out, into }
    }
}

/// Whether an edge joins two nodes that are no troubles.
pub(super) fn is_main(flow: &Flow, edge: &Edge) -> bool {
    let is_trouble = |node| flow.is_trouble(NodeIx(node));
    flow.has_both_ends(edge)
        && edge.kind != EdgeKind::Trouble
        && !is_trouble(edge.from.0)
        && !is_trouble(edge.to.0)
}

impl Structure {
    pub(super) fn of(flow: &Flow, parts: &Parts, ways: &Ways) -> Self {
        let count = flow.kinds().len();
        let (groups, group_of) = groups(flow, parts, ways);
        let tail = tail(flow, parts, ways);
        let mut regions: Vec<Option<Region>> = (0..count)
            .map(|node| match parts.lane(node) {
                _ if flow.is_trouble(NodeIx(node)) => None,
                Some(lane) => Some(Region::Lane(lane)),
                None => Some(Region::Top),
            })
            .collect();
        for node in &tail {
            regions[*node] = Some(Region::Tail);
        }
        let homes = homes(flow, &group_of);
        Self {
            regions,
            groups,
            group_of,
            tail,
            homes,
        }
    }
}

fn groups(flow: &Flow, parts: &Parts, ways: &Ways) -> (Vec<Group>, Vec<Option<usize>>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut group_of = vec![None; flow.kinds().len()];
    for question in 0..flow.kinds().len() {
        let members: Vec<usize> = (ways.out[question].iter())
            .map(|edge| flow.edges()[*edge].to.0)
            .collect();
        let next = |node: usize| match ways.out[node].as_slice() {
            [only] => Some(flow.edges()[*only].to.0),
            _ => None,
        };
        let Some(target) = members.first().and_then(|first| next(*first)) else {
            continue;
        };
        let is_member = |(position, node): (usize, &usize)| {
            *node != question
                && *node != target
                && *node != flow.start().0
                && next(*node) == Some(target)
                && flow.kind(NodeIx(*node)) == Some(NodeKind::Step)
                // A label has no room within a group; those of the question itself are left out there.
                && (ways.into[*node].iter()).all(|edge| {
                    flow.edges()[*edge].from.0 == question || parts.label(*edge).is_none()
                })
                && group_of[*node].is_none()
                && parts.lane(*node) == parts.lane(question)
                && !members[..position].contains(node)
        };
        if members.len() > 1
            && target != question
            && !members.contains(&target)
            && group_of[question].is_none()
            && members.iter().enumerate().all(is_member)
        {
            for node in &members {
                group_of[*node] = Some(groups.len());
            }
            groups.push(Group { question, members });
        }
    }
    (groups, group_of)
}

/// The nodes from the last join to the end, as far as one follows the other and none stands in a lane.
fn tail(flow: &Flow, parts: &Parts, ways: &Ways) -> Vec<usize> {
    let is_free = |node: usize| parts.lane(node).is_none() && node != flow.start().0;
    let end = (0..flow.kinds().len()).rfind(|node| {
        flow.kind(NodeIx(*node)) == Some(NodeKind::Outcome)
            && is_free(*node)
            && ways.out[*node].is_empty()
            && !ways.into[*node].is_empty()
    });
    let before = |node: &usize| {
        let [only] = ways.into[*node].as_slice() else {
            return None;
        };
        let from = flow.edges()[*only].from.0;
        let is_step = flow.kind(NodeIx(from)) == Some(NodeKind::Step) && ways.out[from].len() == 1;
        (is_free(from) && is_step).then_some(from)
    };
    let count = flow.kinds().len();
    // A loop that nothing leads into has no first node, so no more are taken than there are.
    let mut tail: Vec<usize> = std::iter::successors(end, before).take(count).collect();
    tail.reverse();
    tail
}

/// A trouble hangs on the node that leads to it; on a group where all that lead to it are members of one; else on the first.
fn homes(flow: &Flow, group_of: &[Option<usize>]) -> Vec<Option<Home>> {
    let is_trouble = |node: usize| flow.is_trouble(NodeIx(node));
    let mut owners = vec![Vec::new(); flow.kinds().len()];
    for edge in flow.edges().iter().filter(|it| flow.has_both_ends(it)) {
        if is_trouble(edge.to.0)
            && !is_trouble(edge.from.0)
            && !owners[edge.to.0].contains(&edge.from.0)
        {
            owners[edge.to.0].push(edge.from.0);
        }
    }
    let home = |node: usize| match owners[node].as_slice() {
        _ if !is_trouble(node) => None,
        [] => Some(Home::Nowhere),
        [first, rest @ ..] => {
            let group = group_of[*first].filter(|group| {
                !rest.is_empty() && rest.iter().all(|it| group_of[*it] == Some(*group))
            });
            Some(group.map_or(Home::Node(*first), Home::Group))
        }
    };
    (0..flow.kinds().len()).map(home).collect()
}
