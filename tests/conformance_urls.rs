//! URLs: those that the C# clients build are built, and what a host bound from a query is bound.

mod binding;
mod building;
