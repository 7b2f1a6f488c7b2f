-- Persons: a directory, not a history. Events hold their ids and nothing else of them. Whoever is erased leaves here the day,
-- who erased and on which grounds, and none of the data.

create table journal.person (
    id           uuid        primary key,
    name         text,
    office       text,
    institution  uuid,
    email        text,
    phone        text,
    sought       text,
    created_by   text        not null,
    created_at   timestamptz not null default now(),
    erased_on    date,
    erased_by    text,
    erased_for   text,
    check ((erased_on is null) = (name is not null)),
    check (erased_on is null or coalesce(office, email, phone, sought, institution::text) is null),
    check ((erased_on is null) = (erased_by is null) and (erased_on is null) = (erased_for is null))
);
