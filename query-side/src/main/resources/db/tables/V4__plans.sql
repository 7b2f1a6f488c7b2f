create table plans (
    id         uuid primary key,
    version    int    not null,
    position   bigint not null,
    code       text   not null,
    title      text   not null,
    kind       text   not null,
    body       uuid,
    status     text   not null,
    until_on   date,
    adopted_on date,
    closed_on  date,
    search     text   not null
);

create table periods (
    plan     uuid not null,
    version  int  not null,
    place    int  not null,
    period   text not null,
    label    text,
    from_on  date,
    until_on date,
    primary key (plan, period)
);

create table outline (
    plan          uuid not null,
    version       int  not null,
    place         int  not null,
    id            uuid not null,
    parent        uuid,
    kind          text not null,
    code          text,
    text          text not null,
    response      text,
    response_text text,
    responded_on  date,
    primary key (plan, id)
);
