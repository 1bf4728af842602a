//! Routes are a table, so that tests, menus and the matrix can read every address there is.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;

use kernel::id::PersonId;
use kernel::role::Role;

use super::reply::Reply;
use super::upload::Upload;
use crate::access::{Desk, Settled};
use crate::app::App;
use crate::charter::Charter;
use crate::ctx::{Ctx, Door};
use crate::db::Tx;
use crate::door;
use crate::error::Error;
use crate::form::{Form, Token};
use crate::frame::{Again, Frame, Say};

/// A page being made.
pub type Answer = Pin<Box<dyn Future<Output = Result<Reply, Error>> + Send>>;

/// What the address is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Shows.
    Get,
    /// Changes.
    Post,
}

/// Who may come to an address at all. What they see there is the access decision's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anyone.
    Anyone,
    /// The person, signed in through a full door.
    Person,
    /// The person, or whoever holds the code of one answer.
    CodeHolder,
    /// Every employee.
    Staff,
    /// Employees in these roles.
    Roles(&'static [Role]),
    /// Whoever one of these admits.
    AnyOf(&'static [Who]),
}

impl Who {
    /// Whether this asker may come here.
    #[must_use]
    pub fn admits(self, role: Role, door: Door) -> bool {
        match self {
            Who::Anyone => true,
            Who::Person => role == Role::Person && door == Door::Full,
            Who::CodeHolder => role == Role::Person,
            Who::Staff => role.is_staff() && door == Door::Full,
            Who::Roles(roles) => roles.contains(&role) && door == Door::Full,
            Who::AnyOf(several) => several.iter().any(|who| who.admits(role, door)),
        }
    }
}

/// One address.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// Shows or changes.
    pub method: Method,
    /// Pattern, with `{name}` for what varies.
    pub path: &'static str,
    /// Who may come.
    pub who: Who,
    /// Makes the page.
    pub answer: fn(Asked) -> Answer,
    /// Largest file a form may bring here, in bytes; none for most.
    pub file_bytes: usize,
}

/// An address that shows.
#[must_use]
pub const fn get(path: &'static str, who: Who, answer: fn(Asked) -> Answer) -> Route {
    Route { method: Method::Get, path, who, answer, file_bytes: 0 }
}

/// An address that changes.
#[must_use]
pub const fn post(path: &'static str, who: Who, answer: fn(Asked) -> Answer) -> Route {
    Route { method: Method::Post, path, who, answer, file_bytes: 0 }
}

/// An address that changes and may be sent one file of at most so many bytes.
#[must_use]
pub const fn post_with_file(path: &'static str, who: Who, file_bytes: usize, answer: fn(Asked) -> Answer) -> Route {
    Route { method: Method::Post, path, who, answer, file_bytes }
}

/// A request that has come through step 1: known asker, read form, checked origin.
#[derive(Clone)]
pub struct Asked {
    /// The product.
    pub app: App,
    /// Who asks, when, in which language.
    pub ctx: Ctx,
    /// This address.
    pub path: String,
    /// The fields of the form; empty for GET.
    pub form: Form,
    /// The file that came with the form, where the address takes one.
    pub upload: Option<Upload>,
    /// What stands after `?`: only where in a list one is.
    pub query: Form,
    pub(super) params: HashMap<String, String>,
}

impl Asked {
    /// Runs a page as a boxed future: what a route's line in the table calls.
    pub fn answer<F>(self, page: fn(Asked) -> F) -> Answer
    where
        F: Future<Output = Result<Reply, Error>> + Send + 'static,
    {
        Box::pin(page(self))
    }

    /// What stands in the address under this name.
    #[must_use]
    pub fn param(&self, name: &str) -> &str {
        self.params.get(name).map_or("", String::as_str)
    }

    /// A person's id in the address; anything else is simply not there.
    ///
    /// # Errors
    /// [`Error::Missing`].
    pub fn person(&self) -> Result<PersonId, Error> {
        PersonId::parse(self.param("person")).ok_or(Error::Missing)
    }

    /// The one-use token of the form.
    #[must_use]
    pub fn token(&self) -> Token {
        Token::read(&self.app.form_secret(), &self.ctx, self.form.get("token"))
    }

    /// Shows: asks under the asker's permits, as [`door::view`] does.
    ///
    /// # Errors
    /// As [`door::view`].
    pub async fn view<T: Send + 'static>(
        &self,
        part: &'static Charter,
        ask: impl FnOnce(&mut Tx<'_>, &Desk<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        door::view(&self.app, &self.ctx, part, ask).await
    }

    /// Changes: runs a command with this form's one-use token, as [`door::execute`] does.
    ///
    /// # Errors
    /// As [`door::execute`].
    pub async fn change(
        &self,
        part: &'static Charter,
        act: &'static str,
        command: impl Fn(&mut Tx<'_>, &Desk<'_>) -> Result<Settled, Error> + Send + 'static,
    ) -> Result<Settled, Error> {
        door::execute(&self.app, &self.ctx, part, act, self.token(), command).await
    }

    /// On to where a command led; or the page it came from once more, with everything that was typed and the sentence
    /// about it.
    ///
    /// # Errors
    /// Those that no form can mend, and what the page answers.
    pub async fn settled<F>(self, outcome: Result<Settled, Error>, page: fn(Asked, Again) -> F) -> Result<Reply, Error>
    where
        F: Future<Output = Result<Reply, Error>> + Send,
    {
        match outcome {
            Ok(settled) => Ok(Reply::to(settled.to)),
            Err(error) => {
                let again = Again::of(&self.say(), error)?;
                page(self, again).await
            }
        }
    }

    /// Wording in the asker's language.
    #[must_use]
    pub fn say(&self) -> Say {
        self.app.say(self.ctx.language)
    }

    /// The frame of the page.
    #[must_use]
    pub fn frame(&self) -> Frame {
        Frame::new(&self.app, &self.ctx, &self.path)
    }
}
