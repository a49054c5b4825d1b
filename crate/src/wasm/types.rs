//! The types in the bindings. They are plain objects, described by the page's own type definitions.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "import('../src/protocol/position.js').Position")]
    pub type Position;
    #[wasm_bindgen(typescript_type = "import('../src/protocol/state.js').State")]
    pub type State;
    #[wasm_bindgen(typescript_type = "import('../src/protocol/timeline.js').Timeline")]
    pub type Timeline;
    #[wasm_bindgen(typescript_type = "import('../src/protocol/data.js').DataAt")]
    pub type DataAt;
    #[wasm_bindgen(typescript_type = "(number | undefined)[]")]
    pub type Costs;
}

/// A number. Only the page calls the small core, which need not check that it is one.
#[cfg(not(feature = "full"))]
pub(super) type Number = f64;

/// The types that only the full core has.
#[cfg(feature = "full")]
mod full {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(typescript_type = "number")]
        pub type Number;
        #[wasm_bindgen(typescript_type = "Float64Array | number[]")]
        pub type Numbers;
        #[wasm_bindgen(typescript_type = "Uint8Array | number[]")]
        pub type Bytes;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/state.js').Conventions")]
        pub type Conventions;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/edit.js').Edit")]
        pub type Edit;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/data.js').TrainTestSplit")]
        pub type TrainTestSplit;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/data.js').DataSettings")]
        pub type DataSettings;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/data.js').DataSettings & \
                import('../src/protocol/state.js').Conventions")]
        pub type NetworkSettings;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/data.js').Generated")]
        pub type Generated;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/inspection.js').GradientCheck")]
        pub type GradientCheck;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/inspection.js').Norms")]
        pub type Norms;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/inspection.js').Ledger")]
        pub type Ledger;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/survey.js').DecisionMap")]
        pub type DecisionMap;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/data.js').SampleList")]
        pub type SampleList;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/survey.js').Confusion")]
        pub type Confusion;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/inspection.js').Norms[]")]
        pub type NormHistory;
        #[wasm_bindgen(typescript_type = "import('../src/protocol/run.js').RunStatus")]
        pub type RunStatus;
        #[wasm_bindgen(typescript_type = "Record<'z' | 'a' | 'delta' | 'nablaW' | 'nablaB', \
                (Float64Array | undefined)[]>")]
        pub type Backprop;
    }
}
#[cfg(feature = "full")]
pub(super) use full::*;
