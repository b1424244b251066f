//! Starts a sandbox from the command line: of this package's own program, and of others that offer it as a command.

use std::path::PathBuf;

use anyhow::Context;

use crate::{
    Count, EventReceiver, Fault, PLUGIN_ID, PLUGIN_SECRET, PROJECT_KEY, SIMPLE_NAME, Sandbox, USER_KEY,
};

/// A loopback server of an HTTP API, made from the spec that its client is generated from.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Port to listen on; 0 takes any that is free.
    #[arg(long, default_value_t = 7777)]
    port: u16,
    /// Folder of the spec; the project's own when left out.
    #[arg(long, value_name = "DIR")]
    spec: Option<PathBuf>,
    /// How requests are counted: sliding, fixed, token-bucket or weighted.
    #[arg(long, value_name = "RULE", default_value = "sliding")]
    count: Count,
    /// What goes wrong, and how often: latency:MS, reset, reset-after, 429, 500, html, cut, wrong-type or revoke, and a
    /// rate from 0 to 1 behind another colon. May be given several times.
    #[arg(long, value_name = "KIND[:RATE]")]
    fault: Vec<Fault>,
    /// Seed of everything that is random.
    #[arg(long, value_name = "S", default_value_t = 0)]
    seed: u64,
    /// Tells a receiver of changes: a callback of the spec, such as plugin_event or automation_event, and where its events
    /// go. May be given several times.
    #[arg(long, value_name = "CALLBACK=URL", value_parser = pair)]
    events: Vec<(String, String)>,
    /// What a receiver of events knows, such as plugin_event.callback_token=TEXT. May be given several times; without it the
    /// plugin id is the sandbox's own and everything else is sandbox-event-token.
    #[arg(long, value_name = "CALLBACK.NAME=VALUE", value_parser = pair)]
    event_input: Vec<(String, String)>,
    /// By what way changes are said to be made. Receivers that drop echoes take no `openapi`, but `normal`.
    #[arg(long, value_name = "CAUSE", default_value = "openapi")]
    event_cause: String,
    /// Writes the journal to this file, one JSON object on each line.
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
}

/// Serves until ctrl-c.
///
/// # Errors
/// When the arguments do not fit the spec, or the sandbox cannot start.
pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let mut builder = Sandbox::builder().port(arguments.port).count(arguments.count).seed(arguments.seed);
    for receiver in receivers(&arguments)? {
        builder = builder.events(receiver);
    }
    if let Some(dir) = arguments.spec {
        builder = builder.spec_dir(dir);
    }
    if let Some(file) = arguments.journal {
        builder = builder.journal_file(file);
    }
    for fault in arguments.fault {
        builder = builder.fault(fault);
    }
    let sandbox = builder.start().await?;
    print_greeting(&sandbox);
    for (callback, url) in &arguments.events {
        println!("\nEvents of {callback} go to {}.", url.split('?').next().unwrap_or_default());
    }
    tokio::signal::ctrl_c().await.context("cannot wait for ctrl-c")?;
    sandbox.shutdown().await;
    Ok(())
}

/// Two texts with a `=` between them.
fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("expected a name, `=` and a value")?;
    Ok((name.to_owned(), value.to_owned()))
}

/// The receivers of events, each with the inputs that are given for its callback.
fn receivers(arguments: &Arguments) -> anyhow::Result<Vec<EventReceiver>> {
    let mut receivers = Vec::new();
    let mut used = 0;
    for (callback, url) in &arguments.events {
        let mut receiver = EventReceiver::new(callback, url).cause(&arguments.event_cause);
        for (name, value) in &arguments.event_input {
            if let Some((_, input)) = name.split_once('.').filter(|(known, _)| known == callback) {
                receiver = receiver.input(input, value);
                used += 1;
            }
        }
        receivers.push(receiver);
    }
    anyhow::ensure!(
        used >= arguments.event_input.len(),
        "an --event-input begins with a callback that stands under --events, and a dot"
    );
    Ok(receivers)
}

/// Prints where the sandbox listens, what it accepts, and a first call.
fn print_greeting(sandbox: &Sandbox) {
    let url = sandbox.url();
    let inputs: Vec<String> = (sandbox.api().credentials.iter())
        .flat_map(|credential| credential.inputs.iter().map(move |input| (&credential.name, &input.name)))
        .filter_map(|(credential, input)| {
            let value = sandbox.input(credential.snake(), input.snake())?;
            Some(format!("  {credential}, {input}: {value}"))
        })
        .collect();
    // The long greeting is for the one API that the sandbox keeps state for; any other gets a short one.
    if !sandbox.api().endpoints.iter().any(|endpoint| endpoint.id == "auth.plugin_token") {
        let about = format!("The sandbox of {} listens on {url}.", sandbox.api().name);
        let credentials =
            if inputs.is_empty() { "It asks for no token." } else { "It accepts these credentials:\n" };
        println!("{about} {credentials}\n{}\nctrl-c ends it.", inputs.join("\n"));
        return;
    }
    println!(
        "The sandbox listens on {url}; a page about it is at {url}/_sandbox/.

  plugin id      {PLUGIN_ID}
  plugin secret  {PLUGIN_SECRET}
  user key       {USER_KEY}
  project key    {PROJECT_KEY} (or {SIMPLE_NAME})

A token, and a work item:

  TOKEN=$(curl -s {url}/open_api/authen/plugin_token -H 'Content-Type: application/json' \\
    -d '{{\"plugin_id\":\"{PLUGIN_ID}\",\"plugin_secret\":\"{PLUGIN_SECRET}\"}}' | sed 's/.*\"token\":\"\\([^\"]*\\).*/\\1/')
  curl -s {url}/open_api/{SIMPLE_NAME}/work_item/create -H 'Content-Type: application/json' \\
    -H \"X-PLUGIN-TOKEN: $TOKEN\" -H 'X-USER-KEY: {USER_KEY}' \\
    -d '{{\"work_item_type_key\":\"story\",\"name\":\"Hello\"}}'

ctrl-c ends it."
    );
}
