//! A network and its samples as somebody gives them, to be checked against a calculation made by hand.

use crate::data::{Data, DataSettings};
use crate::error::Error;
use crate::examples::Start;
use crate::session::Session;
use crate::step::Position;

impl Session {
    /// Starts again with other data and these weights and biases, in the order of [`crate::Network::parameters`];
    /// undo brings back what was before, where `position` was shown.
    ///
    /// # Errors
    /// As [`Session::with_data`], and [`Error::Length`], [`Error::ParameterNotFinite`], [`Error::Position`]; then
    /// nothing is changed.
    pub fn give(
        &mut self,
        position: Position,
        data: Data,
        settings: DataSettings,
        parameters: &[f64],
    ) -> Result<(), Error> {
        self.find(position)?;
        let mut start = Start::with(data, settings)?;
        start.parameters = Some(parameters.to_vec());
        let fresh = Self::begin(start, 0)?;
        self.begin_anew(position, fresh, "data");
        Ok(())
    }
}
