//! Objects with free keys.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::ops::Index;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::decode::{ConstEmpty, Decode, Empty, Input, Members};
use super::encode::{Encode, FreeMembers, Writer};
use super::entries::{Entries, GrowingEntries, read_entry};
use super::error::DecodeError;
use super::serde_bridge::{deserialize, serialize};

/// A map in the order of its keys.
///
/// It offers what [`BTreeMap`] does for reading, and is turned into one, or made from one, by `into`. It is a sorted
/// list, which is small and fast for the few entries that a response's maps have: a look-up takes logarithmic time, an
/// insertion anywhere but at the end linear time. A client has many kinds of maps, and each costs a tenth of what a
/// `BTreeMap` costs to compile.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Map<K, V> {
    entries: Vec<(K, V)>,
}

/// A type that can be the name of a member.
pub trait MapKey: Ord + Sized {
    /// Reads a key from a member's name; `None` when it cannot be one.
    fn from_key(name: &str) -> Option<Self>;

    /// Calls `put` with the member's name.
    fn with_key(&self, put: &mut dyn FnMut(&str));
}

impl<K, V> Map<K, V> {
    /// An empty map.
    #[must_use]
    #[inline]
    pub const fn new() -> Self {
        Self { entries: Vec::new() }
    }

    /// The number of entries.
    #[must_use]
    #[inline]
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    #[must_use]
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries, in the order of their keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + ExactSizeIterator + Clone {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    /// The entries, in the order of their keys; the values may be changed.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&K, &mut V)> + ExactSizeIterator {
        self.entries.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator + Clone {
        self.entries.iter().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        self.entries.iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> Map<K, V> {
    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|at| &self.entries[at].1)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|at| &mut self.entries[at].1)
    }

    /// Whether the map has a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Sets the value of a key, and gives the one it had.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(at) => Some(std::mem::replace(&mut self.entries[at].1, value)),
            Err(at) => {
                self.entries.insert(at, (key, value));
                None
            }
        }
    }

    /// Removes a key, and gives the value it had.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|at| self.entries.remove(at).1)
    }

    /// Where a key is, or where it belongs.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.entries.binary_search_by(|(known, _)| known.borrow().cmp(key))
    }
}

impl<K, V> Default for Map<K, V> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Borrow<Q> + Ord, V, Q: Ord + ?Sized> Index<&Q> for Map<K, V> {
    type Output = V;

    /// # Panics
    /// When the map does not have the key.
    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("the map has the key")
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = std::iter::Map<std::slice::Iter<'a, (K, V)>, fn(&'a (K, V)) -> (&'a K, &'a V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter().map(|(key, value)| (key, value))
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    /// Of entries with the same key, the last one counts.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        // It sorts and removes what comes twice.
        entries.into_iter().collect::<BTreeMap<K, V>>().into()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        let own = std::mem::take(self);
        *self = own.into_iter().chain(entries).collect();
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Map<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K, V> From<BTreeMap<K, V>> for Map<K, V> {
    fn from(map: BTreeMap<K, V>) -> Self {
        Self { entries: map.into_iter().collect() }
    }
}

impl<K: Ord, V, S> From<HashMap<K, V, S>> for Map<K, V> {
    fn from(map: HashMap<K, V, S>) -> Self {
        map.into_iter().collect()
    }
}

impl<K: Ord, V> From<Map<K, V>> for BTreeMap<K, V> {
    fn from(map: Map<K, V>) -> Self {
        map.into_iter().collect()
    }
}

impl MapKey for String {
    fn from_key(name: &str) -> Option<Self> {
        Some(name.to_owned())
    }

    fn with_key(&self, put: &mut dyn FnMut(&str)) {
        put(self);
    }
}

impl MapKey for i64 {
    fn from_key(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    fn with_key(&self, put: &mut dyn FnMut(&str)) {
        put(&self.to_string());
    }
}

impl<K: MapKey, V: Empty> Decode for Map<K, V> {
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        self.entries.clear();
        match input {
            Input::Object(members) => read_entries(&mut self.entries, members),
            Input::Null => Ok(()),
            _ => Err(input.type_mismatch("an object")),
        }
    }
}

impl<K: MapKey, V: Empty> Empty for Map<K, V> {
    fn empty() -> Self {
        Self::new()
    }
}

impl<K: MapKey, V: Empty> ConstEmpty for Map<K, V> {
    const EMPTY: Self = Self { entries: Vec::new() };
}

impl<K: MapKey, V: Encode> Encode for Map<K, V> {
    fn encode(&self, to: &mut Writer<'_>) {
        to.object(|object| {
            for (key, value) in &self.entries {
                key.with_key(&mut |name| object.put(name, value));
            }
        });
    }
}

impl<K: MapKey, V: Empty> Entries for Vec<(K, V)> {
    fn add(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let end = self.len();
        self.push((K::from_key(name)?, V::empty()));
        Some(&mut self[end].1)
    }

    fn entry_size(&self) -> usize {
        size_of::<(K, V)>()
    }

    fn compare(&self, one: usize, other: usize) -> Ordering {
        self[one].0.cmp(&self[other].0)
    }

    fn swap(&mut self, one: usize, other: usize) {
        self.as_mut_slice().swap(one, other);
    }

    fn truncate(&mut self, len: usize) {
        Self::truncate(self, len);
    }
}

/// Reads all members as entries.
fn read_entries(entries: &mut dyn Entries, members: &mut dyn Members) -> Result<(), DecodeError> {
    let mut entries = GrowingEntries::of(entries);
    while let Some(name) = members.name()? {
        let result = read_entry(entries.add(name), members);
        entries.keep(result, members)?;
    }
    entries.sort();
    Ok(())
}

/// What is read into a map that holds the members of an object beside others. It is empty at first.
pub fn free_entries<K: MapKey, V: Empty>(map: &mut Map<K, V>) -> &mut dyn Entries {
    map.entries.clear();
    &mut map.entries
}

impl<K: MapKey, V: Encode> FreeMembers for Map<K, V> {
    fn each(&self, put: &mut dyn FnMut(&str, &dyn Encode)) {
        for (key, value) in &self.entries {
            key.with_key(&mut |name| put(name, value));
        }
    }
}

impl<'de, K: MapKey, V: Empty> Deserialize<'de> for Map<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl<K: MapKey, V: Encode> Serialize for Map<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

#[cfg(test)]
mod tests;
