//! The ceremony between the device and this house: a question, and an answer that only the device can give. What has to be
//! remembered in between is sealed in a row that ends by itself, so that any process can finish what another began.

use kernel::id::RowId;
use platform::app::App;
use platform::error::{Error, Fault};
use platform::keys;
use serde_json::Value;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid,
    Webauthn, WebauthnBuilder,
};

use super::rules::Refusal;

/// A question for the device.
#[derive(Clone, Debug)]
pub struct Question {
    /// What the page's script hands to the device, as JSON.
    pub options: String,
    /// What is remembered until the answer comes, as JSON.
    pub state: String,
}

/// Whom a new key is for.
#[derive(Clone, Debug)]
pub struct NewFor {
    /// The id of the person or account: its keyed hash names the holder on the device, never the id itself.
    pub holder: String,
    /// What the device shows beside the key: an employee's name, and for others only the name of the house.
    pub name: String,
    /// Keys that are there already, so that a device is not added twice.
    pub has: Vec<Passkey>,
}

fn webauthn(app: &App) -> Result<Webauthn, Fault> {
    let fault = |_| Fault::new("public_url cannot be used for passkeys; set it to the address people use");
    let origin = Url::parse(&app.config().public_url).map_err(|_| Fault::new("public_url is not an address"))?;
    let host = origin.host_str().unwrap_or_default().to_owned();
    let builder = WebauthnBuilder::new(&host, &origin).map_err(fault)?.rp_name("Varde");
    // On the machine itself the port is whatever was free; elsewhere it is part of the origin.
    builder.allow_any_port(host == "localhost").build().map_err(fault)
}

/// Asks for a new key that the device can find again by itself.
///
/// # Errors
/// A fault when the address of the house cannot be used for passkeys.
pub fn ask_for_new(app: &App, new: &NewFor) -> Result<Question, Error> {
    let hash = app.keys().lookup("passkey-holder", &new.holder);
    let user = Uuid::from_slice(hash.get(..16).unwrap_or_default()).map_err(|_| Error::fault("a holder has no handle"))?;
    let has = new.has.iter().map(|key| key.cred_id().clone()).collect();
    let asked = webauthn(app)?.start_passkey_registration(user, &new.name, &new.name, Some(has));
    let (options, state) = asked.map_err(|_| Error::fault("a question about a new passkey could not be made"))?;
    let mut options = json(&options)?;
    if let Some(wish) = options.pointer_mut("/publicKey/authenticatorSelection").and_then(Value::as_object_mut) {
        wish.insert("residentKey".into(), "required".into());
        wish.insert("requireResidentKey".into(), true.into());
    }
    Ok(Question { options: options.to_string(), state: json(&state)?.to_string() })
}

/// Checks the device's answer to [`ask_for_new`].
///
/// # Errors
/// [`Refusal::NotAdded`].
pub fn new_key(app: &App, state: &str, answer: &str) -> Result<Passkey, Error> {
    let no = || Error::refused(&Refusal::NotAdded);
    let state: PasskeyRegistration = serde_json::from_str(state).map_err(|_| no())?;
    let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).map_err(|_| no())?;
    webauthn(app)?.finish_passkey_registration(&answer, &state).map_err(|_| no())
}

/// Asks whoever is there: the device finds out for whom it has a key.
///
/// # Errors
/// A fault when the address of the house cannot be used for passkeys.
pub fn ask_who(app: &App) -> Result<Question, Error> {
    let asked = webauthn(app)?.start_discoverable_authentication();
    let (options, state) = asked.map_err(|_| Error::fault("a question about a passkey could not be made"))?;
    let mut options = json(&options)?;
    // The button asks; nothing waits in the field of a form.
    if let Some(all) = options.as_object_mut() {
        all.remove("mediation");
    }
    Ok(Question { options: options.to_string(), state: json(&state)?.to_string() })
}

/// An answer to [`ask_who`], read but not yet believed.
#[derive(Debug)]
pub struct Claim(PublicKeyCredential);

impl Claim {
    /// Reads it.
    ///
    /// # Errors
    /// [`Refusal::NotKnown`].
    pub fn read(answer: &str) -> Result<Claim, Error> {
        serde_json::from_str(answer).map(Claim).map_err(|_| Error::refused(&Refusal::NotKnown))
    }

    /// The hash under which the key it names would be kept.
    #[must_use]
    pub fn hash(&self, app: &App) -> Vec<u8> {
        hash(app, self.0.raw_id.as_ref())
    }

    /// Believes it when the key's own half says so: the key as it is to be kept from now on.
    ///
    /// # Errors
    /// [`Refusal::NotKnown`].
    pub fn prove(&self, app: &App, state: &str, mut key: Passkey) -> Result<Passkey, Error> {
        let no = || Error::refused(&Refusal::NotKnown);
        let state: DiscoverableAuthentication = serde_json::from_str(state).map_err(|_| no())?;
        let proved = webauthn(app)?.finish_discoverable_authentication_v2(&self.0, state, &key).map_err(|_| no())?;
        if !proved.user_verified() {
            return Err(no());
        }
        key.update_credential(&proved).ok_or_else(no)?;
        Ok(key)
    }
}

/// The hash under which a key is kept: its own id is told to nobody.
#[must_use]
pub fn hash(app: &App, credential: &[u8]) -> Vec<u8> {
    app.keys().lookup("passkey", &keys::hex(credential))
}

fn json(value: &impl serde::Serialize) -> Result<Value, Error> {
    serde_json::to_value(value).map_err(|_| Error::fault("a passkey cannot be written"))
}

/// A key as text, to be sealed.
///
/// # Errors
/// A fault when it cannot be written.
pub fn written(key: &Passkey) -> Result<String, Error> {
    Ok(json(key)?.to_string())
}

/// A key from text.
///
/// # Errors
/// A fault when it cannot be read.
pub fn read(text: &str) -> Result<Passkey, Error> {
    serde_json::from_str(text).map_err(|_| Error::fault("a kept passkey cannot be read"))
}

/// Seals what no person's key seals: the state of a try, and an employee's key.
///
/// # Errors
/// A fault when it is too long.
pub fn seal(app: &App, what: &str, row: &str, text: &str) -> Result<Vec<u8>, Fault> {
    keys::seal(&app.master().derive("passkeys"), context(what, row).as_bytes(), text.as_bytes())
}

/// Opens what [`seal`] sealed for the same row.
///
/// # Errors
/// A fault when it was not.
pub fn open(app: &App, what: &str, row: &str, sealed: &[u8]) -> Result<String, Fault> {
    let bytes = keys::open(&app.master().derive("passkeys"), context(what, row).as_bytes(), sealed)?;
    String::from_utf8(bytes).map_err(|_| Fault::new("a sealed passkey does not hold text"))
}

fn context(what: &str, row: &str) -> String {
    [what, row].join("\u{1f}")
}

/// The id of a try as a form carries it.
#[must_use]
pub fn try_id(bits: u128) -> String {
    RowId::from_bits(bits).to_string()
}
