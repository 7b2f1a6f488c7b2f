create table indicators (
    id        uuid primary key,
    version   int    not null,
    position  bigint not null,
    name      text   not null,
    kind      text   not null,
    unit      text   not null,
    direction text   not null,
    status    text   not null,
    plan      uuid,
    node      uuid,
    body      uuid,
    baseline  numeric,
    latest    numeric,
    latest_on date,
    search    text   not null
);

create index indicators_plan on indicators (plan);

-- A target that has no day yet is never in force and has no row.
create table indicator_targets (
    indicator uuid    not null,
    version   int     not null,
    place     int     not null,
    period    text,
    due_on    date    not null,
    value     numeric not null,
    from_on   date,
    until_on  date,
    primary key (indicator, place)
);
