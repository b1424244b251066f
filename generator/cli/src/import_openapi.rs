//! `import-openapi`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};
use paceline_generator::{Note, NoteKind, Only, SourceFile};

use crate::import_dir;
use crate::program::Program;
use crate::report_format::{ReportFormat, pluralize};

/// Write a starting spec from an OpenAPI document, or refresh one that an earlier import wrote.
///
/// What the spec cannot say of the document is told, and stands with all places in import-notes.json beside the spec.
/// What people add to an imported spec goes into files of the same names in the folder `overlay` below it; each import
/// lays them over what it makes: mappings are merged, everything else is replaced, and `null` removes a key.
#[derive(clap::Args)]
pub struct Arguments {
    /// The document: OpenAPI 3.0 or 3.1 or Swagger 2.0, JSON or YAML. Files that it refers to are looked for from its folder.
    file: PathBuf,
    /// Folder for the spec. Files of an earlier import are replaced if nobody changed them; others stay.
    #[arg(long)]
    out: PathBuf,
    /// The rate limit of every endpoint, unless the document states them in `x-rate-limits`. Replace it by the real one.
    #[arg(long, value_name = "LIMIT", default_value = "10/s")]
    limit: String,
    /// Import these operations alone, with what they need: `tag:NAME`, `path:/repos/*`, or `id:NAME`, where `*` stands for any
    /// text. Can be given several times; say the same when you refresh the spec.
    #[arg(long, value_name = "WHICH")]
    only: Vec<Only>,
    /// Fail, and write nothing, if there are notes of this kind.
    #[arg(long, value_name = "KIND")]
    deny: Vec<Deny>,
    /// How notes and mistakes are reported.
    #[arg(long, value_enum, default_value = "text")]
    format: ReportFormat,
}

/// Notes that are not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    /// An operation, parameter, body or server that is not in the spec.
    LeftOut,
    /// Something that is in the spec otherwise than in the document.
    Changed,
    /// A key of the document that the import has no use for.
    Unread,
    /// All of these. What the document does not say, such as pagination, is no loss.
    Notes,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, program: &Program) -> Result<ExitCode> {
    let (file, out, format, start) = (&arguments.file, &arguments.out, arguments.format, Instant::now());
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut load_file = |path: &str| {
        let path = folder.join(path);
        fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
    };
    let imported = match paceline_generator::import_some_of_openapi(
        &text,
        &arguments.limit,
        &arguments.only,
        &mut load_file,
    ) {
        Ok(imported) => imported,
        Err(refused) => {
            print_notes(format, &refused.notes);
            return Err(anyhow!("{}: {}", file.display(), refused.message));
        }
    };
    let overlay = import_dir::overlay(out)?;
    let files = paceline_generator::apply_overlay(imported.files, &overlay)
        .map_err(|why| anyhow!("{}: {why}", out.join(import_dir::OVERLAY).display()))?;
    let files: Vec<SourceFile> = files.into_iter().map(|file| import_dir::marked(file, program)).collect();
    let plan = import_dir::plan(out, &files)?;
    let all: Vec<SourceFile> = files.iter().chain(&plan.kept).cloned().collect();
    let loaded = match paceline_generator::load(&all) {
        Ok(loaded) => loaded,
        Err(errors) => {
            format.print_findings(&errors, &all);
            print_notes(format, &imported.notes);
            if overlay.is_empty() && plan.kept.is_empty() {
                bail!("what was imported is no spec, which is a mistake of the import; nothing was written");
            }
            bail!(
                "what was imported, your additions and your other files are no spec together; nothing was written"
            );
        }
    };
    print_notes(format, &imported.notes);
    let denied = imported.notes.iter().filter(|note| arguments.deny.iter().any(|deny| deny.holds_for(note)));
    let denied: usize = denied.map(|note| note.places.len()).sum();
    if denied > 0 {
        bail!("{} that `--deny` does not allow; nothing was written", pluralize(denied, "place"));
    }
    import_dir::write(out, &plan, &files, &paceline_generator::render_notes_json(&imported.notes))?;
    format.print_status(&format!(
        "{}: {}, {} of {}, {}, {} ms; all places of the notes are in {}",
        out.display(),
        pluralize(files.len(), "file"),
        pluralize(loaded.api.endpoints.len(), "endpoint"),
        pluralize(imported.operations, "operation"),
        pluralize(loaded.api.types.len(), "type"),
        start.elapsed().as_millis(),
        out.join(import_dir::NOTES).display(),
    ));
    Ok(ExitCode::SUCCESS)
}

/// Prints notes: for people those of a kind together, with a few places; for programs all of them.
fn print_notes(format: ReportFormat, notes: &[Note]) {
    if format == ReportFormat::Json {
        anstream::print!("{}", paceline_generator::render_notes_json(notes));
        return;
    }
    let headings = [
        (NoteKind::LeftOut, "left out"),
        (NoteKind::Changed, "changed"),
        (NoteKind::Unread, "keys that the import has no use for"),
        (NoteKind::Open, "left open by the document"),
    ];
    for (kind, heading) in headings {
        let of_kind: Vec<&Note> = notes.iter().filter(|note| note.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        anstream::println!("{heading}, each with how often:");
        of_kind.iter().for_each(|note| anstream::println!("  {:>5}  {note}", note.places.len()));
    }
}

impl Deny {
    fn holds_for(self, note: &Note) -> bool {
        match self {
            Self::LeftOut => note.kind == NoteKind::LeftOut,
            Self::Changed => note.kind == NoteKind::Changed,
            Self::Unread => note.kind == NoteKind::Unread,
            Self::Notes => note.kind != NoteKind::Open,
        }
    }
}
