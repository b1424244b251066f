//! How an error is printed.

use std::fmt;

use super::facts::{Error, Inner};

impl fmt::Display for Error {
    /// One line: what happened, where, the innermost cause, and what to do. With `{:#}` all causes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        let mut text = inner.endpoint.as_ref().map(|endpoint| format!("{endpoint}: ")).unwrap_or_default();
        text.push_str(&inner.message);
        let causes = inner.causes();
        let shown = if f.alternate() { &causes[..] } else { &causes[causes.len().saturating_sub(1)..] };
        // Some messages quote their cause: those of errors of decoding, and of the limiter.
        for cause in shown.iter().filter(|cause| !inner.message.contains(*cause)) {
            text.push_str(": ");
            text.push_str(cause);
        }
        let mut facts = Vec::new();
        facts.extend(inner.status.map(|status| format!("status {status}")));
        facts.extend(inner.code.map(|code| format!("code {code}")));
        facts.extend(inner.text_code.as_ref().map(|code| format!("code {code}")));
        facts.extend(inner.log_id.as_ref().map(|id| format!("log id {id}")));
        facts.extend((inner.attempts > 1).then(|| format!("{} attempts", inner.attempts)));
        if !facts.is_empty() {
            text.push_str(&format!(" ({})", facts.join(", ")));
        }
        match inner.known {
            Some(known) => add_sentence(&mut text, &format!("{} {}", known.meaning, known.advice)),
            // The usual advice may be to try again; the remark below is there instead.
            None if inner.may_have_been_applied => {}
            None => add_sentence(&mut text, inner.advice.or(inner.kind.advice()).unwrap_or_default()),
        }
        if inner.may_have_been_applied {
            let remark = "The server may have carried the request out: look before sending it again";
            add_sentence(&mut text, remark);
        }
        f.write_str(&text)
    }
}

/// Adds a sentence, after a full stop.
fn add_sentence(text: &mut String, sentence: &str) {
    if !sentence.is_empty() {
        text.push_str(if text.ends_with('.') { " " } else { ". " });
        text.push_str(sentence);
    }
}

impl Inner {
    /// The causes in words, the innermost last.
    fn causes(&self) -> Vec<String> {
        let mut causes = Vec::new();
        let mut source = self.source.as_deref().map(|source| source as &(dyn std::error::Error + 'static));
        while let Some(cause) = source {
            causes.push(cause.to_string());
            source = cause.source();
        }
        causes
    }
}
