//! A batch request of 200 customers with 5 accounts each, read and written: JSV and ServiceStack's
//! JSON beside serde_json on the same structs.
//!
//! `cargo bench -p jsv-benches`; compare the numbers of one run with each other, not with those of
//! another machine.

#![expect(
    clippy::expect_used,
    reason = "a bench that cannot make its data has nothing to measure"
)]

use std::{hint::black_box, time::Duration};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jsv_benches::BatchRegisterCustomers;

fn batch(criterion: &mut Criterion) {
    let batch = jsv_benches::batch(200, 5).expect("the sample reads");
    let jsv = jsv::to_vec(&batch).expect("the batch writes as JSV");
    let pretty = jsv::to_vec_pretty(&batch).expect("the batch writes as pretty JSV");
    let host = jsv::Options::new();
    let dialect = host
        .json()
        .to_vec(&batch)
        .expect("the batch writes as ServiceStack's JSON");
    let json = serde_json::to_vec(&batch).expect("the batch writes as JSON");
    let camel = jsv::Options::new().text_case(jsv::TextCase::Camel);
    let jsv_camel = camel
        .to_vec(&batch)
        .expect("the batch writes in camel case");

    let mut read = criterion.benchmark_group("read");
    read.throughput(Throughput::Elements(1000));
    read.bench_function("jsv", |b| {
        b.iter(|| jsv::from_slice::<BatchRegisterCustomers>(black_box(&jsv)));
    });
    read.bench_function("jsv camel names", |b| {
        b.iter(|| jsv::from_slice::<BatchRegisterCustomers>(black_box(&jsv_camel)));
    });
    read.bench_function("jsv pretty", |b| {
        b.iter(|| jsv::from_slice::<BatchRegisterCustomers>(black_box(&pretty)));
    });
    read.bench_function("jsv::json", |b| {
        b.iter(|| jsv::json::from_slice::<BatchRegisterCustomers>(black_box(&dialect)));
    });
    read.bench_function("serde_json", |b| {
        b.iter(|| serde_json::from_slice::<BatchRegisterCustomers>(black_box(&json)));
    });
    read.finish();

    let mut write = criterion.benchmark_group("write");
    write.throughput(Throughput::Elements(1000));
    write.bench_function("jsv", |b| b.iter(|| jsv::to_vec(black_box(&batch))));
    write.bench_function("jsv camel names", |b| {
        b.iter(|| camel.to_vec(black_box(&batch)));
    });
    write.bench_function("jsv pretty", |b| {
        b.iter(|| jsv::to_vec_pretty(black_box(&batch)));
    });
    write.bench_function("jsv::json", |b| {
        b.iter(|| jsv::json::to_vec(black_box(&batch)));
    });
    write.bench_function("serde_json", |b| {
        b.iter(|| serde_json::to_vec(black_box(&batch)));
    });
    write.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .measurement_time(Duration::from_secs(3))
        .warm_up_time(Duration::from_secs(1));
    targets = batch
}
criterion_main!(benches);
