//! Clients: the recorded answers are read as the C# clients read them, and the requests of their
//! calls are those that they sent.

mod reading;
mod requests;
