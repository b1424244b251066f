//! Running commands for a bench, and measuring their CPU time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .components()
        .collect::<PathBuf>()
        .parent()
        .unwrap_or(Path::new("."))
        .to_owned()
}

/// Where the benches keep what they install, write and build.
pub(crate) fn dir() -> PathBuf {
    root().join("target").join("bench")
}

/// Cargo, in the root of the workspace.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments).current_dir(root());
    command
}

/// Runs a command to its end and returns its standard output. An error if it fails.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let description = describe(command);
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start {description}"))?;
    if !output.status.success() {
        bail!("{description} ended with {}", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as messages show it: without the folder of the program.
fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    format!("`{}`", words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" "))
}

/// Installs a program from the package registry, in exactly this version, and returns its path.
pub(crate) fn install(package: &str, version: &str) -> Result<PathBuf> {
    let tools = dir().join("tools");
    // Cargo does nothing when this version is installed already.
    let mut install = cargo(&["install", "--quiet", "--locked", package, "--version", version, "--root"]);
    output(install.arg(&tools)).with_context(|| format!("cannot install {package} {version}"))?;
    Ok(tools.join("bin").join(package))
}

/// CPU seconds, in user and system mode, of all processes that `work` started and waited for.
pub(crate) fn cpu_seconds(work: impl FnOnce() -> Result<()>) -> Result<f64> {
    let before = children_cpu_seconds()?;
    work()?;
    Ok(children_cpu_seconds()? - before)
}

/// CPU seconds of all processes waited for so far, and of those that they waited for.
fn children_cpu_seconds() -> Result<f64> {
    /// The unit of the times in `/proc`; Linux uses the same on every machine.
    const TICKS_PER_SECOND: f64 = 100.0;
    let path = "/proc/self/stat";
    let stat = fs::read_to_string(path).context("CPU time is measured on Linux only")?;
    // The second field, the program's name in brackets, may hold anything, brackets too. Behind it come the fields from
    // 3 on; 16 and 17 are the user and system time of the children waited for.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: Vec<f64> = fields.skip(13).take(2).filter_map(|field| field.parse().ok()).collect();
    match ticks[..] {
        [user, system] => Ok((user + system) / TICKS_PER_SECOND),
        _ => bail!("{path} is not as expected"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_fails_is_named() {
        let error = output(&mut cargo(&["no-such-command", "--quiet"])).unwrap_err();
        assert!(error.to_string().starts_with("`cargo no-such-command --quiet` ended with "), "{error}");
    }
}
