//! The problems of a flow, found in one pass over its nodes and edges.

use crate::chains::Chains;
use crate::{Edge, EdgeIx, EdgeKind, Flow, NodeIx, NodeKind};

/// Something wrong with a flow (流程問題), at an edge or a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowProblem {
    /// An edge whose target (or source) does not exist (連到不存在的節點).
    EdgeToNowhere {
        /// The edge.
        edge: EdgeIx,
    },
    /// A node that no way from the start leads to (到不了的節點); side ways count as ways.
    Unreachable {
        /// The node.
        node: NodeIx,
    },
    /// A node that is no outcome and has no answer and no next node (死路); a side way alone is no way on.
    DeadEnd {
        /// The node.
        node: NodeIx,
    },
    /// A reachable node that leads on, but for ever round a loop (走不出的迴圈).
    ///
    /// Nodes that end up in a dead end are not named as well: the dead end is what needs mending.
    NoWayOut {
        /// The node.
        node: NodeIx,
    },
    /// An outcome with an answer or a next node (結果之後還有下一步); side ways are allowed, for what may be wrong at the end.
    OutcomeWithExit {
        /// The node.
        node: NodeIx,
    },
    /// A question with fewer than two answers that is not a dead end (只有一個答案的提問).
    QuestionWithOneAnswer {
        /// The node.
        node: NodeIx,
    },
}

impl Flow {
    /// Everything that is wrong with the flow (檢查): first its edges in their order, then its nodes in the order of reading.
    ///
    /// The time it takes grows with the number of nodes and edges, no faster.
    /// If the start does not exist, every node is unreachable.
    #[must_use]
    pub fn check(&self) -> Vec<FlowProblem> {
        let mut problems = Vec::new();
        for (index, edge) in self.numbered_edges() {
            if !self.has_both_ends(&edge) {
                problems.push(FlowProblem::EdgeToNowhere { edge: index });
            }
        }
        let counts = self.count_exits();
        let reachable = self.reachable();
        let ending = self.ending(&counts);
        let nodes = self.kinds.iter().zip(&counts);
        let nodes = nodes.zip(reachable.iter().zip(&ending));
        for (node, ((kind, exits), (is_reachable, is_ending))) in self.nodes().zip(nodes) {
            let is_outcome = *kind == NodeKind::Outcome;
            if !is_reachable {
                problems.push(FlowProblem::Unreachable { node });
            }
            if exits.is_dead_end(*kind) {
                problems.push(FlowProblem::DeadEnd { node });
            } else if *kind == NodeKind::Question && exits.answers < 2 {
                problems.push(FlowProblem::QuestionWithOneAnswer { node });
            }
            if *is_reachable && !is_ending {
                problems.push(FlowProblem::NoWayOut { node });
            }
            if is_outcome && exits.written > 0 {
                problems.push(FlowProblem::OutcomeWithExit { node });
            }
        }
        problems
    }

    /// Counts the edges that leave each node, without those to troubles.
    fn count_exits(&self) -> Vec<Exits> {
        let mut counts = vec![Exits::default(); self.kinds.len()];
        for edge in &self.edges {
            if edge.kind == EdgeKind::Trouble {
                continue;
            }
            if let Some(exits) = counts.get_mut(edge.from.0) {
                exits.written += 1;
                exits.answers += usize::from(edge.kind == EdgeKind::Answer);
                exits.real += usize::from(self.has_both_ends(edge));
            }
        }
        counts
    }

    /// Which nodes the start leads to, by any edge.
    fn reachable(&self) -> Vec<bool> {
        let exits = Chains::new(self, |edge| edge.from, |_, _| true);
        self.spread(vec![self.start], &exits, |edge| edge.to)
    }

    /// Which nodes lead to an end, right or wrong: an outcome or a dead end.
    fn ending(&self, counts: &[Exits]) -> Vec<bool> {
        let entrances = Chains::new(self, |edge| edge.to, Self::leads_on);
        let nodes = self.nodes().zip(self.kinds.iter().zip(counts));
        let ends = nodes
            .filter(|(_, (kind, exits))| **kind == NodeKind::Outcome || exits.is_dead_end(**kind))
            .map(|(node, _)| node)
            .collect();
        self.spread(ends, &entrances, |edge| edge.from)
    }

    /// Which nodes one comes to from these, along the chains.
    fn spread(
        &self,
        from: Vec<NodeIx>,
        chains: &Chains,
        other_end: fn(&Edge) -> NodeIx,
    ) -> Vec<bool> {
        let mut is_seen = vec![false; self.kinds.len()];
        let mut waiting = from;
        while let Some(node) = waiting.pop() {
            match is_seen.get_mut(node.0) {
                Some(is_seen) if !*is_seen => *is_seen = true,
                _ => continue,
            }
            waiting.extend(chains.of(self, node).map(|(_, edge)| other_end(&edge)));
        }
        is_seen
    }
}

/// How many answers and next nodes leave a node; side ways are not counted.
#[derive(Clone, Copy, Default)]
struct Exits {
    /// All of them.
    written: usize,
    /// Those that are answers.
    answers: usize,
    /// Those whose target exists.
    real: usize,
}

impl Exits {
    fn is_dead_end(self, kind: NodeKind) -> bool {
        kind != NodeKind::Outcome && self.real == 0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::FlowProblem::*;
    use super::*;
    use crate::samples::{any_flow, flow, leads};

    #[track_caller]
    fn check(kinds: &str, edges: &str, expect: &[FlowProblem]) {
        assert_eq!(flow(kinds, edges).check(), expect, "{kinds}: {edges}");
    }

    #[test]
    fn a_right_flow_has_no_problems() {
        check("o", "", &[]);
        check("so", "0>1", &[]);
        check("qsso", "0?1 0?2 1>3 2>3", &[]);
        // A trouble hangs at a step and leads back to it; another one hangs at the outcome.
        check("stot", "0>2 0!1 1>0 2!3 3>0", &[]);
        // A way back to an earlier question is no loop without exit.
        check("qso", "0?1 0?2 1>0", &[]);
    }

    #[test]
    fn edges_without_a_node_are_named() {
        check("so", "0>1 0!7", &[EdgeToNowhere { edge: EdgeIx(1) }]);
        check("so", "0>1 9>1", &[EdgeToNowhere { edge: EdgeIx(1) }]);
        check(
            "so",
            "0>2",
            &[
                EdgeToNowhere { edge: EdgeIx(0) },
                DeadEnd { node: NodeIx(0) },
                Unreachable { node: NodeIx(1) },
            ],
        );
        check("qo", "0?1 0?5", &[EdgeToNowhere { edge: EdgeIx(1) }]);
        check(
            "o",
            "0>4",
            &[
                EdgeToNowhere { edge: EdgeIx(0) },
                OutcomeWithExit { node: NodeIx(0) },
            ],
        );
    }

    #[test]
    fn nodes_that_cannot_be_reached_are_named() {
        check("sos", "0>1 2>1", &[Unreachable { node: NodeIx(2) }]);
        check(
            "soss",
            "0>1 2>3 3>2",
            &[
                Unreachable { node: NodeIx(2) },
                Unreachable { node: NodeIx(3) },
            ],
        );
        let lost = Flow::new(vec![NodeKind::Outcome], vec![], NodeIx(1));
        assert_eq!(lost.check(), [Unreachable { node: NodeIx(0) }]);
        assert_eq!(Flow::new(vec![], vec![], NodeIx(0)).check(), []);
    }

    #[test]
    fn dead_ends_are_named_and_the_way_to_them_is_not() {
        check("s", "", &[DeadEnd { node: NodeIx(0) }]);
        check("sss", "0>1 1>2", &[DeadEnd { node: NodeIx(2) }]);
        check("sto", "0!1 1>2", &[DeadEnd { node: NodeIx(0) }]);
        check("q", "", &[DeadEnd { node: NodeIx(0) }]);
        check("qso", "0?1 0?2", &[DeadEnd { node: NodeIx(1) }]);
        check(
            "ts",
            "",
            &[
                DeadEnd { node: NodeIx(0) },
                Unreachable { node: NodeIx(1) },
                DeadEnd { node: NodeIx(1) },
            ],
        );
    }

    #[test]
    fn loops_without_exit_are_named() {
        check("s", "0>0", &[NoWayOut { node: NodeIx(0) }]);
        check(
            "qsso",
            "0?1 0?3 1>2 2>1",
            &[NoWayOut { node: NodeIx(1) }, NoWayOut { node: NodeIx(2) }],
        );
        // The side way out of the loop does not count.
        check(
            "sso",
            "0>1 1>0 1!2",
            &[NoWayOut { node: NodeIx(0) }, NoWayOut { node: NodeIx(1) }],
        );
        // A loop that ends in a dead end is mended there.
        check("qss", "0?1 0?2 1>0", &[DeadEnd { node: NodeIx(2) }]);
    }

    #[test]
    fn outcomes_that_go_on_are_named() {
        check("so", "0>1 1>0", &[OutcomeWithExit { node: NodeIx(1) }]);
        check("oo", "0?1", &[OutcomeWithExit { node: NodeIx(0) }]);
    }

    #[test]
    fn questions_without_a_choice_are_named() {
        check("qo", "0?1", &[QuestionWithOneAnswer { node: NodeIx(0) }]);
        check("qo", "0>1", &[QuestionWithOneAnswer { node: NodeIx(0) }]);
        check("qo", "0?1 0?1", &[]);
    }

    #[test]
    fn a_long_chain_is_checked_without_recursion() {
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
        assert_eq!(
            Flow::new(kinds.clone(), edges.clone(), NodeIx(0)).check(),
            []
        );
        kinds[last] = NodeKind::Step;
        assert_eq!(
            Flow::new(kinds, edges, NodeIx(0)).check(),
            [DeadEnd { node: NodeIx(last) }]
        );
    }

    proptest! {
        #[test]
        fn each_problem_is_named_exactly_where_it_is(flow in any_flow()) {
            let problems = flow.check();
            prop_assert_eq!(flow.clone().check(), problems.clone());
            let count = flow.kinds().len();
            for (index, edge) in flow.numbered_edges() {
                let missing = edge.from.0 >= count || edge.to.0 >= count;
                prop_assert_eq!(problems.contains(&EdgeToNowhere { edge: index }), missing);
            }
            let dead_end = |node: NodeIx| problems.contains(&DeadEnd { node });
            for node in flow.nodes() {
                let is_reachable = leads(&flow, flow.start(), |at| at == node, |_| true);
                prop_assert_eq!(problems.contains(&Unreachable { node }), !is_reachable);
                let has_exit = flow.exits(node).any(|(_, e)| e.kind != EdgeKind::Trouble && e.to.0 < count);
                let is_outcome = flow.kind(node) == Some(NodeKind::Outcome);
                prop_assert_eq!(dead_end(node), !is_outcome && !has_exit);
                let ends = leads(
                    &flow, node,
                    |at| flow.kind(at) == Some(NodeKind::Outcome) || dead_end(at),
                    |edge| edge.kind != EdgeKind::Trouble,
                );
                prop_assert_eq!(problems.contains(&NoWayOut { node }), is_reachable && !ends);
            }
        }

        #[test]
        fn a_flow_without_problems_leads_everyone_to_an_outcome(flow in any_flow()) {
            if flow.check().is_empty() {
                for node in flow.nodes() {
                    prop_assert!(flow.path_to(node).is_some());
                    prop_assert!(flow.steps_left(node).is_some());
                }
            }
        }
    }
}
