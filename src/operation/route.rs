//! [`Route`]: a path by which an operation is called.

/// A path by which an operation is called, and the verbs for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Route {
    /// The HTTP methods, in capitals. None means any.
    pub verbs: &'static [&'static str],
    /// The template: `/licenses/company/{Id}`, with the names of members in braces.
    pub path: &'static str,
    /// Which of several routes that fit equally well a client takes: one of lower priority never
    /// replaces one that is declared before it. Zero unless the service says otherwise.
    pub priority: i32,
    /// What the route does, in one line; empty if the service does not say.
    pub summary: &'static str,
    /// What else there is to know; empty if the service does not say.
    pub notes: &'static str,
}

impl Route {
    /// A route without summary and notes.
    pub const fn new(verbs: &'static [&'static str], path: &'static str) -> Self {
        Self {
            verbs,
            path,
            priority: 0,
            summary: "",
            notes: "",
        }
    }

    /// Sets the priority.
    ///
    /// ```
    /// use jsv::operation::Route;
    ///
    /// const ROUTE: Route = Route::new(&["GET"], "/licenses/{Id}").prioritized(10);
    /// assert_eq!(ROUTE.priority, 10);
    /// ```
    #[must_use]
    pub const fn prioritized(mut self, priority: i32) -> Self {
        self.priority = priority;
        self
    }

    /// Sets summary and notes.
    ///
    /// ```
    /// use jsv::operation::Route;
    ///
    /// const ROUTE: Route = Route::new(&["GET"], "/licenses").described("All licenses", "");
    /// assert_eq!(ROUTE.summary, "All licenses");
    /// ```
    #[must_use]
    pub const fn described(mut self, summary: &'static str, notes: &'static str) -> Self {
        self.summary = summary;
        self.notes = notes;
        self
    }
}
