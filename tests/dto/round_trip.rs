//! Any value of any DTO comes back as it was.

use jsv::{GuidFormat, Options, TextCase};
use jsv_tests_common::{
    dto::{Dto, Way},
    for_any_dto,
};
use proptest::prelude::*;

/// Every way of writing names and Guids.
pub fn settings() -> impl Iterator<Item = Options> {
    [TextCase::AsDeclared, TextCase::Camel, TextCase::Snake]
        .into_iter()
        .flat_map(|case| {
            [GuidFormat::N, GuidFormat::D]
                .into_iter()
                .map(move |guid| Options::new().text_case(case).guid(guid))
        })
}

/// Writes a DTO, and expects to read it back.
pub fn assert_same(dto: &dyn Dto, way: Way, options: &Options) -> Result<(), TestCaseError> {
    let text = dto.write(way, options).unwrap();
    let read = dto.read(way, options, &text).unwrap();
    prop_assert!(dto.is(&*read), "{text}: {read:?} is not {dto:?}");
    Ok(())
}

fn assert_back(dto: &dyn Dto) -> Result<(), TestCaseError> {
    for options in settings() {
        assert_same(dto, Way::Jsv, &options)?;
        assert_same(dto, Way::PrettyJsv, &options)?;
    }
    // Plain serde_json has its own way to write, and reads it back.
    assert_same(dto, Way::SerdeJson, &Options::new())
}

for_any_dto!(assert_back);
