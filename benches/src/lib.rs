//! Nothing but the benches beside it: `cargo bench -p jsv-benches`.
