//! JSV to JSON, straight from the one text to the other.

use std::fmt;

use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::ser::Formatter;

/// Writes the JSON of whatever is read.
pub(crate) struct JsonWriter<'a, F> {
    pub(crate) out: &'a mut Vec<u8>,
    pub(crate) format: &'a mut F,
}

impl<F: Formatter> JsonWriter<'_, F> {
    fn again(&mut self) -> JsonWriter<'_, F> {
        JsonWriter {
            out: self.out,
            format: self.format,
        }
    }

    fn scalar<E: serde::de::Error>(self, scalar: impl serde::Serialize) -> Result<(), E> {
        serde_json::to_writer(self.out, &scalar).map_err(E::custom)
    }
}

impl<'de, F: Formatter> DeserializeSeed<'de> for JsonWriter<'_, F> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, F: Formatter> Visitor<'de> for JsonWriter<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.scalar(value)
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<(), E> {
        self.scalar(value)
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<(), E> {
        self.scalar(value)
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        self.scalar(value)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        self.scalar(text)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.scalar(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        let fault = A::Error::custom;
        self.format.begin_array(self.out).map_err(fault)?;
        let mut is_first = true;
        loop {
            // An item's separator stands before it, but whether there is one shows only after it.
            let before = self.out.len();
            let began = self.format.begin_array_value(self.out, is_first);
            began.map_err(fault)?;
            if items.next_element_seed(self.again())?.is_none() {
                self.out.truncate(before);
                break;
            }
            self.format.end_array_value(self.out).map_err(fault)?;
            is_first = false;
        }
        self.format.end_array(self.out).map_err(fault)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<(), A::Error> {
        let fault = A::Error::custom;
        self.format.begin_object(self.out).map_err(fault)?;
        let mut is_first = true;
        while let Some(name) = entries.next_key::<String>()? {
            let began = self.format.begin_object_key(self.out, is_first);
            began.map_err(fault)?;
            self.again().scalar(name)?;
            self.format.end_object_key(self.out).map_err(fault)?;
            self.format.begin_object_value(self.out).map_err(fault)?;
            entries.next_value_seed(self.again())?;
            self.format.end_object_value(self.out).map_err(fault)?;
            is_first = false;
        }
        self.format.end_object(self.out).map_err(fault)
    }
}
