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
