//! [`jsv!`](crate::jsv): a [`Value`](super::Value) written like JSON.

/// Makes a [`Value`](crate::Value) from something written like JSON, with Rust expressions where
/// values stand.
///
/// ```
/// use jsv::jsv;
///
/// let name = "Me, Junior";
/// let value = jsv!({
///     "Id": 1 + 1,
///     "Name": name,
///     "Active": true,
///     "Phone": null,
///     "Tags": ["a", null, { "Nested": [] }],
/// });
/// assert_eq!(
///     value.to_string(),
///     r#"{Id:2,Name:"Me, Junior",Active:True,Tags:[a,,{Nested:[]}]}"#
/// );
/// ```
///
/// An expression is converted by [`Value::from`](crate::Value), so that nothing can fail; for
/// anything that implements `Serialize` there is [`to_value`](crate::to_value):
///
/// ```
/// # use jsv::jsv;
/// #[derive(serde::Serialize)]
/// struct Account {
///     id: u32,
/// }
///
/// let value = jsv!({ "Accounts": [jsv::to_value(&Account { id: 7 })?] });
/// assert_eq!(value.to_string(), "{Accounts:[{id:7}]}");
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// A key is a literal, a name, or any expression in parentheses, and becomes a `String`; of a key
/// that stands twice the last value counts:
///
/// ```
/// # use jsv::jsv;
/// const ID: &str = "Id";
/// let value = jsv!({ ID: 1, (ID.to_uppercase()): 2 });
/// assert_eq!(value.to_string(), "{Id:1,ID:2}");
/// ```
///
/// Each item and entry takes one level of macro recursion, of which rustc allows 128 unless
/// `#![recursion_limit]` says otherwise.
#[macro_export]
macro_rules! jsv {
    ($($jsv:tt)+) => {
        $crate::jsv_internal!($($jsv)+)
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! jsv_internal {
    // Items: those made so far in brackets, then what is left.
    (@items [$($made:expr,)*]) => {
        $crate::Value::from([$($made),*])
    };
    (@items [$($made:expr,)*] null $(, $($rest:tt)*)?) => {
        $crate::jsv_internal!(@items [$($made,)* $crate::Value::Null,] $($($rest)*)?)
    };
    (@items [$($made:expr,)*] [$($inner:tt)*] $(, $($rest:tt)*)?) => {
        $crate::jsv_internal!(
            @items [$($made,)* $crate::jsv_internal!([$($inner)*]),] $($($rest)*)?
        )
    };
    (@items [$($made:expr,)*] {$($inner:tt)*} $(, $($rest:tt)*)?) => {
        $crate::jsv_internal!(
            @items [$($made,)* $crate::jsv_internal!({$($inner)*}),] $($($rest)*)?
        )
    };
    (@items [$($made:expr,)*] $item:expr $(, $($rest:tt)*)?) => {
        $crate::jsv_internal!(@items [$($made,)* $crate::Value::from($item),] $($($rest)*)?)
    };

    // Entries: the map to fill, then what is left.
    (@entries $map:ident) => {};
    (@entries $map:ident $key:tt : null $(, $($rest:tt)*)?) => {
        $map.insert($crate::jsv_internal!(@key $key), $crate::Value::Null);
        $crate::jsv_internal!(@entries $map $($($rest)*)?);
    };
    (@entries $map:ident $key:tt : [$($inner:tt)*] $(, $($rest:tt)*)?) => {
        $map.insert($crate::jsv_internal!(@key $key), $crate::jsv_internal!([$($inner)*]));
        $crate::jsv_internal!(@entries $map $($($rest)*)?);
    };
    (@entries $map:ident $key:tt : {$($inner:tt)*} $(, $($rest:tt)*)?) => {
        $map.insert($crate::jsv_internal!(@key $key), $crate::jsv_internal!({$($inner)*}));
        $crate::jsv_internal!(@entries $map $($($rest)*)?);
    };
    (@entries $map:ident $key:tt : $value:expr $(, $($rest:tt)*)?) => {
        $map.insert($crate::jsv_internal!(@key $key), $crate::Value::from($value));
        $crate::jsv_internal!(@entries $map $($($rest)*)?);
    };

    (@key ($key:expr)) => { $key };
    (@key $key:tt) => { $key };

    (null) => { $crate::Value::Null };
    ([]) => { $crate::Value::List(::core::default::Default::default()) };
    ([$($items:tt)+]) => { $crate::jsv_internal!(@items [] $($items)+) };
    ({}) => { $crate::Value::Map($crate::Map::new()) };
    ({$($entries:tt)+}) => {{
        let mut map = $crate::Map::new();
        $crate::jsv_internal!(@entries map $($entries)+);
        $crate::Value::Map(map)
    }};
    ($value:expr) => { $crate::Value::from($value) };
}
