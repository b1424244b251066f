//! Objects of which some members are always there, and the others are those of one of several objects.

use super::alternative::Alternatives;
use super::flat_schema::FlatSchema;
use super::importer::Importer;
use super::object_union::Plan;
use super::types::{JsonKind, TypeUse, doc_of};

impl<'d> Importer<'d> {
    /// The union of the objects of which one has the further members of an object, and the member of the object that tells them
    /// apart and so is the union's; `None` if they cannot be told apart or something else is there, too.
    pub(super) fn further_members(
        &mut self,
        flat: &FlatSchema<'d>,
        name_hint: &str,
        without: &[String],
    ) -> Option<(TypeUse, Option<&'d str>)> {
        if flat.allows_other_members {
            return None;
        }
        let Alternatives { objects, lists, others, discriminator, .. } = self.alternatives(flat);
        // What only needs some members is an object without further ones, as one of no variant is.
        let only_needs = others.iter().all(|other| {
            other.flat.properties.is_empty() && other.flat.variants.is_empty() && other.flat.values.is_empty()
        });
        if objects.is_empty() || !lists.is_empty() || !only_needs {
            return None;
        }
        let common: Vec<&'d str> = flat.properties.iter().map(|(wire, _)| *wire).collect();
        let by_shared = |by: &&'d str| {
            let taken: Vec<&'d str> = common.iter().copied().filter(|wire| wire != by).collect();
            let named = discriminator.as_ref().filter(|named| named.by == *by);
            if named.is_none() && !objects.iter().all(|object| object.flat.has_property(by)) {
                return None;
            }
            let plan = self.plan(&objects, &taken, named)?;
            matches!(&plan, Plan::ByTag { by: tag, .. } if tag == by).then_some((plan, Some(*by)))
        };
        let shared = common.iter().filter(|by| !without.iter().any(|wire| wire == **by)).find_map(by_shared);
        let (plan, tag) = match shared {
            Some(found) => found,
            None => (self.plan(&objects, &common, discriminator.as_ref())?, None),
        };
        let plan = match plan {
            Plan::One(only) => Plan::ByMembers(vec![only]),
            plan => plan,
        };
        if let (Plan::ByTag { by, .. }, Some(named)) = (&plan, &discriminator)
            && *by == named.by
        {
            named.count_as_read();
        }
        let hint = format!("{name_hint}_variant");
        let name = self.claim_type_name(&hint, None);
        let made = TypeUse::named(&name, JsonKind::Object, false);
        let taken: Vec<&'d str> = common.into_iter().filter(|wire| Some(*wire) != tag).collect();
        self.carry_out(plan, (name, &hint, doc_of(None, &hint)), &taken);
        Some((made, tag))
    }
}
