//! Lists, maps and objects inside of serde_json's: members that are left out, names and keys, the
//! path of an error.

use serde_core::ser::{self, Serialize};

use super::{adapter::Adapted, key::Key, state::State};
use crate::options::Defaults;

/// A list, map or object being written.
pub(super) struct Structure<'s, C> {
    inner: C,
    pub(super) state: &'s State,
    /// How many levels the values in it are inside of.
    depth: usize,
    form: Form,
    /// What becomes of members that hold their default.
    defaults: Defaults,
    /// How many items stand in it.
    items: usize,
    key: Key,
}

pub(super) enum Form {
    Plain,
    /// The payload of this variant.
    Payload(&'static str),
    /// A piece of JSON that is ready, which serde_json carries over.
    ReadyMade,
}

impl<'s, C> Structure<'s, C> {
    #[inline]
    pub(super) fn new(inner: C, state: &'s State, depth: usize) -> Self {
        Self {
            inner,
            state,
            depth,
            form: Form::Plain,
            defaults: state.options.defaults,
            items: 0,
            key: Key::default(),
        }
    }

    #[inline]
    pub(super) fn of_defaults(self, defaults: Defaults) -> Self {
        Self { defaults, ..self }
    }

    pub(super) fn of_form(self, form: Form) -> Self {
        Self { form, ..self }
    }

    #[inline]
    fn adapted<'a, T: ?Sized>(&self, value: &'a T) -> Adapted<'a, T>
    where
        's: 'a,
    {
        Adapted {
            value,
            state: self.state,
            depth: self.depth,
        }
    }

    /// Notes that an item could not be written.
    #[cold]
    fn in_item(&self) {
        self.state.in_item(self.items);
        self.in_variant();
    }

    /// Notes that a member could not be written.
    #[cold]
    fn in_member(&self, name: &str) {
        self.state.in_member(name);
        self.in_variant();
    }

    fn in_variant(&self) {
        if let Form::Payload(variant) = self.form {
            self.state.in_member(variant);
        }
    }
}

/// Implements a trait of lists by the method of that name.
macro_rules! list_traits {
    ($($trait:ident $method:ident)*) => {$(
        impl<C: ser::$trait> ser::$trait for Structure<'_, C> {
            type Ok = C::Ok;
            type Error = C::Error;

            #[inline]
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), C::Error> {
                let value = &self.adapted(value);
                self.inner.$method(value).inspect_err(|_| self.in_item())?;
                self.items += 1;
                Ok(())
            }

            #[inline]
            fn end(self) -> Result<C::Ok, C::Error> {
                self.inner.end()
            }
        }
    )*};
}

list_traits! {
    SerializeSeq serialize_element
    SerializeTuple serialize_element
    SerializeTupleStruct serialize_field
    SerializeTupleVariant serialize_field
}

/// Implements a trait of structs.
macro_rules! struct_traits {
    ($($trait:ident)*) => {$(
        impl<C: ser::$trait> ser::$trait for Structure<'_, C> {
            type Ok = C::Ok;
            type Error = C::Error;

            #[inline]
            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), C::Error> {
                if let Form::ReadyMade = self.form {
                    return self.inner.serialize_field(name, value);
                }
                if self.state.leaves_out_member(value, self.defaults) {
                    return Ok(());
                }
                self.state.case_next(name);
                let value = &self.adapted(value);
                self.inner
                    .serialize_field(name, value)
                    .inspect_err(|_| self.in_member(name))
            }

            #[inline]
            fn end(self) -> Result<C::Ok, C::Error> {
                self.inner.end()
            }
        }
    )*};
}

struct_traits!(SerializeStruct SerializeStructVariant);

impl<C: ser::SerializeMap> ser::SerializeMap for Structure<'_, C> {
    type Ok = C::Ok;
    type Error = C::Error;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), C::Error> {
        self.key
            .replace(key, self.state, self.depth)
            .map_err(|error| self.state.fail(error))
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), C::Error> {
        if self.state.leaves_out_entry(value) {
            return Ok(());
        }
        let value = &self.adapted(value);
        let (key, form) = self.key.text().map_err(|error| self.state.fail(error))?;
        self.state.next.set(form);
        self.inner
            .serialize_entry(key, value)
            .inspect_err(|_| self.in_member(key))
    }

    #[inline]
    fn end(self) -> Result<C::Ok, C::Error> {
        self.inner.end()
    }
}
