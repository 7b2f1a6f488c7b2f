create table bodies (
    id             uuid primary key,
    version        int  not null,
    position       bigint not null,
    acronym        text not null,
    name           text not null,
    kind           text not null,
    parent         uuid,
    established_on date not null,
    dissolved_on   date,
    search         text not null
);

create table seats (
    body        uuid not null,
    id          uuid not null,
    version     int  not null,
    institution uuid,
    person      uuid,
    role        text not null,
    role_rank   int  not null,
    held_from   date not null,
    held_until  date,
    vacated_on  date,
    primary key (body, id)
);

create index seats_institution on seats (institution);
