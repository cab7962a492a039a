//! How to get to a node, and how far it still is from there.

use crate::chains::Chains;
use crate::{Edge, EdgeIx, EdgeKind, Flow, NodeIx, NodeKind};

/// How many steps are left to an outcome (剩餘步數), counted in edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepsLeft {
    /// By the shortest way (最少).
    pub fewest: usize,
    /// By the longest way that does not turn back (最多).
    pub most: usize,
}

impl Flow {
    /// How many steps are left from a node to an outcome (剩餘步數), without side ways; `None` if no outcome can be reached.
    ///
    /// The longest way leaves out edges that turn back: walking the flow depth-first from the start, in the order of its edges, those that
    /// lead to a node one is still coming from.
    /// Where every way turns back, it is the shortest one.
    #[must_use]
    pub fn steps_left(&self, node: NodeIx) -> Option<StepsLeft> {
        let exits = Chains::new(self, |edge| edge.from, Self::leads_on);
        let fewest = self.fewest_left().get(node.0).copied().flatten()?;
        let most = self.most(&exits).get(node.0).copied().flatten();
        Some(StepsLeft {
            fewest,
            most: most.unwrap_or(fewest),
        })
    }

    /// The way from the start to a node (路徑), see [`Flow::ways`].
    #[must_use]
    pub fn path_to(&self, node: NodeIx) -> Option<Vec<EdgeIx>> {
        self.ways(self.start).to(self, node)
    }

    /// The best way from one node to every other.
    ///
    /// It is the way with the fewest side ways, among those the shortest, and among those the one that takes the earlier edge where
    /// they part.
    #[must_use]
    pub fn ways(&self, from: NodeIx) -> Ways {
        let exits = Chains::new(self, |edge| edge.from, |_, _| true);
        let mut ways = Ways {
            from,
            came_by: vec![None; self.kinds.len()],
            side_ways: self.side_ways(&exits, from, |edge| edge.to),
        };
        let mut queue = vec![from];
        let mut head = 0;
        while let Some(at) = queue.get(head).copied() {
            head += 1;
            let Some(so_far) = ways.side_ways(at) else {
                break;
            };
            for (index, edge) in exits.of(self, at) {
                let then = so_far + usize::from(edge.kind == EdgeKind::Trouble);
                if edge.to == from || ways.side_ways(edge.to) != Some(then) {
                    continue;
                }
                if let Some(came_by @ None) = ways.came_by.get_mut(edge.to.0) {
                    *came_by = Some(index);
                    queue.push(edge.to);
                }
            }
        }
        ways
    }

    /// How many side ways one cannot do without on the way from each node to one; `None` where no way leads there.
    #[must_use]
    pub fn side_ways_to(&self, node: NodeIx) -> Vec<Option<usize>> {
        let entrances = Chains::new(self, |edge| edge.to, |_, _| true);
        self.side_ways(&entrances, node, |edge| edge.from)
    }

    /// How many steps are left to an outcome from each node at least, as [`Flow::steps_left`] counts them.
    #[must_use]
    pub fn fewest_left(&self) -> Vec<Option<usize>> {
        let entrances = Chains::new(self, |edge| edge.to, Self::leads_on);
        let is_outcome = |node: &NodeIx| self.kind(*node) == Some(NodeKind::Outcome);
        let mut left = vec![None; self.kinds.len()];
        let mut level: Vec<NodeIx> = self.nodes().filter(is_outcome).collect();
        let mut steps = 0;
        while !level.is_empty() {
            let mut next_level = Vec::new();
            for at in level {
                if let Some(left @ None) = left.get_mut(at.0) {
                    *left = Some(steps);
                    next_level.extend(entrances.of(self, at).map(|(_, edge)| edge.from));
                }
            }
            level = next_level;
            steps += 1;
        }
        left
    }

    /// How many edges the longest way to an outcome has from each node, without the edges that turn back.
    fn most(&self, exits: &Chains) -> Vec<Option<usize>> {
        let mut visits = vec![Visit::New; self.kinds.len()];
        // Nodes beside the flow, such as troubles, come after everything the start leads to.
        for root in std::iter::once(self.start).chain(self.nodes()) {
            // The nodes one is coming from, each with the edge to take next.
            let mut trail = Vec::new();
            enter(&mut visits, &mut trail, exits, root);
            while let Some((node, exit)) = trail.last_mut() {
                let node = *node;
                match *exit {
                    Some(index) => {
                        *exit = exits.after(index);
                        if let Some(edge) = self.edge(index) {
                            enter(&mut visits, &mut trail, exits, edge.to);
                        }
                    }
                    None => {
                        let most = self.most_after(exits, node, &visits);
                        if let Some(visit) = visits.get_mut(node.0) {
                            *visit = Visit::Left(most);
                        }
                        trail.pop();
                    }
                }
            }
        }
        let left = |visit| match visit {
            Visit::Left(most) => most,
            Visit::New | Visit::Open => None,
        };
        visits.into_iter().map(left).collect()
    }

    /// The same for a node whose exits were all walked: those that are still open turn back.
    fn most_after(&self, exits: &Chains, node: NodeIx, visits: &[Visit]) -> Option<usize> {
        if self.kind(node) == Some(NodeKind::Outcome) {
            return Some(0);
        }
        exits
            .of(self, node)
            .filter_map(|(_, edge)| match visits.get(edge.to.0) {
                Some(Visit::Left(most)) => most.map(|most| most + 1),
                _ => None,
            })
            .max()
    }

    /// How many side ways one cannot do without between a node and each other, along the chains; `None` where no way leads.
    fn side_ways(
        &self,
        chains: &Chains,
        from: NodeIx,
        other_end: fn(&Edge) -> NodeIx,
    ) -> Vec<Option<usize>> {
        let mut fewest = vec![None; self.kinds.len()];
        let mut waiting = vec![from];
        let mut taken = 0;
        while !waiting.is_empty() {
            let mut beside = Vec::new();
            while let Some(node) = waiting.pop() {
                match fewest.get_mut(node.0) {
                    Some(fewest @ None) => *fewest = Some(taken),
                    _ => continue,
                }
                for (_, edge) in chains.of(self, node) {
                    match edge.kind {
                        EdgeKind::Trouble => beside.push(other_end(&edge)),
                        EdgeKind::Answer | EdgeKind::Next => waiting.push(other_end(&edge)),
                    }
                }
            }
            waiting = beside;
            taken += 1;
        }
        fewest
    }
}

/// The best ways from one node (路徑).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways {
    from: NodeIx,
    came_by: Vec<Option<EdgeIx>>,
    side_ways: Vec<Option<usize>>,
}

impl Ways {
    /// How many side ways the way to a node takes; `None` if no way leads there.
    #[must_use]
    pub fn side_ways(&self, node: NodeIx) -> Option<usize> {
        self.side_ways.get(node.0).copied().flatten()
    }

    /// The way to a node; `None` if none leads there.
    #[must_use]
    pub fn to(&self, flow: &Flow, node: NodeIx) -> Option<Vec<EdgeIx>> {
        self.side_ways(node)?;
        let mut path = Vec::new();
        let mut at = node;
        while at != self.from {
            let edge = self.came_by.get(at.0).copied().flatten()?;
            path.push(edge);
            at = flow.edge(edge)?.from;
        }
        path.reverse();
        Some(path)
    }
}

/// How far the walk is with a node.
#[derive(Clone, Copy)]
enum Visit {
    New,
    Open,
    Left(Option<usize>),
}

/// Goes on to a node, unless one was there.
fn enter(
    visits: &mut [Visit],
    trail: &mut Vec<(NodeIx, Option<EdgeIx>)>,
    exits: &Chains,
    node: NodeIx,
) {
    if let Some(visit @ Visit::New) = visits.get_mut(node.0) {
        *visit = Visit::Open;
        trail.push((node, exits.first(node)));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::samples::{any_flow, flow, leads, simple_paths};

    /// A small guide: a question, then one of two more questions, whose ways meet again at node 7 before the outcome.
    const GUIDE: &str = "qqsqsssso";
    const WAYS: &str = "0?1 0?3 1?2 1?4 2>6 3?6 3?7 4>5 5>7 6>7 7>8";

    #[test]
    fn the_steps_left_are_counted_in_edges() {
        #[track_caller]
        fn check(kinds: &str, edges: &str, node: usize, expect: Option<(usize, usize)>) {
            let left = flow(kinds, edges)
                .steps_left(NodeIx(node))
                .map(|left| (left.fewest, left.most));
            assert_eq!(left, expect, "{kinds}: {edges} from {node}");
        }
        check("o", "", 0, Some((0, 0)));
        check("so", "0>1", 0, Some((1, 1)));
        check("so", "0>1", 2, None);
        check("s", "", 0, None);
        check("s", "0>0", 0, None);
        check(GUIDE, WAYS, 0, Some((3, 5)));
        check(GUIDE, WAYS, 3, Some((2, 3)));
        check(GUIDE, WAYS, 1, Some((4, 4)));
        check(GUIDE, WAYS, 8, Some((0, 0)));
        // An outcome is the end, whatever leaves it.
        check("soso", "0>1 1>2 2>3", 0, Some((1, 1)));
        // Side ways lead nowhere, and a trouble knows its way back.
        check("sto", "0!1 1>2", 0, None);
        check("sto", "0>2 0!1 1>0", 1, Some((2, 2)));
        check("sto", "0>2 0!1 1>0", 0, Some((1, 1)));
        // An edge to nowhere is no edge.
        check("so", "0>9 0>1 9>1", 0, Some((1, 1)));
    }

    #[test]
    fn turning_back_does_not_lengthen_the_longest_way() {
        #[track_caller]
        fn check(node: usize, expect: (usize, usize)) {
            // A question whose second answer is a step that leads back to it.
            let left = flow("sqso", "0>1 1?3 1?2 2>1")
                .steps_left(NodeIx(node))
                .expect("an outcome");
            assert_eq!((left.fewest, left.most), expect, "from {node}");
        }
        check(0, (2, 2));
        check(1, (1, 1));
        check(2, (2, 2));
    }

    #[test]
    fn the_path_is_the_shortest_without_needless_side_ways() {
        #[track_caller]
        fn check(kinds: &str, edges: &str, node: usize, expect: Option<&[usize]>) {
            let path = flow(kinds, edges).path_to(NodeIx(node));
            let path = path.map(|path| path.iter().map(|edge| edge.0).collect::<Vec<_>>());
            assert_eq!(path.as_deref(), expect, "{kinds}: {edges} to {node}");
        }
        check("o", "", 0, Some(&[]));
        check("so", "0>1", 1, Some(&[0]));
        check("so", "", 1, None);
        check("so", "0>1", 2, None);
        check(GUIDE, WAYS, 7, Some(&[1, 6]));
        check(GUIDE, WAYS, 6, Some(&[1, 5]));
        check(GUIDE, WAYS, 5, Some(&[0, 3, 7]));
        // Two ways of the same length: the earlier edge where they part.
        check("qsso", "0?1 0?2 1>3 2>3", 3, Some(&[0, 2]));
        check("qsso", "0?2 0?1 1>3 2>3", 3, Some(&[0, 3]));
        check("qo", "0?1 0?1", 1, Some(&[0]));
        // A side way is shorter, but not needed.
        check("ssto", "0>1 0!2 1>3 2>3", 3, Some(&[0, 2]));
        check("sssto", "0>1 1>2 2>4 0!3 3>4", 4, Some(&[0, 1, 2]));
        // It is needed for a trouble itself, and then only once.
        check("sto", "0>2 0!1 1>0", 1, Some(&[1]));
        check("sstt", "0!2 2>1 0>1 1!3 2!3", 3, Some(&[2, 3]));
        check("ssstt", "0!3 3!4 0>1 1>2 2!4", 4, Some(&[2, 3, 4]));
    }

    #[test]
    fn ways_from_any_node_are_counted_in_side_ways_and_steps() {
        #[track_caller]
        fn check(kinds: &str, edges: &str, from: usize, expect: &[Option<(usize, usize)>]) {
            let flow = flow(kinds, edges);
            let from = NodeIx(from);
            let ways = flow.ways(from);
            let steps = |node| Some(ways.to(&flow, node)?.len());
            let counts = flow.nodes().map(|node| {
                assert_eq!(
                    flow.side_ways_to(node).get(from.0).copied().flatten(),
                    ways.side_ways(node)
                );
                Some((ways.side_ways(node)?, steps(node)?))
            });
            assert_eq!(
                counts.collect::<Vec<_>>(),
                expect,
                "{kinds}: {edges} from {from:?}"
            );
        }
        check("so", "0>1", 0, &[Some((0, 0)), Some((0, 1))]);
        check("so", "0>1", 1, &[None, Some((0, 0))]);
        check("so", "0>1", 7, &[None, None]);
        check(
            "sto",
            "0!1 0>2 1>0",
            0,
            &[Some((0, 0)), Some((1, 1)), Some((0, 1))],
        );
        check(
            "sto",
            "0!1 0>2 1>0",
            1,
            &[Some((0, 1)), Some((0, 0)), Some((0, 2))],
        );
    }

    #[test]
    fn a_start_that_does_not_exist_leads_nowhere() {
        let lost = Flow::new(vec![NodeKind::Outcome], vec![], NodeIx(1));
        assert_eq!(lost.path_to(NodeIx(0)), None);
        assert_eq!(lost.path_to(NodeIx(1)), None);
        assert_eq!(
            lost.steps_left(NodeIx(0)),
            Some(StepsLeft { fewest: 0, most: 0 })
        );
        assert_eq!(lost.steps_left(NodeIx(1)), None);
    }

    #[test]
    fn a_long_chain_is_walked_without_recursion() {
        let last = 5_000;
        let mut kinds = vec![NodeKind::Step; last];
        kinds.push(NodeKind::Outcome);
        let edges: Vec<_> = (0..last)
            .rev()
            .map(|from| Edge {
                from: NodeIx(from),
                to: NodeIx(from + 1),
                kind: EdgeKind::Next,
            })
            .collect();
        let chain = Flow::new(kinds, edges, NodeIx(0));
        assert_eq!(
            chain.steps_left(NodeIx(0)),
            Some(StepsLeft {
                fewest: last,
                most: last
            })
        );
        assert_eq!(
            chain.path_to(NodeIx(last)),
            Some((0..last).rev().map(EdgeIx).collect())
        );
    }

    proptest! {
        #[test]
        fn the_steps_left_are_those_of_real_ways(flow in any_flow()) {
            for node in (0..flow.kinds().len() + 2).map(NodeIx) {
                // Every way to an outcome that ends there and visits no node twice.
                let ways: Vec<usize> = simple_paths(&flow, node, |edge| flow.leads_on(&edge))
                    .into_iter()
                    .filter(|(at, _)| flow.kind(*at) == Some(NodeKind::Outcome))
                    .map(|(_, path)| path.len())
                    .collect();
                let left = flow.steps_left(node);
                let fewest = flow.fewest_left().get(node.0).copied().flatten();
                prop_assert_eq!(left.map(|left| left.fewest), fewest);
                prop_assert_eq!(left.map(|left| left.fewest), ways.iter().min().copied());
                if let Some(left) = left {
                    prop_assert!(left.fewest <= left.most);
                    prop_assert!(ways.contains(&left.most));
                    let turns_back = flow.nodes().any(|at| {
                        flow.exits(at).any(|(_, edge)| {
                            flow.leads_on(&edge) && leads(&flow, edge.to, |to| to == at, |edge| flow.leads_on(&edge))
                        })
                    });
                    if !turns_back {
                        prop_assert_eq!(Some(left.most), ways.iter().max().copied());
                    }
                }
            }
        }

        #[test]
        fn the_path_is_the_best_of_all_ways(flow in any_flow()) {
            let ways = simple_paths(&flow, flow.start(), |_| true);
            for node in (0..flow.kinds().len() + 2).map(NodeIx) {
                let best = ways
                    .iter()
                    .filter(|(at, _)| *at == node)
                    .map(|(_, path)| path.clone())
                    .min_by_key(|path| {
                        let is_side_way = |edge: &&EdgeIx| flow.edges()[edge.0].kind == EdgeKind::Trouble;
                        (path.iter().filter(is_side_way).count(), path.len(), path.clone())
                    });
                prop_assert_eq!(flow.path_to(node), best);
            }
        }
    }
}
