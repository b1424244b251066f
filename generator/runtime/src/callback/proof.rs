//! Whether the service sent a callback.

use serde_json::Value;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::api::{Proof, ProofPart};
use crate::secret::Secret;

use super::member::needed;

/// Whether the proof in a body is the one that the secrets make. How long that takes tells nothing of a secret. The error
/// names what the body lacks.
pub(super) fn is_genuine(
    proof: &Proof,
    body: &Value,
    secret: impl Fn(&str) -> Secret,
) -> Result<bool, String> {
    let given = needed(body, proof.member())?;
    let genuine = match *proof {
        Proof::Sha256Hex { parts, .. } => {
            let mut hash = Sha256::new();
            for part in parts {
                match *part {
                    ProofPart::Secret(name) => hash.update(secret(name).expose()),
                    ProofPart::Member(path) => hash.update(needed(body, path)?),
                }
            }
            lower_hex(&hash.finalize()).as_bytes().ct_eq(given.as_bytes())
        }
        // Digests have one length, so not even the length of the token shows.
        Proof::Token { secret: name, .. } => {
            Sha256::digest(secret(name).expose()).as_slice().ct_eq(Sha256::digest(given).as_slice())
        }
    };
    Ok(bool::from(genuine))
}

fn lower_hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| DIGITS[usize::from(digit)]).collect()
}
