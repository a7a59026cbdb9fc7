//! Feeds what libFuzzer makes to [`jsv_fuzz::read`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jsv_fuzz::read(data));
