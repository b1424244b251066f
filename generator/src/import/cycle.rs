//! Types that would have to contain themselves without end.

use std::collections::BTreeMap;

use super::types::{Field, Form, TypeDefinition, TypeUse};

/// The types as numbers, with what is known of each so far.
struct Graph<'t> {
    numbers: BTreeMap<&'t str, usize>,
    /// Whether a type has a finite value.
    finite: Vec<bool>,
    /// How many required members of a type have no finite value yet; 1 for a union, of which one member with such a value is
    /// enough.
    missing: Vec<usize>,
    /// By type: those that need it.
    users: Vec<Vec<usize>>,
}

/// Makes members optional so that no type has to contain itself without end. Returns the changed members, as
/// `Type.member`.
pub(super) fn break_cycles(types: &mut BTreeMap<String, TypeDefinition>) -> Vec<String> {
    let mut changed = Vec::new();
    let mut graph = Graph::of(types);
    let ready: Vec<usize> = (0..graph.missing.len()).filter(|number| graph.missing[*number] == 0).collect();
    graph.spread(ready);
    // One type at a time: fixing it may make others finite too. Only structs are fixed, since a union has no finite value
    // only where a struct in it has none.
    let mut broken: BTreeMap<String, Vec<String>> = BTreeMap::new();
    // What is endless by its variant is no longer so once a member in there is optional, so it comes last.
    let has_variant = |def: &TypeDefinition| matches!(&def.form, Form::Fields { variant: Some(_), .. });
    let mut all: Vec<_> = types.iter().enumerate().collect();
    all.sort_by_key(|(_, (_, def))| has_variant(def));
    for (number, (name, def)) in all {
        let Form::Fields { fields, .. } = &def.form else { continue };
        if graph.finite[number] {
            continue;
        }
        let endless = |field: &&Field| graph.needs(field).is_some_and(|needed| !graph.finite[needed]);
        let wires: Vec<String> = fields.iter().filter(endless).map(|field| field.wire.clone()).collect();
        changed.extend(wires.iter().map(|wire| format!("{name}.{wire}")));
        broken.insert(name.clone(), wires);
        graph.missing[number] = 0;
        graph.spread(vec![number]);
    }
    for (name, wires) in broken {
        if let Some(Form::Fields { fields, .. }) = types.get_mut(&name).map(|def| &mut def.form) {
            fields
                .iter_mut()
                .filter(|field| wires.contains(&field.wire))
                .for_each(|field| field.optional = true);
        }
    }
    changed
}

impl<'t> Graph<'t> {
    fn of(types: &'t BTreeMap<String, TypeDefinition>) -> Self {
        let numbers = types.keys().enumerate().map(|(number, name)| (name.as_str(), number)).collect();
        let (finite, missing, users) =
            (vec![false; types.len()], vec![0; types.len()], vec![Vec::new(); types.len()]);
        let mut graph = Self { numbers, finite, missing, users };
        for (number, def) in types.values().enumerate() {
            let needed: Vec<usize> = match &def.form {
                Form::Fields { fields, variant, .. } => {
                    let variant = variant.iter().filter_map(|variant| graph.named(variant));
                    fields.iter().filter_map(|field| graph.needs(field)).chain(variant).collect()
                }
                Form::Union(members) => graph.needed_by_all(members.iter()),
                Form::Tagged { variants, .. } => {
                    graph.needed_by_all(variants.iter().map(|variant| &variant.ty))
                }
                Form::Enum { .. } => Vec::new(),
            };
            graph.missing[number] = match &def.form {
                Form::Fields { .. } => needed.len(),
                _ => usize::from(!needed.is_empty()),
            };
            needed.into_iter().for_each(|needed| graph.users[needed].push(number));
        }
        graph
    }

    /// The type that a field cannot do without.
    fn needs(&self, field: &Field) -> Option<usize> {
        if field.optional { None } else { self.named(&field.ty) }
    }

    /// The type that a use of a type is or holds, if it has a name: lists, maps and scalars always have a finite value.
    fn named(&self, ty: &TypeUse) -> Option<usize> {
        let name = ty.type_names.first().filter(|_| ty.holds_named_type)?;
        self.numbers.get(name.as_str()).copied()
    }

    /// The members of a union, one of which it needs; none if one of them is no named type.
    fn needed_by_all<'u>(&self, members: impl Iterator<Item = &'u TypeUse>) -> Vec<usize> {
        members.map(|member| self.named(member)).collect::<Option<_>>().unwrap_or_default()
    }

    /// Marks types as finite, and those that lacked nothing else.
    fn spread(&mut self, mut ready: Vec<usize>) {
        while let Some(number) = ready.pop() {
            if std::mem::replace(&mut self.finite[number], true) {
                continue;
            }
            for user in std::mem::take(&mut self.users[number]) {
                self.missing[user] = self.missing[user].saturating_sub(1);
                if self.missing[user] == 0 {
                    ready.push(user);
                }
            }
        }
    }
}
