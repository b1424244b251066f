//! Types.

use super::example::Example;
use super::field::Field;
use super::further_members::FurtherMembers;
use super::id::{ResourceId, SourceId, TypeId};
use super::literal::Literal;
use super::name::Name;
use super::prose::Prose;
use super::rule::Rule;
use super::source_location::SourceLocation;
use super::type_ref::{Scalar, TypeRef};

/// A named type.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeDef {
    /// Its name.
    pub name: Name,
    /// The resource whose module it lives in.
    pub resource: ResourceId,
    /// What it is; never empty.
    pub docs: Prose,
    /// What it is made of.
    pub shape: Shape,
    /// One of its values.
    pub example: Option<Example>,
    /// Conditions over several members, which are given by their index; only of a struct.
    pub rules: Vec<Rule>,
    /// Conditions that one weak source alone tells of: a value that breaks them is sent all the same.
    pub weak_rules: Vec<Rule>,
    /// How items of its lists are found.
    pub lookups: Vec<Lookup>,
    /// Where it is used.
    pub usage: Usage,
    /// Which types hold it that it holds itself.
    pub circles: Circles,
    /// Where its facts come from.
    pub sources: Vec<SourceId>,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

impl TypeDef {
    /// Its rules, however well they are known: what a plausible value keeps to.
    #[must_use]
    pub fn known_rules(&self) -> Vec<Rule> {
        self.rules.iter().chain(&self.weak_rules).cloned().collect()
    }

    /// The members that it may hold beside its fields; only of a struct.
    #[must_use]
    pub fn free(&self) -> Option<&FreeMembers> {
        if let Shape::Struct { free, .. } = &self.shape { free.as_ref() } else { None }
    }

    /// The objects of which one has its further members; only of a struct.
    #[must_use]
    pub fn variant(&self) -> Option<&FurtherMembers> {
        if let Shape::Struct { variant, .. } = &self.shape { variant.as_ref() } else { None }
    }

    /// The types that it is made of.
    pub(crate) fn parts(&self) -> Vec<&TypeRef> {
        match &self.shape {
            Shape::Struct { fields, free, variant } => {
                let free = free.iter().map(|free| &free.ty);
                let variant = variant.iter().map(|variant| &variant.ty);
                fields.iter().map(|field| &field.ty).chain(free).chain(variant).collect()
            }
            Shape::Union(variants) => variants.iter().collect(),
            Shape::Tagged(union) => union.variants.iter().map(|variant| &variant.ty).collect(),
            Shape::Any(forms) => forms.iter().flat_map(|form| form.write.iter().chain(&form.read)).collect(),
            Shape::Id(_) | Shape::Enum { .. } => Vec::new(),
        }
    }
}

/// What a type is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A newtype of its own, so that ids of different things cannot be mixed up.
    Id(IdRepr),
    /// An object with known members.
    Struct {
        /// These members.
        fields: Vec<Field>,
        /// What members under other names hold, where such are kept.
        free: Option<FreeMembers>,
        /// The objects of which one has the further members, if these vary.
        variant: Option<FurtherMembers>,
    },
    /// One of some values; others may come.
    Enum {
        /// How the values travel.
        repr: EnumRepr,
        /// The known values.
        values: Vec<EnumValue>,
    },
    /// One of several types that differ in their JSON kind.
    Union(Vec<TypeRef>),
    /// One of several objects, which one of their members tells apart, or the members that they have; others may come.
    Tagged(TaggedUnion),
    /// Any JSON value, in one of the forms that it is known to take or in another one.
    Any(Vec<ValueForm>),
}

/// The members of an object that have no field of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct FreeMembers {
    /// What the client calls them together; no field has this name.
    pub name: Name,
    /// The type of the values, whatever they are called on the wire.
    pub ty: TypeRef,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

impl FreeMembers {
    /// All of them as one value: a map from names to values.
    #[must_use]
    pub fn map(&self) -> TypeRef {
        let key = Box::new(TypeRef::Scalar(Scalar::Str));
        TypeRef::Map { key, value: Box::new(self.ty.clone()) }
    }

    /// A name on the wire for one of them in a sample: neither that of a field nor one that tells objects of a union
    /// apart.
    #[must_use]
    pub fn sample_wire(&self, fields: &[Field], types: &[TypeDef]) -> String {
        let is_tag = |name: &str, def: &TypeDef| matches!(&def.shape, Shape::Tagged(union) if union.by.as_deref() == Some(name));
        let mut name = self.name.snake().to_owned();
        while fields.iter().any(|field| field.wire == name) || types.iter().any(|def| is_tag(&name, def)) {
            name.insert_str(0, "other_");
        }
        name
    }
}

/// How an id travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdRepr {
    /// As a string.
    Str,
    /// As a whole number.
    Int,
}

/// How an enum's values travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumRepr {
    /// As strings.
    Str,
    /// As whole numbers.
    Int,
}

/// A known value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// Its name.
    pub name: Name,
    /// What travels: a string or a whole number, as the enum's `repr` says.
    pub value: Literal,
    /// Other spellings of it that may come.
    pub also: Vec<Literal>,
    /// What it means; never empty.
    pub docs: Prose,
}

/// Objects of several types that one of their members tells apart, or the members that they have.
#[derive(Clone, Debug, PartialEq)]
pub struct TaggedUnion {
    /// The member that tells them apart: the tag. The types of the variants do not have it. Without a tag, an object is of
    /// the variant whose needed members it all has and of which it has the most members, or of the next one in that order if
    /// its values do not fit.
    pub by: Option<String>,
    /// The known objects.
    pub variants: Vec<Variant>,
}

/// One of the objects of a tagged union.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its name.
    pub name: Name,
    /// The value of the tag that stands for it; without a tag, its name in the spec.
    pub tag: String,
    /// Its other members: an object.
    pub ty: TypeRef,
    /// What it is, if that is more than its type says.
    pub docs: Option<Prose>,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

/// A form that a value of any kind is known to take.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueForm {
    /// Its name: `text` gives the maker `text` and the reader `as_text`.
    pub name: Name,
    /// What is written; `None` when the form can only be read.
    pub write: Option<TypeRef>,
    /// What is read; `None` when the source does not say.
    pub read: Option<TypeRef>,
    /// Whether `null` is a value of the form.
    pub nullable: bool,
    /// What it means; never empty.
    pub docs: Prose,
}

/// A method of a struct that finds an item of one of its lists.
#[derive(Clone, Debug, PartialEq)]
pub struct Lookup {
    /// Its name.
    pub name: Name,
    /// The struct's field that holds the list, by its index.
    pub list: usize,
    /// The type of the items: a struct.
    pub item: TypeId,
    /// The items' fields that are compared with the key, by their indices; the first one first, never empty.
    pub by: Vec<usize>,
    /// The item's field that is wanted; `None` means the item itself.
    pub value: Option<usize>,
    /// What it finds.
    pub docs: Prose,
}

/// Where a type is used: in requests, in responses, as the key of maps, or in several of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// A parameter leads to it.
    pub requests: bool,
    /// A response leads to it.
    pub responses: bool,
    /// It is the key of a map somewhere.
    pub keys: bool,
}

/// Types that hold one another without a list or map in between are in one circle. Each type is in one, be it alone; the
/// numbers say only which are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circles {
    /// The circle of structs that hold one another by structs alone.
    pub by_structs: usize,
    /// The circle of those that hold one another, be it through unions too.
    pub by_all: usize,
}
