-- What the columns of a unit's sheets hold, kept under a name: plain data, no history. An import keeps the one that it was given.

create table journal.import_mapping (
    id       uuid        primary key,
    name     text        not null,
    name_key text        not null constraint import_mapping_name_taken unique,
    kind     text        not null,
    columns  jsonb       not null,
    account  text        not null,
    saved_at timestamptz not null default now()
);

alter table journal.import add column mapping jsonb;

-- A row may become several commands, carried out together: those after the first.
alter table journal.import_step add column more jsonb not null default '[]';
