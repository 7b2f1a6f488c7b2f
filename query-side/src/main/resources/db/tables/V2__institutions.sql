create table institutions (
    id       uuid primary key,
    version  int  not null,
    position bigint not null,
    name     text not null,
    acronym  text,
    kind     text not null,
    country  text,
    aliases  text[] not null,
    body     uuid,
    ended_on date,
    search   text not null
);

-- ended_on is the last day, if it was ended by a record of its own; else held_until is.
create table mandates (
    institution uuid not null,
    id          uuid not null,
    version     int  not null,
    person      uuid not null,
    capacity    text not null,
    office      text,
    held_from   date not null,
    held_until  date,
    ended_on    date,
    primary key (institution, id)
);
