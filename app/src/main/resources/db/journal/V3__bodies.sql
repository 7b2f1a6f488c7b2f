-- What commands must know of bodies: their acronyms, for ever; who held which seat from when to when; each quorum rule.

create table journal.body (
    id             uuid primary key,
    acronym        text not null,
    acronym_key    text not null constraint body_acronym_taken unique,
    established_on date not null,
    dissolved_on   date
);

create table journal.seat (
    body        uuid not null references journal.body,
    id          uuid not null,
    institution uuid references journal.institution,
    person      uuid,
    role        text not null,
    held_from   date not null,
    held_until  date,
    vacated_on  date,
    primary key (body, id),
    check ((institution is null) <> (person is null))
);

create index seat_of_institution on journal.seat (institution, body);

create table journal.body_quorum (
    body     uuid   not null references journal.body,
    since    date   not null,
    at_least int,
    share    text,
    roles    text[] not null,
    primary key (body, since),
    check ((at_least is null) <> (share is null))
);
