-- Since when who holds a commitment has held it.
alter table commitments add column held_since date;

-- What is open in an action and must not be lost when authorities change.
create table open_impediments (
    action      uuid not null,
    id          uuid not null,
    version     int  not null,
    text        text not null,
    reported_on date not null,
    lifted_by   uuid,
    primary key (action, id)
);

create table open_extensions (
    action       uuid not null,
    id           uuid not null,
    version      int  not null,
    institution  uuid not null,
    requested_on date not null,
    asked_for    date not null,
    reason       text,
    primary key (action, id)
);
