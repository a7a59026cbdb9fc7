//! Writing a [`Tree`]: the calls that serde's derive makes for a Rust type of the same shape.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::tree::Tree;

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Scalar(scalar) => scalar.serialize(serializer),
            Self::Enum(of, variant) => {
                let name = of.variants[*variant];
                // A place in a list of variants.
                serializer.serialize_unit_variant(of.name, *variant as u32, name)
            }
            Self::Nullable(value) => value.serialize(serializer),
            Self::List(items) => items.serialize(serializer),
            Self::Dictionary(entries) => entries.serialize(serializer),
            Self::KeyValuePair(pair) => pair.serialize(serializer),
            Self::Object(of, values) => {
                let mut object = serializer.serialize_struct(of.name, values.len())?;
                for (name, value) in of.members.iter().zip(values) {
                    object.serialize_field(name, value)?;
                }
                object.end()
            }
        }
    }
}
