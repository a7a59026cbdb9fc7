//! Values as a whole: skipped or captured, without recursion.

use alloc::vec::Vec;

use super::{Container, Cursor, Opened, Step, token};

impl<'a> Cursor<'a> {
    /// Skips the value that begins here, without recursion.
    pub(crate) fn skip(&mut self) -> Step<()> {
        self.walk(None, &mut |_, _| {})
    }

    /// Skips the value that begins here, and the rest of the object whose member it is, if one is
    /// given. `on_name` is told of each object's names, the cursor standing before the name.
    pub(crate) fn walk(
        &mut self,
        object: Option<Opened>,
        on_name: &mut impl FnMut(&Self, Opened),
    ) -> Step<()> {
        let mut inside: Vec<(Opened, Container)> = object
            .map(|opened| (opened, Container::Object))
            .into_iter()
            .collect();
        loop {
            // A value begins here.
            match self.peek() {
                Some(b'{') => {
                    let opened = self.open()?;
                    if self.first_member(opened) {
                        on_name(self, opened);
                        self.name(opened)?;
                        inside.push((opened, Container::Object));
                        continue;
                    }
                }
                Some(b'[') => {
                    let opened = self.open()?;
                    if self.first_item(opened) {
                        inside.push((opened, Container::List));
                        continue;
                    }
                }
                Some(b'"') => {
                    self.take(token::quoted)
                        .map_err(|fault| self.located(fault))?;
                }
                _ => {
                    self.bare()?;
                }
            }
            // A value ended here, and with it every bracket that closes here.
            loop {
                let Some(&(opened, container)) = inside.last() else {
                    return Ok(());
                };
                if container == Container::List {
                    if self.next_item(opened)? {
                        break;
                    }
                } else if self.next_member(opened)? {
                    on_name(self, opened);
                    self.name(opened)?;
                    break;
                }
                inside.pop();
            }
        }
    }

    /// Skips the value that begins here and gives its text as it stands.
    pub(crate) fn capture(&mut self) -> Step<&'a str> {
        let start = self.offset;
        self.skip()?;
        Ok(self.slice(start, self.offset))
    }
}
