alter table meetings
    add column series        uuid,
    add column place_in      int,
    add column minutes       text,
    add column deliberations int not null default 0;

create index meetings_series on meetings (series, place_in);

-- What meetings are about, what came of each item, and which later item takes up one that was not reached.
create table agenda_items (
    meeting         uuid not null,
    id              uuid not null,
    version         int  not null,
    body            uuid not null,
    title           text not null,
    presenter       uuid,
    minutes         int,
    outcome         text,
    closed_on       date,
    -- empty once its meeting is cancelled: then it takes up nothing
    carried_meeting uuid,
    carried_item    uuid,
    primary key (meeting, id)
);

create index agenda_items_backlog on agenda_items (body) where outcome = 'not-reached';
create index agenda_items_carried on agenda_items (carried_meeting, carried_item);
