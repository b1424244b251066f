//! What to do with files that are out of date.

use clap::{Arg, ArgAction, ArgMatches, Command};

/// What to do with files that are out of date. As arguments: `--check`, `--dry-run`, or neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WriteMode {
    /// Write them.
    Write,
    /// Only report them, and fail if there are any.
    Check,
    /// Only report them.
    DryRun,
}

/// Names of the two arguments.
const CHECK: &str = "check";
const DRY_RUN: &str = "dry_run";

impl clap::FromArgMatches for WriteMode {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(match (matches.get_flag(CHECK), matches.get_flag(DRY_RUN)) {
            (true, _) => Self::Check,
            (_, true) => Self::DryRun,
            _ => Self::Write,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl clap::Args for WriteMode {
    fn augment_args(command: Command) -> Command {
        let flag = |name| Arg::new(name).action(ArgAction::SetTrue);
        command
            .arg(
                flag(CHECK)
                    .long("check")
                    .conflicts_with(DRY_RUN)
                    .help("Write nothing; fail when a file is stale"),
            )
            .arg(flag(DRY_RUN).long("dry-run").help("Write nothing; report what would be written"))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}
