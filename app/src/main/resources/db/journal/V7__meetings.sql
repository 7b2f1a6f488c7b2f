-- What commands must know of meetings: what agreements taken in them ask.

create table journal.meeting (
    id        uuid primary key,
    body      uuid    not null references journal.body,
    opened_on date,
    quorate   boolean not null default false,
    closed_on date,
    cancelled boolean not null default false
);

create table journal.agenda_item (
    meeting uuid not null references journal.meeting,
    id      uuid not null,
    primary key (meeting, id)
);
