//! From one text to the other without a type and without a tree.

mod pipe;

use alloc::{string::String, vec::Vec};

use self::pipe::{Source, transcode};
use super::{Deserializer, Json, Serializer};
use crate::{error::Result, options::Options, ser::into_text};

/// Writes a JSON text as JSV, while it is read.
///
/// It is exact: numbers keep their text, a bool is `True` or `False`, a member that is null is
/// left out and an item that is null is nothing.
///
/// ```
/// let jsv = jsv::json::to_jsv(r#"{"Id":1.50,"On":true,"Name":"a,b","Phone":null,"Tags":[]}"#)?;
/// assert_eq!(jsv, r#"{Id:1.50,On:True,Name:"a,b",Tags:[]}"#);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// A text that is not JSON, a name that stands twice in an object, more than 128 levels.
pub fn to_jsv(text: &str) -> Result<String> {
    Options::new().json().to_jsv(text)
}

/// Writes a JSV text as JSON, while it is read.
///
/// JSV tells nothing of types, so every scalar becomes a string; with
/// [`Untyped::Infer`](crate::Untyped::Infer) a bool or number where printing that again gives the
/// same text. An item that is nothing is `null`.
///
/// ```
/// use jsv::{Options, Untyped};
///
/// let text = "{Id:1,Name:Acme,Tags:[a,,b]}";
/// let json = jsv::json::from_jsv(text)?;
/// assert_eq!(json, r#"{"Id":"1","Name":"Acme","Tags":["a",null,"b"]}"#);
///
/// let json = Options::new().untyped(Untyped::Infer).json().from_jsv(text)?;
/// assert_eq!(json, r#"{"Id":1,"Name":"Acme","Tags":["a",null,"b"]}"#);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// A text that is not JSV, a name that stands twice in an object, more than 128 levels.
pub fn from_jsv(text: &str) -> Result<String> {
    Options::new().json().from_jsv(text)
}

impl Json<'_> {
    /// As [`to_jsv`], with these options.
    ///
    /// # Errors
    ///
    /// As [`to_jsv`].
    pub fn to_jsv(self, text: &str) -> Result<String> {
        self.write_jsv(text, crate::Serializer::new(self.options))
    }

    /// As [`to_jsv`](Self::to_jsv), in JSV's pretty layout.
    ///
    /// # Errors
    ///
    /// As [`to_jsv`].
    pub fn to_jsv_pretty(self, text: &str) -> Result<String> {
        self.write_jsv(text, crate::Serializer::new(self.options).pretty())
    }

    /// Writes a JSON text anew, without white space. Numbers keep their text, nulls stay.
    ///
    /// ```
    /// use jsv::Options;
    ///
    /// let text = "{ \"Id\": 1.50,\n  \"Phone\": null }";
    /// let options = Options::new();
    /// assert_eq!(options.json().reformat(text)?, r#"{"Id":1.50,"Phone":null}"#);
    /// # Ok::<(), jsv::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`to_jsv`].
    pub fn reformat(self, text: &str) -> Result<String> {
        self.write_anew(text, false)
    }

    /// As [`reformat`](Self::reformat), indented.
    ///
    /// # Errors
    ///
    /// As [`to_jsv`].
    pub fn reformat_pretty(self, text: &str) -> Result<String> {
        self.write_anew(text, true)
    }

    /// As [`from_jsv`], with these options, the one for the layout included.
    ///
    /// # Errors
    ///
    /// As [`from_jsv`].
    pub fn from_jsv(self, text: &str) -> Result<String> {
        self.write_json(text, false)
    }

    /// As [`from_jsv`](Self::from_jsv), indented.
    ///
    /// # Errors
    ///
    /// As [`from_jsv`].
    pub fn from_jsv_pretty(self, text: &str) -> Result<String> {
        self.write_json(text, true)
    }

    fn write_jsv(self, text: &str, mut serializer: crate::Serializer<'_>) -> Result<String> {
        let mut deserializer = Deserializer::from_str(text, self.options);
        transcode(&mut deserializer, &mut serializer, Source::Json)?;
        deserializer.end()?;
        into_text(serializer.finish()?)
    }

    fn write_json(self, text: &str, pretty: bool) -> Result<String> {
        self.options.read(text, |deserializer| {
            let mut serializer = serializer(self.options, pretty);
            transcode(deserializer, &mut serializer, Source::Jsv)?;
            into_text(serializer.finish()?)
        })
    }

    fn write_anew(self, text: &str, pretty: bool) -> Result<String> {
        let mut deserializer = Deserializer::from_str(text, self.options);
        let options = self.options.clone().include_null_entries(true);
        let mut serializer = serializer(&options, pretty);
        transcode(&mut deserializer, &mut serializer, Source::Json)?;
        deserializer.end()?;
        into_text(serializer.finish()?)
    }
}

fn serializer(options: &Options, pretty: bool) -> Serializer<Vec<u8>> {
    if pretty {
        Serializer::pretty(Vec::new(), options)
    } else {
        Serializer::new(Vec::new(), options)
    }
}
