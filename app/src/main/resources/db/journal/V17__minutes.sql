-- What commands must know of meetings besides: that their minutes stand, which items wait in the backlog of a body and
-- which meeting takes them up, the places given in each series.

alter table journal.meeting add column minutes_approved boolean not null default false;

create index meeting_body on journal.meeting (body, opened_on);

alter table journal.agenda_item
    add column not_reached_on  date,
    add column carried_meeting uuid,
    add column carried_item    uuid;

create unique index agenda_item_taken_up on journal.agenda_item (carried_meeting, carried_item);

create table journal.meeting_series (
    id   uuid primary key,
    body uuid not null references journal.body,
    last int  not null
);
