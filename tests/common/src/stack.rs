//! Running on a small stack, to show that what runs does not recurse for each level of its input.

use std::thread;

/// Runs in a thread with a stack of so many KiB: room for what is allowed, but for no more than a
/// thousandth of what hostile texts ask for.
pub fn on_a_small_stack<T: Send>(kib: usize, run: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        thread::Builder::new()
            .stack_size(kib * 1024)
            .spawn_scoped(scope, run)
            .unwrap()
            .join()
            .unwrap()
    })
}
