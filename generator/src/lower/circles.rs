//! Which types hold one another without a list or map in between: in Rust, such a type must be boxed somewhere.

use crate::ir::{Circles, Shape, TypeDef, TypeRef};

/// Tells each type which circles it is in.
pub(super) fn lower_circles(types: &mut [TypeDef]) {
    let by_structs = circles(&types.iter().map(|def| held_types(&def.shape, false)).collect::<Vec<_>>());
    let by_all = circles(&types.iter().map(|def| held_types(&def.shape, true)).collect::<Vec<_>>());
    for ((def, by_structs), by_all) in types.iter_mut().zip(by_structs).zip(by_all) {
        def.circles = Circles { by_structs, by_all };
    }
}

/// The types that a type holds, by their numbers: as a struct, or as a union, too.
fn held_types(shape: &Shape, through_unions: bool) -> Vec<usize> {
    let held = |ty: &TypeRef| ty.held().map(|id| id.index());
    match shape {
        Shape::Struct { fields, variant, .. } => {
            let fields = fields.iter().map(|field| &field.ty);
            fields.chain(variant.iter().map(|variant| &variant.ty)).filter_map(held).collect()
        }
        Shape::Union(members) if through_unions => members.iter().filter_map(held).collect(),
        Shape::Tagged(union) if through_unions => {
            union.variants.iter().filter_map(|variant| held(&variant.ty)).collect()
        }
        Shape::Union(_) | Shape::Tagged(_) | Shape::Any(_) | Shape::Id(_) | Shape::Enum { .. } => Vec::new(),
    }
}

/// By node, the number of its circle: two nodes have the same one if each leads to the other. Tarjan's algorithm, with a
/// stack of its own, so that chains of any length take linear time and no room on the stack of the thread.
fn circles(edges: &[Vec<usize>]) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let mut circle = vec![UNSEEN; edges.len()];
    // The order in which nodes were met, and the earliest node on the path that each leads to.
    let (mut met, mut earliest) = (vec![UNSEEN; edges.len()], vec![UNSEEN; edges.len()]);
    let (mut count, mut circle_count) = (0, 0);
    // Nodes whose circle is not complete, and those on the path, each with how many of its edges were followed.
    let (mut open, mut path): (Vec<usize>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
    for start in 0..edges.len() {
        if met[start] == UNSEEN {
            path.push((start, 0));
        }
        while let Some((node, followed)) = path.pop() {
            if followed == 0 {
                (met[node], earliest[node]) = (count, count);
                count += 1;
                open.push(node);
            }
            if let Some(&next) = edges[node].get(followed) {
                path.push((node, followed + 1));
                if met[next] == UNSEEN {
                    path.push((next, 0));
                } else if circle[next] == UNSEEN {
                    earliest[node] = earliest[node].min(met[next]);
                }
                continue;
            }
            if earliest[node] == met[node] {
                while let Some(member) = open.pop() {
                    circle[member] = circle_count;
                    if member == node {
                        break;
                    }
                }
                circle_count += 1;
            }
            if let Some(&(parent, _)) = path.last() {
                earliest[parent] = earliest[parent].min(earliest[node]);
            }
        }
    }
    circle
}

#[cfg(test)]
mod tests {
    use super::circles;
    use paceline_test_support::Rng;

    /// Whether a node leads to another one, by following everything.
    fn leads(edges: &[Vec<usize>], from: usize, to: usize) -> bool {
        let (mut seen, mut open) = (vec![false; edges.len()], edges[from].clone());
        while let Some(node) = open.pop() {
            if !std::mem::replace(&mut seen[node], true) {
                open.extend(&edges[node]);
            }
        }
        seen[to]
    }

    #[test]
    fn nodes_that_lead_to_one_another_are_in_one_circle() {
        for seed in 0..300 {
            let mut rng = Rng::with_seed(seed);
            let size = rng.usize(1..=9);
            let edges: Vec<Vec<usize>> =
                (0..size).map(|_| (0..rng.usize(0..=2)).map(|_| rng.usize(0..size)).collect()).collect();
            let circle = circles(&edges);
            for a in 0..size {
                for b in 0..size {
                    let expected = a == b || leads(&edges, a, b) && leads(&edges, b, a);
                    assert_eq!(circle[a] == circle[b], expected, "{a} and {b} of {edges:?}");
                }
            }
        }
    }
}
