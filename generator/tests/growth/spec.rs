//! Specs of one kind of thing, as many of it as one wishes.

use std::fmt::Write as _;

use paceline_generator::SourceFile;

/// A kind of spec, and how one of a size is made.
pub(crate) type Shape = (&'static str, fn(usize) -> Vec<SourceFile>);

/// Every kind. What grows is an endpoint, a type, a member, a value or a resource.
pub(crate) const SHAPES: &[Shape] = &[
    ("endpoints of one resource", |size| vec![resource("item", &endpoints("item", 0..size), "")]),
    ("resources of ten endpoints", |size| {
        (0..size / 10)
            .map(|number| {
                let name = format!("shelf_{number}");
                resource(&name, &endpoints(&name, 0..10), "")
            })
            .collect()
    }),
    ("resources of one endpoint and one type, each type in the next resource", |size| {
        (0..size)
            .map(|number| {
                let (name, next) = (format!("shelf_{number}"), format!("T{}", number + 1));
                let types = if number + 1 < size {
                    object(number, &format!("next?: {next}"))
                } else {
                    object(number, "id: i64")
                };
                resource(&name, &returning(&name, &format!("T{number}")), &types)
            })
            .collect()
    }),
    ("optional members, each type in the next one", |size| chain(size, "next?: T_")),
    ("required members, each type in the next one", |size| chain(size, "next: T_")),
    ("lists, each type in the next one", |size| chain(size, "next: [T_]")),
    ("maps, each type in the next one", |size| chain(size, "next: {map: T_}")),
    ("JSON texts, each type in the next one", |size| chain(size, "next: {json: T_}")),
    ("values that may be null, each type in the next one", |size| chain(size, "next: {nullable: T_}")),
    ("unions, each in the next one", |size| {
        let types =
            (0..size - 1).map(|n| format!("  T{n}: {{doc: \"One.\", union: [string, [T{}]]}}\n", n + 1));
        types_of_one(&(types.collect::<String>() + &object(size - 1, "id: i64")))
    }),
    ("unions by a tag, each in the next one", |size| {
        let mut types = String::new();
        for n in (0..size - 2).step_by(2) {
            let _ = writeln!(types, "  T{n}: {{doc: \"One.\", union: {{by: kind, of: {{a: T{}}}}}}}", n + 1);
            types.push_str(&object(n + 1, &format!("next?: T{}", n + 2)));
        }
        types_of_one(&(types + &object((size - 1) / 2 * 2, "id: i64")))
    }),
    ("objects of one union by a tag", |size| {
        let of: String = (1..size).map(|n| format!("v{n}: T{n}, ")).collect();
        let union = format!("  T0: {{doc: \"One.\", union: {{by: kind, of: {{{of}}}}}}}\n");
        let objects: String = (1..size).map(|n| object(n, "id: i64")).collect();
        types_of_one(&(union + &objects))
    }),
    ("forms of one value, a type each", |size| {
        let forms: String = (1..size).map(|n| format!("f{n}: {{type: T{n}, doc: \"One.\"}}, ")).collect();
        let any = format!("  T0: {{doc: \"One.\", any: {{{forms}}}}}\n");
        let objects: String = (1..size).map(|n| object(n, "id: i64")).collect();
        types_of_one(&(any + &objects))
    }),
    ("members of one type, a type each", |size| {
        let members: String = (1..size).map(|n| format!("m{n}?: {{type: T{n}, doc: \"One.\"}}, ")).collect();
        let objects: String = (1..size).map(|n| object(n, "id: i64")).collect();
        types_of_one(&(object(0, &members) + &objects))
    }),
    ("members of one type, of types that hold one another", |size| {
        let members: String = (1..size).map(|n| format!("m{n}?: {{type: T{n}, doc: \"One.\"}}, ")).collect();
        let objects: String =
            (1..size).map(|n| object(n, &format!("next?: T{}", n % (size - 1) + 1))).collect();
        types_of_one(&(object(0, &members) + &objects))
    }),
    ("values of one enum", |size| {
        let values: String =
            (0..size).map(|n| format!("{{value: V{n}, name: v{n}, doc: \"One.\"}}, ")).collect();
        types_of_one(&format!("  T0: {{doc: \"One.\", enum: string, values: [{values}]}}\n"))
    }),
    ("enums", |size| {
        let members: String = (1..size).map(|n| format!("m{n}?: {{type: T{n}, doc: \"One.\"}}, ")).collect();
        let enums = (1..size).map(|n| {
            format!("  T{n}: {{doc: \"One.\", enum: string, values: [{{value: a, doc: \"A.\"}}, {{value: b, doc: \"B.\"}}]}}\n")
        });
        types_of_one(&(object(0, &members) + &enums.collect::<String>()))
    }),
    ("ids", |size| {
        let members: String = (1..size).map(|n| format!("m{n}?: {{type: T{n}, doc: \"One.\"}}, ")).collect();
        let ids: String = (1..size).map(|n| format!("  T{n}: {{id: i64, doc: \"One.\"}}\n")).collect();
        types_of_one(&(object(0, &members) + &ids))
    }),
    ("parameters of one endpoint", |size| {
        let query: String = (0..size).map(|n| format!("q{n}?: {{type: [i64], doc: \"One.\"}}, ")).collect();
        let endpoint = format!(
            "  act:\n    route: POST /item/act\n    summary: Acts.\n    effect: write\n    body: {{{query}}}\n    returns: any\n"
        );
        vec![resource("item", &endpoint, "")]
    }),
    ("error codes", |size| {
        let codes: String = (0..size)
            .map(|n| {
                format!(
                    "  {}: {{name: failed_{n}, title: F, category: unknown, retry: never, meaning: \"F.\", advice: \"F.\"}}\n",
                    n + 1
                )
            })
            .collect();
        let mut files = vec![resource("item", &returning("item", "any"), "")];
        files.push(SourceFile { path: "errors.yaml".into(), text: format!("errors:\n{codes}") });
        files
    }),
    ("endpoints with types of their own, of all kinds", |size| {
        let mut types = String::new();
        let mut made = String::new();
        for n in 0..size / 8 {
            let _ = write!(
                types,
                "  Id{n}: {{id: string, doc: \"One.\"}}\n  Kind{n}: {{doc: \"One.\", enum: string, values: [{{value: a, doc: \"A.\"}}]}}\n  \
                 Either{n}: {{doc: \"One.\", union: [string, [Thing{n}]]}}\n  \
                 Any{n}: {{doc: \"One.\", any: {{text: {{type: string, doc: \"A.\"}}, things: {{type: [Thing{n}], doc: \"A.\"}}}}}}\n  \
                 Part{n}: {{doc: \"One.\", fields: {{id: {{type: Id{n}, doc: \"A.\"}}}}}}\n  \
                 Tagged{n}: {{doc: \"One.\", union: {{by: kind, of: {{part: Part{n}, thing: Leaf{n}}}}}}}\n  \
                 Leaf{n}: {{doc: \"One.\", fields: {{kind_of: {{type: Kind{n}, doc: \"A.\"}}}}}}\n  \
                 Thing{n}: {{doc: \"One.\", fields: {{either?: {{type: Either{n}, doc: \"A.\"}}, any?: {{type: Any{n}, doc: \"A.\"}}, \
                 tagged?: {{type: Tagged{n}, doc: \"A.\"}}}}}}\n"
            );
            let _ = write!(
                made,
                "  act_{n}:\n    route: PUT /item/{n}/:id\n    summary: Acts.\n    effect: write\n    path: {{id: {{type: Id{n}, doc: \"A.\"}}}}\n    \
                 body: {{thing: {{type: Thing{n}, doc: \"A.\"}}}}\n    returns: [Thing{n}]\n"
            );
        }
        vec![resource("item", &made, &types)]
    }),
];

/// The spec of a shape, with what belongs to the whole API.
pub(crate) fn of(shape: &Shape, size: usize) -> Vec<SourceFile> {
    let base = SourceFile { path: "api.yaml".into(), text: include_str!("api.yaml").into() };
    std::iter::once(base).chain(shape.1(size)).collect()
}

/// Types of which each has a member of the next one, which stands for `T_`.
fn chain(size: usize, member: &str) -> Vec<SourceFile> {
    let objects = (0..size - 1).map(|n| object(n, &member.replace("T_", &format!("T{}", n + 1))));
    types_of_one(&(objects.collect::<String>() + &object(size - 1, "id: i64")))
}

/// A resource that returns `T0`.
fn types_of_one(types: &str) -> Vec<SourceFile> {
    vec![resource("item", &returning("item", "T0"), types)]
}

fn resource(name: &str, endpoints: &str, types: &str) -> SourceFile {
    let mut text = format!("resource: {name}\ndoc: Some.\nendpoints:\n{endpoints}");
    if !types.is_empty() {
        let _ = write!(text, "types:\n{types}");
    }
    SourceFile { path: format!("{name}.yaml"), text }
}

fn returning(resource: &str, ty: &str) -> String {
    format!(
        "  read:\n    route: GET /{resource}/read\n    summary: Reads.\n    effect: read\n    returns: {ty}\n"
    )
}

fn object(number: usize, members: &str) -> String {
    format!("  T{number}: {{doc: \"One.\", fields: {{{members}}}}}\n")
}

fn endpoints(resource: &str, numbers: std::ops::Range<usize>) -> String {
    numbers
        .map(|number| {
            format!(
                "  act_{number}:\n    route: POST /{resource}/:id/act_{number}\n    summary: Acts.\n    effect: write\n    \
                 path: {{id: {{type: i64, doc: \"Which.\"}}}}\n    body: {{name?: {{type: string, doc: \"What.\"}}}}\n    returns: any\n"
            )
        })
        .collect()
}
