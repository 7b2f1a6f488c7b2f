-- What commands must know of institutions. Names are kept as people may write them: without case, accents and dots.

create table journal.institution (
    id            uuid primary key,
    registered_on date not null,
    ended_on      date
);

create table journal.institution_name (
    institution uuid not null references journal.institution,
    kind        text not null check (kind in ('name', 'acronym', 'alias')),
    key         text not null,
    written     text not null,
    since       date not null,
    primary key (institution, kind, key)
);

create index institution_name_key on journal.institution_name (key);

create unique index institution_acronym_taken on journal.institution_name (key) where kind = 'acronym';
