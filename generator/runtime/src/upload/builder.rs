//! What every emitted builder of uploads gets in one line.

/// Implements what a builder of uploads does beyond its parameters.
///
/// ```ignore
/// upload_builder!(UploadCall returns UploadedFile);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! upload_builder {
    ($upload:ident returns $data:ty) => {
        impl $upload {
            /// Uploads the file and gives the data of the last response.
            ///
            /// Errors come as [`Error`]($crate::Error) from the future. An upload in parts that fails is given up on the
            /// server, unless [`on_begun`](Self::on_begun) or [`resume`](Self::resume) was called.
            pub fn send(self) -> $crate::UploadFuture<$data> {
                self.0.send()
            }

            /// The greatest number of parts that are on their way at once, at least 1; 5 without this. The rate limit of
            /// the endpoint holds besides. The parts of a [`File::stream`]($crate::File::stream) are in memory while they
            /// are on their way, those of other files are not.
            pub fn parallel(self, parts: usize) -> Self {
                Self(self.0.parallel(parts))
            }

            /// The size in bytes up to which the file goes in one request; 0 for parts always.
            pub fn form_up_to(self, bytes: u64) -> Self {
                Self(self.0.form_up_to(bytes))
            }

            /// How the limiter ranks the calls of the upload among those that wait for the same endpoints.
            pub fn priority(self, priority: $crate::limiter::Priority) -> Self {
                Self(self.0.priority(priority))
            }

            /// Is called when the server has begun an upload in parts, with what another process needs to
            /// [`resume`](Self::resume) it. An upload that fails is not given up then, so that it can be.
            pub fn on_begun(
                self,
                store: impl ::std::ops::Fn(&$crate::UploadState)
                + ::std::marker::Send
                + ::std::marker::Sync
                + 'static,
            ) -> Self {
                Self(self.0.on_begun(store))
            }

            /// Is called whenever the server has more of the file, by the task of the upload: it must not block.
            pub fn on_progress(
                self,
                show: impl ::std::ops::Fn($crate::UploadProgress)
                + ::std::marker::Send
                + ::std::marker::Sync
                + 'static,
            ) -> Self {
                Self(self.0.on_progress(show))
            }

            /// Goes on with an upload that another run began. File and parameters must be those of that run.
            pub fn resume(self, state: $crate::UploadState) -> Self {
                Self(self.0.resume(state))
            }
        }
    };
}

pub use upload_builder;
