//! The server that the recorded requests are sent to: it has the operations that the C# clients
//! call, keeps what is bound, and answers it.

use std::{
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use axum::http::Method;
use axum::{Router, extract::State, routing::MethodFilter};
use jsv::{
    dto::{
        bokamera::{CancelLicense, CreateAxemaUserSync, CreateLicense, UpdateCustomer},
        customers::BatchRegisterCustomers,
    },
    negotiate::Policy,
    operation::{Operation, Route},
};
use jsv_axum::{NegotiateLayer, Raw, Reply, Request, Services};
use jsv_tests_common::{
    calls::Dto,
    probes::{
        AuthReq, Docs, Echo, GetOnly, Keys, NoRoute, NoRouteGet, NoRouteVoid, PatchThing, Search,
        Sets, TextPath, Thing,
    },
};
use serde::{Deserialize, Serialize};

use super::given::AnyDto;

/// What answers with a text or with bytes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct RawBody {
    pub kind: Option<String>,
}

impl Operation for RawBody {
    type Response = Vec<u8>;
    const NAME: &'static str = "RawBody";
    const ROUTES: &'static [Route] = &[Route::new(&[], "/raw/{Kind}")];
}

/// What files are sent to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Upload {
    /// The name that the clients give to the part with the file, which is no value.
    pub upload: Option<String>,
}

impl Operation for Upload {
    type Response = Self;
    const NAME: &'static str = "Upload";
    const ROUTES: &'static [Route] = &[Route::new(&["POST"], "/files")];
}

/// A call of a handler.
pub struct Call {
    pub operation: &'static str,
    pub method: Method,
    pub dto: Box<dyn AnyDto>,
}

/// The calls of the handlers.
#[derive(Clone, Default)]
pub struct Calls(Arc<Mutex<Vec<Call>>>);

impl Calls {
    /// Takes those since the last time.
    pub fn take(&self) -> Vec<Call> {
        mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn add<T: Dto>(&self, method: Method, dto: T) {
        let call = Call {
            operation: T::NAME,
            method,
            dto: Box::new(dto),
        };
        let mut calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        calls.push(call);
    }
}

async fn echo<T: Dto>(
    State(calls): State<Calls>,
    method: Method,
    Request(dto): Request<T>,
) -> Reply<T> {
    calls.add(method, dto.clone());
    Reply(dto)
}

async fn nothing(
    State(calls): State<Calls>,
    method: Method,
    Request(dto): Request<NoRouteVoid>,
) -> Reply<()> {
    calls.add(method, dto);
    Reply(())
}

/// The text that `/raw/string` answers; the bytes of `/raw/bytes` are the same.
pub const RAW: &str = "a \"text\"";

async fn raw(State(calls): State<Calls>, method: Method, Request(dto): Request<RawBody>) -> Raw {
    let is_text = dto.kind.as_deref() == Some("string");
    calls.add(method, dto);
    match is_text {
        true => Raw::text(RAW),
        false => Raw::body(RAW),
    }
}

/// The server, which does not undo any coding of a body.
pub fn router(calls: Calls) -> Router {
    Services::new()
        .operation(echo::<Search>)
        .operation(echo::<NoRoute>)
        .operation(nothing)
        .operation(echo::<NoRouteGet>)
        .operation(echo::<Thing>)
        .operation(echo::<Docs>)
        .operation(echo::<Sets>)
        .operation(echo::<Keys>)
        .operation(echo::<TextPath>)
        .operation(echo::<PatchThing>)
        .operation_on(MethodFilter::GET, echo::<GetOnly>)
        .operation(echo::<AuthReq>)
        .operation(echo::<CreateAxemaUserSync>)
        .operation(echo::<UpdateCustomer>)
        .operation(echo::<BatchRegisterCustomers>)
        .operation(echo::<CreateLicense>)
        .operation(echo::<CancelLicense>)
        .operation(echo::<Echo>)
        .operation(raw)
        .operation(echo::<Upload>)
        .with_state(calls)
        .negotiate(NegotiateLayer::new(Policy::ServiceStack).method_override(true))
}
