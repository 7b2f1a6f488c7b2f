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

-- What one confirmation laid down, in slices; only that of the confirmation that counts is carried out.
alter table journal.import add column attempt uuid;
update journal.import set attempt = id where status = 'running';
alter table journal.import_step add column attempt uuid;
update journal.import_step set attempt = import;
alter table journal.import_step alter column attempt set not null;
alter table journal.import_step drop constraint import_step_once;
alter table journal.import_step add constraint import_step_once primary key (import, attempt, n);
create index import_step_left on journal.import_step (import, attempt, n) where not done;
