//! Feeds what libFuzzer makes to [`jsv_fuzz::request`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jsv_fuzz::request(data));
