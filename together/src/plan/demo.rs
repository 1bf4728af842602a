use platform::app::App; use platform::demo::City; use platform::error::Error; pub fn fill(_: &App, _: &City) -> Result<(), Error> { Ok(()) }
