//! What every emitted call builder gets in one line.

/// Gives a builder what all calls have: deadline, priority.
#[doc(hidden)]
#[macro_export]
macro_rules! any_call {
    ($call:ident) => {
        impl $call {
            /// Gives up when the whole call, waiting and retries included, takes longer than this.
            ///
            /// If the limiter knows that the call cannot be sent in time, it fails at once and says how long it
            /// would take.
            #[inline]
            pub fn deadline(self, deadline: ::std::time::Duration) -> Self {
                Self(self.0.deadline(deadline))
            }

            /// How the limiter ranks the call among those that wait for the same endpoint.
            #[inline]
            pub fn priority(self, priority: $crate::limiter::Priority) -> Self {
                Self(self.0.priority(priority))
            }
        }
    };
}

/// Gives a builder of a read its `send`.
#[macro_export]
macro_rules! read_call {
    ($call:ident -> $data:ty) => {
        $crate::any_call!($call);

        impl $call {
            /// Sends the call and gives the answer's data.
            ///
            /// Errors come as [`Error`]($crate::Error) from the future.
            #[inline]
            pub fn send(self) -> $crate::Sending<$data> {
                self.0.send()
            }

            /// Sends the call and gives the answer's data with status, headers, log id, attempts and waiting time.
            #[inline]
            pub fn send_with_meta(self) -> $crate::SendingWithMeta<$data> {
                self.0.send().with_meta()
            }
        }
    };
}

/// Gives a builder of a write its `send` and its idempotency key.
#[macro_export]
macro_rules! write_call {
    ($call:ident -> $data:ty) => {
        $crate::read_call!($call -> $data);

        impl $call {
            /// The key by which the server tells a repetition of this write from another write.
            ///
            /// Without it, one is made for each call, and all attempts of the call carry it.
            #[inline]
            pub fn idempotency_key(self, key: impl ::std::convert::Into<::std::string::String>) -> Self {
                Self(self.0.idempotency_key(key))
            }
        }
    };
}

/// Gives a builder of a paged read its `send`, for one page, and the streams over all pages.
#[macro_export]
macro_rules! paged_call {
    ($call:ident -> $item:ty) => {
        $crate::any_call!($call);

        impl $call {
            /// Sends the call and gives one page.
            ///
            /// Errors come as [`Error`]($crate::Error) from the future.
            #[inline]
            pub fn send(self) -> $crate::Sending<$crate::Page<$item>> {
                self.0.send_page()
            }

            /// Sends the call and gives one page with status, headers, log id, attempts and waiting time.
            #[inline]
            pub fn send_with_meta(self) -> $crate::SendingWithMeta<$crate::Page<$item>> {
                self.0.send_page().with_meta()
            }

            /// All pages from this one on, each fetched when it is asked for.
            #[must_use = "a stream does nothing until it is polled"]
            #[inline]
            pub fn pages(self) -> $crate::Pages<$crate::Page<$item>> {
                self.0.pages()
            }

            /// All items from this page on, page after page.
            #[must_use = "a stream does nothing until it is polled"]
            #[inline]
            pub fn items(self) -> $crate::Pages<$item> {
                self.0.items()
            }
        }
    };
}

/// Gives a builder of a paged read whose pages carry more than a list a way to all of it.
#[macro_export]
macro_rules! paged_data_call {
    ($call:ident -> $item:ty, $data:ty) => {
        $crate::paged_call!($call -> $item);

        impl $call {
            /// Sends the call and gives all that the answer's data holds: the list of one page, and what stands beside it.
            ///
            /// Errors come as [`Error`]($crate::Error) from the future.
            #[inline]
            pub fn send_data(self) -> $crate::Sending<$data> {
                self.0.send()
            }
        }
    };
}

/// Gives a builder of a paged read whose pages are no lists its `send`, and the stream over all pages.
#[macro_export]
macro_rules! paged_whole_call {
    ($call:ident -> $data:ty) => {
        $crate::read_call!($call -> $data);

        impl $call {
            /// The data of all pages from this one on, each fetched when it is asked for.
            #[must_use = "a stream does nothing until it is polled"]
            #[inline]
            pub fn pages(self) -> $crate::Pages<$data> {
                self.0.whole_pages()
            }
        }
    };
}

/// Gives a builder of a download its `send`.
#[macro_export]
macro_rules! download_call {
    ($call:ident) => {
        $crate::any_call!($call);

        impl $call {
            /// Sends the call and gives the file, to be read piece by piece.
            ///
            /// Errors come as [`Error`]($crate::Error) from the future.
            #[inline]
            pub fn send(self) -> $crate::Sending<$crate::Download> {
                self.0.send_download()
            }

            /// Sends the call and gives the file with status, headers, log id, attempts and waiting time.
            #[inline]
            pub fn send_with_meta(self) -> $crate::SendingWithMeta<$crate::Download> {
                self.0.send_download().with_meta()
            }
        }
    };
}
