//! What a client was given in a call.

use std::{any::Any, fmt::Debug};

use jsv::{Format, Options};
use jsv_tests_common::calls::{Caller, Dto};
use serde::de::DeserializeOwned;

/// A DTO of any type.
pub trait AnyDto: Any + Debug + Send {
    /// Whether it is the same as another one.
    fn is(&self, other: &dyn AnyDto) -> bool;
}

impl<T: Any + Debug + Send + PartialEq> AnyDto for T {
    fn is(&self, other: &dyn AnyDto) -> bool {
        let is_equal = (other as &dyn Any).downcast_ref() == Some(self);
        // Two `DateTimeOffset` are equal if they are the same instant, whatever their offsets.
        is_equal && format!("{self:?}") == format!("{other:?}")
    }
}

pub type Dtos = Vec<Box<dyn AnyDto>>;

/// What a client was given.
pub struct Given {
    /// The name of the operation.
    pub operation: &'static str,
    /// One request, or those of a list.
    pub dtos: Dtos,
    pub is_list: bool,
    read: fn(Format, &[u8]) -> jsv::Result<Dtos>,
}

impl Given {
    /// One request.
    pub fn one<T: Dto>(dto: &T) -> Self {
        Self {
            operation: T::NAME,
            dtos: vec![Box::new(dto.clone())],
            is_list: false,
            read: |format, body| Ok(vec![Box::new(read::<T>(format, body)?)]),
        }
    }

    /// A list of requests.
    pub fn list<T: Dto>(dtos: &[T]) -> Self {
        Self {
            operation: T::NAME,
            dtos: boxed(dtos.to_vec()),
            is_list: true,
            read: |format, body| Ok(boxed(read::<Vec<T>>(format, body)?)),
        }
    }

    /// Reads a body that has the DTOs: one, or a list.
    pub fn read(&self, format: Format, body: &[u8]) -> jsv::Result<Dtos> {
        (self.read)(format, body)
    }
}

fn read<T: DeserializeOwned>(format: Format, body: &[u8]) -> jsv::Result<T> {
    format.from_slice(body, &Options::servicestack())
}

fn boxed<T: Dto>(dtos: Vec<T>) -> Dtos {
    let dtos = dtos.into_iter();
    dtos.map(|dto| Box::new(dto) as Box<dyn AnyDto>).collect()
}

/// Makes of a call what was given in it.
pub struct Giver;

impl Caller for Giver {
    type Made = Given;

    fn reply<T: Dto>(&self, dto: &T) -> Given {
        Given::one(dto)
    }

    fn reply_by<T: Dto>(&self, _method: &str, dto: &T) -> Given {
        Given::one(dto)
    }

    fn one_way<T: Dto>(&self, dto: &T) -> Given {
        Given::one(dto)
    }

    fn list<T: Dto>(&self, dtos: &[T]) -> Given {
        Given::list(dtos)
    }

    fn list_one_way<T: Dto>(&self, dtos: &[T]) -> Given {
        Given::list(dtos)
    }
}
