//! The web: a table of routes, and one way in for all of them.

mod enter;
mod errors;
mod live;
mod operate;
mod reply;
mod route;
mod serve;
mod upload;

pub use enter::{language_cookie, no_session_cookie, session_cookie, shared_screen_cookie};
pub use operate::{log_to_stderr, serve_metrics};
pub use reply::{Reply, html};
pub use route::{Answer, Asked, Method, Route, Who, get, post, post_with_file};
pub use serve::{router, serve};
pub use upload::Upload;
