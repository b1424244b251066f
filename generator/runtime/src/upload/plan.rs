//! What the server wants of an upload in parts.

use std::ops::Range;

use serde_json::Value;

use crate::api::JsonPath;
use crate::error::{Error, ErrorKind, Result};

use super::flow::PlanPaths;

/// What the server wants of an upload in parts.
#[derive(Debug, PartialEq)]
pub(super) struct Plan {
    pub(super) upload_id: String,
    /// The parts to send: number and range of bytes, in ascending order.
    pub(super) parts: Vec<(u64, Range<u64>)>,
    /// How many bytes they have together.
    pub(super) missing_bytes: u64,
}

impl Plan {
    /// Reads the plan for a file of `length` bytes from the data of a response.
    pub(super) fn read(paths: &PlanPaths, data: &Value, length: u64) -> Result<Self> {
        let upload_id = match at(data, paths.upload_id) {
            Some(Value::String(id)) if !id.is_empty() => id.clone(),
            Some(Value::Number(id)) => id.to_string(),
            _ => return Err(bad(paths.upload_id, "holds no id of the upload")),
        };
        let in_parts = paths.in_parts.and_then(|path| at(data, path)).is_none_or(|value| *value != false);
        let parts = if in_parts { Self::parts(paths, data, length)? } else { Vec::new() };
        let missing_bytes = parts.iter().map(|(_, range)| range.end - range.start).sum();
        Ok(Self { upload_id, parts, missing_bytes })
    }

    /// The parts to send of a file of `length` bytes.
    fn parts(paths: &PlanPaths, data: &Value, length: u64) -> Result<Vec<(u64, Range<u64>)>> {
        let described = [Some(paths.part_size), paths.part_count, paths.missing];
        if described.into_iter().flatten().all(|path| at(data, path).is_none()) {
            // No word of parts: there are none to send.
            return Ok(Vec::new());
        }
        let size = whole(data, paths.part_size)?.filter(|size| *size > 0).or(paths.usual_part_size);
        let size = size.ok_or_else(|| bad(paths.part_size, "holds no size of a part"))?;
        let said = paths.part_count.map(|path| whole(data, path)).transpose()?.flatten();
        let count = said.unwrap_or(length / size).max(1);
        if (count - 1).checked_mul(size).is_none_or(|start| start > length) {
            let path = paths.part_count.unwrap_or(paths.part_size);
            return Err(bad(
                path,
                &format!("asks for {count} parts of {size} bytes, and the file has {length}"),
            ));
        }
        let range = |number: u64| {
            let end = if number + 1 == count { length } else { (number + 1) * size };
            (number, number * size..end)
        };
        let Some((path, missing)) = paths.missing.and_then(|path| Some((path, at(data, path)?))) else {
            return Ok((0..count).map(range).collect());
        };
        let missing = missing.as_array().ok_or_else(|| bad(path, "is no list of parts"))?;
        let mut numbers = Vec::with_capacity(missing.len());
        for value in missing {
            let number = as_whole(value).filter(|number| *number < count);
            numbers.push(number.ok_or_else(|| bad(path, &format!("names the part {value} of {count}")))?);
        }
        numbers.sort_unstable();
        numbers.dedup();
        Ok(numbers.into_iter().map(range).collect())
    }
}

/// The value at a path, unless it is absent or `null`.
fn at(data: &Value, path: JsonPath) -> Option<&Value> {
    path.iter().try_fold(data, |value, name| value.get(name)).filter(|value| !value.is_null())
}

/// The whole number at a path; `None` if there is nothing.
fn whole(data: &Value, path: JsonPath) -> Result<Option<u64>> {
    let Some(value) = at(data, path) else { return Ok(None) };
    as_whole(value).map(Some).ok_or_else(|| bad(path, "is no whole number"))
}

/// A whole number, however the server writes it: `5`, `5.0` or `"5"`.
fn as_whole(value: &Value) -> Option<u64> {
    match value {
        Value::String(text) => text.parse().ok(),
        _ => value.as_u64().or_else(|| {
            // Up to about 9e15, which is 2^53, floats hold every whole number.
            let number =
                value.as_f64().filter(|number| number.fract() == 0.0 && (0.0..9e15).contains(number))?;
            Some(number as u64)
        }),
    }
}

/// The error of a response that is wrong at a path.
fn bad(path: JsonPath, what: &str) -> Error {
    Error::new(
        ErrorKind::Decode,
        format!("the response to the beginning of an upload: `{}` {what}", path.join(".")),
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const PATHS: PlanPaths = PlanPaths {
        upload_id: &["id"],
        in_parts: Some(&["in_parts"]),
        part_size: &["parts", "size"],
        usual_part_size: Some(4),
        part_count: Some(&["parts", "count"]),
        missing: Some(&["parts", "need"]),
    };

    fn read(data: &Value, length: u64) -> Result<Vec<(u64, Range<u64>)>> {
        Plan::read(&PATHS, data, length).map(|plan| {
            assert_eq!(
                plan.missing_bytes,
                plan.parts.iter().map(|(_, range)| range.end - range.start).sum::<u64>()
            );
            plan.parts
        })
    }

    #[test]
    fn the_last_part_takes_what_is_left() {
        let data =
            json!({"id": "u", "in_parts": true, "parts": {"size": 10, "count": 3, "need": [2, 0, 1, 1]}});
        assert_eq!(read(&data, 35).unwrap(), [(0, 0..10), (1, 10..20), (2, 20..35)]);
        assert_eq!(read(&data, 25).unwrap(), [(0, 0..10), (1, 10..20), (2, 20..25)]);
        assert_eq!(read(&data, 20).unwrap().last(), Some(&(2, 20..20)));
    }

    #[test]
    fn what_is_not_said_has_a_meaning() {
        let cases = [
            (json!({"id": "u", "parts": {"size": "5.0"}}), None),
            (json!({"id": "u", "parts": {"size": 5.0}}), Some(vec![(0, 0..5), (1, 5..12)])),
            (json!({"id": 7, "parts": {"count": "3"}}), Some(vec![(0, 0..4), (1, 4..8), (2, 8..12)])),
            (json!({"id": "u", "parts": {"size": 5, "need": []}}), Some(vec![])),
            (json!({"id": "u", "in_parts": false, "parts": {"size": 5}}), Some(vec![])),
            (json!({"id": "u", "in_parts": true}), Some(vec![])),
            (json!({"id": "u", "parts": null}), Some(vec![])),
            (json!({"id": "u", "parts": {"size": 100}}), Some(vec![(0, 0..12)])),
        ];
        for (data, parts) in cases {
            assert_eq!(read(&data, 12).ok(), parts, "{data}");
        }
    }

    #[test]
    fn a_plan_that_cannot_be_followed_is_an_error_that_names_the_place() {
        let cases = [
            (json!({}), "`id`"),
            (json!({"id": ""}), "`id`"),
            (json!({"id": {}, "parts": {}}), "`id`"),
            (json!({"id": "u", "parts": {"size": -5}}), "`parts.size`"),
            (json!({"id": "u", "parts": {"size": 5, "count": 4}}), "`parts.count`"),
            (json!({"id": "u", "parts": {"size": u64::MAX, "count": 3}}), "`parts.count`"),
            (json!({"id": "u", "parts": {"size": 5, "need": [2]}}), "`parts.need` names the part 2 of 2"),
            (json!({"id": "u", "parts": {"size": 5, "need": [-1]}}), "`parts.need`"),
            (json!({"id": "u", "parts": {"size": 5, "need": "all"}}), "`parts.need`"),
        ];
        for (data, place) in cases {
            let error = read(&data, 12).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode);
            assert!(error.to_string().contains(place), "{data}: {error}");
        }
    }
}
