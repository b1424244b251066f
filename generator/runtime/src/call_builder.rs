//! What every emitted call builder gets in one line.

/// Implements what a call builder does beyond its parameters: `send` and its like, as far as the call has them.
///
/// ```ignore
/// call_builder!(CreateCall writes, and returns CommentId);
/// call_builder!(DeleteCall writes, and returns nothing);
/// call_builder!(StartCall writes, and returns by status StartSuccess);
/// call_builder!(QueryCall reads, and returns Vec<WorkItem>);
/// call_builder!(ListCall reads pages of Comment);
/// call_builder!(MembersCall reads pages of User, in Members);
/// call_builder!(PanoramaCall reads whole pages of Panorama);
/// call_builder!(ContentCall reads a file);
/// call_builder!(ChatCall writes, and streams Chunk as StreamForm::events().until("[DONE]"));
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! call_builder {
    ($call:ident reads, and returns nothing) => {
        $crate::call_builder!($call reads, and returns ());
    };

    ($call:ident writes, and returns nothing) => {
        $crate::call_builder!($call writes, and returns ());
    };

    // An enum with a variant for each status.
    ($call:ident reads, and returns by status $data:ty) => {
        $crate::call_options!($call);

        impl $call {
            /// Sends the call and gives the response's data, whose type depends on the status.
            ///
            /// Errors come as [`Error`]($crate::Error) from the future; a status that the API does not describe is one.
            #[inline]
            pub fn send(self) -> $crate::ResponseFuture<$data> {
                self.0.send_by_status()
            }

            /// Sends the call and gives the response's data with status, headers, log id, attempts and waiting time.
            #[inline]
            pub fn send_with_meta(self) -> $crate::ResponseFutureWithMeta<$data> {
                self.0.send_by_status().with_meta()
            }
        }
    };

    ($call:ident writes, and returns by status $data:ty) => {
        $crate::call_builder!($call reads, and returns by status $data);
        $crate::idempotency_key!($call);
    };

    ($call:ident reads, and returns $data:ty) => {
        $crate::call_options!($call);

        impl $call {
            /// Sends the call and gives the response's data.
            ///
            /// Errors come as [`Error`]($crate::Error) from the future.
            #[inline]
            pub fn send(self) -> $crate::ResponseFuture<$data> {
                self.0.send()
            }

            /// Sends the call and gives the response's data with status, headers, log id, attempts and waiting time.
            #[inline]
            pub fn send_with_meta(self) -> $crate::ResponseFutureWithMeta<$data> {
                self.0.send().with_meta()
            }
        }
    };

    ($call:ident writes, and returns $data:ty) => {
        $crate::call_builder!($call reads, and returns $data);
        $crate::idempotency_key!($call);
    };

    ($call:ident reads pages of $item:ty) => {
        $crate::call_options!($call);

        impl $call {
            /// Sends the call and gives one page.
            ///
            /// Errors come as [`Error`]($crate::Error) from the future.
            #[inline]
            pub fn send(self) -> $crate::ResponseFuture<$crate::Page<$item>> {
                self.0.send_page()
            }

            /// Sends the call and gives one page with status, headers, log id, attempts and waiting time.
            #[inline]
            pub fn send_with_meta(self) -> $crate::ResponseFutureWithMeta<$crate::Page<$item>> {
                self.0.send_page().with_meta()
            }

            /// All pages from this one on, each fetched when it is asked for.
            #[must_use = "a stream does nothing until it is polled"]
            #[inline]
            pub fn pages(self) -> $crate::Pages<$crate::Page<$item>> {
                self.0.pages()
            }

            /// Goes on where another walk stopped, see [`Pages::continuation`]($crate::Pages::continuation). The other
            /// parameters must be those of that walk.
            #[inline]
            pub fn resume(self, from: &$crate::Continuation) -> Self {
                Self(self.0.resume(from))
            }

            /// All items from this page on, page after page.
            #[must_use = "a stream does nothing until it is polled"]
            #[inline]
            pub fn items(self) -> $crate::Pages<$item> {
                self.0.items()
            }
        }
    };

    // Pages whose data holds more than the list.
    ($call:ident reads pages of $item:ty, in $data:ty) => {
        $crate::call_builder!($call reads pages of $item);

        impl $call {
            /// Sends the call and gives all that the response's data holds: the list of one page, and what is beside it.
            ///
            /// Errors come as [`Error`]($crate::Error) from the future.
            #[inline]
            pub fn send_data(self) -> $crate::ResponseFuture<$data> {
                self.0.send()
            }
        }
    };

    // Pages that are no lists.
    ($call:ident reads whole pages of $data:ty) => {
        $crate::call_builder!($call reads, and returns $data);

        impl $call {
            /// Goes on where another walk stopped, see [`Pages::continuation`]($crate::Pages::continuation). The other
            /// parameters must be those of that walk.
            #[inline]
            pub fn resume(self, from: &$crate::Continuation) -> Self {
                Self(self.0.resume(from))
            }

            /// The data of all pages from this one on, each fetched when it is asked for.
            #[must_use = "a stream does nothing until it is polled"]
            #[inline]
            pub fn pages(self) -> $crate::Pages<$data> {
                self.0.whole_pages()
            }
        }
    };

    ($call:ident reads a file) => {
        $crate::call_options!($call);

        impl $call {
            /// Sends the call and gives the file, to be read piece by piece.
            ///
            /// Errors come as [`Error`]($crate::Error) from the future.
            #[inline]
            pub fn send(self) -> $crate::ResponseFuture<$crate::Download> {
                self.0.send_download()
            }

            /// Sends the call and gives the file with status, headers, log id, attempts and waiting time.
            #[inline]
            pub fn send_with_meta(self) -> $crate::ResponseFutureWithMeta<$crate::Download> {
                self.0.send_download().with_meta()
            }
        }
    };

    ($call:ident reads, and streams $item:ty as $form:expr) => {
        $crate::call_options!($call);

        impl $call {
            /// Sends the call and gives the items of its response one after the other, each as soon as it is there.
            ///
            /// Errors come as [`Error`]($crate::Error) from the future until the stream has begun, and then from the stream. The
            /// deadline holds until it has begun; how long it then takes does not matter.
            #[inline]
            pub fn send(self) -> $crate::ResponseFuture<$crate::ItemStream<$item>> {
                self.0.send_stream($form)
            }

            /// Sends the call and gives its items with status, headers, log id, attempts and waiting time.
            #[inline]
            pub fn send_with_meta(self) -> $crate::ResponseFutureWithMeta<$crate::ItemStream<$item>> {
                self.0.send_stream($form).with_meta()
            }

            /// How long the stream may be silent before it is given up; two minutes unless this says otherwise. Anything that
            /// comes counts, also comments, which servers send to keep a connection alive.
            #[inline]
            pub fn max_silence(self, silence: ::std::time::Duration) -> Self {
                Self(self.0.max_silence(silence))
            }
        }
    };

    ($call:ident writes, and streams $item:ty as $form:expr) => {
        $crate::call_builder!($call reads, and streams $item as $form);
        $crate::idempotency_key!($call);
    };
}

/// Implements what call builders of writes have: the key of the write.
#[doc(hidden)]
#[macro_export]
macro_rules! idempotency_key {
    ($call:ident) => {
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

/// Implements what all call builders have: deadline, priority, how the response is read.
#[doc(hidden)]
#[macro_export]
macro_rules! call_options {
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

            /// Makes every value that does not fit its type an error. Otherwise an optional member becomes absent and a list
            /// goes without the item, and [`ResponseMeta::left_out`]($crate::ResponseMeta::left_out) tells.
            #[inline]
            pub fn strict(self) -> Self {
                Self(self.0.strict())
            }

            /// Keeps the body of the response: [`ResponseMeta::body`]($crate::ResponseMeta::body) has it beside the data,
            /// and [`Error::body`]($crate::Error::body) beside an error.
            #[inline]
            pub fn keep_body(self) -> Self {
                Self(self.0.keep_body())
            }

            /// How the limiter ranks the call among those that wait for the same endpoint.
            #[inline]
            pub fn priority(self, priority: $crate::limiter::Priority) -> Self {
                Self(self.0.priority(priority))
            }
        }
    };
}

pub use call_builder;
