//! `varde`.

fn main() -> std::process::ExitCode {
    app::commands::run()
}
